// The shipped scenarios that scripts/run does not play, one after the other, each through the nodes of
// its agencies; and one that must fail.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connect } from '../lib/chain.js';
import { FOLDER, ROOT, running } from '../lib/network.js';
import { blocks, search, searcher, state } from '../lib/privacy.js';

const PLAYS = ['minor', 'parole-duplicate', 'expired-investigation'];

const source = (name) => readFileSync(join(ROOT, 'scenarios', `${name}.yaml`), 'utf8');

/** Sections of a file, with how many steps each has and how many of them must be refused. */
function sectionsOf(text) {
	const sections = [];
	for (const line of text.split('\n')) {
		if (/^ {2}- section:/.test(line)) sections.push({ steps: 0, refused: 0, requires: null });
		const section = sections.at(-1);
		if (!section) continue;
		section.requires ??= /^ {4}requires: (\S+)/.exec(line)?.[1] ?? null;
		if (/^ {6}- step:/.test(line)) section.steps += 1;
		if (/^ +expect: \{refused: /.test(line)) section.refused += 1;
	}
	return sections;
}

const sum = (sections, field) => sections.reduce((total, section) => total + section[field], 0);
const camel = (module) => module.replace(/(^|-)([a-z])/g, (_, _dash, letter) => letter.toUpperCase());

/** Sealings whose salt the chain is given: that of a party, when it takes part. */
const OPENED = ['party'];

/** What a vault holds and the chain must not: persons, what is sealed and with which salts, and keys. */
function secretsOf(vault) {
	const secrets = {};
	const sheets = (kind) => {
		const files = readdirSync(join(vault, kind));
		return files.map((file) => JSON.parse(readFileSync(join(vault, kind, file), 'utf8')));
	};
	const note = (where, value) => {
		// Codes are the same for everybody; names, documents and texts are not.
		if (/[^\x00-\x7f]|^\d{8,}$|^(0x)?[\da-f]{64}$/.test(value)) secrets[`${where} ${value}`] = value;
	};
	const noteSealing = ({ purpose, salt, value }) => {
		Object.entries(value).forEach(([field, text]) => note(`${purpose}.${field}`, text));
		if (!OPENED.includes(purpose)) note(`salt of ${purpose}`, salt);
	};
	for (const { facts, sealings } of sheets('cases')) {
		note('name', facts.person.name);
		facts.person.documents.forEach(({ kind, number }) => note(kind, number));
		sealings.forEach(noteSealing);
	}
	for (const { sealing, key } of sheets('records')) {
		note('key of a record', key);
		noteSealing(sealing);
	}
	// What was sealed before the case had a handle: decision, and cause of a restriction.
	sheets('sealings').forEach(noteSealing);
	return secrets;
}

/** `shejiao scenario run`: its exit code, the objects that it printed, and its last line of errors. */
function play(path, ...options) {
	return new Promise((done, fail) => {
		const [{ url }] = running();
		const command = ['--url', url, '--output', 'json', '--lang', 'en', 'scenario', 'run', path, '--network', FOLDER];
		const child = spawn(join(ROOT, 'target/bin/shejiao'), [...command, ...options]);
		const out = { stdout: '', stderr: '' };
		for (const name of ['stdout', 'stderr']) child[name].on('data', (data) => (out[name] += data));
		child.on('error', fail);
		child.on('close', (code) => {
			const lines = out.stdout.split('\n').filter((line) => line.startsWith('{'));
			done({ code, objects: lines.map((line) => JSON.parse(line)), error: out.stderr.trim().split('\n').at(-1) });
		});
	});
}

describe('scenarios', { timeout: 1_200_000 }, () => {
	let folder;
	let modules;
	let first;

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), 'shejiao-scenario-'));
		const api = await connect(running()[0]);
		modules = api.runtimeMetadata.asLatest.pallets.map(({ name }) => name.toString());
		await api.disconnect();
		({ number: first } = await running()[0].finalised());
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	for (const name of PLAYS) {
		it(`plays ${name} as it is written`, async (t) => {
			const sections = sectionsOf(source(name));
			const played = sections.filter(({ requires }) => !requires || modules.includes(camel(requires)));
			const skipped = sections.filter((section) => !played.includes(section));
			const { code, objects, error } = await play(join(ROOT, 'scenarios', `${name}.yaml`), '--folder', join(folder, name));
			assert.equal(code, 0, error);
			const summary = objects.at(-1);
			assert.equal(summary.scenario, name);
			assert.equal(summary.steps, sum(played, 'steps'));
			assert.equal(summary.refused, sum(played, 'refused'));
			assert.equal(summary.skipped, sum(skipped, 'steps'));
			assert.ok(summary.firstBlock < summary.finalizedBlock);
			const told = objects.filter((object) => object.step);
			assert.deepEqual(told.map(({ step }) => step), told.map((_, index) => index + 1), 'every step, in order');
			assert.equal(told.length, summary.steps);
			assert.equal(told.filter(({ refused }) => refused).length, summary.refused);
			assert.deepEqual(
				objects.filter((object) => object.requires).map(({ requires, skipped: steps }) => ({ requires, steps })),
				skipped.map(({ requires, steps }) => ({ requires, steps })),
			);
			t.diagnostic(`${summary.steps} steps, ${summary.refused} refused, ${summary.skipped} skipped, ${summary.seconds} s`);
		});
	}

	it('leaves nothing of what the plays keep to themselves in storage, calls or events', async () => {
		const [node] = running();
		const { hash, number } = await node.finalised();
		const secrets = Object.assign({}, ...PLAYS.map((name) => secretsOf(join(folder, name, 'vault'))));
		for (const expected of ['小明', '未成年人犯罪记录封存通知书', '管制三个月']) {
			assert.ok(Object.values(secrets).includes(expected), `${expected} is in a vault`);
		}
		for (const items of [state(node, hash), blocks(node, first, number)]) {
			const { found, searched } = await search(items, searcher(secrets));
			assert.ok(searched > 250, `${searched} items`);
			assert.deepEqual(found, []);
		}
	});

	it('refuses at its start a play that would wait for a day too far away', async () => {
		const text = source('expired-investigation');
		assert.equal(text.split('wait_until: calendar-end').length, 2);
		const path = join(folder, 'far.yaml');
		writeFileSync(path, text.replace('wait_until: calendar-end', 'wait_until: 2099-12-31'));
		const { code, objects, error } = await play(path, '--folder', join(folder, 'far'));
		assert.equal(code, 1);
		assert.equal(JSON.parse(error).error, 'wait-too-long');
		assert.match(JSON.parse(error).what, /2099-12-22/);
		assert.deepEqual(objects, [], 'nothing was sent');
	});

	it('ends with the difference when something comes out otherwise than expected', async () => {
		const expected = 'SubjectIdentity.CaseRegistered: {step: commission}';
		const text = source('parole-duplicate');
		assert.equal(text.split(expected).length, 2);
		const path = join(folder, 'otherwise.yaml');
		writeFileSync(path, text.replace(expected, expected.replace('commission', 'commission-fast')));
		const { code, objects, error } = await play(path, '--folder', join(folder, 'play'));
		assert.equal(code, 1);
		const { error: failure, what } = JSON.parse(error);
		assert.equal(failure, 'scenario-differs');
		for (const part of ['line ', 'SubjectIdentity.CaseRegistered.step', 'CommissionFast', 'Commission']) {
			assert.ok(what.includes(part), `${part}: ${what}`);
		}
		assert.equal(objects.filter((object) => object.step).length, 1, 'the play has ended there');
		assert.equal(objects.filter((object) => object.finalizedBlock).length, 0, 'and has no summary');
	});
});
