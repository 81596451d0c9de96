//! Random histories against the naive model.

use super::{
	drawn::{mended, step, Call, Drawn, Proof},
	model::Model,
	*,
};
use crate::{
	party_tag, permissions::interval_row, transitions::row, Assignment, ImportRow, NextCase,
	PartyBasis, StepKind,
};
use frame_support::{storage::with_storage_layer, traits::UnfilteredDispatchable};
use shejiao_primitives::{
	case::{CaseMerging, CaseView},
	record::RecordStatus,
	regime::ModuleId,
};
use shejiao_testing::{
	property::{histories, Tally},
	MockRegime,
};
use std::collections::BTreeSet;

type Seen = SubjectIdentity;

/// The drawn call, or one like it that is in order, if there is one and it is sought.
fn aim(model: &mut Model, drawn: &Drawn) -> (u64, Call) {
	let everybody = || OFFICERS.into_iter().chain([NOBODY]);
	let by = everybody().nth(drawn.by).expect("fourteen; qed");
	if drawn.aimed {
		let officers: Vec<u64> = everybody().cycle().skip(drawn.by).take(14).collect();
		let cases = model.cases.len().max(1);
		for place in (0..cases.min(12)).map(|i| (i + usize::from(drawn.probe)) % cases) {
			for call in mended(model, &drawn.call, place) {
				if let Some(by) = officers.iter().find(|by| model.takes(**by, &call)) {
					return (*by, call);
				}
			}
		}
	}
	(by, drawn.call.clone())
}

fn kinds() -> [IntervalKind; 4] {
	super::open_interval::KINDS
}

/// The record that a drawn call of a day names.
fn evidence(model: &Model, case: usize, class: ClassId, day: i32, proof: Proof) -> RecordId {
	let (id, day) = (handle(model, case), date(model, day));
	match proof {
		Proof::Sound => record_of(id, class, day),
		Proof::Later => record_of(id, class, day.plus(1)),
		Proof::OtherCase => record_of(CaseId([8; 16]), class, day),
		Proof::OtherClass => record_of(id, classes::DEVICE_READINGS, day),
		Proof::Unknown | Proof::Beginning => RecordId(1_000_000),
		Proof::Superseded => {
			let record = record_of(id, class, day);
			MockRecords::set_status(record, RecordStatus::Superseded);
			record
		},
	}
}

fn handle(model: &Model, case: usize) -> CaseId {
	model.cases.get(case).and_then(|case| case.id).unwrap_or(CaseId([7; 16]))
}

fn date(model: &Model, days: i32) -> LegalDate {
	LegalDate(model.today.saturating_add_signed(days))
}

fn rows(model: &Model, broken: u8, rows: u8) -> Vec<ImportRow<u64>> {
	let next = NextCase::<Test>::get();
	(0..rows)
		.map(|number| ImportRow {
			category: CaseCategory::Parole,
			last_day: date(model, if number == broken { -1 } else { 3 }),
			identity: Commitment {
				suite: SuiteId::International,
				hash: H256::from_low_u64_be(next + u64::from(number) + 1),
			},
			evidence: hash(2),
			on_paper: date(model, -9),
			deciding: COURT,
			supervising: PROCURATORATE,
			police: None,
			restriction: None,
			secrecy: Some(Secrecy::Unclassified),
			assignment: Assignment { unit: None, officer: None },
		})
		.collect()
}

