// Bytes of state and weight, per case and per record.
//
//   node bench/records.js [--size 50] [--json FILE]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { connect, key, submit } from '../lib/chain.js';
import { network, Work } from './work.js';

const { values: options } = parseArgs({
	options: {
		size: { type: 'string', default: '50' },
		json: { type: 'string' },
	},
});
const size = Number(options.size);

const { via } = network();
const api = await connect(via);
const work = await Work.over(api);

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
const subject = await work.register();
const registered = await bytes();
const { hash: at } = await submit(api, work.batch(subject, size), officer);
const anchored = await bytes();
const perCase = grown(empty, registered);
const perRecord = sum(grown(registered, anchored)) / size;
const weight = async (call) => {
	const info = await call.paymentInfo(officer);
	return Number(info.weight.refTime.toBigInt() / 1000n) / 1_000_000;
};
const weights = {
	register: await weight(work.registration()),
	anchor: await weight(work.single(subject)),
	batch: await weight(work.batch(subject, size)),
};
console.log(`one case: ${sum(perCase)} bytes of state (${JSON.stringify(perCase)}), block ${at}`);
console.log(`one record: ${perRecord.toFixed(0)} bytes of state`);
console.log(`weight in ms: register ${weights.register}, anchor ${weights.anchor}, batch of ${size} ${weights.batch}`);

if (options.json) {
	const result = { bytes_per_case: perCase, bytes_per_record: perRecord, weight_ms: weights };
	writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
}
process.exit(0);
