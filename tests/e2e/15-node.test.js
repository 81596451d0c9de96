// The node binary by itself: --dev, and what it says to mistakes.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connect, key, submit } from '../lib/chain.js';
import { ROOT, until } from '../lib/network.js';

const BINARY = join(ROOT, 'target/bin/shejiao-node');
const PORTS = { rpc: 10744, p2p: 31133, prometheus: 10415 };
const flags = ['--rpc-port', PORTS.rpc, '--port', PORTS.p2p, '--prometheus-port', PORTS.prometheus].map(String);

/** What the node says when it gives up: everything on stderr, and that it failed. */
function givesUp(...args) {
	const { status, stderr } = spawnSync(BINARY, args, { encoding: 'utf8', timeout: 60_000 });
	assert.ok(status > 0, `'${args.join(' ')}' ended with ${status}`);
	return stderr.trim();
}

/** The same, where one line must do. */
function saysInOneLine(pattern, ...args) {
	const said = givesUp(...args).split('\n').filter((line) => /error/i.test(line));
	assert.equal(said.length, 1, said.join('\n'));
	assert.match(said[0], pattern);
}

describe('the node', { timeout: 180_000 }, () => {
	let folder;
	let dev;

	before(() => {
		folder = mkdtempSync(join(tmpdir(), 'shejiao-'));
		dev = spawn(BINARY, ['--dev', '--base-path', join(folder, 'dev'), ...flags], { stdio: 'ignore' });
	});
	after(async () => {
		if (dev?.kill('SIGKILL')) await once(dev, 'exit');
		rmSync(folder, { recursive: true, force: true });
	});

	it('runs a chain of one with --dev, founders and officers included', async () => {
		const node = { url: `ws://127.0.0.1:${PORTS.rpc}` };
		const answer = () => fetch(`http://127.0.0.1:${PORTS.rpc}/health`);
		await until('--dev answers', 60, async () => (await answer()).ok);
		const api = await connect(node);
		try {
			await submit(api, api.tx.utility.batchAll([]), key('//Alice'));
			assert.ok((await api.query.consortium.memberRecords.entries()).length >= 1);
			const officer = await api.call.officersApi.officer(key('//Alice//head').address);
			assert.ok(officer.isSome);
		} finally {
			await api.disconnect();
		}
	});

	it('answers health on the RPC port and serves Prometheus', async () => {
		const health = await fetch(`http://127.0.0.1:${PORTS.rpc}/health`);
		assert.equal(health.status, 200);
		const metrics = await fetch(`http://127.0.0.1:${PORTS.prometheus}/metrics`).then((r) => r.text());
		assert.match(metrics, /substrate_block_height\{status="finalized"/);
	});

	it('names a port that is in use', () => {
		saysInOneLine(new RegExp(String(PORTS.rpc)), '--dev', '--base-path', join(folder, 'second'), ...flags);
	});

	it('names an unknown chain', () => {
		saysInOneLine(/nowhere/, '--chain', 'nowhere');
	});

	it('names a missing node key file', () => {
		const file = join(folder, 'no-such-key');
		saysInOneLine(/no-such-key/, '--chain', 'local', '--base-path', join(folder, 'third'), '--node-key-file', file);
	});

	it('names the field of a consortium file that is at fault', () => {
		const text = readFileSync(join(ROOT, 'chain-specs/local.toml'), 'utf8');
		const cases = [
			[/account = "\/\/county-court"/, 'account = "//county-justice"', /member\[5\]\.account/],
			[/kind = "public-security"/, 'kind = "police"', /member\[7\]\.kind/],
			[/area = 440604/, 'area = 44', /member\[4\]\.area/],
			[/minimum-validators = 4/, 'minimum-validators = "four"', /minimum-validators|line/],
		];
		for (const [what, instead, field] of cases) {
			const file = join(folder, 'broken.toml');
			assert.match(text, what);
			writeFileSync(file, text.replace(what, instead));
			assert.match(givesUp('build-spec', '--consortium', file, '--raw'), field);
		}
	});
});
