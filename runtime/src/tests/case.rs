//! One person's case from the commission of the assessment to the archive, with what is refused on the
//! way.

use super::{histories::assert_clocks_live, refusals::leaves_nothing, *};
use crate::*;
use codec::Encode;
use pallet_records::Anchor;
use pallet_subject_identity::{
	Commitment, Founders, IntervalKind, Opening, Secrecy, Step, Terms, TransitionEntries,
};
use shejiao_primitives::{
	case::{self, CaseCategory, CaseId, CaseView, PartyRoles, Stage},
	clock::{kinds, Deadlines, KindId},
	deadline::Due,
	document::{DocumentId, DocumentKind},
	record::{classes, ClassId, RecordId},
	refusal::Refusal,
	regime::{ModuleId, Modules},
	subject::Subject,
	suite::SuiteId,
	time::{LegalDate, LegalTime as _},
};
use sp_io::hashing::blake2_256;
use sp_runtime::ApplyExtrinsicResult;
use std::cell::RefCell;

pub const JUDGE: &str = "county-court//judge";
pub const OFFICER: &str = "county-justice//officer";
pub const HEAD: &str = "county-justice//head";
pub const EAST: &str = "county-justice//east-office";
pub const SOCIAL_WORKER: &str = "county-justice//social-worker";
pub const PROCURATOR: &str = "county-procuratorate//procurator";
pub const POLICEMAN: &str = "county-police//officer";
/// A lawyer's account, fresh for this case.
pub const LAWYER: &str = "lawyer//of-one-case";

/// Legal days of the term.
const TERM: u32 = 40;

/// Every value that an item of the storage ever had, with its key.
pub type Seen = std::collections::BTreeSet<(Vec<u8>, Vec<u8>)>;

thread_local! {
	/// Transactions sent so far, as they stand in blocks.
	static SENT: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
	/// What every block left in the storage.
	static SEEN: RefCell<Seen> = const { RefCell::new(Seen::new()) };
}

/// Forget what was sent, and see what every block leaves from now on.
pub fn watch() {
	SENT.take();
	SEEN.take();
	watch_blocks(|| SEEN.with_borrow_mut(|seen| seen.extend(state())));
}

/// The transactions since the last time.
pub fn take_sent() -> Vec<Vec<u8>> {
	SENT.take()
}

/// What was sent since, and what was in the storage after each block.
pub fn watched() -> (Vec<Vec<u8>>, Seen) {
	(SENT.take(), SEEN.take())
}

/// Send `call`, and remember the transaction.
pub fn send(who: &str, call: impl Into<RuntimeCall>) -> ApplyExtrinsicResult {
	find_room();
	let extrinsic = signed(who, call);
	SENT.with_borrow_mut(|sent| sent.push(extrinsic.encode()));
	block(|| apply(extrinsic))
}

#[track_caller]
pub fn done(who: &str, call: impl Into<RuntimeCall>) {
	let call = call.into();
	assert_eq!(send(who, call.clone()), Ok(Ok(())), "{who}: {call:?}");
}

/// `call` is refused with `error`, and nothing is left of it but nonce, quota and attempt.
#[track_caller]
pub fn fails(who: &str, call: impl Into<RuntimeCall>, error: impl Into<sp_runtime::DispatchError>) {
	let call = call.into();
	assert_eq!(leaves_nothing(who, call.clone()), failed(error), "{who}: {call:?}");
}

/// A salted commitment to `sheet`: the salt stays with its author.
pub fn commit(sheet: &str) -> Hash {
	thread_local! {
		static SALTS: RefCell<u64> = const { RefCell::new(0) };
	}
	let number = SALTS.with_borrow_mut(|salts| {
		*salts += 1;
		*salts
	});
	let salt = blake2_256(&(b"the vault of this test", number).encode());
	Hash::from(blake2_256(&(b"shejiao/commitment", salt, sheet.as_bytes()).encode()))
}

