// Records per second, single calls against batches; bytes of state per case and per record; time to
// import a block full of anchors.
//
//   node bench/records.js [--singles 2000] [--batches 200] [--size 50] [--accounts 16] [--json FILE]
//
// Officers are appointed for the measurement, so that no account has more transactions waiting than
// the pool takes. A record counts when the block that holds it is final.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { connect, key, submit } from '../lib/chain.js';
import { running, sleep, until } from '../lib/network.js';

const { values: options } = parseArgs({
	options: {
		singles: { type: 'string', default: '2000' },
		batches: { type: 'string', default: '200' },
		size: { type: 'string', default: '50' },
		accounts: { type: 'string', default: '16' },
		json: { type: 'string' },
	},
});
const [singles, batches, size, accounts] = ['singles', 'batches', 'size', 'accounts'].map((name) =>
	Number(options[name]),
);
/** Transactions of an account that may wait at once: the gate refuses more (TooManyPending). */
const WINDOW = 60;

const nodes = running();
const via = nodes.find((node) => node.name === 'county-justice');
const follower = nodes.find((node) => node.role !== 'validator') ?? via;
if (!via) {
	console.error('error: no network runs; start one with scripts/network up');
	process.exit(1);
}
const api = await connect(via);
const hash = () => `0x${randomBytes(32).toString('hex')}`;
const found = (events, name) => events.find((event) => event.method === name);

const member = async (uri) => {
	const id = await api.call.consortiumApi.memberOf(key(uri).address);
	return id.unwrap().id.toNumber();
};
const [justice, court, procuratorate] = await Promise.all(
	['//county-justice', '//county-court', '//county-procuratorate'].map(member),
);
const today = (await api.call.legalTimeApi.today()).toNumber();

async function register() {
	const { events } = await submit(
		api,
		api.tx.subjectIdentity.register(
			{ Decided: { category: 'SuspendedSentence' } },
			{ executing: justice, deciding: court, supervising: procuratorate, police: null, custody: null },
			{ suite: 'International', hash: hash() },
			hash(),
			'Unclassified',
			today,
			null,
		),
		key('//county-court//judge'),
	);
	return found(events, 'CaseRegistered').data.case.toHex();
}

const RECEPTION = 2;
const entry = (subject) => ({
	case: subject,
	class: RECEPTION,
	schema: null,
	suite: 'International',
	commitment: hash(),
	ciphertext: hash(),
	size: 3,
	locator: hash(),
	actDate: today,
	officer: null,
	seal: null,
	supersedes: null,
	derivedFrom: [],
});

/** Bytes of keys and values under the prefixes of the pallets of the case file. */
async function bytes() {
	const of = {};
	for (const pallet of ['SubjectIdentity', 'Records', 'StatutoryClocks', 'Oversight']) {
		const prefix = xxhashAsHex(pallet, 128);
		let from = null;
		of[pallet] = 0;
		for (;;) {
			const keys = await api.rpc.state.getKeysPaged(prefix, 1000, from ?? prefix);
			if (keys.length === 0) break;
			const sizes = await Promise.all(keys.map((k) => api.rpc.state.getStorageSize(k.toHex())));
			keys.forEach((k, i) => {
				of[pallet] += (k.toHex().length - 2) / 2 + sizes[i].toNumber();
			});
			from = keys[keys.length - 1].toHex();
		}
	}
	return of;
}
const sum = (of) => Object.values(of).reduce((a, b) => a + b, 0);
const grown = (before, after) =>
	Object.fromEntries(Object.keys(after).map((pallet) => [pallet, after[pallet] - before[pallet]]));

// State: one case, then one batch of records on it.
const officer = key('//county-justice//officer');
const empty = await bytes();
const subject = await register();
const registered = await bytes();
const { hash: at } = await submit(
	api,
	api.tx.records.anchorBatch(Array.from({ length: size }, () => entry(subject))),
	officer,
);
const anchored = await bytes();
const perCase = grown(empty, registered);
const perRecord = sum(grown(registered, anchored)) / size;
const weight = async (call) => {
	const info = await call.paymentInfo(officer);
	return Number(info.weight.refTime.toBigInt() / 1000n) / 1_000_000;
};
const weights = {
	register: await weight(
		api.tx.subjectIdentity.register(
			{ Decided: { category: 'SuspendedSentence' } },
			{ executing: justice, deciding: court, supervising: procuratorate, police: null, custody: null },
			{ suite: 'International', hash: hash() },
			hash(),
			'Unclassified',
			today,
			null,
		),
	),
	anchor: await weight(api.tx.records.anchor(entry(subject))),
	batch: await weight(api.tx.records.anchorBatch(Array.from({ length: size }, () => entry(subject)))),
};
console.log(`one case: ${sum(perCase)} bytes of state (${JSON.stringify(perCase)}), block ${at}`);
console.log(`one record: ${perRecord.toFixed(0)} bytes of state`);
console.log(`weight in ms: register ${weights.register}, anchor ${weights.anchor}, batch of ${size} ${weights.batch}`);