/// Send the call, and give its name and whether it succeeded.
fn send(model: &Model, by: u64, call: &Call) -> (&'static str, bool) {
	let id = |case: &usize| handle(model, *case);
	let sent = |call: crate::Call<Test>| {
		RuntimeCall::from(call).dispatch_bypass_filter(signed(by)).is_ok()
	};
	match call {
		Call::Register { opening, cleared, founders, day, restricted, reuse } => {
			let category = CaseCategory::SuspendedSentence;
			let opening = match opening {
				0 => Opening::Commissioned { fast_track: false },
				1 => Opening::Commissioned { fast_track: true },
				2 => Opening::Decided { category },
				_ => Opening::Incomplete { category },
			};
			let used = model.cases.first().and_then(|first| first.id);
			let identity = match used.filter(|_| *reuse) {
				Some(used) => case(used).identity,
				None => identity(),
			};
			let nobody = Founders { supervising: COURT, ..FOUNDERS };
			let call = crate::Call::register {
				opening,
				founders: Model::founders(*founders).unwrap_or(nobody),
				identity,
				basis: hash(1),
				secrecy: cleared.then_some(Secrecy::Unclassified),
				act_date: date(model, *day),
				restriction: restricted.then_some(hash(200)),
			};
			("register", sent(call))
		},
		Call::Advance { case, step, day, proof, lawful } => {
			let group = record(id(case), classes::GROUP_AND_PLAN);
			let step = match step {
				0 => DECIDE,
				1 => Step::Drop,
				2 => Step::Receive { group, group_lawful: *lawful },
				3 => RETURN,
				4 => END,
				5 => Step::BeginAfterCare,
				_ => Step::Archive,
			};
			let evidence = evidence(model, *case, row(step.kind()).evidence[0], *day, *proof);
			let act_date = date(model, *day);
			("advance", sent(crate::Call::advance { case: id(case), step, act_date, evidence }))
		},
		Call::Assign { case, unit, officer } => {
			let unit = [None, Some(OFFICE), Some(OTHER_OFFICE)][*unit as usize];
			let officers = [None, Some(OFFICER), Some(UNIT_OFFICER), Some(STRANGER)];
			let officer = officers[*officer as usize];
			("assign", sent(crate::Call::assign { case: id(case), unit, officer }))
		},
		Call::Compute { case, last, proof } => {
			let call = crate::Call::compute_term {
				case: id(case),
				last_day: date(model, *last),
				calculation: hash(3),
				act_date: date(model, 0),
				evidence: evidence(model, *case, classes::DECISIONS, 0, *proof),
			};
			("compute_term", sent(call))
		},
		Call::Confirm { case, older } => {
			let terms = model.cases.get(*case).map_or(0, |case| case.terms.len() as u32);
			let version = terms.wrapping_sub(1 + u32::from(*older));
			("confirm_term", sent(crate::Call::confirm_term { case: id(case), version }))
		},
		Call::Certify { case, day, proof } => {
			let evidence = evidence(model, *case, classes::END, *day, *proof);
			let act_date = date(model, *day);
			("certify", sent(crate::Call::certify { case: id(case), act_date, evidence }))
		},
		Call::Open { case, kind, cause, day, proof } => {
			let kind = kinds()[*kind as usize];
			let class = interval_row(kind).evidence[0];
			let evidence = evidence(model, *case, class, *day, *proof);
			let call = crate::Call::open_interval {
				case: id(case),
				kind,
				cause: hash(*cause),
				act_date: date(model, *day),
				evidence,
			};
			("open_interval", sent(call))
		},
		Call::Close { case, which, day, proof } => {
			let known = model.cases.get(*case).and_then(|case| case.intervals.get(*which));
			let kind = kinds()[known.map_or(0, |interval| interval.kind as usize)];
			let (number, class) = (*which as u32, interval_row(kind).evidence[0]);
			let begun = crate::Intervals::<Test>::get(id(case), number)
				.and_then(|interval| interval.begun.evidence)
				.filter(|_| *proof == Proof::Beginning);
			let other = evidence(model, *case, class, *day, *proof);
			let call = crate::Call::close_interval {
				case: id(case),
				number,
				act_date: date(model, *day),
				evidence: begun.unwrap_or(other),
			};
			("close_interval", sent(call))
		},
		Call::AddParty { case, member, roles } => {
			let (member, roles) = (MemberId(*member), PartyRoles(*roles));
			let call = crate::Call::add_party { case: id(case), member, roles, basis: hash(6) };
			("add_party", sent(call))
		},
		Call::RemoveParty { case, member, roles } => {
			let (member, roles) = (MemberId(*member), PartyRoles(*roles));
			let call = crate::Call::remove_party { case: id(case), member, roles, basis: hash(6) };
			("remove_party", sent(call))
		},
		Call::AddSealed { case, member, salt, policy } => {
			let tag = party_tag(id(case), MemberId(*member), &[*salt; 32]);
			let basis = if *policy { PartyBasis::Policy } else { PartyBasis::Decision };
			let commitment = hash(6);
			let call = crate::Call::add_sealed_party { case: id(case), tag, basis, commitment };
			("add_sealed_party", sent(call))
		},
		Call::RemoveSealed { case, member, salt } => {
			let tag = party_tag(id(case), MemberId(*member), &[*salt; 32]);
			("remove_sealed_party", sent(crate::Call::remove_sealed_party { case: id(case), tag }))
		},
		Call::Reveal { case, salt } => {
			("reveal_party", sent(crate::Call::reveal_party { case: id(case), salt: [*salt; 32] }))
		},
		Call::Import { broken, rows: number } => {
			let rows = rows(model, *broken, *number);
			let dry = Seen::check_import(by, rows.clone()).is_empty() && !rows.is_empty();
			let rows = rows.try_into().expect("two at most; qed");
			let done = sent(crate::Call::import { rows });
			assert_eq!(done, dry, "the dry run says what the import does");
			("import", done)
		},
		Call::Merge { case, kept } => {
			let merged = with_storage_layer(|| Seen::merge(id(case), id(kept)));
			("merge", merged.is_ok())
		},
		Call::Split { case } => ("split", with_storage_layer(|| Seen::split(id(case))).is_ok()),
	}
}

