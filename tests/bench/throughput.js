// Records per second, single calls against batches, and the time to import a block full of them.
//
//   node bench/throughput.js [--singles 4000] [--batches 160] [--size 50] [--officers 16] [--json FILE]
//
// Officers are appointed for the measurement, so that no account has more transactions waiting than
// the gate lets wait. A record counts when the block that holds it is final.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connect, key, submit } from '../lib/chain.js';
import { sleep } from '../lib/network.js';
import { network, Work } from './work.js';

const { values: options } = parseArgs({
	options: {
		singles: { type: 'string', default: '4000' },
		batches: { type: 'string', default: '160' },
		size: { type: 'string', default: '50' },
		officers: { type: 'string', default: '16' },
		json: { type: 'string' },
	},
});
const [singles, batches, size, officers] = ['singles', 'batches', 'size', 'officers'].map((name) =>
	Number(options[name]),
);
/** Transactions of an account that wait at once; the gate lets 64 wait. */
const WINDOW = 48;
/** Blocks without progress after which an account's next transaction counts as lost. */
const PATIENCE = 6;
/** Seconds after which a measurement is given up. */
const LIMIT = 300;
/** Duties of an officer: to anchor records. */
const RECORDS = 1 << 6;

const { nodes, via } = network();
// A validator that is not asked: it imports three of four blocks.
const importer = nodes.find((node) => node.name === 'county-police');
const api = await connect(via);
const work = await Work.over(api);

const run = randomBytes(4).toString('hex');
const accounts = Array.from({ length: officers }, (_, i) => key(`//county-justice//${run}//${i}`));
const ever = Date.now() + 365 * 86_400_000;
const appointment = ({ address }) =>
	api.tx.officers.appoint(null, address, null, RECORDS, 'StateFunctionary', null, ever);
await submit(api, api.tx.utility.batchAll(accounts.map(appointment)), key('//county-justice'));
// Each has a case of its own, as officers have.
const cases = [];
for (const _ of accounts) cases.push(await work.register());

/** The time that each block took to import, from the sums that the node publishes. */
class Imports {
	constructor() {
		this.times = [];
		this.over = false;
	}

	async sums() {
		const page = await fetch(`http://127.0.0.1:${importer.prometheus_port}/metrics`);
		const lines = (await page.text()).split('\n');
		const value = (name) => {
			const line = lines.find((l) => l.startsWith(`substrate_block_verification_and_import_time_${name}`));
			return Number(line?.split(' ').pop());
		};
		return { blocks: value('count'), seconds: value('sum') };
	}

	/** Watch until `stop`. Two blocks between two looks cannot be told apart, and are left out. */
	async watch() {
		let before = await this.sums();
		while (!this.over) {
			await sleep(50);
			const now = await this.sums();
			if (now.blocks === before.blocks + 1) this.times.push(1000 * (now.seconds - before.seconds));
			before = now;
		}
	}
}

/** The transactions of one officer, sent so that few wait. */
class Queue {
	constructor(signer, subject) {
		Object.assign(this, { signer, subject, calls: [], sent: 0, done: 0, idle: 0, again: 0 });
	}

	async sign(call) {
		this.first ??= (await api.rpc.system.accountNextIndex(this.signer.address)).toNumber();
		const nonce = this.first + this.calls.length;
		this.calls.push({ call, nonce, signed: await call.signAsync(this.signer, { nonce, era: 0 }) });
	}

	/** Told the nonce of the account in a new block. */
	async advance(nonce) {
		const done = nonce - this.first;
		this.idle = done > this.done || this.sent === this.done ? 0 : this.idle + 1;
		this.done = done;
		if (this.idle >= PATIENCE) await this.repeat();
		const upTo = Math.min(this.calls.length, done + WINDOW);
		for (; this.sent < upTo; this.sent += 1) {
			await api.rpc.author.submitExtrinsic(this.calls[this.sent].signed);
		}
	}

	/**
	 * A pool loses what it looked at on a fork that is gone: send it again, signed anew, because the old
	 * bytes are kept out for a while.
	 */
	async repeat() {
		this.idle = 0;
		for (const { call, nonce } of this.calls.slice(this.done, this.sent)) {
			try {
				await call.signAndSend(this.signer, { nonce });
				this.again += 1;
			} catch (error) {
				// It still waits in the pool: there is nothing to repeat.
				if (!/already|priority is too low/i.test(error.message)) throw error;
			}
		}
	}
}

/** Send `count` transactions made by `call`, and wait until all are final. */
async function drive(count, call) {
	const queues = accounts.map((account, i) => new Queue(account, cases[i]));
	for (let i = 0; i < count; i += 1) {
		const queue = queues[i % queues.length];
		await queue.sign(call(queue.subject));
	}
	const used = queues.filter((queue) => queue.calls.length > 0);
	const nonces = async (state) => {
		const all = await state.query.system.account.multi(used.map((queue) => queue.signer.address));
		return all.map((account) => account.nonce.toNumber());
	};
	const imports = new Imports();
	const watching = imports.watch();
	const from = (await api.rpc.chain.getHeader()).number.toNumber();
	const begin = performance.now();
	const seconds = () => (performance.now() - begin) / 1000;
	let at = null;
	for (;;) {
		if (seconds() > LIMIT) throw new Error(`not all is final after ${LIMIT} s`);
		const best = (await api.rpc.chain.getHeader()).hash.toHex();
		if (best === at) {
			await sleep(50);
			continue;
		}
		at = best;
		const now = await nonces(await api.at(best));
		await Promise.all(used.map((queue, i) => queue.advance(now[i])));
		const final = await nonces(await api.at(await api.rpc.chain.getFinalizedHead()));
		if (used.every((queue, i) => final[i] === queue.first + queue.calls.length)) break;
	}
	const took = seconds();
	imports.over = true;
	await watching;
	let fullest = 0;
	const head = (await api.rpc.chain.getFinalizedHead()).toHex();
	const last = (await api.rpc.chain.getHeader(head)).number.toNumber();
	for (let number = from + 1; number <= last; number += 1) {
		const events = await (await api.at(await api.rpc.chain.getBlockHash(number))).query.system.events();
		const of = (section, method) =>
			events.filter(({ event }) => event.section === section && event.method === method).length;
		if (of('system', 'ExtrinsicFailed') > 0) throw new Error(`a transaction failed in block ${number}`);
		fullest = Math.max(fullest, of('records', 'Anchored'));
	}
	const times = imports.times.sort((a, b) => a - b);
	return {
		seconds: took,
		fullest,
		slowest_import_ms: times.at(-1),
		upper_quarter_import_ms: times[Math.floor(times.length * 0.75)],
		sent_again: used.reduce((sum, queue) => sum + queue.again, 0),
	};
}

const result = {
	single: { records: singles, ...(await drive(singles, (subject) => work.single(subject))) },
	batched: { records: batches * size, ...(await drive(batches, (subject) => work.batch(subject, size))) },
};
for (const [what, r] of [['single calls', result.single], [`batches of ${size}`, result.batched]]) {
	r.per_second = r.records / r.seconds;
	console.log(`${what}: ${r.records} records final in ${r.seconds.toFixed(1)} s, ${r.per_second.toFixed(0)} a second`);
	console.log(
		`  fullest block ${r.fullest} records; import of a block ${r.upper_quarter_import_ms.toFixed(0)} ms at the ` +
			`upper quartile, ${r.slowest_import_ms.toFixed(0)} ms at most; ${r.sent_again} transactions sent again`,
	);
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
process.exit(0);
