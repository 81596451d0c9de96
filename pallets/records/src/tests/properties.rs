//! Random histories against a model that keeps lists.

use super::{model::*, *};
use crate::{
	classes::{founding, POSITIONS},
	Attestations, CaseCount, Disputes, RecheckId, Retention, SchemaRef, Settlement, ShredProposals,
	Uploads,
};
use frame_support::dispatch::DispatchResultWithPostInfo;
use proptest::prelude::*;
use shejiao_primitives::{case::OnCase, ids::DrawId, record::RecordIndex, subject::Subject};
use shejiao_testing::{
	property::{histories, Tally},
	take_heard, Heard, MockDraw, START,
};
use sp_runtime::DispatchResult;
use std::collections::BTreeSet;

const CALLS: [&str; 17] = [
	"set_class",
	"retire_class",
	"anchor",
	"anchor_batch",
	"anchor_device_root",
	"attest",
	"dispute",
	"settle",
	"seal_record",
	"unseal_record",
	"freeze",
	"propose_shred",
	"confirm_shred",
	"withdraw_shred",
	"add_lineage",
	"request_recheck",
	"answer_recheck",
];

const CLASSES: [ClassId; 3] = [classes::SUPERVISION, classes::CIRCUMSTANCES, classes::REVIEW];
const WRITERS: [u64; 5] = [CLERK, CHIEF, JUDGE, PROCURATOR, CONSTABLE];
const EVERYBODY: [u64; 11] = [
	CLERK, CHIEF, DEPUTY, WARDEN, JUDGE, PROCURATOR, CONSTABLE, INSPECTOR, NURSE, GUARDIAN,
	STRANGER,
];

/// A step: what is done, and the draws from which its arguments are chosen. An aimed step looks for
/// arguments that may do.
#[derive(Clone, Debug)]
struct Step {
	kind: usize,
	who: usize,
	a: usize,
	b: usize,
	c: usize,
	aimed: bool,
}

fn step() -> impl Strategy<Value = Step> {
	// Calls by their number, then: time, archiving, the decision of a draw.
	let kinds: Vec<usize> = [
		(0, 1),
		(1, 1),
		(2, 10),
		(3, 4),
		(4, 2),
		(5, 4),
		(6, 5),
		(7, 5),
		(8, 4),
		(9, 4),
		(10, 4),
		(11, 4),
		(12, 3),
		(13, 2),
		(14, 4),
		(15, 5),
		(16, 3),
		(17, 6),
		(18, 1),
		(19, 3),
	]
	.into_iter()
	.flat_map(|(kind, weight)| std::iter::repeat_n(kind, weight))
	.collect();
	(
		proptest::sample::select(kinds),
		0..1_000usize,
		0..1_000usize,
		0..1_000usize,
		0..1_000usize,
		proptest::bool::weighted(0.8),
	)
		.prop_map(|(kind, who, a, b, c, aimed)| Step { kind, who, a, b, c, aimed })
}

fn one_of<T: Copy>(items: &[T], draw: usize) -> Option<T> {
	(!items.is_empty()).then(|| items[draw % items.len()])
}

fn property_genesis() -> RuntimeGenesisConfig {
	let mut classes = founding();
	for (id, class) in &mut classes {
		class.retention = match *id {
			classes::REVIEW => Retention::Statutory { freeze: FREEZE, keep: KEEP },
			_ => Retention::Working { days: WORKING },
		};
	}
	let records = crate::GenesisConfig { classes, ..Default::default() };
	RuntimeGenesisConfig { records, ..genesis() }
}

impl Step {
	fn who(&self, good: &[u64]) -> u64 {
		let good = one_of(good, self.who).filter(|_| self.aimed);
		good.unwrap_or(EVERYBODY[self.who % EVERYBODY.len()])
	}

	/// A record that the aim accepts, if it is aimed and there is one; else any, or none that exists.
	fn record(&self, model: &Model, aim: impl Fn(&Rec) -> bool) -> RecordId {
		let all = 0..model.records.len();
		let good: Vec<_> = all.filter(|id| aim(&model.records[*id])).collect();
		let aimed = one_of(&good, self.a).filter(|_| self.aimed);
		RecordId(aimed.unwrap_or(self.a % (model.records.len() + 1)) as u64)
	}

