//! Random histories of cases, over all pallets together: what no single pallet can see.
//!
//! After every step each open clock belongs to something that lives, and the invariants of every
//! pallet hold.

mod watching;

use super::{case::*, *};
use crate::*;
use codec::Encode;
use pallet_subject_identity::{Call as Case, IntervalKind, Opening, Secrecy, Step};
use shejiao_primitives::{
	case::{CaseCategory, CaseId, PartyRoles, Stage},
	clock::ClockId,
	deadline::ActTime,
	document::{DocumentId, DocumentKind},
	ids::MemberId,
	oversight::{AlertId, NoticeId, Severity},
	reason::Reason,
	record::{classes, ClassId, RecordId},
	subject::Subjects,
	time::LegalDate,
};
use sp_io::hashing::blake2_256;
use std::collections::BTreeMap;

const HISTORIES: u32 = 64;
const STEPS: u32 = 64;

const SECOND: &str = "county-justice//second-officer";
const COURT_CLERK: &str = "county-court//clerk";
const CITY: &str = "city-justice//officer";

const OFFICERS: [&str; 11] = [
	JUDGE,
	COURT_CLERK,
	OFFICER,
	HEAD,
	SECOND,
	EAST,
	SOCIAL_WORKER,
	PROCURATOR,
	POLICEMAN,
	CITY,
	"city-justice//head",
];

const LAWYERS: [&str; 3] = ["lawyer//one", "lawyer//two", "lawyer//three"];

/// Every open clock is for something that lives.
#[track_caller]
pub fn assert_clocks_live() {
	for (id, clock) in pallet_statutory_clocks::Clocks::<Runtime>::iter() {
		if clock.is_open() {
			assert!(configs::Objects::is_live(clock.subject), "{id:?} for {:?}", clock.subject);
		}
	}
}

/// Chance, the same at every run.
struct Dice {
	seed: (u32, u32),
	thrown: u32,
}

impl Dice {
	/// A number below `sides`.
	fn throw(&mut self, sides: usize) -> usize {
		self.thrown += 1;
		let hash = blake2_256(&(b"a history", self.seed, self.thrown).encode());
		let number = u32::from_le_bytes([hash[0], hash[1], hash[2], hash[3]]);
		number as usize % sides
	}

	/// Whether the rarer thing happens: one time in `times`.
	fn rarely(&mut self, times: usize) -> bool {
		self.throw(times) == 0
	}

	fn one<T: Clone>(&mut self, of: &[T]) -> Option<T> {
		(!of.is_empty()).then(|| of[self.throw(of.len())].clone())
	}