pub fn today() -> LegalDate {
	LegalTime::today()
}

pub fn anchor(case: CaseId, class: ClassId, sheet: &str) -> pallet_records::Call<Runtime> {
	let entry = Anchor {
		case,
		class,
		schema: None,
		suite: SuiteId::International,
		commitment: commit(sheet),
		ciphertext: commit(sheet),
		size: 2,
		locator: commit("a locator says nothing"),
		act_date: today(),
		officer: None,
		seal: None,
		supersedes: None,
		derived_from: Default::default(),
	};
	pallet_records::Call::anchor { entry: Box::new(entry) }
}

/// Anchor `sheet`.
#[track_caller]
pub fn record(who: &str, case: CaseId, class: ClassId, sheet: &str) -> RecordId {
	let record = pallet_records::NextRecord::<Runtime>::get();
	done(who, anchor(case, class, sheet));
	record
}

/// Serve `record` on `recipients`, and let each that must give its receipt.
#[track_caller]
pub fn serve(who: &str, case: CaseId, kind: DocumentKind, record: RecordId, to: &[(&str, &str)]) {
	let first = pallet_served_documents::NextDocument::<Runtime>::get();
	let recipients: Vec<_> = to.iter().map(|(agency, _)| member(agency)).collect();
	let recipients = recipients.try_into().expect("few; qed");
	let call =
		pallet_served_documents::Call::send { case, kind, record, recipients, sent: today() };
	done(who, call);
	for (place, (_, officer)) in to.iter().enumerate() {
		let document = DocumentId(first.0 + place as u64);
		let (receipted, record, missing) = (today(), None, None);
		let receipt =
			pallet_served_documents::Call::receipt { document, receipted, record, missing };
		done(officer, receipt);
	}
}

pub fn advance(
	case: CaseId,
	step: Step,
	evidence: RecordId,
) -> pallet_subject_identity::Call<Runtime> {
	pallet_subject_identity::Call::advance { case, step, act_date: today(), evidence }
}

pub fn founders() -> Founders {
	Founders {
		executing: member("county-justice"),
		deciding: member("county-court"),
		supervising: member("county-procuratorate"),
		police: Some(member("county-police")),
		custody: None,
	}
}

pub fn registration(sheet: &str) -> pallet_subject_identity::Call<Runtime> {
	pallet_subject_identity::Call::register {
		opening: Opening::Commissioned { fast_track: false },
		founders: founders(),
		identity: Commitment { suite: SuiteId::International, hash: commit(sheet) },
		basis: commit("调查评估委托函"),
		secrecy: Some(Secrecy::Unclassified),
		act_date: today(),
		restriction: None,
	}
}

/// Register a case with an assessment.
#[track_caller]
pub fn register(sheet: &str) -> CaseId {
	done(JUDGE, registration(sheet));
	let events = System::read_events_for_pallet::<pallet_subject_identity::Event<Runtime>>();
	let registered = events.into_iter().find_map(|event| match event {
		pallet_subject_identity::Event::CaseRegistered { case, .. } => Some(case),
		_ => None,
	});
	registered.expect("the event tells the handle; qed")
}

#[track_caller]
fn assert_stage(case: CaseId, stage: Stage) {
	assert_eq!(SubjectIdentity::facts(case).map(|facts| facts.stage), Some(stage));
}

fn is_open(case: CaseId, kind: KindId) -> bool {
	StatutoryClocks::open(kind, Subject::Case(case)).is_some()
}

/// A person's sheet, from which nothing but commitments leaves the test.
pub struct Sheets {
	pub identity: String,
	pub paper: String,
	/// The account of the person's lawyer, fresh for the case.
	pub lawyer: &'static str,
}

