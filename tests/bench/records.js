// Bytes of state and weight, per case and per record.
//
//   node bench/records.js [--size 50] [--json FILE]
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { connect, key, submit } from '../lib/chain.js';
import { running } from '../lib/network.js';

const { values: options } = parseArgs({
	options: {
		size: { type: 'string', default: '50' },
		json: { type: 'string' },
	},
});
const size = Number(options.size);

const nodes = running();
const via = nodes.find((node) => node.name === 'county-justice');
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

if (options.json) {
	const result = { bytes_per_case: perCase, bytes_per_record: perRecord, weight_ms: weights };
	writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
}
process.exit(0);