// Officers of the measurement.
const run = randomBytes(4).toString('hex');
const signers = Array.from({ length: accounts }, (_, i) => key(`//county-justice//figures//${run}//${i}`));
const forEver = Date.now() + 365 * 86_400_000;
await submit(
	api,
	api.tx.utility.batchAll(
		signers.map((signer) =>
			api.tx.officers.appoint(null, signer.address, null, 1 << 6, 'StateFunctionary', null, forEver),
		),
	),
	key('//county-justice'),
);
// Each has a case of its own, so that they do not all write under one.
const cases = [];
for (const _ of signers) cases.push(await register());

async function importTimes() {
	const text = await (await fetch(`http://127.0.0.1:${follower.prometheus_port}/metrics`)).text();
	const value = (name) => {
		const line = text.split('\n').find((l) => l.startsWith(name) && !l.startsWith('#'));
		return line ? Number(line.split(' ').pop()) : NaN;
	};
	return {
		seconds: value('substrate_block_verification_and_import_time_sum'),
		blocks: value('substrate_block_verification_and_import_time_count'),
	};
}

/** Send `count` transactions made by `call(index)`, and wait until all are final. */
async function drive(count, call) {
	const queues = signers.map((signer, i) => ({ signer, subject: cases[i], sent: 0, nonce: 0, share: 0 }));
	for (let i = 0; i < count; i += 1) queues[i % queues.length].share += 1;
	for (const queue of queues) {
		queue.first = (await api.rpc.system.accountNextIndex(queue.signer.address)).toNumber();
		queue.signed = [];
		for (let i = 0; i < queue.share; i += 1) {
			queue.signed.push(
				await call(queue.subject).signAsync(queue.signer, { nonce: queue.first + i, era: 0 }),
			);
		}
	}
	const before = await importTimes();
	const from = (await api.rpc.chain.getHeader()).number.toNumber();
	const begin = performance.now();
	await Promise.all(
		queues.map(async (queue) => {
			while (queue.sent < queue.share) {
				const nonce = (await api.query.system.account(queue.signer.address)).nonce.toNumber();
				const room = nonce - queue.first + WINDOW - queue.sent;
				for (let i = 0; i < room && queue.sent < queue.share; i += 1) {
					await api.rpc.author.submitExtrinsic(queue.signed[queue.sent]);
					queue.sent += 1;
				}
				if (queue.sent < queue.share) await sleep(100);
			}
		}),
	);
	await until('finality of every record', 300, async () => {
		const head = await api.rpc.chain.getFinalizedHead();
		const state = await api.at(head);
		const done = await Promise.all(
			queues.map(async (queue) => {
				const account = await state.query.system.account(queue.signer.address);
				return account.nonce.toNumber() >= queue.first + queue.share;
			}),
		);
		return done.every(Boolean);
	});
	const seconds = (performance.now() - begin) / 1000;
	const after = await importTimes();
	// The fullest block, by its transactions.
	const head = (await api.rpc.chain.getHeader()).number.toNumber();
	let fullest = 0;
	let failed = 0;
	for (let number = from + 1; number <= head; number += 1) {
		const block = await api.rpc.chain.getBlockHash(number);
		const events = await (await api.at(block)).query.system.events();
		const good = events.filter(({ event }) => event.section === 'records' && event.method === 'Anchored').length;
		failed += events.filter(({ event }) => event.section === 'system' && event.method === 'ExtrinsicFailed').length;
		fullest = Math.max(fullest, good);
	}
	if (failed > 0) throw new Error(`${failed} transactions failed`);
	return {
		seconds,
		fullest,
		import_ms: (1000 * (after.seconds - before.seconds)) / (after.blocks - before.blocks),
	};
}

const single = await drive(singles, (subject) => api.tx.records.anchor(entry(subject)));
const batched = await drive(batches, (subject) =>
	api.tx.records.anchorBatch(Array.from({ length: size }, () => entry(subject))),
);
const rate = (records, { seconds }) => records / seconds;
const result = {
	bytes_per_case: perCase,
	bytes_per_record: perRecord,
	weight_ms: weights,
	single: { records: singles, ...single, per_second: rate(singles, single) },
	batched: { records: batches * size, ...batched, per_second: rate(batches * size, batched) },
};
for (const [what, r] of [['single calls', result.single], [`batches of ${size}`, result.batched]]) {
	console.log(
		`${what.padEnd(14)} ${r.records} records final in ${r.seconds.toFixed(1)} s: ${r.per_second.toFixed(0)} a second; ` +
			`fullest block ${r.fullest} records; a block imported in ${r.import_ms.toFixed(0)} ms on average`,
	);
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
process.exit(0);
