//! Runtime APIs of the case file.
//!
//! The SDK's macro wants all implementations in one place. They stand in two files, of which this one
//! hands its part on.

pub(super) use pallet_oversight::{
	Alert, AlertInfo, Lead, LeadId, Notice, Part, Tally, Thresholds,
};
pub(super) use pallet_records::{
	Anchor, Audience, BatchFault, Class, ClassInfo, DayUploads, DeviceRoot, Office, Recheck,
	RecheckId, RecordDetail, RecordPage,
};
pub(super) use pallet_served_documents::DocumentInfo;
pub(super) use pallet_statutory_clocks::{ClockHistory, ClockInfo, DuePage, KindInfo};
pub(super) use pallet_subject_identity::{
	types::{Action, Answer, Assignment, ImportRow, Interval, SealedParty, Term},
	views::{CaseHeader, CorrectedSource, ListedCase, TransitionView},
};
pub(super) use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles, Stage},
	clock::{ClockId, KindId},
	deadline::{Due, YearCalendar},
	document::DocumentId,
	oversight::{AlertId, NoticeId, Rule, Severity},
	record::{ClassId, RecordId, RecordStatus},
	subject::Subject,
};

/// Implement the APIs that are given and those of the case file.
macro_rules! impl_with_case_file {
	($($others:tt)*) => { sp_api::impl_runtime_apis! {
$($others)*

	impl pallet_subject_identity_runtime_api::SubjectIdentityApi<Block, AccountId> for Runtime {
		fn case(case: CaseId) -> Option<CaseHeader<AccountId>> {
			SubjectIdentity::view_case(case)
		}

		fn transitions(case: CaseId, from: u32, limit: u32) -> Vec<TransitionView<AccountId>> {
			SubjectIdentity::view_transitions(case, from, limit)
		}

		fn terms(case: CaseId, from: u32, limit: u32) -> Vec<Term<AccountId>> {
			SubjectIdentity::view_terms(case, from, limit)
		}

		fn intervals(case: CaseId, from: u32, limit: u32) -> Vec<Interval<AccountId>> {
			SubjectIdentity::view_intervals(case, from, limit)
		}

		fn assignments(case: CaseId, from: u32, limit: u32) -> Vec<Entry<Assignment<AccountId>>> {
			SubjectIdentity::view_assignments(case, from, limit)
		}

		fn sealed_parties(
			case: CaseId,
			after: Option<Hash>,
			limit: u32,
		) -> Vec<(Hash, SealedParty<AccountId>)> {
			SubjectIdentity::view_sealed_parties(case, after, limit)
		}

		fn corrected_sources(case: CaseId, limit: u32) -> Vec<CorrectedSource> {
			SubjectIdentity::view_corrected(case, limit)
		}

		fn cases_of(
			member: MemberId,
			after: Option<CaseId>,
			limit: u32,
		) -> Vec<ListedCase<AccountId>> {
			SubjectIdentity::view_cases_of(member, after, limit)
		}

		fn caseload(
			officer: AccountId,
			after: Option<CaseId>,
			limit: u32,
		) -> Vec<ListedCase<AccountId>> {
			SubjectIdentity::view_caseload(officer, after, limit)
		}

		fn roles_at(case: CaseId, member: MemberId, moment: Moment) -> PartyRoles {
			<SubjectIdentity as CaseView<AccountId>>::roles_at(case, member, moment)
		}

		fn stage_at(case: CaseId, moment: Moment) -> Option<Stage> {
			<SubjectIdentity as CaseView<AccountId>>::stage_at(case, moment)
		}

		fn may_i(account: AccountId, case: CaseId, action: Action) -> Answer {
			SubjectIdentity::may_i(account, case, action)
		}

		fn check_import(account: AccountId, rows: Vec<ImportRow<AccountId>>) -> Vec<(u32, u8)> {
			SubjectIdentity::check_import(account, rows)
		}
	}

	impl pallet_served_documents_runtime_api::ServedDocumentsApi<Block, AccountId> for Runtime {
		fn document(id: DocumentId) -> Option<DocumentInfo<AccountId>> {
			ServedDocuments::view_document(id)
		}

		fn to_answer(
			member: MemberId,
			from: DocumentId,
			limit: u32,
		) -> Vec<DocumentInfo<AccountId>> {
			ServedDocuments::view_to_answer(member, from, limit)
		}

		fn documents_of(case: CaseId, skip: u32, limit: u32) -> Vec<DocumentInfo<AccountId>> {
			ServedDocuments::view_case(case, skip, limit)
		}
	}

	impl pallet_records_runtime_api::RecordsApi<Block, AccountId> for Runtime {
		fn records_of(
			case: CaseId,
			from: u32,
			limit: u32,
			all: bool,
			audience: Audience,
		) -> RecordPage<AccountId> {
			Records::records_of(case, from, limit, all, audience)
		}

		fn record(record: RecordId, audience: Audience) -> Option<RecordDetail<AccountId>> {
			Records::record(record, audience)
		}

		fn status_at(record: RecordId, at: Moment) -> Option<RecordStatus> {
			Records::status_at(record, at)
		}

		fn dependants(
			record: RecordId,
			after: Option<Subject>,
			limit: u32,
			audience: Audience,
		) -> Vec<Subject> {
			Records::dependants(record, after, limit, audience)
		}

		fn check_batch(
			who: AccountId,
			entries: Vec<Anchor<AccountId>>,
		) -> Result<(), BatchFault> {
			Records::check_batch(who, entries)
		}

		fn classes(from: ClassId, limit: u32) -> Vec<ClassInfo> {
			Records::classes(from, limit)
		}

		fn class_at(class: ClassId, at: Moment) -> Option<Class> {
			Records::class_at(class, at)
		}

		fn device_root(office: Office, day: LegalDate, class: ClassId) -> Option<DeviceRoot> {
			Records::device_root(office, day, class)
		}

		fn check_reading(
			office: Office,
			day: LegalDate,
			class: ClassId,
			place: u32,
			leaf: Hash,
			proof: Vec<Hash>,
		) -> Option<bool> {
			Records::check_reading(office, day, class, place, leaf, proof)
		}

		fn last_upload(member: MemberId) -> Option<LegalDate> {
			Records::last_upload(member)
		}

		fn last_upload_of(office: Office) -> Option<LegalDate> {
			Records::last_upload_of(office)
		}

		fn uploads(office: Office, from: LegalDate, to: LegalDate) -> Vec<DayUploads> {
			Records::uploads(office, from, to)
		}

		fn upload_gaps(office: Office, from: LegalDate, to: LegalDate) -> Vec<LegalDate> {
			Records::gaps(office, from, to)
		}

		fn recheck(id: RecheckId) -> Option<Recheck> {
			Records::recheck(id)
		}

		fn open_rechecks(from: RecheckId, limit: u32) -> Vec<(RecheckId, Recheck)> {
			Records::open_rechecks(from, limit)
		}
	}

	impl pallet_statutory_clocks_runtime_api::StatutoryClocksApi<Block, AccountId> for Runtime {
		fn open_clocks(subject: Subject) -> Vec<ClockInfo<AccountId>> {
			StatutoryClocks::open_clocks(subject)
		}

		fn due(
			owner: MemberId,
			until: LegalDate,
			from: Option<(LegalDate, ClockId)>,
			limit: u32,
		) -> DuePage<AccountId> {
			StatutoryClocks::due(owner, until, from, limit)
		}

		fn clock(id: ClockId) -> Option<ClockHistory<AccountId>> {
			StatutoryClocks::clock(id)
		}

		fn kinds(at: Option<Moment>) -> Vec<KindInfo> {
			StatutoryClocks::kinds(at)
		}

		fn kind_versions(id: KindId) -> Vec<KindInfo> {
			StatutoryClocks::kind_versions(id)
		}

		fn calendar(year: u16) -> Option<YearCalendar> {
			StatutoryClocks::calendar_of(year)
		}

		fn compute_due(kind: KindId, from: Moment) -> Option<(Due, Option<u16>)> {
			StatutoryClocks::compute_due(kind, from)
		}

		fn recomputing() -> Vec<u16> {
			StatutoryClocks::recomputing()
		}
	}

	impl pallet_oversight_runtime_api::OversightApi<Block, AccountId> for Runtime {
		fn alerts(member: MemberId, skip: u32, limit: u32) -> Vec<(AlertId, Alert<AccountId>)> {
			Oversight::view_alerts(member, skip, limit)
		}

		fn alerts_told(
			member: MemberId,
			skip: u32,
			limit: u32,
		) -> Vec<(AlertId, Alert<AccountId>)> {
			Oversight::view_told(member, skip, limit)
		}

		fn alert(id: AlertId) -> Option<AlertInfo<AccountId>> {
			Oversight::view_alert(id)
		}

		fn tallies(member: MemberId) -> Vec<(Rule, Tally)> {
			Oversight::view_tallies(member)
		}

		fn notices(
			member: MemberId,
			part: Part,
			from: NoticeId,
			limit: u32,
		) -> Vec<(NoticeId, Notice<AccountId>)> {
			Oversight::view_notices(member, part, from, limit)
		}

		fn notice(id: NoticeId) -> Option<Notice<AccountId>> {
			Oversight::view_notice(id)
		}

		fn leads(
			member: MemberId,
			part: Part,
			from: LeadId,
			limit: u32,
		) -> Vec<(LeadId, Lead<AccountId>)> {
			Oversight::view_leads(member, part, from, limit)
		}

		fn lead(id: LeadId) -> Option<Lead<AccountId>> {
			Oversight::view_lead(id)
		}

		fn severity(rule: Rule) -> Option<Severity> {
			pallet_oversight::Severities::<Runtime>::get(rule)
		}

		fn thresholds() -> Thresholds {
			pallet_oversight::RefusalThresholds::<Runtime>::get()
		}
	}
	} };
}
pub(super) use impl_with_case_file;
