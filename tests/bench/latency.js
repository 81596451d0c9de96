// Time from submission to inclusion and to finality, as the slowest node of the network sees it.
//
//   node bench/latency.js [--count 200] [--seconds 120] [--via NODE] [--json FILE]
//
// Transactions are spread at random over the time, and so over the slots, and are sent to a node
// that authors nothing.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { WsProvider } from '@polkadot/api';
import { connect, key } from '../lib/chain.js';
import { running, sleep, until } from '../lib/network.js';

const { values: options } = parseArgs({
	options: {
		count: { type: 'string', default: '200' },
		seconds: { type: 'string', default: '120' },
		via: { type: 'string' },
		signer: { type: 'string' },
		json: { type: 'string' },
	},
});
const count = Number(options.count);
const seconds = Number(options.seconds);

const nodes = running();
if (nodes.length === 0) {
	console.error('error: no node runs; start a network with scripts/network up');
	process.exit(1);
}
const via = options.via
	? nodes.find((node) => node.name === options.via)
	: nodes.find((node) => node.role !== 'validator');
if (!via) {
	console.error('error: no node that authors nothing: start one with scripts/network up --nodes 5');
	process.exit(1);
}

/** When each node first told of a block as best, and as final. */
class Observer {
	constructor(node) {
		this.node = node;
		this.best = [];
		this.final = [];
	}

	async start() {
		this.provider = new WsProvider(this.node.url);
		await this.provider.isReady;
		const follow = (list, type, method) =>
			this.provider.subscribe(type, method, [], (_, header) => {
				list.push({ at: performance.now(), number: Number(header.number) });
			});
		await follow(this.best, 'chain_newHead', 'chain_subscribeNewHeads');
		await follow(this.final, 'chain_finalizedHead', 'chain_subscribeFinalizedHeads');
	}

	when(list, number, after) {
		return list.find((seen) => seen.number >= number && seen.at >= after)?.at;
	}
}

const observers = nodes.map((node) => new Observer(node));
await Promise.all(observers.map((observer) => observer.start()));
const api = await connect(via);
const signer = key(options.signer ?? '//city-justice');
const first = (await api.rpc.system.accountNextIndex(signer.address)).toNumber();

console.log(`${count} transactions over ${seconds} s through ${via.name}, seen by ${nodes.length} nodes`);
const moments = Array.from({ length: count }, () => Math.random() * seconds * 1000).sort((a, b) => a - b);
const begin = performance.now();
const sent = new Map();
let failed = 0;
for (const [index, moment] of moments.entries()) {
	const signed = await api.tx.utility
		.batchAll([])
		.signAsync(signer, { nonce: first + index, era: 0 });
	const wait = begin + moment - performance.now();
	if (wait > 0) await sleep(wait);
	const at = performance.now();
	try {
		const hash = await api.rpc.author.submitExtrinsic(signed);
		sent.set(hash.toHex(), { at });
	} catch (error) {
		failed += 1;
		console.error(`not accepted: ${error.message}`);
		break;
	}
	if ((index + 1) % 50 === 0) console.log(`  ${index + 1} sent`);
}

// Look the transactions up in the final chain.
const start = Number((await api.rpc.chain.getHeader()).number) - Math.ceil(seconds * 2) - 20;
let missing = new Set(sent.keys());
let next = Math.max(1, start);
await until('finality of every transaction', 60, async () => {
	const head = (await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();
	for (; next <= head && missing.size > 0; next += 1) {
		const { block } = await api.rpc.chain.getBlock(await api.rpc.chain.getBlockHash(next));
		for (const extrinsic of block.extrinsics) {
			const hash = extrinsic.hash.toHex();
			if (missing.delete(hash)) sent.get(hash).number = next;
		}
	}
	return missing.size === 0;
});
await sleep(3000);

const inclusion = [];
const finality = [];
for (const { at, number } of sent.values()) {
	const seen = (list) => Math.max(...observers.map((o) => o.when(o[list], number, at) ?? Infinity)) - at;
	inclusion.push(seen('best'));
	finality.push(seen('final'));
}
const quantile = (list, q) => {
	const sorted = [...list].sort((a, b) => a - b);
	return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]);
};
const summary = (list) => ({ p50: quantile(list, 0.5), p90: quantile(list, 0.9), p99: quantile(list, 0.99), worst: quantile(list, 1) });
const result = {
	transactions: sent.size,
	failed,
	nodes: nodes.length,
	via: via.name,
	inclusion_ms: summary(inclusion),
	finality_ms: summary(finality),
};
for (const [what, s] of [['inclusion', result.inclusion_ms], ['finality', result.finality_ms]]) {
	console.log(`${what.padEnd(10)} p50 ${s.p50} ms   p90 ${s.p90} ms   p99 ${s.p99} ms   worst ${s.worst} ms`);
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
process.exit(failed === 0 && sent.size === count ? 0 : 1);
