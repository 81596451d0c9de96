// A running network that is disturbed: nodes killed at bad moments, the runtime changed, a member
// expelled. The tests build on each other, in this order: the expulsion early, because the expelled node
// is watched through everything that follows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { u8aToHex } from '@polkadot/util';
import { base58Decode, blake2AsHex } from '@polkadot/util-crypto';
import { connect, submit } from '../lib/chain.js';
import { enact, members } from '../lib/consortium.js';
import { operatorTests } from './operator.js';
import { Node, nodes, running, script, sleep, until } from '../lib/network.js';

/** How long an expelled node is watched trying to come back. */
const WATCH = Number(process.env.SHEJIAO_EXPULSION_WATCH ?? 300);
const NEWCOMER = 'drug-rehabilitation';
const UPGRADE = process.env.SHEJIAO_UPGRADE_WASM;
/** Where the runtime stands in the state: `:code`. */
const CODE_KEY = '0x3a636f6465';

/** The running nodes without that of the newcomer, which is expelled and goes on trying to come back. */
const remaining = () => running().filter((node) => node.name !== NEWCOMER);

/** What a node has finalised, and that the others agree. */
async function finalisedBy(node) {
	return { node, ...(await node.finalised()) };
}

/** After its restart the node's finalised head is where it was or further, on the same chain. */
async function neverWentBack({ node, number, hash }) {
	const now = await until(`${node.name} answers`, 40, () => node.finalised());
	assert.ok(now.number >= number, `${node.name}: finalised ${now.number} after ${number}`);
	assert.equal(await node.rpc('chain_getBlockHash', [number]), hash, `${node.name}: another chain`);
	return now;
}

async function catchesUp(node, seconds = 60) {
	const other = remaining().find((one) => one.name !== node.name);
	const target = (await other.finalised()).number + 2;
	await until(`${node.name} finalises ${target}`, seconds, async () => (await node.finalised()).number >= target);
}

/**
 * A node that was away follows the others' finality at once, and votes again when it has caught up with
 * their rounds: within a minute, or two where everybody waits for it.
 */
async function votesAgain(node, seconds = 150) {
	const round = async (one) => (await one.rpc('grandpa_roundState')).best.round;
	const other = remaining().find((one) => one.name !== node.name && one.role === 'validator');
	await until(`${node.name} votes in the round of the others`, seconds, async () => {
		const [own, theirs] = await Promise.all([round(node), round(other)]);
		return Math.abs(own - theirs) <= 1;
	});
}

/** kill -9, start, and the same finalised head or a higher one. */
async function killAndReturn(node) {
	const before = await finalisedBy(node);
	await node.kill();
	await node.start();
	await neverWentBack(before);
	await catchesUp(node);
}

/** Number of the first block after `number` whose code is another than there. */
async function firstWithOtherCode(node, number) {
	const codeAt = async (block) => {
		const hash = await node.rpc('chain_getBlockHash', [block]);
		return node.rpc('state_getStorageHash', [CODE_KEY, hash]);
	};
	const code = await codeAt(number);
	const best = await node.best();
	for (let block = number + 1; block <= best; block += 1) {
		if ((await codeAt(block)) !== code) return block;
	}
	return assert.fail(`${node.name}: the same code from ${number} to ${best}`);
}

const setOf = async (node) => (await node.rpc('grandpa_roundState')).setId;

/** Kill a node as soon as its set of validators is another. */
async function killAtSetChange(node) {
	const first = await setOf(node);
	let before = await finalisedBy(node);
	await until('another set of validators', 400, async () => {
		if ((await setOf(node)) !== first) return true;
		before = await finalisedBy(node);
		return false;
	}, 50);
	await node.kill();
	return { before, first };
}