/// From the commission to the decision that takes effect today; gives case and decision.
pub fn decided(sheets: &Sheets) -> (CaseId, RecordId) {
	let justice = ("county-justice", OFFICER);
	let court = ("county-court", JUDGE);
	let procuratorate = ("county-procuratorate", PROCURATOR);
	let police = ("county-police", POLICEMAN);

	let case = register(&sheets.identity);
	assert!(is_open(case, kinds::ASSESSMENT));
	let letter = record(JUDGE, case, classes::CORRESPONDENCE, &sheets.paper);
	serve(JUDGE, case, DocumentKind::Commission, letter, &[justice, procuratorate]);

	pass_days(3);
	let opinion = record(OFFICER, case, classes::ASSESSMENT, &sheets.paper);
	serve(OFFICER, case, DocumentKind::Opinion, opinion, &[court, procuratorate]);
	assert!(!is_open(case, kinds::ASSESSMENT), "completed by the opinion (L1)");

	pass_days(2);
	let decision = record(JUDGE, case, classes::DECISIONS, &sheets.paper);
	let step = Step::Decide { category: CaseCategory::SuspendedSentence };
	done(JUDGE, advance(case, step, decision));
	assert_stage(case, Stage::AwaitingReception);
	assert!(is_open(case, kinds::EFFECT_NOTICE) && is_open(case, kinds::REPORT));
	serve(JUDGE, case, DocumentKind::EffectNotice, letter, &[justice]);
	let all = [justice, procuratorate, police];
	serve(JUDGE, case, DocumentKind::ExecutionDocuments, decision, &all);
	assert!(!is_open(case, kinds::EFFECT_NOTICE) && !is_open(case, kinds::DELIVER_DOCUMENTS));
	(case, decision)
}

/// The reception of a decided case.
pub fn received(case: CaseId, sheets: &Sheets) {
	let reported = record(OFFICER, case, classes::RECEPTION, &sheets.paper);
	let group = record(OFFICER, case, classes::GROUP_AND_PLAN, &sheets.paper);
	done(OFFICER, advance(case, Step::Receive { group, group_lawful: true }, reported));
	assert_stage(case, Stage::Open);
	assert!(!is_open(case, kinds::REPORT), "completed by the reception (L8)");
	let unit = Some(
		pallet_consortium::UnitsOf::<Runtime>::iter_key_prefix(member("county-justice"))
			.min()
			.expect("has two; qed"),
	);
	let officer = Some(account(EAST));
	done(HEAD, pallet_subject_identity::Call::assign { case, unit, officer });
}

/// A lawyer represents the person of `case`.
pub fn represented(case: CaseId, sheets: &Sheets) {
	let evidence = record(OFFICER, case, classes::CIRCUMSTANCES, &sheets.paper);
	done(
		OFFICER,
		pallet_representatives::Call::appoint {
			case,
			account: account(sheets.lawyer),
			kind: pallet_representatives::Kind::Lawyer,
			sealed: commit(&sheets.identity),
			last_day: today().plus(TERM),
			evidence,
		},
	);
}

/// The term of `case`, computed from the decision by one officer and confirmed by another.
#[track_caller]
pub fn termed(case: CaseId, last_day: LegalDate, decision: RecordId) {
	done(OFFICER, term(case, last_day, decision));
	done(HEAD, pallet_subject_identity::Call::confirm_term { case, version: 0 });
}

/// A computation of the term.
pub fn term(
	case: CaseId,
	last_day: LegalDate,
	decision: RecordId,
) -> pallet_subject_identity::Call<Runtime> {
	pallet_subject_identity::Call::compute_term {
		case,
		last_day,
		calculation: commit("a calculation"),
		act_date: today(),
		evidence: decision,
	}
}

