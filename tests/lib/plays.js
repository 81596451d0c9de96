// Shipped scenarios, played over the running network, and what their vaults keep to themselves.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { connect } from './chain.js';
import { FOLDER, ROOT, running } from './network.js';
import { blocks, search, searcher, state } from './privacy.js';

/** The text of a shipped scenario. */
export const source = (name) => readFileSync(join(ROOT, 'scenarios', `${name}.yaml`), 'utf8');

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
export function play(path, ...options) {
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

/**
 * Tests of the enclosing suite: each of the shipped scenarios `names` goes as it is written, one after the
 * other, and nothing that their vaults hold stands on the chain; `kept` are some of those words. Gives the
 * folder of the suite, once it runs.
 */
export function playsAsWritten(names, kept) {
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

	for (const name of names) {
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
		const secrets = Object.assign({}, ...names.map((name) => secretsOf(join(folder, name, 'vault'))));
		for (const expected of kept) {
			assert.ok(Object.values(secrets).includes(expected), `${expected} is in a vault`);
		}
		for (const items of [state(node, hash), blocks(node, first, number)]) {
			const { found, searched } = await search(items, searcher(secrets));
			assert.ok(searched > 250, `${searched} items`);
			assert.deepEqual(found, []);
		}
	});

	return () => folder;
}