/// The ways from stage to stage, written down once more.
const WAYS: [(Stage, Stage); 11] = [
	(Stage::PreDecision, Stage::AwaitingReception),
	(Stage::PreDecision, Stage::Archived),
	(Stage::AwaitingReception, Stage::Open),
	(Stage::AwaitingReception, Stage::Ended),
	(Stage::Open, Stage::Ended),
	(Stage::Ended, Stage::Ended),
	(Stage::AfterCare, Stage::AfterCare),
	(Stage::Archived, Stage::Archived),
	(Stage::Ended, Stage::AfterCare),
	(Stage::Ended, Stage::Archived),
	(Stage::AfterCare, Stage::Archived),
];

/// The pallet and the model say the same of every case, and of what it was at a past moment.
fn compare(model: &Model, probe: u16) {
	let span = model.now - shejiao_testing::START + 1;
	let at = shejiao_testing::START + span * u64::from(probe) / u64::from(u16::MAX);
	for told in &model.cases {
		let id = told.id.expect("it was registered; qed");
		let facts = <Seen as CaseView<u64>>::facts(id).expect("it was registered; qed");
		assert_eq!(facts.stage, told.stage());
		assert_eq!(facts.category.is_some(), told.decided);
		assert_eq!((facts.restricted, facts.is_closed()), (told.has(3), told.closed()));
		assert_eq!(facts.last_day.map(|day| day.0), told.last_day());
		assert_eq!((facts.unit.map(|unit| unit.0), facts.officer), told.assigned);
		assert_eq!(facts.merged_into, told.merged_into.map(|kept| handle(model, kept)));
		assert_eq!(case(id).certificate.map(|act| act.date.0), told.certificate);
		let stage = told.stages.iter().rev().find(|entry| entry.0 <= at).and_then(|e| e.1);
		assert_eq!(<Seen as CaseView<u64>>::stage_at(id, at), stage);
		for member in 0..8 {
			let last = told.roles_then.iter().rev().find(|e| e.1 == member && e.0 <= at);
			let roles = <Seen as CaseView<u64>>::roles_at(id, MemberId(member), at);
			assert_eq!(roles.0, last.map_or(0, |entry| entry.2));
		}
	}
	for told in &model.cases {
		never_kept_by_a_merger(told.id.expect("it was registered; qed"));
	}
	let agenda: BTreeSet<_> = crate::Agenda::<Test>::iter_keys().map(|(_, id)| id).collect();
	assert_eq!(agenda, model.agenda());
	assert_eq!(NextCase::<Test>::get(), model.cases.len() as u64);
}