/// The whole case of a person.
pub fn play(sheets: &Sheets) -> CaseId {
	let (case, decision) = decided(sheets);
	received(case, sheets);
	represented(case, sheets);
	done(sheets.lawyer, pallet_representatives::Call::acknowledge { case, record: decision });

	let letter = record(OFFICER, case, classes::CORRESPONDENCE, &sheets.paper);
	let ban = pallet_subject_identity::Call::open_interval {
		case,
		kind: IntervalKind::ExitBan,
		cause: commit(&sheets.paper),
		act_date: today(),
		evidence: letter,
	};
	done(OFFICER, ban);
	serve(OFFICER, case, DocumentKind::ExitBan, letter, &[("county-police", POLICEMAN)]);

	let last_day = today().plus(TERM);
	termed(case, last_day, decision);
	assert!(Terms::<Runtime>::get(case, 0).is_some_and(|term| term.confirmed.is_some()));
	assert!(is_open(case, kinds::CERTIFICATE), "L31");
	let appraisal = StatutoryClocks::open(kinds::APPRAISAL, Subject::Case(case)).expect("L30");
	let due = pallet_statutory_clocks::Clocks::<Runtime>::get(appraisal).map(|clock| clock.due);
	let thirty_days_before = LegalDate(last_day.0 - 30);
	assert_eq!(due, Some(Due::Day(thirty_days_before)), "L30 counts back by its own rule");
	assert_clocks_live();

	pass_days(5);
	let appraisal = record(OFFICER, case, classes::END, &sheets.paper);
	let to = [("county-procuratorate", PROCURATOR)];
	serve(OFFICER, case, DocumentKind::AfterCareHandOver, appraisal, &to);
	assert!(!is_open(case, kinds::APPRAISAL), "completed by the hand-over (L30)");
	let cancelled = record(OFFICER, case, classes::CORRESPONDENCE, &sheets.paper);
	let close = pallet_subject_identity::Call::close_interval {
		case,
		number: 0,
		act_date: today(),
		evidence: cancelled,
	};
	done(OFFICER, close);

	// The last day.
	pass_days(last_day.0 - today().0);
	assert_eq!(today(), last_day);
	assert_stage(case, Stage::Open);
	let certificate = record(OFFICER, case, classes::END, &sheets.paper);
	let (act_date, evidence) = (today(), certificate);
	done(OFFICER, pallet_subject_identity::Call::certify { case, act_date, evidence });
	assert!(!is_open(case, kinds::CERTIFICATE), "completed by the certificate (L31)");
	let to = [
		("county-court", JUDGE),
		("county-procuratorate", PROCURATOR),
		("county-police", POLICEMAN),
	];
	serve(OFFICER, case, DocumentKind::EndNotice, certificate, &to);
	assert!(!is_open(case, kinds::END_NOTICES), "completed by the notices (L31)");

	// 24:00: nobody has to do anything.
	pass_days(1);
	block(|| ());
	assert_stage(case, Stage::Ended);
	assert_clocks_live();

	let consent = record(EAST, case, classes::END, &sheets.paper);
	done(EAST, advance(case, Step::BeginAfterCare, consent));
	assert_stage(case, Stage::AfterCare);
	done(HEAD, advance(case, Step::Archive, consent));
	assert_stage(case, Stage::Archived);
	assert_eq!(StatutoryClocks::count(Subject::Case(case)), 0, "nothing is due any more");
	case
}

pub fn sheets() -> Sheets {
	Sheets { identity: "a person".into(), paper: "a paper".into(), lawyer: LAWYER }
}

#[test]
fn the_law_is_there_from_the_first_block() {
	network(|| {
		let known: Vec<_> = StatutoryClocks::kinds(None).into_iter().map(|kind| kind.id).collect();
		// L1 to L39, with the local rules for alerts, leads and documents.
		for kind in (1..=39).chain(1_000..=1_004).map(KindId) {
			assert!(known.contains(&kind), "{kind:?}");
		}
		assert!(StatutoryClocks::calendar_of(2026).is_some());
		assert!(StatutoryClocks::calendar_of(2027).is_none(), "published when the year comes");
		for class in 1..=13 {
			assert!(Records::class(ClassId(class)).is_some(), "class {class}");
		}
	});
}

