//! Mocks of cases, records, clocks, alerts and modes, with their state in thread-local storage.

use codec::{Codec, Encode};
use shejiao_primitives::{
	case::{
		CaseCategory, CaseFacts, CaseId, CaseMerging, CaseView, OnCase, PartyRoles,
		Representatives, Stage,
	},
	clock::{Audience, ClockId, ClockState, KindId},
	ids::{AreaCode, MemberId},
	oversight::{OnClock, Rule, Severity},
	randomness::{CurrentMix, Mix},
	record::{ClassId, Correctable, ReadLog, RecordFacts, RecordId, RecordIndex, RecordStatus},
	regime::{Mode, ModuleId, Regime},
	subject::{Subject, Subjects},
	time::{LegalDate, LegalTime, Moment},
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

use crate::mock::MockLegalTime;

mod clocks;
pub use clocks::{MockAlerting, MockDeadlines};

/// A clock that a test's pallet has started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Started {
	/// Its kind.
	pub kind: KindId,
	/// What it is for.
	pub subject: Subject,
	/// Who must act.
	pub owner: MemberId,
	/// From when it is counted; of a given last day, the end of that day.
	pub from: Moment,
	/// By which act it was completed, or `None`.
	pub done: Option<Moment>,
	/// Whether it is open.
	pub open: bool,
}

/// An alert that a test's pallet has raised: rule, severity, owner, source, sealed subject.
pub type Raised = (Rule, Severity, MemberId, Subject, Option<H256>);

/// What [`MockOnCase`], [`MockOnClock`] and [`MockCorrectable`] were told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
	/// A stage changed.
	Stage(CaseId, Stage, Stage),
	/// A term ended by rule.
	TermEnded(CaseId, LegalDate),
	/// A clock warned.
	Warned(ClockId, Subject),
	/// A clock ran out.
	Expired(ClockId, Subject),
	/// A clock ends at another moment; how far it was and is.
	Moved(ClockId, Subject, ClockState, ClockState),
	/// A clock was completed or cancelled.
	Closed(ClockId, Subject),
	/// A record, on which the first rests, changed.
	SourceChanged(Subject, RecordId, RecordStatus),
}

struct Case {
	facts: CaseFacts<Vec<u8>>,
	parties: Vec<(Moment, MemberId, PartyRoles)>,
	stages: Vec<(Moment, Stage)>,
}

#[derive(Default)]
struct State {
	cases: BTreeMap<CaseId, Case>,
	representatives: BTreeMap<Vec<u8>, CaseId>,
	records: Vec<RecordFacts<Vec<u8>>>,
	links: Vec<(RecordId, Subject)>,
	max_links: Option<usize>,
	clocks: Vec<Started>,
	suspended: Vec<(Subject, Vec<Started>)>,
	refuse_clocks: bool,
	alerts: Vec<(Raised, bool)>,
	heard: Vec<Heard>,
	readers: BTreeMap<RecordId, Vec<MemberId>>,
	dead: Vec<Subject>,
	paused: Vec<ModuleId>,
	modes: BTreeMap<ModuleId, Mode>,
	mix: u64,
}

thread_local! {
	static STATE: RefCell<State> = RefCell::new(State::default());
}

fn with<R>(f: impl FnOnce(&mut State) -> R) -> R {
	STATE.with_borrow_mut(f)
}

/// Forget everything.
pub(crate) fn reset() {
	with(|s| *s = State::default());
}

fn decode<A: Codec>(bytes: &[u8]) -> A {
	A::decode(&mut &bytes[..]).expect("an account that a test encoded; qed")
}

fn now() -> Moment {
	MockLegalTime::now()
}

/// Cases that tests register.
pub struct MockCases;

impl MockCases {
	/// A case at `stage` that `executing` executes, in the caseload of `officer`.
	pub fn add<A: Encode>(executing: MemberId, officer: &A, stage: Stage) -> CaseId {
		with(|s| {
			let mut id = [0; 16];
			id[..8].copy_from_slice(&(s.cases.len() as u64 + 1).to_le_bytes());
			let facts = CaseFacts {
				category: (stage > Stage::PreDecision).then_some(CaseCategory::SuspendedSentence),
				stage,
				executing,
				unit: None,
				officer: Some(officer.encode()),
				restricted: false,
				last_day: None,
				merged_into: None,
			};
			let parties = vec![(now(), executing, PartyRoles::EXECUTING)];
			s.cases.insert(CaseId(id), Case { facts, parties, stages: vec![(now(), stage)] });
			CaseId(id)
		})
	}

	/// Change what a case is; a change of stage becomes history.
	pub fn update(case: CaseId, f: impl FnOnce(&mut CaseFacts<Vec<u8>>)) {
		with(|s| {
			let case = s.cases.get_mut(&case).expect("a case that the test registered; qed");
			f(&mut case.facts);
			case.stages.push((now(), case.facts.stage));
		});
	}

	/// Give `member` these roles on a case from now on, and no others.
	pub fn set_roles(case: CaseId, member: MemberId, roles: PartyRoles) {
		with(|s| {
			let case = s.cases.get_mut(&case).expect("a case that the test registered; qed");
			case.parties.push((now(), member, roles));
		});
	}

