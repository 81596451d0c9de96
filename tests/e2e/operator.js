// What the operator's manual tells, done as it is written there, by the client and the node binary.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { cli, FOLDER, Node, sleep, until } from '../lib/network.js';

const authored = (node) => (node.log.match(/Pre-sealed block/g) ?? []).length;

export function operatorTests() {
	it('rotates session keys with one command, and the validator goes on with the new ones', async () => {
		const node = new Node('county-police');
		const session = await sessionOf(node);
		const report = await cli(node, '--signer', '//county-police//validator', 'validator', 'set-keys');
		assert.ok(report.block > 0);
		// They act two sessions later.
		await until('three sessions', 120, async () => (await sessionOf(node)) >= session + 3);
		const then = authored(node);
		await until('blocks authored with the new keys', 40, () => authored(node) >= then + 2);
		assert.doesNotMatch(node.log.split('---- started').at(-1), /VALIDATOR KEYS MISSING/);
	});

	it('refuses to let a validator leave when too few would stay', async () => {
		const node = new Node('county-court');
		await assert.rejects(
			cli(node, '--signer', '//county-court', 'validator', 'leave'),
			(error) => error.code === 'Validators.BelowMinimum',
		);
	});

	it('takes a node key off the list and puts it on again', async () => {
		const node = new Node('county-court');
		const peer = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp';
		const listed = async () => (await cli(node, 'peer', 'list')).some((entry) => entry.peer === peer);
		await cli(node, '--signer', '//county-court', 'peer', 'add', peer);
		assert.equal(await listed(), true);
		await cli(node, '--signer', '//county-court', 'peer', 'remove', peer);
		assert.equal(await listed(), false);
	});

	it('syncs a node again that lost its database and kept its keys', async () => {
		const node = new Node('county-court');
		const before = await node.finalised();
		await node.kill();
		const chains = join(node.folder, 'data/chains');
		for (const chain of readdirSync(chains)) {
			rmSync(join(chains, chain, 'paritydb'), { recursive: true });
			assert.ok(readdirSync(join(chains, chain, 'keystore')).length >= 2);
		}
		// Its votes of the last rounds are forgotten with the database: let those rounds pass.
		await sleep(5000);
		await node.start();
		await until('the same chain again', 120, async () => (await node.finalised()).number >= before.number);
		assert.equal(await node.rpc('chain_getBlockHash', [before.number]), before.hash);
		const then = authored(node);
		await until('blocks authored again', 60, () => authored(node) > then);
	});

	it("replaces an institution's key, and the old one signs no more", async () => {
		const node = new Node('county-procuratorate');
		const folder = join(FOLDER, 'intermediate-court');
		mkdirSync(folder, { recursive: true });
		const file = join(folder, 'institution.json');
		await cli(node, 'key', 'generate', '--out', file);
		await cli(node, '--signer', '//intermediate-court', 'member', 'change-key', '--new', file);
		await assert.rejects(
			cli(node, '--signer', '//intermediate-court', 'member', 'withdraw'),
			(error) => error.code === 'Gate.KeyRetired',
		);
		const { block } = await cli(node, '--signer', file, 'member', 'withdraw');
		assert.ok(block > 0);
		await cli(node, '--signer', file, 'member', 'revoke-withdrawal');
	});
}

/** Number of the current session. */
async function sessionOf(node) {
	const key = '0xcec5070d609dd3497f72bde07fc96ba072763800a36a99fdfc7c10f6415f6ee6';
	const value = await node.rpc('state_getStorage', [key]);
	return value ? Buffer.from(value.slice(2), 'hex').readUInt32LE() : 0;
}