#[test]
fn a_case_goes_from_the_commission_to_the_archive() {
	network(|| {
		let case = play(&sheets());
		assert_clocks_live();
		// The whole way can be told: registration, decision, reception, end, after-care, archive.
		let steps: Vec<_> = (0..6)
			.map(|n| TransitionEntries::<Runtime>::get(case, n).expect("six; qed").value.to)
			.collect();
		assert_eq!(
			steps,
			[
				Stage::PreDecision,
				Stage::AwaitingReception,
				Stage::Open,
				Stage::Ended,
				Stage::AfterCare,
				Stage::Archived,
			]
		);
		assert!(TransitionEntries::<Runtime>::get(case, 6).is_none());
		let registered = TransitionEntries::<Runtime>::get(case, 0).expect("there; qed").since;
		assert_eq!(SubjectIdentity::stage_at(case, registered - 1), None);
		assert_eq!(SubjectIdentity::stage_at(case, registered), Some(Stage::PreDecision));
		let county = member("county-justice");
		let roles = SubjectIdentity::roles_at(case, county, registered);
		assert!(roles.contains(PartyRoles::EXECUTING));
		assert_eq!(
			<Representatives as case::Representatives<AccountId>>::case_of(&account(LAWYER)),
			None,
			"ended with the case"
		);
		assert_eq!(
			send(LAWYER, pallet_representatives::Call::acknowledge { case, record: RecordId(0) }),
			refused(Refusal::KeyRetired)
		);
	});
}

#[test]
fn refused_steps_of_a_case_leave_nothing_but_nonce_quota_and_attempt() {
	type Cases = pallet_subject_identity::Error<Runtime>;
	type Papers = pallet_records::Error<Runtime>;
	network(|| {
		let sheets = sheets();
		let call = |secrecy| {
			let mut call = registration(&sheets.identity);
			if let pallet_subject_identity::Call::register { secrecy: stated, .. } = &mut call {
				*stated = secrecy;
			}
			call
		};
		fails(JUDGE, call(None), Cases::SecrecyReviewMissing);
		fails(JUDGE, call(Some(Secrecy::Classified)), Cases::Classified);
		fails(OFFICER, call(Some(Secrecy::Unclassified)), Cases::NotAuthorized);

		let (case, decision) = decided(&sheets);
		let tomorrow = |evidence| pallet_subject_identity::Call::advance {
			case,
			step: Step::Return { reason: commit("a reason") },
			act_date: today().plus(1),
			evidence,
		};
		fails(JUDGE, tomorrow(decision), Cases::ActInFuture);
		fails(POLICEMAN, anchor(case, classes::DECISIONS, "a paper"), Papers::NotAuthorized);
		fails(OFFICER, anchor(case, ClassId(99), "a paper"), Papers::UnknownClass);
		fails(JUDGE, advance(case, Step::Archive, decision), Cases::NotAuthorized);
		fails(HEAD, advance(case, Step::Archive, decision), Cases::WrongStage);
		let group = record(OFFICER, case, classes::GROUP_AND_PLAN, &sheets.paper);
		let receive = |group_lawful| Step::Receive { group, group_lawful };
		fails(OFFICER, advance(case, receive(true), decision), Cases::WrongClass);
		let reported = record(OFFICER, case, classes::RECEPTION, &sheets.paper);
		fails(OFFICER, advance(case, receive(false), reported), Cases::GroupNotConfirmed);
		fails(SOCIAL_WORKER, advance(case, receive(true), reported), Cases::NotAuthorized);
		received(case, &sheets);

		let last_day = today().plus(TERM);
		done(OFFICER, term(case, last_day, decision));
		let confirm = || pallet_subject_identity::Call::confirm_term { case, version: 0 };
		fails(OFFICER, confirm(), Cases::NotAuthorized);
		// The attempts of the bureau's officers have been counted, and told to it once.
		assert!(pallet_gate::Attempts::<Runtime>::get(member("county-justice")).total >= 3);
		done(HEAD, confirm());
		fails(HEAD, confirm(), Cases::NothingToConfirm);
	});
}