	/// Let `account` represent the person of `case`.
	pub fn represent<A: Encode>(account: &A, case: CaseId) {
		with(|s| s.representatives.insert(account.encode(), case));
	}
}

impl<A: Codec> CaseView<A> for MockCases {
	fn facts(case: CaseId) -> Option<CaseFacts<A>> {
		with(|s| {
			let f = s.cases.get(&case)?.facts.clone();
			Some(CaseFacts {
				category: f.category,
				stage: f.stage,
				executing: f.executing,
				unit: f.unit,
				officer: f.officer.map(|bytes| decode(&bytes)),
				restricted: f.restricted,
				last_day: f.last_day,
				merged_into: f.merged_into,
			})
		})
	}

	fn roles_at(case: CaseId, member: MemberId, at: Moment) -> PartyRoles {
		with(|s| {
			let last = s.cases.get(&case).and_then(|case| {
				case.parties.iter().rev().find(|(since, m, _)| *m == member && *since <= at)
			});
			last.map(|(_, _, roles)| *roles).unwrap_or_default()
		})
	}

	fn roles(case: CaseId, member: MemberId) -> PartyRoles {
		<Self as CaseView<A>>::roles_at(case, member, now())
	}

	fn stage_at(case: CaseId, at: Moment) -> Option<Stage> {
		with(|s| {
			let stages = &s.cases.get(&case)?.stages;
			stages.iter().rev().find(|(since, _)| *since <= at).map(|(_, stage)| *stage)
		})
	}

	fn parties(case: CaseId, role: PartyRoles) -> Vec<MemberId> {
		let members: BTreeSet<MemberId> = with(|s| {
			s.cases.get(&case).map(|c| c.parties.iter().map(|p| p.1).collect()).unwrap_or_default()
		});
		let has = |member: &MemberId| <Self as CaseView<A>>::roles(case, *member).contains(role);
		members.into_iter().filter(has).collect()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_case(executing: MemberId, officer: &A) -> CaseId {
		Self::add(executing, officer, Stage::Open)
	}
}

impl CaseMerging for MockCases {
	fn merge(duplicate: CaseId, kept: CaseId) -> Result<(), DispatchError> {
		with(|s| {
			if duplicate == kept || !s.cases.contains_key(&kept) {
				return Err(DispatchError::Other("not mergeable"));
			}
			match s.cases.get_mut(&duplicate) {
				Some(case) if case.facts.merged_into.is_none() => {
					case.facts.merged_into = Some(kept);
					Ok(())
				},
				_ => Err(DispatchError::Other("not mergeable")),
			}
		})
	}

	fn split(duplicate: CaseId) -> Result<(), DispatchError> {
		with(|s| {
			let kept = s.cases.get_mut(&duplicate).and_then(|case| case.facts.merged_into.take());
			kept.map(|_| ()).ok_or(DispatchError::Other("not merged"))
		})
	}
}

impl<A: Encode> Representatives<A> for MockCases {
	fn case_of(account: &A) -> Option<CaseId> {
		with(|s| s.representatives.get(&account.encode()).copied())
	}
}

/// Records that tests anchor.
pub struct MockRecords;

impl MockRecords {
	/// A trusted record of `case` by `officer` of `author`, of class 0, with an act of today.
	pub fn add<A: Encode>(case: CaseId, author: MemberId, officer: &A) -> RecordId {
		Self::add_of_class(case, author, officer, ClassId(0))
	}

	/// A trusted record of a class.
	pub fn add_of_class<A: Encode>(
		case: CaseId,
		author: MemberId,
		officer: &A,
		class: ClassId,
	) -> RecordId {
		with(|s| {
			s.records.push(RecordFacts {
				case,
				class,
				author,
				officer: officer.encode(),
				act_date: MockLegalTime::today(),
				entered: now(),
				status: RecordStatus::Trusted,
			});
			RecordId(s.records.len() as u64 - 1)
		})
	}

	/// Change the status of a record.
	pub fn set_status(record: RecordId, status: RecordStatus) {
		with(|s| {
			s.records[usize::try_from(record.0).expect("small; qed")].status = status;
		});
	}

	/// Let a record be of an act of `day`.
	pub fn set_act_date(record: RecordId, day: LegalDate) {
		with(|s| {
			s.records[usize::try_from(record.0).expect("small; qed")].act_date = day;
		});
	}

	/// What was linked: source and dependant.
	pub fn links() -> Vec<(RecordId, Subject)> {
		with(|s| s.links.clone())
	}

	/// Refuse links beyond `most`.
	pub fn limit_links(most: usize) {
		with(|s| s.max_links = Some(most));
	}
}

impl<A: Codec> RecordIndex<A> for MockRecords {
	fn facts(record: RecordId) -> Option<RecordFacts<A>> {
		with(|s| {
			let r = s.records.get(usize::try_from(record.0).ok()?)?;
			Some(RecordFacts {
				case: r.case,
				class: r.class,
				author: r.author,
				officer: decode(&r.officer),
				act_date: r.act_date,
				entered: r.entered,
				status: r.status,
			})
		})
	}