	/// A review that serves `record`, if it is aimed and there is one.
	fn basis(&self, model: &Model, record: RecordId, author: Option<MemberId>) -> RecordId {
		let case = model.get(record).map(|rec| rec.case);
		let since = model.get(record).and_then(|rec| rec.dispute).map_or(0, |d| d.1);
		let good: Vec<_> = (0..model.records.len())
			.filter(|id| {
				let rec = &model.records[*id];
				*id as u64 != record.0
					&& rec.class == classes::REVIEW
					&& Some(rec.case) == case
					&& rec.log.len() == 1
					&& rec.log[0].0 >= since
					&& author.is_none_or(|author| rec.author == author)
			})
			.collect();
		let aimed = one_of(&good, self.b).filter(|_| self.aimed);
		RecordId(aimed.unwrap_or(self.b % (model.records.len() + 1)) as u64)
	}

	fn entry(&self, model: &Model, who: u64, salt: usize) -> Anchor<u64> {
		let (a, b, c) = (self.a + salt, self.b + salt, self.c + salt);
		let mut class = CLASSES[a % 3];
		if self.aimed && !writes(who, class) {
			class = classes::REVIEW;
		}
		let live: Vec<_> =
			[CASE, OTHER_CASE].into_iter().filter(|c| !model.archived.contains_key(c)).collect();
		let aimed = one_of(&live, b).filter(|_| self.aimed);
		let mut entry = Anchor {
			case: aimed.unwrap_or([CASE, OTHER_CASE][b % 2]),
			act_date: LegalDate(today().0 - (c % 4) as u32),
			..entry(class)
		};
		let of_case: Vec<_> = (0..model.records.len())
			.filter(|id| model.records[*id].case == entry.case)
			.map(|id| RecordId(id as u64))
			.collect();
		if c % 3 == 0 {
			let mut sources: Vec<_> =
				[a, b].into_iter().filter_map(|draw| one_of(&of_case, draw)).collect();
			if self.aimed {
				sources.dedup();
			}
			entry.derived_from = sources.try_into().expect("two; qed");
		}
		if b % 4 == 0 {
			let same: Vec<_> = of_case
				.iter()
				.filter(|id| {
					let rec = &model.records[id.0 as usize];
					rec.class == class && Some(rec.author) == member(who)
				})
				.copied()
				.collect();
			entry.supersedes = one_of(&same, c);
		}
		if !self.aimed {
			match c % 7 {
				0 => entry.act_date = today().plus(1),
				1 => entry.size = 17,
				2 => entry.class = ClassId(77),
				3 => entry.class = classes::DEVICE_READINGS,
				4 => entry.officer = Some(CHIEF),
				5 => entry.seal = Some(vec![1; 63 + b % 2].try_into().expect("short; qed")),
				_ => entry.schema = Some(SchemaRef { id: 400, version: 1 }),
			}
		}
		entry
	}
}

/// Decide the oldest draw that waits.
fn decide(model: &mut Model, draw: usize) {
	if let Some(number) = model.checks.iter().position(|check| check.place.is_none()) {
		let place = draw % model.anchored_on(model.checks[number].day).len();
		MockDraw::decide(DrawId(number as u32), place);
		model.checks[number].place = Some(place);
	}
}

/// Let `who` propose the destruction of something that has lain long enough.
fn propose(step: &Step, model: &mut Model, who: u64) -> (DispatchResult, bool) {
	use RecordStatus::{Disputed, Shredded};
	let id = step.record(model, |rec| {
		rec.entered.plus(WORKING) <= today()
			&& rec.shred.is_none()
			&& ![Disputed, Shredded].contains(&rec.status())
	});
	let basis = step.basis(model, id, None);
	let result = Records::propose_shred(signed(who), id, basis);
	(result, model.propose_shred(who, id, basis))
}

/// Have something proposed where an aimed step finds nothing to confirm or withdraw.
fn have_proposed(step: &Step, model: &mut Model) {
	if step.aimed && model.records.iter().all(|rec| rec.shred.is_none()) {
		let (result, expected) = propose(step, model, CLERK);
		assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
	}
}

fn plain(result: DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|error| error.error)
}