#[test]
fn a_representative_may_do_what_is_the_persons_and_nothing_else() {
	network(|| {
		let sheets = sheets();
		let (case, decision) = decided(&sheets);
		received(case, &sheets);
		let acknowledge = || pallet_representatives::Call::acknowledge { case, record: decision };
		assert_eq!(send(LAWYER, acknowledge()), refused(Refusal::NotAdmitted));
		represented(case, &sheets);
		for call in call_table::every_call() {
			let open = matches!(
				(call.pallet, call.name),
				("Representatives", "acknowledge" | "resign") | ("Records", "dispute" | "settle")
			);
			let refusal = Gate::refusal(&account(LAWYER), Some(&call.sample));
			assert_eq!(refusal.is_none(), open, "{}.{}: {refusal:?}", call.pallet, call.name);
		}
		let outcome = leaves_nothing(LAWYER, advance(case, Step::Archive, decision));
		assert_eq!(outcome, refused(Refusal::CallNotOpen));
		let outcome = leaves_nothing(LAWYER, batch_all([acknowledge()]));
		assert_eq!(outcome, refused(Refusal::CallNotOpen));

		let before = Gate::quota(member("county-justice")).used;
		done(LAWYER, acknowledge());
		assert!(Gate::quota(member("county-justice")).used > before, "at the agency's expense");
		assert_eq!(Gate::reserve(&account(LAWYER)).used, 0);
		done(
			LAWYER,
			pallet_representatives::Call::resign {
				reason: shejiao_primitives::reason::Reason::OwnWish,
			},
		);
		assert_eq!(send(LAWYER, acknowledge()), refused(Refusal::KeyRetired));
	});
}

#[test]
fn a_paused_module_takes_what_the_law_orders_and_nothing_else() {
	network(|| {
		let sheets = sheets();
		let (case, decision) = decided(&sheets);
		let modules = Modules::of(ModuleId::SubjectIdentity)
			.union(Modules::of(ModuleId::Records))
			.union(Modules::of(ModuleId::StatutoryClocks));
		done(
			"county-justice//second-officer",
			pallet_compliance::Call::report_incident {
				kind: pallet_compliance::IncidentKind::Malfunction,
				modules,
				evidence: commit("a report"),
			},
		);
		let add = pallet_subject_identity::Call::add_party {
			case,
			member: member("city-procuratorate"),
			roles: PartyRoles::COPIED,
			basis: commit("a decision"),
		};
		fails(HEAD, add, pallet_subject_identity::Error::<Runtime>::ModulePaused);
		let attest = pallet_records::Call::attest { record: decision };
		fails(PROCURATOR, attest, pallet_records::Error::<Runtime>::ModulePaused);
		received(case, &sheets);
	});
}

#[test]
fn a_term_ends_on_the_right_night_after_a_standstill_too() {
	network(|| {
		let sheets = sheets();
		let (case, decision) = decided(&sheets);
		received(case, &sheets);
		let last_day = today().plus(TERM);
		termed(case, last_day, decision);
		// The chain stands still until three days after the end.
		pass_days(TERM + 3);
		block(|| ());
		assert_stage(case, Stage::Ended);
		let end = TransitionEntries::<Runtime>::get(case, 3).expect("ended; qed").value;
		assert_eq!(end.act.date, last_day, "the end has the date of the law");
		// L31 has run out, and whoever must know is told once.
		let owner = member("county-justice");
		let told = Oversight::view_alerts(owner, 0, 64);
		let missing = |rule| told.iter().filter(|(_, alert)| alert.rule == rule).count();
		use shejiao_primitives::oversight::Rule;
		assert_eq!(missing(Rule::CertificateMissing), 1, "{told:?}");
		assert_clocks_live();
	});
}
