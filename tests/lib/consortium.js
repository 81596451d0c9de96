// The founding agencies of the running network, with the keys that its consortium file names, and the
// way from a motion to its effect.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blake2AsHex } from '@polkadot/util-crypto';
import { key, submit } from './chain.js';
import { FOLDER } from './network.js';

/** Members in the order of the file, which is that of their ids. */
export function members() {
	const list = [];
	let table = '';
	for (const line of readFileSync(join(FOLDER, 'consortium.toml'), 'utf8').split('\n')) {
		const header = /^\[\[?([a-z.]+)\]?\]/.exec(line);
		if (header) {
			table = header[1];
			if (table === 'member') list.push({ id: list.length });
			continue;
		}
		const field = /^\s*([a-z-]+)\s*=\s*(?:"([^"]*)"|(\S+))/.exec(line);
		if (field && table === 'member') list.at(-1)[field[1]] = field[2] ?? field[3];
		// A member's first officer and validator.
		if (field && table === 'member.officer' && field[1] === 'account') list.at(-1).officer ??= field[2];
		if (field && table === 'member.validator' && field[1] === 'account') list.at(-1).validator ??= field[2];
	}
	return list.map((member) => ({ ...member, signer: key(member.account) }));
}

export const bodies = {
	council: (all) => all.filter((member) => member.seat === 'voting'),
	supervisoryCommittee: (all) =>
		all.filter(
			(member) =>
				member.seat === 'voting' &&
				['procuratorate', 'audit', 'discipline-inspection'].includes(member.kind),
		),
};

const twoThirds = (seats) => Math.ceil((seats * 2) / 3);

/** Let a body decide `call` by `threshold` of its seats: propose, vote, close. */
export async function decide(api, body, call, threshold) {
	const seats = bodies[body](members());
	const votes = threshold ?? twoThirds(seats.length);
	const length = call.encodedLength + 32;
	const hash = call.method.hash;
	const [first, ...others] = seats;
	const { events } = await submit(api, api.tx[body].propose(votes, call, length), first.signer, { until: 'inBlock' });
	const proposed = events.find(({ section, method }) => section === body && method === 'Proposed');
	const index = proposed.data[1];
	await Promise.all(
		[first, ...others]
			.slice(0, votes)
			.map(({ signer }) => submit(api, api.tx[body].vote(hash, index, true), signer, { until: 'inBlock' })),
	);
	const { weight: bound } = await api.call.transactionPaymentCallApi.queryCallInfo(call.method, length);
	const closed = await submit(api, api.tx[body].close(hash, index, bound, length), first.signer, { until: 'inBlock' });
	const executed = closed.events.find(({ section, method }) => section === body && method === 'Executed');
	if (!executed) throw new Error(`${body} did not execute: ${closed.events.map(({ method }) => method)}`);
	if (executed.data[1].isErr) throw new Error(`${body}: ${executed.data[1].asErr}`);
	return closed;
}

/** Endorse `call` in both bodies and enact it as Root. */
export async function enact(api, call, review) {
	const hash = blake2AsHex(call.method.toU8a());
	const reviewed = review ?? blake2AsHex(`legality review of ${hash}, ${new Date().toISOString()}`);
	for (const body of ['council', 'supervisoryCommittee']) {
		await decide(api, body, api.tx.endorsement.endorse(hash, reviewed));
	}
	return submit(api, api.tx.endorsement.enact(call), members()[0].signer);
}