fn apply(step: &Step, model: &mut Model, tally: &mut Tally) {
	use RecordStatus::{Anchored, Disputed, Frozen, Sealed, Superseded, Trusted};
	let (a, b, c) = (step.a, step.b, step.c);
	let is = |statuses: &'static [RecordStatus]| move |rec: &Rec| statuses.contains(&rec.status());
	let (result, expected) = match step.kind {
		0 => {
			let class = 500 + (a % 12) as u16;
			let days = if step.aimed { 1 + (b % 5) as u32 } else { 0 };
			let mut rule = Records::class(classes::SUPERVISION).expect("founding; qed");
			rule.retention = Retention::Working { days };
			let result = Records::set_class(signed(COUNCIL), ClassId(class), Box::new(rule));
			(result, model.set_class(class, days))
		},
		1 => {
			let live: Vec<_> =
				model.classes.iter().filter(|(_, d)| d.is_some()).map(|(id, _)| *id).collect();
			let aimed = one_of(&live, a).filter(|_| step.aimed);
			let class = aimed.unwrap_or(500 + (a % 12) as u16);
			let result = Records::retire_class(signed(COUNCIL), ClassId(class));
			(result, model.retire_class(class))
		},
		2 => {
			let who = step.who(&WRITERS);
			let entry = step.entry(model, who, 0);
			let result = Records::anchor(signed(who), Box::new(entry.clone()));
			(plain(result), model.anchor(who, &entry))
		},
		3 => {
			let who = step.who(&WRITERS);
			let length = if step.aimed { 1 + a % 4 } else { a % 3 };
			let entries: Vec<_> = (0..length).map(|n| step.entry(model, who, n)).collect();
			let foretold = Records::check_batch(who, entries.clone());
			let bounded = entries.clone().try_into().expect("four; qed");
			let result = plain(Records::anchor_batch(signed(who), bounded));
			let expected = model.batch(who, &entries);
			assert_eq!(foretold.map_err(|fault| fault.entry), expected);
			(result, expected.is_ok())
		},
		4 => {
			let who = step.who(&[CLERK, CHIEF]);
			let class = [classes::DEVICE_READINGS, POSITIONS, classes::END][a % 3];
			let unit = [None, Some(STATION), Some(OTHER_STATION), Some(UnitId(7))][b % 4];
			let day = LegalDate(today().0 + 1 - (c % 9) as u32);
			let count = (c % 9) as u32;
			let schema = SchemaRef { id: if class == POSITIONS { 1_400 } else { 900 }, version: 1 };
			let root = H256::zero();
			let by = signed(who);
			let result =
				Records::anchor_device_root(by, class, unit, day, Some(schema), root, count);
			(result, model.root(who, class, unit, day, count))
		},
		5 => {
			let who = step.who(&[CLERK, CONSTABLE, PROCURATOR, DEPUTY]);
			let id = step
				.record(model, |rec| rec.status() == Anchored && Some(rec.author) != member(who));
			(Records::attest(signed(who), id), model.attest(who, id))
		},
		6 => {
			let who = step.who(&[PROCURATOR, JUDGE, GUARDIAN, CONSTABLE]);
			let id = step.record(model, |rec| {
				is(&[Anchored, Trusted, Frozen])(rec) && Some(rec.author) != member(who)
			});
			let reasons = step.basis(model, id, member(who));
			(Records::dispute(signed(who), id, reasons), model.dispute(who, id, reasons))
		},
		7 => {
			let how = [Settlement::Stands, Settlement::Refuted, Settlement::Withdrawn][c % 3];
			let id = step.record(model, is(&[Disputed]));
			let dispute = model.get(id).and_then(|rec| rec.dispute);
			let good: &[u64] = match (how, dispute) {
				(Settlement::Withdrawn, Some((Some(by), _))) if by == COURT => &[JUDGE],
				(Settlement::Withdrawn, Some((Some(by), _))) if by == POLICE => &[CONSTABLE],
				(Settlement::Withdrawn, Some((Some(_), _))) => &[PROCURATOR],
				(Settlement::Withdrawn, _) => &[GUARDIAN],
				_ => &[JUDGE, PROCURATOR, CHIEF],
			};
			let who = step.who(good);
			if step.aimed && how != Settlement::Withdrawn {
				// The reviewer writes its opinion down first.
				if let (Some(case), true) = (model.get(id).map(|r| r.case), member(who).is_some()) {
					let opinion = Anchor { case, ..entry(classes::REVIEW) };
					let anchored = Records::anchor(signed(who), Box::new(opinion.clone()));
					assert_eq!(anchored.is_ok(), model.anchor(who, &opinion));
				}
			}
			let evidence = Some(step.basis(model, id, member(who))).filter(|_| c % 11 > 0);
			let result = Records::settle(signed(who), id, how, evidence);
			(result, model.settle(who, id, how, evidence))
		},
		8 => {
			let who = step.who(&[CHIEF, DEPUTY]);
			let id = step.record(model, is(&[Anchored, Trusted, Superseded]));
			let basis = step.basis(model, id, None);
			(Records::seal_record(signed(who), id, basis), model.seal(who, id, basis))
		},
		9 => {
			let who = step.who(&[CHIEF, DEPUTY]);
			let id = step.record(model, is(&[Sealed]));
			let basis = step.basis(model, id, None);
			(Records::unseal_record(signed(who), id, basis), model.unseal(who, id, basis))
		},
		10 => {
			let who = step.who(&[CLERK, CHIEF]);
			let old = |rec: &Rec| rec.entered.plus(WORKING) <= today();
			let id =
				step.record(model, |rec| old(rec) && is(&[Anchored, Trusted, Superseded])(rec));
			(Records::freeze(signed(who), id), model.freeze(who, id))
		},
		11 => {
			let who = step.who(&[CLERK, CHIEF, DEPUTY]);
			propose(step, model, who)
		},
		12 => {
			have_proposed(step, model);
			let who = step.who(&[CHIEF, DEPUTY]);
			let id = step.record(model, |rec| rec.shred.is_some_and(|(by, _)| by != who));
			(Records::confirm_shred(signed(who), id), model.confirm_shred(who, id))
		},
		13 => {
			have_proposed(step, model);
			let who = step.who(&[CLERK, CHIEF]);
			let id = step.record(model, |rec| rec.shred.is_some());
			(Records::withdraw_shred(signed(who), id), model.withdraw_shred(who, id))
		},
		14 => {
			let who = step.who(&[CLERK, CHIEF]);
			let id = step.record(model, |_| true);
			let source = RecordId(if step.aimed { b as u64 % (id.0 + 1) } else { b as u64 % 40 });
			(Records::add_lineage(signed(who), id, source), model.add_lineage(who, id, source))
		},
		15 => {
			let who = step.who(&[PROCURATOR, INSPECTOR]);
			let days: BTreeSet<_> = model.records.iter().map(|rec| rec.entered).collect();
			let days: Vec<_> = days.into_iter().filter(|day| *day < today()).collect();
			let aimed = one_of(&days, a).filter(|_| step.aimed);
			let day = aimed.unwrap_or(LegalDate(today().0 - (a % 4) as u32));
			let office = Office { member: COUNTY, unit: None };
			let result = Records::request_recheck(signed(who), office, day, 0);
			(result, model.request(who, day))
		},
		16 => {
			let who = step.who(&[PROCURATOR, DEPUTY, CHIEF]);
			if step.aimed {
				decide(model, c);
				(0..=model.checks.len()).for_each(|_| block());
				settle_looks();
				model.follow();
			}
			let open: Vec<_> = (0..model.checks.len())
				.filter(|n| model.checks[*n].drawn.is_some() && model.checks[*n].outcome.is_none())
				.collect();
			let aimed = one_of(&open, a).filter(|_| step.aimed);
			let check = aimed.unwrap_or(a % (model.checks.len() + 1));
			let id = RecheckId(check as u32);
			let result = Records::answer_recheck(signed(who), id, b % 2 == 0);
			(result, model.answer(who, check, b % 2 == 0))
		},
		17 => {
			MockLegalTime::advance((1 + a as u64 % 30) * DAY / 10);
			return;
		},
		18 => {
			let case = [CASE, OTHER_CASE][a % 2];
			let (from, to) = match model.archived.remove(&case) {
				Some(_) => (Stage::Archived, Stage::AfterCare),
				None => {
					model.archived.insert(case, today());
					(Stage::Ended, Stage::Archived)
				},
			};
			MockCases::update(case, |facts| facts.stage = to);
			assert_ok!(Records::stage_changed(case, from, to));
			return;
		},
		_ => {
			decide(model, a);
			return;
		},
	};
	assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
	tally.note(CALLS[step.kind], expected);
}