/// A term that does not end because its registration was merged ends with the case that goes on, unless a
/// person holds that.
fn never_kept_by_a_merger(id: CaseId) {
	let duplicate = case(id);
	if let Some(kept) = duplicate.merged_into.map(case).filter(|_| duplicate.term.is_some()) {
		let held = kept.is_running() && kept.has(IntervalKind::EndHeld);
		assert!(kept.ends_by_rule() || held || kept.stage.is_over());
	}
}

/// The handles of the cases that the model has and does not know by handle yet.
fn name_new(model: &mut Model) {
	if model.cases.iter().all(|case| case.id.is_some()) {
		return;
	}
	for (id, record) in crate::Cases::<Test>::iter() {
		model.cases[usize::try_from(record.number).expect("few; qed")].id = Some(id);
	}
}

fn play(steps: &[Drawn], tally: &mut Tally) {
	externalities().prepared(people, || {
		System::set_block_number(1);
		let mut model = Model { now: MockLegalTime::now(), ..Default::default() };
		for drawn in steps {
			MockLegalTime::advance(drawn.wait);
			model.now += drawn.wait;
			model.today = today().0;
			poll();
			model.settle();
			if drawn.pause < 6 {
				model.paused = drawn.pause == 0;
				MockRegime::pause(ModuleId::SubjectIdentity, model.paused);
			}
			let before: Vec<_> = model.cases.iter().map(|case| case.stage()).collect();
			let (by, call) = aim(&mut model, drawn);
			let (name, done) = send(&model, by, &call);
			if let Some(rare) = model.rare(&call) {
				tally.note(rare, done);
			}
			let expected = model.apply(by, &call);
			assert_eq!(done, expected, "{call:?} by {by}");
			tally.note(name, done);
			name_new(&mut model);
			compare(&model, drawn.probe);
			for (from, told) in before.into_iter().zip(&model.cases) {
				let to = stage(told.id.expect("it was registered; qed"));
				assert!(from == to || WAYS.contains(&(from, to)), "{from:?} to {to:?}");
			}
		}
		// What could be told about any moment then is told the same now.
		for drawn in steps {
			compare(&model, drawn.probe);
		}
		walk_the_histories(&model);
	});
}

/// Every history is a walk through the table, from a registration on.
fn walk_the_histories(model: &Model) {
	for told in &model.cases {
		let id = told.id.expect("it was registered; qed");
		let walk: Vec<_> =
			Seen::view_transitions(id, 0, 128).into_iter().map(|t| t.transition).collect();
		assert_eq!(walk.len(), told.stages.len());
		assert!(walk[0].step < StepKind::Decide);
		for pair in walk.windows(2) {
			assert!(WAYS.contains(&(pair[0].to, pair[1].to)));
		}
	}
}

#[test]
fn the_stage_machine_never_leaves_its_table() {
	histories(step(), play).check(&[
		"register",
		"advance",
		"assign",
		"compute_term",
		"confirm_term",
		"certify",
		"open_interval",
		"close_interval",
		"add_party",
		"remove_party",
		"add_sealed_party",
		"remove_sealed_party",
		"reveal_party",
		"import",
		"merge",
		"split",
		"a decision entered afterwards",
		"a hold entered afterwards",
		"an end in a merged case",
	]);
}