describe('a disturbed network', { timeout: 1_200_000 }, () => {
	let api;
	let watch;
	let killedAtChange;

	before(async () => {
		api = await connect(running()[0]);
	});
	after(() => api?.disconnect());

	it('admits an agency whose node syncs everything from the archives', async () => {
		killedAtChange = killAtSetChange(new Node('county-police'));
		killedAtChange.catch(() => {});
		await script('admit', NEWCOMER);
		const joiner = new Node(NEWCOMER);
		const genesis = await running()[0].rpc('chain_getBlockHash', [0]);
		assert.equal(await joiner.rpc('chain_getBlockHash', [0]), genesis);
		for (const number of [1, 2, 10]) {
			const hash = await joiner.rpc('chain_getBlockHash', [number]);
			assert.equal(hash, await new Node('county-justice').rpc('chain_getBlockHash', [number]));
		}
		// Archives still tell the first block; that is where a joiner gets it.
		for (const archive of nodes().filter((node) => node.archive)) {
			const hash = await archive.rpc('chain_getBlockHash', [1]);
			assert.ok((await archive.rpc('chain_getBlock', [hash])).block.extrinsics.length > 0);
		}
		assert.equal((await joiner.rpc('system_health')).isSyncing, false);
	});

	it('finalises the same after kill -9 while the set of validators changes', async () => {
		// Killed in the moment in which the newcomer's entry into the set became final on it.
		const { before, first } = await killedAtChange;
		const victim = before.node;
		await victim.start();
		await neverWentBack(before);
		await catchesUp(victim);
		await votesAgain(victim);
		assert.ok((await setOf(victim)) > first);
		assert.equal((await api.query.session.validators()).length, 5);
	});

	it('loses an expelled node within 30 seconds, on every node', async (t) => {
		const expelled = new Node(NEWCOMER);
		const id = u8aToHex(base58Decode(expelled.peer_id));
		const removal = script('remove', '--keep-node', NEWCOMER);
		removal.catch(() => {});
		// The chain keeps the peer until its validator is out of the set; from then on it has to go.
		await until('the chain lets the peer go', 200, async () => {
			const listed = await api.call.consortiumApi.peers();
			return listed.every((peer) => peer.toHex() !== id);
		});
		const start = Date.now();
		await until('no node is connected to the expelled one', 30, async () => {
			for (const node of remaining()) {
				if ((await node.peers()).includes(expelled.peer_id)) return false;
			}
			return true;
		});
		t.diagnostic(`gone from every node after ${((Date.now() - start) / 1000).toFixed(1)} s`);
		await removal;
		await sleep(3000);
		const stuck = await expelled.best();
		// It goes on trying for minutes; the other tests go on meanwhile.
		watch = (async () => {
			const end = Date.now() + WATCH * 1000;
			let checks = 0;
			while (Date.now() < end) {
				assert.ok((await expelled.best()) <= stuck + 1, 'the expelled node still imports blocks');
				for (const node of remaining()) {
					// Other tests kill nodes meanwhile.
					const peers = await node.peers().catch(() => []);
					assert.ok(!peers.includes(expelled.peer_id), `${node.name} let it in again`);
				}
				checks += 1;
				await sleep(2000);
			}
			return checks;
		})();
		watch.catch(() => {});
	});

	it('finalises the same after kill -9 during import, five times', async () => {
		const victim = new Node('county-court');
		const [{ signer }] = members();
		let loading = true;
		let included = 0;
		// A transaction may be lost with the block of a killed author: the load goes on.
		const load = (async () => {
			while (loading) {
				await submit(api, api.tx.utility.batchAll([]), signer, { until: 'inBlock', seconds: 15 }).then(
					() => (included += 1),
					() => {},
				);
			}
		})();
		try {
			for (let round = 0; round < 5; round += 1) {
				// Anywhere in a slot: while a block is built, sent, imported or finalised.
				await sleep(Math.random() * 1000);
				await killAndReturn(victim);
			}
		} finally {
			loading = false;
			await load;
		}
		assert.ok(included > 5, `${included} transactions were included meanwhile`);
		await votesAgain(victim);
	});

	it('upgrades by endorsement of both bodies, with its state', async (t) => {
		assert.ok(UPGRADE, 'SHEJIAO_UPGRADE_WASM names a runtime with a higher spec_version');
		const code = readFileSync(UPGRADE);
		const hash = blake2AsHex(code);
		const before = api.runtimeVersion.specVersion.toNumber();
		const memberRecords = (await api.query.consortium.memberRecords.entries()).map(([k, v]) => [k.toHex(), v.toHex()]);
		const [{ signer }] = members();

		// One body is not enough.
		await assert.rejects(
			submit(api, api.tx.endorsement.enact(api.tx.system.authorizeUpgrade(hash)), signer),
			/endorsement\.NotFound/,
		);
		await enact(api, api.tx.system.authorizeUpgrade(hash));

		const victim = new Node('county-court');
		const finalised = await finalisedBy(victim);
		const hex = `0x${code.toString('hex')}`;
		const signed = await api.tx.system.applyAuthorizedUpgrade(hex).signAsync(signer, { nonce: -1 });
		const archive = new Node('county-justice');
		const head = await archive.best();
		const sent = Date.now();
		await api.rpc.author.submitExtrinsic(signed);
		// The block with the new code is there at once, which is checked below. A node answers about it when
		// it has compiled it: ten seconds of processor time for each of those on this machine.
		await until('the victim answers with the new code', 180, async () => {
			return (await victim.rpc('state_getRuntimeVersion')).specVersion > before;
		}, 20);
		// The new runtime migrates in the next block: kill a node in the midst of it.
		await victim.kill();
		await victim.start();
		await neverWentBack(finalised);
		await catchesUp(victim);
		await votesAgain(victim);

		for (const node of remaining()) {
			const version = await until(`${node.name} runs the new runtime`, 30, async () => {
				const { specVersion } = await node.rpc('state_getRuntimeVersion');
				return specVersion > before && specVersion;
			});
			assert.equal(version, before + 1);
		}
		const block = await firstWithOtherCode(archive, head);
		const at = await archive.rpc('chain_getBlockHash', [block]);
		const stamp = await archive.rpc('state_getStorage', [api.query.timestamp.now.key(), at]);
		const took = Number(Buffer.from(stamp.slice(2), 'hex').readBigUInt64LE()) - sent;
		assert.ok(took <= 30_000, `the new code came into a block after ${took} ms`);
		await api.disconnect();
		api = await connect(running()[0]);
		const last = await api.query.system.lastRuntimeUpgrade();
		assert.equal(last.unwrap().specVersion.toNumber(), before + 1);
		const now = (await api.query.consortium.memberRecords.entries()).map(([k, v]) => [k.toHex(), v.toHex()]);
		assert.deepEqual(now, memberRecords);
		await submit(api, api.tx.utility.batchAll([]), signer);
		t.diagnostic(`spec_version ${before} -> ${before + 1} in block ${block}, ${took} ms after it was sent`);
	});

	it('keeps finalising with one of four validators killed', async () => {
		const victim = new Node('county-police');
		const before = await finalisedBy(victim);
		await victim.kill();
		const other = new Node('county-justice');
		const start = (await other.finalised()).number;
		await until('finality without one validator', 60, async () => (await other.finalised()).number >= start + 5);
		await victim.start();
		await neverWentBack(before);
		await catchesUp(victim);
		await votesAgain(victim);
	});

	describe("under the operator's manual", operatorTests);

	it(`keeps the expelled node out for ${WATCH} seconds of reconnecting`, async () => {
		const checks = await watch;
		assert.ok(checks >= WATCH / 5, `${checks} checks`);
		await script('kill', NEWCOMER);
	});
});