fn compare(model: &Model) {
	assert_eq!(NextRecord::<Test>::get().0, model.records.len() as u64);
	for (number, rec) in model.records.iter().enumerate() {
		let id = RecordId(number as u64);
		let header = header(id);
		assert_eq!(header.status, rec.status(), "{id:?}");
		assert_eq!(header.superseded_by.map(|by| by.0), rec.superseded_by);
		assert_eq!(header.source_corrected, model.is_marked(id.0), "{id:?}");
		let vouched = Attestations::<Test>::get(id);
		let vouched: BTreeSet<_> = vouched.iter().map(|one| one.member).collect();
		assert_eq!(vouched, rec.vouched);
		let dispute = Disputes::<Test>::get(id).map(|dispute| (dispute.member, dispute.since));
		assert_eq!(dispute, rec.dispute);
		let shred = ShredProposals::<Test>::get(id).map(|shred| (shred.by, shred.basis.0));
		assert_eq!(shred, rec.shred);
	}
	for case in [CASE, OTHER_CASE] {
		let count = model.records.iter().filter(|rec| rec.case == case).count();
		assert_eq!(CaseCount::<Test>::get(case) as usize, count);
	}
	let office = Office { member: COUNTY, unit: None };
	let count = Uploads::<Test>::get(office, today()) as usize;
	assert_eq!(count, model.anchored_on(today()).len());
	for (number, check) in model.checks.iter().enumerate() {
		let told = Records::recheck(RecheckId(number as u32)).expect("it was asked for; qed");
		let drawn = told.drawn.map(|drawn| (drawn.record.0, drawn.due));
		assert_eq!((drawn, told.outcome), (check.drawn, check.outcome), "{number}");
	}
}