	/// Mostly one of `apt`, sometimes anybody.
	fn who(&mut self, apt: &[&'static str]) -> &'static str {
		let from = if self.rarely(6) { &OFFICERS[..] } else { apt };
		self.one(from).expect("somebody is apt; qed")
	}

	/// Mostly today, sometimes the day after or before.
	fn day(&mut self) -> LegalDate {
		match self.throw(10) {
			0 => today().plus(1),
			1 => LegalDate(today().0 - 1),
			_ => today(),
		}
	}

	/// A case that there is, but rarely another.
	fn case(&mut self) -> CaseId {
		let mut all: Vec<_> = pallet_subject_identity::Cases::<Runtime>::iter()
			.map(|(id, case)| (case.number, id))
			.collect();
		all.sort();
		// The later ones live.
		let last = all.len().saturating_sub(2);
		match (self.rarely(20), self.one(&all[last..])) {
			(false, Some((_, case))) => case,
			_ => nowhere(),
		}
	}

	/// A standing record of `case` and `class`, if there is one.
	fn standing(&mut self, case: CaseId, class: ClassId) -> Option<RecordId> {
		let mut fitting: Vec<_> = pallet_records::Headers::<Runtime>::iter()
			.filter(|(_, header)| {
				header.case == case && header.class == class && header.status.is_evidence()
			})
			.map(|(id, _)| id)
			.collect();
		fitting.sort();
		self.one(&fitting)
	}

	/// The last record of `case` that a member anchored about a review, if there is one.
	fn review_of(&mut self, case: CaseId, agency: &str) -> RecordId {
		let author = member(agency);
		let by = pallet_records::Headers::<Runtime>::iter().filter(|(_, header)| {
			header.case == case && header.class == classes::REVIEW && header.author.member == author
		});
		by.map(|(id, _)| id).max().unwrap_or_else(|| self.some_record())
	}

	/// A standing record of `case` and `class`, but rarely any.
	fn record(&mut self, case: CaseId, class: ClassId) -> RecordId {
		match (self.rarely(12), self.standing(case, class)) {
			(false, Some(record)) => record,
			_ => self.some_record(),
		}
	}

	fn some_record(&mut self) -> RecordId {
		RecordId(self.throw(1 + pallet_records::NextRecord::<Runtime>::get().0 as usize) as u64)
	}
}

/// A case that there is not.
fn nowhere() -> CaseId {
	let hash = blake2_256(b"no case");
	CaseId(hash[..16].try_into().expect("16 bytes; qed"))
}

/// A step of a history: its name, who takes it, and the call.
type Move = (&'static str, &'static str, RuntimeCall);

fn stage(case: CaseId) -> Option<Stage> {
	pallet_subject_identity::Cases::<Runtime>::get(case).map(|case| case.stage)
}

/// What moves `case` on from where it stands.
fn next_step(dice: &mut Dice, case: CaseId) -> Move {
	let category = CaseCategory::SuspendedSentence;
	let needed: &[(&'static str, ClassId)] = match stage(case) {
		Some(Stage::PreDecision) => &[(JUDGE, classes::DECISIONS)],
		Some(Stage::AwaitingReception) => {
			&[(OFFICER, classes::GROUP_AND_PLAN), (OFFICER, classes::RECEPTION)]
		},
		Some(_) => &[(OFFICER, classes::END)],
		None => &[],
	};
	let missing = needed.iter().find(|(_, class)| dice.standing(case, *class).is_none());
	if let Some((who, class)) = missing {
		return ("anchor", who, anchor(case, *class, "a paper").into());
	}
	let mut evidence = |class| dice.record(case, class);
	let (who, step, evidence): (&[&'static str], _, _) = match stage(case) {
		Some(Stage::PreDecision) => {
			(&[JUDGE], Step::Decide { category }, evidence(classes::DECISIONS))
		},
		Some(Stage::AwaitingReception) => {
			let group = evidence(classes::GROUP_AND_PLAN);
			(&[OFFICER], Step::Receive { group, group_lawful: true }, evidence(classes::RECEPTION))
		},
		Some(Stage::Open) => {
			(&[HEAD], Step::End { reason: commit("a reason") }, evidence(classes::END))
		},
		Some(Stage::Ended) => (&[OFFICER], Step::BeginAfterCare, evidence(classes::END)),
		_ => (&[HEAD, OFFICER], Step::Archive, evidence(classes::END)),
	};
	let other = [Step::Drop, Step::Return { reason: commit("a reason") }, Step::Archive];
	let step = if dice.rarely(5) { dice.one(&other).expect("three; qed") } else { step };
	let (who, act_date) = (dice.who(who), dice.day());
	("advance", who, Case::advance { case, step, act_date, evidence }.into())
}

fn anchoring(dice: &mut Dice) -> Move {
	let case = dice.case();
	let of_all = [
		(OFFICER, classes::CORRESPONDENCE),
		(OFFICER, classes::CIRCUMSTANCES),
		(OFFICER, classes::ASSESSMENT),
		(OFFICER, classes::IDENTITY),
		(JUDGE, classes::DECISIONS),
		(JUDGE, classes::CORRESPONDENCE),
		(PROCURATOR, classes::REVIEW),
		(SECOND, classes::REVIEW),
		(CITY, classes::REVIEW),
	];
	let (who, class) = dice.one(&of_all).expect("there are; qed");
	let who = dice.who(&[who]);
	let mut call = anchor(case, class, "a paper");
	if let pallet_records::Call::anchor { entry } = &mut call {
		entry.act_date = dice.day();
		if dice.rarely(4) {
			entry.derived_from = vec![dice.some_record()].try_into().expect("one; qed");
		}
		if dice.rarely(6) {
			entry.supersedes = Some(dice.some_record());
		}
	}
	("anchor", who, call.into())
}

fn serving(dice: &mut Dice) -> Move {
	use pallet_served_documents::Call;
	let case = dice.case();
	let (court, justice) = (member("county-court"), member("county-justice"));
	let (procuratorate, police) = (member("county-procuratorate"), member("county-police"));
	let mut waiting: Vec<_> = pallet_served_documents::Documents::<Runtime>::iter()
		.filter(|(id, _)| ServedDocuments::is_live(*id))
		.map(|(id, document)| (id, document.recipient))
		.collect();
	waiting.sort();
	let (document, to) = dice.one(&waiting).unwrap_or((DocumentId(u64::MAX), court));
	let clerk =
		[(court, JUDGE), (justice, OFFICER), (procuratorate, PROCURATOR), (police, POLICEMAN)]
			.into_iter()
			.find_map(|(member, clerk)| (member == to).then_some(clerk))
			.unwrap_or(CITY);
	match dice.throw(8) {
		0 => (
			"deliver",
			dice.who(&[clerk]),
			Call::deliver { document, delivered: dice.day() }.into(),
		),
		1..=3 => {
			let receipt =
				Call::receipt { document, receipted: dice.day(), record: None, missing: None };
			("receipt", dice.who(&[clerk]), receipt.into())
		},
		4 => {
			let withdraw = Call::withdraw { document, reason: Reason::Mistake };
			("withdraw a document", dice.who(&[OFFICER, JUDGE]), withdraw.into())
		},
		other => {
			let (who, kind, class, recipients) = match other {
				5 => (
					OFFICER,
					DocumentKind::Opinion,
					classes::ASSESSMENT,
					vec![court, procuratorate],
				),
				6 => (
					JUDGE,
					DocumentKind::ExecutionDocuments,
					classes::DECISIONS,
					vec![justice, procuratorate, police],
				),
				_ => (OFFICER, DocumentKind::Other, classes::CORRESPONDENCE, vec![procuratorate]),
			};
			let record = dice.record(case, class);
			let recipients = recipients.try_into().expect("few; qed");
			let call = Call::send { case, kind, record, recipients, sent: dice.day() };
			("send", dice.who(&[who]), call.into())
		},
	}
}

fn term(dice: &mut Dice) -> Move {
	let case = dice.case();
	let record = pallet_subject_identity::Cases::<Runtime>::get(case);
	let version = record.map_or(0, |record| record.terms.saturating_sub(1));
	let act_date = dice.day();
	match dice.throw(5) {
		0 | 1 => {
			let last_day = today().plus(dice.throw(30) as u32);
			let evidence = dice.record(case, classes::DECISIONS);
			let calculation = commit("a calculation");
			let call = Case::compute_term { case, last_day, calculation, act_date, evidence };
			("compute a term", dice.who(&[OFFICER, SECOND]), call.into())
		},
		2 | 3 => ("confirm a term", dice.who(&[HEAD]), Case::confirm_term { case, version }.into()),
		_ => {
			let evidence = dice.record(case, classes::END);
			("certify", dice.who(&[OFFICER]), Case::certify { case, act_date, evidence }.into())
		},
	}
}

fn interval(dice: &mut Dice) -> Move {
	let case = dice.case();
	let evidence = dice.record(case, classes::CORRESPONDENCE);
	let act_date = dice.day();
	let open = pallet_subject_identity::Cases::<Runtime>::get(case)
		.map(|record| record.open.into_inner())
		.unwrap_or_default();
	match dice.throw(2) {
		0 => {
			let number = dice.one(&open).map_or(0, |open| open.number);
			let call = Case::close_interval { case, number, act_date, evidence };
			("close an interval", dice.who(&[OFFICER, HEAD]), call.into())
		},
		_ => {
			let kinds = [
				IntervalKind::Measure,
				IntervalKind::EndHeld,
				IntervalKind::ExitBan,
				IntervalKind::Restriction,
			];
			let kind = dice.one(&kinds).expect("four; qed");
			let cause = commit("a cause");
			let call = Case::open_interval { case, kind, cause, act_date, evidence };
			("open an interval", dice.who(&[OFFICER, HEAD]), call.into())
		},
	}
}

fn representing(dice: &mut Dice) -> Move {
	use pallet_representatives::Call;
	let case = dice.case();
	let lawyer = dice.one(&LAWYERS).expect("three; qed");
	let (account, last_day) = (account(lawyer), today().plus(dice.throw(20) as u32));
	let evidence = dice.record(case, classes::CORRESPONDENCE);
	match dice.throw(4) {
		0 => {
			let call = Call::revoke { case, account, reason: Reason::OwnWish };
			("revoke a representative", dice.who(&[OFFICER]), call.into())
		},
		1 => {
			let call = Call::renew { case, account, last_day, evidence };
			("renew a representative", dice.who(&[OFFICER]), call.into())
		},
		_ => {
			let kind = pallet_representatives::Kind::Lawyer;
			let sealed = commit("a lawyer");
			let call = Call::appoint { case, account, kind, sealed, last_day, evidence };
			("appoint a representative", dice.who(&[OFFICER]), call.into())
		},
	}
}

fn tagging(dice: &mut Dice) -> Move {
	use pallet_identity_tags::{Call, MergeId, Merges, Proposals, Tag};
	let case = dice.case();
	let mut all: Vec<_> = pallet_subject_identity::Cases::<Runtime>::iter()
		.map(|(id, case)| (case.number, id))
		.collect();
	all.sort();
	let second = all.pop().map_or(case, |(_, case)| case);
	let first = all.pop().map_or(case, |(_, case)| case);
	let mut open: Vec<_> = Proposals::<Runtime>::iter_keys().collect();
	open.sort();
	let proposal = dice.one(&open).unwrap_or_default();
	let (first, second) = match (Proposals::<Runtime>::get(proposal), dice.rarely(2)) {
		(Some(proposal), true) => proposal.pair,
		_ => (first, second),
	};
	let evidence = dice.record(first, classes::IDENTITY);
	let mut merges: Vec<_> = Merges::<Runtime>::iter_keys().collect();
	merges.sort();
	let merge: MergeId = dice.one(&merges).unwrap_or_default();
	// Mostly what is possible.
	let may_fail = dice.rarely(4);
	if first == second && !may_fail {
		return opening(dice);
	}
	let is_second =
		Proposals::<Runtime>::get(proposal).is_some_and(|proposal| proposal.confirmation.is_some());
	let which = match dice.throw(7) {
		_ if !merges.is_empty() && dice.rarely(2) => 6,
		6 if merges.is_empty() && !may_fail => 5,
		which => which,
	};
	let which = match which {
		4 | 5 if open.is_empty() && !may_fail => 0,
		3..=6 if !may_fail && dice.standing(first, classes::IDENTITY).is_none() => 2,
		which => which,
	};
	match which {
		0 | 1 => {
			let tags = vec![Tag(blake2_256(&[dice.throw(2) as u8]))];
			let tags = tags.try_into().expect("one; qed");
			(
				"register tags",
				dice.who(&[OFFICER]),
				Call::register_tags { case, epoch: 1, tags }.into(),
			)
		},
		2 => (
			"anchor an identity check",
			OFFICER,
			anchor(first, classes::IDENTITY, "a paper").into(),
		),
		3 => (
			"propose a duplicate",
			dice.who(&[OFFICER]),
			Call::propose_duplicate { first, second, evidence }.into(),
		),
		4 | 5 => (
			"confirm a duplicate",
			dice.who(if is_second { &[HEAD] } else { &[OFFICER] }),
			Call::confirm_duplicate { proposal, kept: first, evidence }.into(),
		),
		_ => (
			"split",
			dice.who(&[OFFICER, HEAD]),
			Call::split { merge, evidence, basis: Reason::Mistake }.into(),
		),
	}
}

fn party(dice: &mut Dice) -> Move {
	let case = dice.case();
	let (basis, roles) = (commit("a decision"), PartyRoles::COPIED);
	let agencies = ["city-justice", "city-procuratorate", "county-police"].map(member);
	let member = dice.one(&agencies).expect("three; qed");
	match dice.throw(4) {
		0 => {
			let copied = pallet_subject_identity::Cases::<Runtime>::get(case).and_then(|case| {
				case.parties.iter().find(|party| party.roles == roles).map(|party| party.member)
			});
			let member = copied.unwrap_or(member);
			let call = Case::remove_party { case, member, roles, basis };
			("remove a party", dice.who(&[HEAD]), call.into())
		},
		1 => {
			let unit = pallet_consortium::UnitsOf::<Runtime>::iter_key_prefix(super::member(
				"county-justice",
			))
			.min();
			let officer = Some(account(EAST));
			("assign", dice.who(&[HEAD]), Case::assign { case, unit, officer }.into())
		},
		_ => {
			let call = Case::add_party { case, member, roles, basis };
			("add a party", dice.who(&[HEAD]), call.into())
		},
	}
}

fn opening(dice: &mut Dice) -> Move {
	let category = CaseCategory::Parole;
	let (who, opening) = match dice.throw(4) {
		0 => (OFFICER, Opening::Incomplete { category }),
		1 | 2 => (JUDGE, Opening::Decided { category }),
		_ => (JUDGE, Opening::Commissioned { fast_track: dice.rarely(2) }),
	};
	let mut call = registration("a person");
	if let Case::register { opening: how, secrecy, act_date, .. } = &mut call {
		*how = opening;
		*act_date = dice.day();
		if dice.rarely(8) {
			*secrecy = Some(Secrecy::Classified);
		}
	}
	("register", dice.who(&[who]), call.into())
}

/// The next move, or nothing: then days pass.
fn draw(dice: &mut Dice) -> Option<Move> {
	if SubjectIdentity::view_cases_of(member("county-justice"), None, 1).is_empty() {
		return Some(opening(dice));
	}
	Some(match dice.throw(42) {
		0 => opening(dice),
		1..=9 => anchoring(dice),
		10..=15 => {
			let case = dice.case();
			next_step(dice, case)
		},
		16..=19 => serving(dice),
		20..=22 => term(dice),
		23 | 24 => interval(dice),
		25 | 26 => representing(dice),
		27..=29 => tagging(dice),
		30..=32 => watching::keeping(dice),
		33 | 34 => watching::clocks(dice),
		35..=38 => watching::overseeing(dice),
		39 => party(dice),
		_ => return None,
	})
}

/// What became of the moves of one name: successes and refusals.
pub type Tally = BTreeMap<&'static str, (u32, u32)>;

/// How far a case is when the history begins: every history has another beginning.
fn begin(number: u32) {
	let sheets = sheets();
	if number.is_multiple_of(4) {
		register(&sheets.identity);
		return;
	}
	let (case, decision) = decided(&sheets);
	if number % 8 == 1 {
		return;
	}
	if number % 8 == 5 {
		// Two registrations of one person, which their tags propose as one.
		let (other, _) = decided(&sheets);
		for case in [case, other] {
			let tags = vec![pallet_identity_tags::Tag(blake2_256(b"a tag"))];
			let tags = tags.try_into().expect("one; qed");
			done(OFFICER, pallet_identity_tags::Call::register_tags { case, epoch: 1, tags });
			record(OFFICER, case, classes::IDENTITY, "a paper");
		}
		return;
	}
	received(case, &sheets);
	if number % 4 == 2 {
		// A record in dispute, and somebody above who can settle it.
		let letter = record(OFFICER, case, classes::CORRESPONDENCE, "a paper");
		let reasons = record(PROCURATOR, case, classes::REVIEW, "a paper");
		done(PROCURATOR, pallet_records::Call::dispute { record: letter, reasons });
		let (member, basis) = (member("city-justice"), commit("a decision"));
		done(HEAD, Case::add_party { case, member, roles: PartyRoles::COPIED, basis });
		return;
	}
	termed(case, today().plus(number % 16), decision);
}

/// The history of this number.
pub fn play_history(number: u32, tally: &mut Tally) {
	begin(number);
	for step in 0..STEPS {
		let mut dice = Dice { seed: (number, step), thrown: 0 };
		match draw(&mut dice) {
			None => pass_days(1 + dice.throw(12) as u32),
			Some((name, who, call)) => {
				let outcome = send(who, call);
				println!("{step}: {who}: {name}: {outcome:?}");
				let (good, bad) = tally.entry(name).or_default();
				*if outcome == Ok(Ok(())) { good } else { bad } += 1;
			},
		}
		assert_clocks_live();
		try_state();
	}
}

#[test]
fn in_every_history_open_clocks_are_for_something_that_lives_and_all_invariants_hold() {
	let mut tally = Tally::new();
	for number in 0..HISTORIES {
		println!("history {number}");
		network(|| play_history(number, &mut tally));
	}
	println!("{tally:#?}");
	assert!(tally.len() >= 40, "{} sorts of moves", tally.len());
	// Chance decides over the rarest: nearly all of them both succeed and are refused.
	let both = tally.values().filter(|(good, bad)| *good > 0 && *bad > 0).count();
	assert!(both + 5 >= tally.len(), "only {both} of {} succeed and are refused", tally.len());
}

#[test]
fn a_clock_for_something_that_does_not_live_is_found() {
	network(|| {
		let (case, _) = decided(&sheets());
		assert_clocks_live();
		let before = pallet_subject_identity::Cases::<Runtime>::get(case).expect("there; qed");
		let mut dead = before.clone();
		dead.stage = Stage::Archived;
		pallet_subject_identity::Cases::<Runtime>::insert(case, dead);
		assert!(std::panic::catch_unwind(assert_clocks_live).is_err());
		pallet_subject_identity::Cases::<Runtime>::insert(case, before);
		assert_clocks_live();
	});
}
