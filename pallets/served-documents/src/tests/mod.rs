//! Tests: a file per call, listeners, invariants, properties.

mod completes;
mod deliver;
mod invariants;
mod listeners;
mod orders;
mod properties;
mod receipt;
mod send;
mod views;
mod withdraw;

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use shejiao_primitives::{
	case::{CaseId, PartyRoles, Stage},
	clock::{kinds, Deadlines, KindId},
	directory::Actor,
	document::{DocumentId, DocumentKind},
	duty::{Acts, Category, Duties},
	ids::{MemberId, UnitId},
	reason::Reason,
	record::{classes, RecordId, RecordStatus},
	subject::Subject,
	time::{LegalDate, LegalTime, Moment},
};
use shejiao_testing::{
	Externalities, MockCases, MockDeadlines, MockDirectory, MockLegalTime, MockMembers,
	MockRecords, Started,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The county agency, which executes.
pub const AGENCY: MemberId = MemberId(0);
/// The court, which decides.
pub const COURT: MemberId = MemberId(1);
/// The procuratorate, which supervises.
pub const PROCURATORATE: MemberId = MemberId(2);
/// The police.
pub const POLICE: MemberId = MemberId(3);
/// Police of the place of decision, which gets copies.
pub const ELSEWHERE: MemberId = MemberId(4);
/// No party.
pub const OTHER: MemberId = MemberId(5);
/// The bureau above the agency, which is no party.
pub const CITY: MemberId = MemberId(6);

/// Serves for the agency.
pub const CLERK: u64 = 10;
/// Serves for the agency's unit.
pub const TOWN: u64 = 11;
/// An officer of the agency that does not serve.
pub const OFFICER: u64 = 12;
/// Serves for the court.
pub const REGISTRAR: u64 = 20;
/// Serves for the procuratorate.
pub const PROSECUTOR: u64 = 30;
/// Serves for the police.
pub const CONSTABLE: u64 = 40;
/// Serves for the police of the place of decision.
pub const FAR: u64 = 50;
/// Serves for no party.
pub const OUTSIDER: u64 = 60;
/// Serves for the bureau above the agency.
pub const SUPERIOR: u64 = 70;
/// Nobody.
pub const STRANGER: u64 = 99;

/// The unit of the agency.
pub const UNIT: UnitId = UnitId(0);

fn setting() {
	for (who, member, unit, duties) in [
		(CLERK, AGENCY, None, Duties::SERVICE),
		(TOWN, AGENCY, Some(UNIT), Duties::SERVICE),
		(OFFICER, AGENCY, None, Duties::ENFORCEMENT),
		(REGISTRAR, COURT, None, Duties::SERVICE),
		(PROSECUTOR, PROCURATORATE, None, Duties::SERVICE),
		(CONSTABLE, POLICE, None, Duties::SERVICE),
		(FAR, ELSEWHERE, None, Duties::SERVICE),
		(OUTSIDER, OTHER, None, Duties::SERVICE),
		(SUPERIOR, CITY, None, Duties::SERVICE),
	] {
		let category = Category::Auxiliary;
		MockDirectory::appoint(&who, Actor { member, unit, duties, category });
	}
}

/// Run `test` on a chain, and check its state.
pub fn chain<R>(test: impl FnOnce() -> R) -> R {
	let genesis = RuntimeGenesisConfig::default();
	Externalities::new(genesis, ServedDocuments::do_try_state).prepared(setting, || {
		// Events of the genesis block are dropped.
		System::set_block_number(1);
		test()
	})
}

/// A case at `stage` with all its parties, whose term has been over for a while.
pub fn case_at(stage: Stage) -> CaseId {
	let case = MockCases::add(AGENCY, &OFFICER, stage);
	MockCases::update(case, |facts| facts.last_day = Some(ago(40)));
	let decides = PartyRoles::COMMISSIONING.union(PartyRoles::DECIDING);
	for (member, roles) in [
		(COURT, decides),
		(PROCURATORATE, PartyRoles::SUPERVISING),
		(POLICE, PartyRoles::POLICE),
		(ELSEWHERE, PartyRoles::COPIED),
	] {
		MockCases::set_roles(case, member, roles);
	}
	case
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn now() -> Moment {
	<MockLegalTime as LegalTime>::now()
}

pub fn today() -> LegalDate {
	<MockLegalTime as LegalTime>::today()
}

pub fn ago(days: u32) -> LegalDate {
	LegalDate(today().0 - days)
}

/// A letter of `case` by `author`.
pub fn record(case: CaseId, author: MemberId) -> RecordId {
	MockRecords::add_of_class(case, author, &1u64, classes::CORRESPONDENCE)
}

/// A record of `case` as a document of `kind` serves it, of the day `on` or of today.
pub fn fitting(case: CaseId, kind: DocumentKind, on: LegalDate) -> RecordId {
	use DocumentKind as K;
	let class = match kind {
		K::Opinion => classes::ASSESSMENT,
		K::AdoptionResult | K::ExecutionDocuments | K::EffectNotice => classes::DECISIONS,
		K::EndNotice | K::AfterCareHandOver => classes::END,
		_ => classes::CORRESPONDENCE,
	};
	let record = MockRecords::add_of_class(case, AGENCY, &1u64, class);
	MockRecords::set_act_date(record, on.min(today()));
	record
}

/// Send a new record of the sender's today.
pub fn send(who: u64, case: CaseId, kind: DocumentKind, recipients: &[MemberId]) -> DispatchResult {
	send_on(who, case, kind, recipients, today())
}

pub fn send_on(
	who: u64,
	case: CaseId,
	kind: DocumentKind,
	recipients: &[MemberId],
	on: LegalDate,
) -> DispatchResult {
	serve(who, case, kind, fitting(case, kind, on), recipients, on)
}

pub fn serve(
	who: u64,
	case: CaseId,
	kind: DocumentKind,
	record: RecordId,
	recipients: &[MemberId],
	on: LegalDate,
) -> DispatchResult {
	let to = BoundedVec::truncate_from(recipients.to_vec());
	ServedDocuments::send(signed(who), case, kind, record, to, on)
}

/// The number that the next document gets.
pub fn next() -> DocumentId {
	NextDocument::<Test>::get()
}

/// A letter of the court to the agency alone.
pub fn letter(case: CaseId) -> DocumentId {
	let id = next();
	assert_ok!(send(REGISTRAR, case, DocumentKind::Other, &[AGENCY]));
	id
}

/// Whom execution documents must reach.
pub const REACHED: [MemberId; 4] = [AGENCY, PROCURATORATE, POLICE, ELSEWHERE];

/// Execution documents of the court: the first is the agency's.
pub fn execution_documents(case: CaseId) -> DocumentId {
	let id = next();
	assert_ok!(send(REGISTRAR, case, DocumentKind::ExecutionDocuments, &REACHED));
	id
}

pub fn get(id: DocumentId) -> Document<u64> {
	Documents::<Test>::get(id).expect("it was sent; qed")
}

pub fn receipt(who: u64, id: DocumentId) -> DispatchResult {
	ServedDocuments::receipt(signed(who), id, today(), None, None)
}

/// Start a clock of the case as another pallet would.
pub fn start(kind: KindId, case: CaseId, owner: MemberId) {
	assert_ok!(MockDeadlines::start(kind, Subject::Case(case), owner, now()));
}

/// The clocks that are or were for `subject`.
pub fn clocks(subject: Subject) -> Vec<Started> {
	MockDeadlines::all().into_iter().filter(|clock| clock.subject == subject).collect()
}

pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}

pub fn last_event() -> Event<Test> {
	events().pop().expect("an event; qed")
}
