// One whole case, each officer through the node of its agency: from the commission of the assessment to
// the archive, as polkadot-js sees it.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { blake2AsHex } from '@polkadot/util-crypto';
import { connect, key, refusal, REFUSAL, submit } from '../lib/chain.js';
import { members } from '../lib/consortium.js';
import { running, until } from '../lib/network.js';
import { blocks, search, searcher, state } from '../lib/privacy.js';

/** Of nobody: there is no area 990000. */
const PERSON = {
	name: '岑知白',
	'name in Latin letters': 'Cen Zhibai',
	'identity number': '990000199003070013',
	telephone: '19900000000',
	address: '示例区无名街道八十八号三栋',
};
const SHEET = Object.values(PERSON).join('\n');

/** Legal days of the term: the network's day is short. */
const TERM = 12;
const CLASS = { DECISIONS: 1, RECEPTION: 2, ASSESSMENT: 3, GROUP_AND_PLAN: 7, END: 8, REVIEW: 11, CORRESPONDENCE: 12 };

/** A commitment whose salt nobody keeps. */
const commit = (sheet) => blake2AsHex(Buffer.concat([randomBytes(32), Buffer.from(sheet)]));

describe('a case', { timeout: 900_000 }, () => {
	const apis = {};
	let agencies;
	let first;
	let handle;
	let decision;
	let lawyer;
	let lastDay;
	let anchored = 0;
	let served = 0;

	const id = (name) => agencies.find((member) => member.key === name).id;
	const officer = (agency, name) => key(`${agencies.find((member) => member.key === agency).account}//${name}`);
	/** The officer's call through the node of its agency; gives the event of this name. */
	const act = async (agency, name, call, event) => {
		const api = apis[agency];
		const { events } = await submit(api, call(api.tx), officer(agency, name), { until: 'inBlock' });
		return events.find(({ method }) => method === event)?.data;
	};
	const today = async () => (await apis['county-justice'].call.legalTimeApi.today()).toNumber();
	const entry = async (of, day) => {
		day ??= await today();
		return {
			case: handle,
			class: of,
			schema: null,
			suite: 'International',
			commitment: commit(SHEET),
			ciphertext: commit(SHEET),
			size: 2,
			locator: `0x${randomBytes(32).toString('hex')}`,
			actDate: day,
			officer: null,
			seal: null,
			supersedes: null,
			derivedFrom: [],
		};
	};
	const anchor = async (agency, name, of, day) => {
		const one = await entry(of, day);
		anchored += 1;
		return (await act(agency, name, (tx) => tx.records.anchor(one), 'Anchored')).record;
	};
	const advance = async (agency, name, step, evidence) => {
		const day = await today();
		return act(agency, name, (tx) => tx.subjectIdentity.advance(handle, step, day, evidence), 'StageChanged');
	};
	/** Serve a record; each recipient gives its receipt through its own node. */
	const serve = async (agency, name, kind, record, to) => {
		const day = await today();
		const api = apis[agency];
		const recipients = to.map(([member]) => id(member));
		const call = api.tx.servedDocuments.send(handle, kind, record, recipients, day);
		const { events } = await submit(api, call, officer(agency, name), { until: 'finalised' });
		const sent = events.filter(({ method }) => method === 'DocumentSent').map(({ data }) => data.document);
		assert.equal(sent.length, to.length);
		served += to.length;
		for (const [place, [member, clerk]] of to.entries()) {
			const waiting = await until(`${member} sees the document`, 30, async () => {
				const list = await apis[member].call.servedDocumentsApi.toAnswer(id(member), sent[place], 10);
				return list.find((entry) => entry.id.eq(sent[place]));
			});
			assert.ok(waiting);
			const received = await today();
			await act(member, clerk, (tx) => tx.servedDocuments.receipt(sent[place], received, null, null));
		}
	};
	const header = async (agency) => (await apis[agency].call.subjectIdentityApi.case(handle)).unwrap();
	const stage = async (agency, wanted) =>
		until(`${agency} sees ${wanted}`, 60, async () => (await header(agency)).facts.stage.type === wanted);

	before(async () => {
		agencies = members();
		const nodes = running();
		for (const { key: name } of agencies) {
			const own = nodes.find((node) => node.name === name);
			if (own) apis[name] = await connect(own);
		}
		first = await nodes[0].best();
	});
	after(async () => {
		for (const api of Object.values(apis)) await api.disconnect();
	});

	it('is registered by the court with an assessment, under a random handle', async () => {
		const day = await today();
		const founders = {
			executing: id('county-justice'),
			deciding: id('county-court'),
			supervising: id('county-procuratorate'),
			police: id('county-police'),
			custody: null,
		};
		const identity = { suite: 'International', hash: commit(SHEET) };
		const register = (secrecy) => (tx) =>
			tx.subjectIdentity.register({ Commissioned: { fastTrack: false } }, founders, identity, commit(SHEET), secrecy, day, null);
		await assert.rejects(act('county-court', 'judge', register('Classified')), /subjectIdentity\.Classified/);
		await assert.rejects(act('county-justice', 'officer', register('Unclassified')), /subjectIdentity\.NotAuthorized/);
		const registered = await act('county-court', 'judge', register('Unclassified'), 'CaseRegistered');
		handle = registered.case.toHex();
		assert.equal(handle.length, 34);
		await stage('county-police', 'PreDecision');
		const clocks = await apis['county-court'].call.statutoryClocksApi.openClocks({ Case: handle });
		assert.deepEqual(clocks.map(({ kind }) => kind.unwrap().id.toNumber()), [1], 'L1');
	});

	it('is assessed, decided and served', async () => {
		const letter = await anchor('county-court', 'judge', CLASS.CORRESPONDENCE);
		const justice = ['county-justice', 'officer'];
		const court = ['county-court', 'judge'];
		const procuratorate = ['county-procuratorate', 'procurator'];
		const police = ['county-police', 'officer'];
		await serve('county-court', 'judge', 'Commission', letter, [justice, procuratorate]);
		const opinion = await anchor('county-justice', 'officer', CLASS.ASSESSMENT);
		await serve('county-justice', 'officer', 'Opinion', opinion, [court, procuratorate]);
		decision = await anchor('county-court', 'judge', CLASS.DECISIONS);
		await advance('county-court', 'judge', { Decide: { category: 'SuspendedSentence' } }, decision);
		await serve('county-court', 'judge', 'EffectNotice', letter, [justice]);
		await serve('county-court', 'judge', 'ExecutionDocuments', decision, [justice, procuratorate, police]);
		await stage('county-procuratorate', 'AwaitingReception');
	});

	it('is received when the group is lawful, by a state functionary', async () => {
		const reported = await anchor('county-justice', 'officer', CLASS.RECEPTION);
		const group = await anchor('county-justice', 'officer', CLASS.GROUP_AND_PLAN);
		const receive = (groupLawful) => ({ Receive: { group, groupLawful } });
		await assert.rejects(
			advance('county-justice', 'officer', receive(false), reported),
			/subjectIdentity\.GroupNotConfirmed/,
		);
		await assert.rejects(
			advance('county-justice', 'social-worker', receive(true), reported),
			/subjectIdentity\.NotAuthorized/,
		);
		await advance('county-justice', 'officer', receive(true), reported);
		await stage('county-court', 'Open');
	});

	it('has a representative who may acknowledge and nothing else', async () => {
		const api = apis['county-justice'];
		lawyer = key(`//lawyer//${randomBytes(8).toString('hex')}`);
		const acknowledge = api.tx.representatives.acknowledge(handle, decision);
		assert.equal(await refusal(api, acknowledge, lawyer), REFUSAL.NotAdmitted);
		const until = (await today()) + 100;
		const appoint = (tx) => tx.representatives.appoint(handle, lawyer.address, 'Lawyer', commit(SHEET), until, decision);
		await act('county-justice', 'officer', appoint);
		await submit(api, acknowledge, lawyer, { until: 'inBlock' });
		const day = await today();
		const archive = api.tx.subjectIdentity.advance(handle, 'Archive', day, decision);
		assert.equal(await refusal(api, archive, lawyer), REFUSAL.CallNotOpen);
	});

	it('takes many records at once, or none and names the bad one', async () => {
		const api = apis['county-justice'];
		const good = await entry(CLASS.CORRESPONDENCE);
		const bad = { ...(await entry(CLASS.CORRESPONDENCE)), class: 99 };
		const officerAddress = officer('county-justice', 'officer').address;
		const checked = await api.call.recordsApi.checkBatch(officerAddress, [good, good, bad]);
		assert.equal(checked.asErr.entry.unwrap().toNumber(), 2);
		const before = (await api.query.records.nextRecord()).toNumber();
		await assert.rejects(
			act('county-justice', 'officer', (tx) => tx.records.anchorBatch([good, good, bad])),
			/records\.UnknownClass/,
		);
		assert.equal((await api.query.records.nextRecord()).toNumber(), before, 'nothing of the batch');
		await act('county-justice', 'officer', (tx) => tx.records.anchorBatch([good, good, good]));
		anchored += 3;
	});

	it('has an exit ban that the police gets and that ends', async () => {
		const letter = await anchor('county-justice', 'officer', CLASS.CORRESPONDENCE);
		const day = await today();
		const opened = await act(
			'county-justice',
			'officer',
			(tx) => tx.subjectIdentity.openInterval(handle, 'ExitBan', commit(SHEET), day, letter),
			'IntervalOpened',
		);
		await serve('county-justice', 'officer', 'ExitBan', letter, [['county-police', 'officer']]);
		const cancelled = await anchor('county-justice', 'officer', CLASS.CORRESPONDENCE);
		const ended = await today();
		await act(
			'county-justice',
			'officer',
			(tx) => tx.subjectIdentity.closeInterval(handle, opened.number, ended, cancelled),
			'IntervalClosed',
		);
		await until('the police see that it has ended', 60, async () => {
			const [interval] = await apis['county-police'].call.subjectIdentityApi.intervals(handle, opened.number, 1);
			return interval?.ended.isSome;
		});
	});

	it('has a record that the person disputes, and is told so at every agency', async () => {
		const api = apis['county-justice'];
		const disputed = await anchor('county-justice', 'officer', CLASS.CORRESPONDENCE);
		const reasons = await anchor('county-procuratorate', 'procurator', CLASS.REVIEW);
		await until('the reasons are seen', 30, async () => (await api.query.records.headers(reasons)).isSome);
		await submit(api, api.tx.records.dispute(disputed, reasons), lawyer, { until: 'inBlock' });
		const status = async (agency) => {
			const record = await apis[agency].call.recordsApi.record(disputed, 'Agency');
			return record.isSome ? record.unwrap().info.header.status.type : null;
		};
		await until('the court sees the dispute', 60, async () => (await status('county-court')) === 'Disputed');
		await submit(api, api.tx.records.settle(disputed, 'Withdrawn', null), lawyer, { until: 'inBlock' });
		await until('the court sees it taken back', 60, async () => (await status('county-court')) === 'Trusted');
		// What held in between is still told.
		const { history } = (await apis['county-court'].call.recordsApi.record(disputed, 'Agency')).unwrap();
		assert.deepEqual(history.map(([, then]) => then.type), ['Trusted', 'Disputed', 'Trusted']);
		for (const [since, then] of history) {
			const told = await apis['county-court'].call.recordsApi.statusAt(disputed, since);
			assert.equal(told.unwrap().type, then.type);
		}
	});

	it('is supervised: the procuratorate gives notice, the bureau answers', async () => {
		const day = await today();
		const justice = id('county-justice');
		const { notice } = await act(
			'county-procuratorate',
			'procurator',
			(tx) => tx.oversight.issueNotice('Violation', justice, { Sealed: commit(SHEET) }, day, day + 20),
			'NoticeIssued',
		);
		await until('the bureau sees the notice', 60, async () => {
			const open = await apis['county-justice'].call.oversightApi.notices(justice, 'Addressee', notice, 1);
			return open.length === 1 && open[0][0].eq(notice);
		});
		const clocks = await apis['county-justice'].call.statutoryClocksApi.openClocks({ Notice: notice });
		assert.deepEqual(clocks.map(({ kind }) => kind.unwrap().id.toNumber()), [35], 'L35');
		const replied = await today();
		const reply = (tx) => tx.oversight.reply(notice, 'Adopted', { Sealed: commit(SHEET) }, replied);
		await assert.rejects(act('county-justice', 'officer', reply), /oversight\.NotAuthorized/);
		await act('county-justice', 'head', reply, 'NoticeAnswered');
		await until('the procuratorate sees the answer', 60, async () => {
			const seen = await apis['county-procuratorate'].call.oversightApi.notice(notice);
			return seen.unwrap().status.type === 'Answered';
		});
		await act('county-procuratorate', 'procurator', (tx) => tx.oversight.closeNotice(notice), 'NoticeClosed');
	});

	it('has a term that one officer computes and another confirms', async () => {
		const day = await today();
		lastDay = day + TERM;
		await act('county-justice', 'officer', (tx) =>
			tx.subjectIdentity.computeTerm(handle, lastDay, commit(SHEET), day, decision),
		);
		const confirm = (tx) => tx.subjectIdentity.confirmTerm(handle, 0);
		await assert.rejects(act('county-justice', 'officer', confirm), /subjectIdentity\.NotAuthorized/);
		await act('county-justice', 'head', confirm, 'TermConfirmed');
		assert.equal((await header('county-justice')).facts.lastDay.unwrap().toNumber(), lastDay);
		const { due } = apis['county-justice'].call.statutoryClocksApi;
		const page = await due(id('county-justice'), lastDay, null, 100);
		const kinds = page.clocks.filter(({ subject }) => subject.isCase).map(({ kind }) => kind.unwrap().id.toNumber());
		assert.ok(kinds.includes(31), `the certificate is due (L31): ${kinds}`);
	});

	it('answers those who take part, and everybody else alike', async () => {
		const { mayI } = apis['county-police'].call.subjectIdentityApi;
		const archive = { Advance: 'Archive' };
		const head = await mayI(officer('county-justice', 'head').address, handle, archive);
		assert.ok(head.isNo && head.asNo.remedy.isOtherStage, head.toString());
		const stranger = officer('city-justice', 'head').address;
		const one = await mayI(stranger, handle, archive);
		const other = await mayI(stranger, `0x${'00'.repeat(16)}`, archive);
		assert.ok(one.isNotAvailable && other.isNotAvailable);
	});

	it('ends by rule at 24:00 of the last day, with its certificate', async () => {
		await until('the last day comes', 300, async () => (await today()) >= lastDay);
		const certificate = await anchor('county-justice', 'officer', CLASS.END, lastDay);
		await act('county-justice', 'officer', (tx) => tx.subjectIdentity.certify(handle, lastDay, certificate), 'CertificateEntered');
		await serve('county-justice', 'officer', 'EndNotice', certificate, [
			['county-court', 'judge'],
			['county-procuratorate', 'procurator'],
			['county-police', 'officer'],
		]);
		await stage('county-court', 'Ended');
		const appraisal = await anchor('county-justice', 'officer', CLASS.END);
		await serve('county-justice', 'officer', 'AfterCareHandOver', appraisal, [['county-procuratorate', 'procurator']]);
		await advance('county-justice', 'officer', 'BeginAfterCare', appraisal);
		await advance('county-justice', 'head', 'Archive', appraisal);
		await stage('county-police', 'Archived');
	});

	it('can be told as a whole from the node of another agency', async () => {
		const { subjectIdentityApi, recordsApi, statutoryClocksApi, servedDocumentsApi } = apis['county-procuratorate'].call;
		const transitions = await subjectIdentityApi.transitions(handle, 0, 100);
		assert.deepEqual(transitions.map(({ transition }) => transition.to.type), [
			'PreDecision',
			'AwaitingReception',
			'Open',
			'Ended',
			'AfterCare',
			'Archived',
		]);
		assert.equal(transitions[3].transition.step.type, 'EndByRule');
		assert.equal(transitions[3].transition.act.date.toNumber(), lastDay);
		// What could be told then is told now.
		for (const { transition } of transitions) {
			const { entered } = transition.act;
			assert.equal((await subjectIdentityApi.stageAt(handle, entered)).unwrap().type, transition.to.type);
			const roles = await subjectIdentityApi.rolesAt(handle, id('county-police'), entered);
			assert.notEqual(roles.toNumber(), 0, 'the police has had a part since the registration');
		}
		assert.ok((await subjectIdentityApi.stageAt(handle, 0)).isNone);
		const { records } = await recordsApi.recordsOf(handle, 0, 100, true, 'Agency');
		assert.equal(records.length, anchored);
		assert.ok(records.every(({ header }) => header.status.isTrusted || header.status.isAnchored));
		const documents = await servedDocumentsApi.documentsOf(handle, 0, 100);
		assert.equal(documents.length, served);
		assert.ok(documents.every(({ document }) => document.receipt.isSome));
		assert.equal((await statutoryClocksApi.openClocks({ Case: handle })).length, 0);
	});

	it('left nothing personal in storage, calls or events', async () => {
		const node = running().find(({ name }) => name === 'county-procuratorate');
		const { hash, number } = await node.finalised();
		const tells = searcher(PERSON);
		const told = (items) => search(items, tells);
		for (const items of [state(node, hash), blocks(node, first, number)]) {
			const { found, searched } = await told(items);
			assert.ok(searched > 250, `${searched} items`);
			assert.deepEqual(found, []);
		}
		// The search finds what it looks for, in the keys and in the values of a state, and nothing between bytes.
		const name = Buffer.from(PERSON.name).toString('hex');
		const holding = (key, value) => ({
			rpc: async (method, [, , last]) => {
				if (method === 'state_getKeysPaged') return last === null ? [key] : [];
				return [{ changes: [[key, value]] }];
			},
		});
		assert.ok((await told(state(holding('0x26aa', `0x00${name}00`), hash))).found.length > 0);
		assert.ok((await told(state(holding(`0x26aa${name}`, '0x00'), hash))).found.length > 0);
		assert.deepEqual((await told(state(holding('0x26aa', `0x0${name}0`), hash))).found, []);
	});
});
