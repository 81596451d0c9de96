// What officers do with the client, each through the node of its agency and with the agency's vault: a
// case that the court registers, running cases that the bureau takes over, and what the day asks then.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { members } from '../lib/consortium.js';
import { cliFinal, running, until } from '../lib/network.js';

/** Of nobody: no province has the number, and Utopia no passports. */
const SHEET = `
person:
  name: 赵某某
  sex: male
  born: 1985-05-05
  documents:
    - {kind: resident-id, number: "990000198505050018"}
    - {kind: passport, number: UTO000006}
  details: {telephone: "000"}
decision: {document: 调查评估委托函}
`;
const COLUMNS =
	'name,sex,born,id_kind,id_number,id2_kind,id2_number,category,last_day,on_paper,deciding,supervising,police,' +
	'restricted,secrecy,unit,officer,paper_file';

/** A day as the client writes it, so many later. */
const plus = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const URGENCY = ['gravest', 'overdue', 'today', 'serious', 'soon', 'open'];

const refused = (code) => (error) => {
	assert.equal(error.code, code, error.message);
	return true;
};

describe('the client of an officer', { timeout: 300_000 }, () => {
	let agencies;
	let nodes;
	let folder;
	let today;
	/** So that the assessment is overdue whatever the calendar says. */
	let longAgo;
	let handle;
	let commission;
	let taken;

	const id = (name) => agencies.find((member) => member.key === name).id;
	const path = (name) => join(folder, name);
	const write = (name, text) => {
		writeFileSync(path(name), text);
		return path(name);
	};
	/** An officer through the node of its agency, or where that has none through the bureau's. */
	const as = (agency, officer, ...args) => {
		const node = nodes.find(({ name }) => name === agency) ?? nodes.find(({ name }) => name === 'county-justice');
		return cliFinal(node, '--signer', `//${agency}//${officer}`, '--vault', path(agency), ...args);
	};
	const event = (report, name) => report.events.find((one) => one.name === name)?.fields;
	/** A row of a table of running cases. */
	const row = (change) => {
		const good = {
			name: '李某某',
			sex: 'female',
			born: '1985-06-15',
			id_kind: 'resident-id',
			id_number: '990000198506150029',
			category: 'public-surveillance',
			last_day: plus(today, 400),
			on_paper: today,
			deciding: id('county-court'),
			supervising: id('county-procuratorate'),
			police: id('county-police'),
			secrecy: 'unclassified',
			paper_file: '2026-001',
		};
		const values = { ...good, ...change };
		return COLUMNS.split(',').map((name) => values[name] ?? '').join(',');
	};
	const table = (name, rows) => write(name, [COLUMNS, ...rows.map(row), ''].join('\n'));

	before(async () => {
		agencies = members();
		nodes = running();
		folder = mkdtempSync(join(tmpdir(), 'shejiao-client-'));
		({ today } = await as('county-justice', 'head', 'time', 'show'));
		longAgo = plus(today, -40);
	});
	after(() => rmSync(folder, { recursive: true }));

	it('registers a case from its sheet, and none that is classified', async () => {
		const register = (secrecy) =>
			as('county-court', 'judge', 'case', 'register', write('sheet.yaml', SHEET), '--opening', 'commissioned',
				'--executing', id('county-justice'), '--deciding', id('county-court'),
				'--supervising', id('county-procuratorate'), '--police', id('county-police'),
				'--secrecy', secrecy, '--date', longAgo);
		await assert.rejects(register('classified'), refused('SubjectIdentity.Classified'));
		assert.deepEqual(readdirSync(path('county-court/drafts')), [], 'no sheet of what was refused');
		handle = event(await register('unclassified'), 'SubjectIdentity.CaseRegistered').case;
		assert.equal(handle.length, 34);
		const sheet = await as('county-court', 'judge', 'case', 'sheet', handle.slice(2, 8));
		assert.equal(sheet.personName, '赵某某');
	});

	it('anchors a document, and tells a changed file from it', async () => {
		const letter = write('commission.txt', 'Commission of an assessment (invented)\n');
		const report = await as('county-court', 'clerk', 'record', 'anchor', letter, '--case', handle,
			'--class', 'correspondence', '--kind', 'commission', '--date', longAgo);
		commission = event(report, 'Records.Anchored').record;
		const same = await as('county-court', 'clerk', 'record', 'verify', letter);
		assert.deepEqual([same.record, same.holds, same.commitmentAgrees], [commission, true, 'same']);
		const changed = write('changed.txt', `${readFileSync(letter, 'utf8')}.`);
		const verify = (...args) => as('county-court', 'clerk', 'record', 'verify', changed, ...args);
		await assert.rejects(verify('--record', commission), refused('file-differs'));
		await assert.rejects(verify(), refused('no-record-of-file'));
	});

	it('serves a document', async () => {
		const to = [id('county-justice'), id('county-procuratorate')].join(',');
		const report = await as('county-court', 'clerk', 'document', 'send', handle, 'commission', '--record', commission,
			'--to', to, '--date', longAgo);
		const sent = report.events.filter(({ name }) => name === 'ServedDocuments.DocumentSent');
		assert.equal(sent.length, 2);
		// On paper it came then, and the assessment counts from there.
		const [{ fields }] = sent.filter((one) => one.fields.recipient === id('county-justice'));
		await as('county-justice', 'officer', 'document', 'deliver', fields.document, '--date', longAgo);
	});

	it('takes nothing over from a table with faults, and names each by line and column', async () => {
		const station = (await as('county-justice', 'head', 'unit', 'list', '--member', id('county-police')))[0].unit;
		const broken = table('broken.csv', [
			{ supervising: id('county-court') },
			{ id_kind: 'passport', id_number: 'UTO000011', unit: station },
			{ id_kind: 'passport', id_number: 'UTO000012', last_day: plus(today, -1) },
			{ born: '1985-06-16' },
			{ id_kind: 'passport', id_number: 'UTO000013', id2_kind: 'passport', id2_number: 'UTO000014' },
			{ id_kind: 'passport', id_number: 'UTO000015', deciding: id('county-procuratorate'), police: id('county-court') },
			{ id_kind: 'passport', id_number: 'UTO000016', officer: '//county-court//judge' },
		]);
		const count = async () => (await as('county-justice', 'head', 'case', 'list')).length;
		const before = await count();
		for (const dry of [['--dry-run'], []]) {
			await assert.rejects(as('county-justice', 'head', 'case', 'import', broken, ...dry), (error) => {
				assert.equal(error.code, 'import-faults');
				assert.deepEqual(error.answer.map(({ line, column }) => [line, column]), [
					[2, 'supervising'],
					[3, 'unit'],
					[4, 'last_day'],
					[5, 'born'],
					[6, 'id2_kind'],
					[7, 'deciding'],
					[7, 'police'],
					[8, 'officer'],
				]);
				return true;
			});
		}
		// Who may not import is told so once, whatever the table.
		await assert.rejects(as('county-justice', 'officer', 'case', 'import', broken), (error) => {
			assert.equal(error.answer, null);
			return refused('SubjectIdentity.NotAuthorized')(error);
		});
		assert.equal(await count(), before);
		for (const kept of ['cases', 'drafts', 'imports']) {
			assert.deepEqual(readdirSync(path(`county-justice/${kept}`)), [], kept);
		}
	});

	it('takes running cases over', async () => {
		const good = table('good.csv', [
			{ officer: '//county-justice//officer' },
			{ name: '张某某', sex: 'male', born: '1978-11-30', id_number: '990000197811300033', paper_file: '2026-002',
				last_day: plus(today, 20), officer: '//county-justice//second-officer' },
			{ name: '赵某某', sex: 'male', born: '1985-05-05', id_kind: 'passport', id_number: 'uto 000006', paper_file: '2026-003' },
		]);
		const dry = await as('county-justice', 'head', 'case', 'import', good, '--dry-run');
		assert.deepEqual([dry.rows, dry.doneBefore, dry.faults], [3, 0, 0]);
		const done = await as('county-justice', 'head', 'case', 'import', good);
		assert.deepEqual([done.doneRows, done.leftRows], [3, 0]);
		const again = await as('county-justice', 'head', 'case', 'import', good);
		assert.deepEqual([again.doneBefore, again.doneRows, again.leftRows], [3, 3, 0]);
		const list = await as('county-justice', 'head', 'case', 'list', '--open');
		const of = (name) => list.find(({ personName, stage }) => personName === name && stage === 'open').case;
		taken = { own: of('李某某'), colleagues: of('张某某'), nobodys: of('赵某某') };
	});

	it('shows an officer with cases of its own what nobody has yet, in the order of harm', async () => {
		const asked = (...args) => as('county-justice', 'officer', 'today', ...args);
		const tasks = await until('the letter and the clock', 30, async () => {
			const list = await asked();
			const of = (what) => list.find((task) => task.case === handle && task.what === what);
			return of('clock') && of('document') && list;
		});
		const [clock, letter] = ['clock', 'document'].map((what) => tasks.find((task) => task.case === handle && task.what === what));
		assert.deepEqual([clock.about, clock.urgency, clock.whose], ['L1', 'overdue', 'everybody']);
		assert.deepEqual([letter.about, letter.whose], ['commission', 'everybody']);
		assert.ok(tasks.every((task) => task.whose !== 'colleague'), 'a colleague has its own day');
		const ranks = tasks.map((task) => [URGENCY.indexOf(task.urgency), task.due ?? '9999']);
		assert.deepEqual(ranks, ranks.toSorted(([a, b], [c, d]) => a - c || b.localeCompare(d)));
		const all = await asked('--all');
		const colleagues = all.filter((task) => task.whose === 'colleague');
		assert.ok(colleagues.some((task) => task.case === taken.colleagues), JSON.stringify(all));
	});

	it('answers those with a part whether they may, and everybody else alike', async () => {
		const may = (agency, officer, action) => as(agency, officer, 'may-i', handle, action);
		assert.equal((await may('county-court', 'judge', 'decide')).answer, 'yes');
		const no = await may('county-justice', 'officer', 'decide');
		assert.deepEqual([no.answer, no.why, no.remedy], ['no', 'SubjectIdentity.NotAuthorized', 'ask-officer']);
		assert.ok(no.article.law);
		for (const officer of ['head', 'nobody']) {
			assert.equal((await may('city-justice', officer, 'decide')).answer, 'not-available');
		}
		await assert.rejects(as('city-justice', 'nobody', 'case', 'list'), (error) => {
			assert.match(error.message, /^5\w+ acts for no agency/);
			return refused('no-part-in-consortium')(error);
		});
	});

	it('lists clocks and alerts', async () => {
		const clocks = await as('county-justice', 'officer', 'clock', 'list');
		const assessment = clocks.find(({ kind, subject }) => kind === 'L1' && subject === `case ${handle}`);
		assert.equal(assessment.owner, id('county-justice'));
		const alerts = await until('the alert of the clock', 30, async () => {
			const list = await as('county-justice', 'head', 'alert', 'list');
			return list.some(({ subject }) => subject === `clock ${assessment.clock}`) && list;
		});
		const alert = alerts.find(({ subject }) => subject === `clock ${assessment.clock}`);
		assert.deepEqual([alert.rule, alert.owner], ['clock-expired', id('county-justice')]);
	});

	it('gives a receipt, which the sender sees', async () => {
		const own = ({ case: about, recipient }) => about === handle && recipient === id('county-justice');
		const [document] = (await as('county-justice', 'officer', 'document', 'to-answer')).filter(own);
		await as('county-justice', 'officer', 'document', 'receipt', document.documentId);
		await until('the court sees the receipt', 30, async () => {
			const [sent] = (await as('county-court', 'clerk', 'document', 'list', handle)).filter(own);
			return sent.receipted !== null;
		});
		const left = await as('county-justice', 'officer', 'document', 'to-answer');
		assert.deepEqual(left.filter(own), []);
	});

	it('answers with its opinion, which ends the clock', async () => {
		const opinion = await as('county-justice', 'officer', 'record', 'anchor', write('opinion.txt', 'Opinion (invented)\n'),
			'--case', handle, '--class', 'assessment', '--kind', 'opinion');
		const { record } = event(opinion, 'Records.Anchored');
		const send = (...to) =>
			as('county-justice', 'officer', 'document', 'send', handle, 'opinion', '--record', record, '--to', to.map(id).join(','));
		await assert.rejects(send('county-court'), refused('ServedDocuments.CopyMissing'));
		await send('county-court', 'county-procuratorate');
		assert.deepEqual(await as('county-justice', 'officer', 'clock', 'list', '--case', handle), []);
	});

	it('removes a sealed party of a case whose sheet is elsewhere, once', async () => {
		const [member, other] = [id('intermediate-court'), id('city-procuratorate')];
		const party = (verb, ...args) => as('county-justice', 'head', 'case', 'party', verb, handle, ...args);
		await assert.rejects(party('remove-sealed', member), refused('no-sealed-party'));
		await party('add-sealed', member, '--by', 'decision', '--basis', 'invented');
		const sealed = async () => (await party('list')).filter(({ tag }) => tag !== null).map((one) => one.sealed);
		assert.deepEqual(await sealed(), [true]);
		await assert.rejects(party('remove-sealed', other), refused('no-sealed-party'));
		await party('remove-sealed', member);
		assert.deepEqual(await sealed(), [false]);
		await assert.rejects(party('remove-sealed', member), refused('party-not-sealed'));
	});

	it('takes over a sheet that the chain proves, and finds the person twice by its tags', async () => {
		const register = (about, ...args) => as('county-justice', 'officer', 'case', 'tags', 'register', about, ...args);
		await as('county-justice', 'officer', 'case', 'tags', 'key');
		await assert.rejects(register(handle), refused('no-sheet'));
		const file = path('handed-over.json');
		await as('county-court', 'judge', 'case', 'sheet', handle, '--out', file);
		assert.equal(statSync(file).mode & 0o777, 0o600);
		const text = readFileSync(file, 'utf8');
		assert.doesNotMatch(text, /委托函|telephone/, 'the person alone');
		const add = (from) => as('county-justice', 'officer', 'case', 'sheet', handle, '--add', from);
		const another = write('another.json', text.replaceAll('UTO000006', 'UTO000007'));
		await assert.rejects(add(another), refused('sheet-of-another'));
		assert.equal((await add(file)).personName, '赵某某');
		await assert.rejects(add(file), refused('sheet-here'));

		const first = await register(handle, '--kind', 'passport');
		assert.equal(event(first, 'IdentityTags.TagsRegistered').count, 1);
		await assert.rejects(register(taken.own, '--kind', 'passport'), refused('no-such-document'));
		assert.ok(event(await register(taken.nobodys), 'IdentityTags.DuplicateProposed'));
		const [proposal] = await as('county-justice', 'officer', 'case', 'duplicates', 'list', handle);
		assert.deepEqual([proposal.state, proposal.other], ['proposed', taken.nobodys]);
	});

	it('shows the whole file at the node of another agency', async () => {
		const file = await until('the police sees the file', 30, async () => {
			const seen = await as('county-police', 'officer', 'case', 'show', handle);
			return seen.records.length === 2 && seen;
		});
		assert.deepEqual([file.case, file.stage, file.restricted], [handle, 'pre-decision', false]);
		assert.deepEqual(file.parties.map(({ member }) => member).sort((a, b) => a - b), [
			id('county-justice'),
			id('county-court'),
			id('county-procuratorate'),
			id('county-police'),
		].sort((a, b) => a - b));
		assert.ok(file.records.some(({ record }) => record === commission));
		assert.deepEqual(file.steps.map(({ step, lateEntry }) => [step, lateEntry]), [['commission', true]]);
		assert.equal(file.personName, undefined);
		await assert.rejects(as('county-police', 'officer', 'case', 'show', handle, '--open'), refused('no-sheet'));
	});
});