/// Something that rests on a record and listens: whether the record stands, as far as it was told.
#[derive(Default)]
struct Listeners(Vec<bool>);

impl Listeners {
	const fn of(record: u64) -> Subject {
		Subject::Transition(CASE, record as u32)
	}

	/// Everybody has been told: what each has heard is what the model says. New records get listeners.
	fn listen(&mut self, model: &Model) {
		for heard in take_heard() {
			let Heard::SourceChanged(who, RecordId(of), to) = heard else {
				panic!("{heard:?} was not to be told")
			};
			match who {
				Subject::Record(id) => assert!(model.records[id.0 as usize].sources.contains(&of)),
				_ => {
					assert_eq!(who, Self::of(of), "told of what it does not rest on");
					let stood = std::mem::replace(&mut self.0[of as usize], to.is_evidence());
					assert!(!stood || !to.is_evidence(), "{of} is told to stand though it stood");
				},
			}
		}
		for (record, stands) in self.0.iter().enumerate() {
			assert_eq!(*stands, !model.is_bad(record as u64), "what was told of {record}");
		}
		for record in self.0.len() as u64..model.records.len() as u64 {
			let linked = <Records as RecordIndex<u64>>::link(RecordId(record), Self::of(record));
			assert_ok!(linked);
			self.0.push(!model.is_bad(record));
		}
	}
}

/// What is told of every record now.
fn told(model: &Model) -> Vec<(RecordId, Moment, Option<RecordStatus>)> {
	(0..model.records.len() as u64 + 1)
		.map(|id| (RecordId(id), now(), Records::status_at(RecordId(id), now())))
		.collect()
}

#[test]
fn random_histories_are_told_as_they_were() {
	let tally = histories(step(), |steps, tally| {
		chain_of(property_genesis(), || {
			let (mut model, mut journal) = (Model::default(), vec![]);
			let mut listeners = Listeners::default();
			for step in steps {
				if step.kind == 17 {
					// Before time goes on: within one moment the last change counts.
					journal.extend(told(&model));
				}
				apply(step, &mut model, tally);
				block();
				settle_queue();
				settle_looks();
				(0..model.checks.len()).for_each(|_| block());
				model.follow();
				compare(&model);
				listeners.listen(&model);
			}
			for (id, at, status) in journal {
				assert_eq!(Records::status_at(id, at), status, "{id:?} at {at}");
			}
			for (number, rec) in model.records.iter().enumerate() {
				for at in (START..=now()).step_by(DAY as usize / 3) {
					let replay = rec.log.iter().rfind(|(since, _)| *since <= at);
					let told = Records::status_at(RecordId(number as u64), at);
					assert_eq!(told, replay.map(|(_, status)| *status));
				}
			}
		});
	});
	tally.check(&CALLS);
}