	fn link(source: RecordId, dependant: Subject) -> DispatchResult {
		with(|s| {
			if source.0 >= s.records.len() as u64 {
				return Err(DispatchError::Other("no such record"));
			}
			if s.max_links.is_some_and(|most| s.links.len() >= most) {
				return Err(DispatchError::Other("too many dependants"));
			}
			s.links.push((source, dependant));
			Ok(())
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_record(case: CaseId, author: MemberId, officer: &A) -> RecordId {
		Self::add(case, author, officer)
	}
}

/// Readers that tests name.
pub struct MockReadLog;

impl MockReadLog {
	/// `member` has opened `record`.
	pub fn read(record: RecordId, member: MemberId) {
		with(|s| s.readers.entry(record).or_default().push(member));
	}
}

impl ReadLog for MockReadLog {
	fn readers(record: RecordId, skip: u32, limit: u32) -> Vec<MemberId> {
		with(|s| {
			let all = s.readers.get(&record).cloned().unwrap_or_default();
			all.into_iter().skip(skip as usize).take(limit as usize).collect()
		})
	}
}

/// Remembers what it was told of cases.
pub struct MockOnCase;

/// What the listeners heard since the last time.
pub fn take_heard() -> Vec<Heard> {
	with(|s| core::mem::take(&mut s.heard))
}

impl OnCase for MockOnCase {
	fn stage_changed(case: CaseId, from: Stage, to: Stage) -> Result<(), DispatchError> {
		with(|s| s.heard.push(Heard::Stage(case, from, to)));
		Ok(())
	}

	fn term_ended(case: CaseId, last_day: LegalDate) {
		with(|s| s.heard.push(Heard::TermEnded(case, last_day)));
	}
}

/// Remembers what it was told of clocks.
pub struct MockOnClock;

impl OnClock for MockOnClock {
	fn warned(clock: ClockId, _: Option<KindId>, subject: Subject, _: MemberId, _: Audience) {
		with(|s| s.heard.push(Heard::Warned(clock, subject)));
	}

	fn expired(clock: ClockId, _: Option<KindId>, subject: Subject, _: MemberId, _: Audience) {
		with(|s| s.heard.push(Heard::Expired(clock, subject)));
	}

	fn moved(
		clock: ClockId,
		_: Option<KindId>,
		subject: Subject,
		_: MemberId,
		was: ClockState,
		is: ClockState,
	) {
		with(|s| s.heard.push(Heard::Moved(clock, subject, was, is)));
	}

	fn closed(clock: ClockId, _: Option<KindId>, subject: Subject, _: MemberId) {
		with(|s| s.heard.push(Heard::Closed(clock, subject)));
	}
}

/// Remembers what it was told of corrected sources.
pub struct MockCorrectable;

impl Correctable for MockCorrectable {
	fn source_changed(dependant: Subject, source: RecordId, to: RecordStatus) {
		with(|s| s.heard.push(Heard::SourceChanged(dependant, source, to)));
	}
}

/// Objects, all of them live but those that a test declares dead.
pub struct MockSubjects;

impl MockSubjects {
	/// `subject` is closed.
	pub fn close(subject: Subject) {
		with(|s| s.dead.push(subject));
	}
}

impl Subjects for MockSubjects {
	fn is_live(subject: Subject) -> bool {
		with(|s| !s.dead.contains(&subject))
	}

	fn case(subject: Subject) -> Option<CaseId> {
		match subject {
			Subject::Case(case) | Subject::Transition(case, _) | Subject::Term(case, _) => {
				Some(case)
			},
			Subject::Record(record) => {
				with(|s| s.records.get(usize::try_from(record.0).ok()?).map(|record| record.case))
			},
			_ => None,
		}
	}
}

/// Modes and pauses that tests set: everything is on.
pub struct MockRegime;

impl MockRegime {
	/// Pause a module, or let it go on.
	pub fn pause(module: ModuleId, paused: bool) {
		with(|s| {
			s.paused.retain(|other| *other != module);
			if paused {
				s.paused.push(module);
			}
		});
	}

	/// Set the mode of a module everywhere.
	pub fn set_mode(module: ModuleId, mode: Mode) {
		with(|s| s.modes.insert(module, mode));
	}
}

impl Regime for MockRegime {
	fn mode_at(module: ModuleId, area: AreaCode, _: Moment) -> Mode {
		Self::mode(module, area)
	}

	fn mode(module: ModuleId, _: AreaCode) -> Mode {
		with(|s| s.modes.get(&module).copied().unwrap_or(Mode::On))
	}

	fn is_paused(module: ModuleId) -> bool {
		with(|s| s.paused.contains(&module))
	}
}

/// A mix that differs at every look.
pub struct MockMix;

impl CurrentMix for MockMix {
	fn mix() -> Mix {
		with(|s| {
			s.mix += 1;
			let mut mix = [0; 32];
			mix[..8].copy_from_slice(&s.mix.to_le_bytes());
			mix
		})
	}
}
