//! A closed file, and clocks through a merge: what holds over all pallets of the case.

use super::{case::*, *};
use crate::*;
use pallet_statutory_clocks::{Clock, Clocks, Group, Outcome};
use pallet_subject_identity::{Cases, IntervalKind, Step};
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles, Stage},
	clock::{kinds, ClockId, Deadlines},
	deadline::ActTime,
	document::{DocumentId, DocumentKind},
	ids::MemberId,
	reason::Reason,
	record::classes,
	subject::Subject,
	time::LegalDate,
};

const TERM: u32 = 20;

fn clock(id: ClockId) -> Clock<AccountId> {
	Clocks::<Runtime>::get(id).expect("it was started; qed")
}

/// Start a clock whose kind is sealed, by an officer of its owner.
#[track_caller]
fn start_sealed(who: &str, case: CaseId, due: LegalDate, owner: MemberId) -> ClockId {
	let id = pallet_statutory_clocks::NextClock::<Runtime>::get();
	let commitment = commit("a kind, and from when");
	let group = Group::Conclusion;
	done(who, pallet_statutory_clocks::Call::start_sealed { case, group, due, commitment, owner });
	id
}

/// A restricted case that is open, with its judgment.
fn restricted(sheets: &Sheets) -> (CaseId, shejiao_primitives::record::RecordId) {
	let (case, decision) = decided(sheets);
	let evidence = record(JUDGE, case, classes::CORRESPONDENCE, &sheets.paper);
	done(
		JUDGE,
		pallet_subject_identity::Call::open_interval {
			case,
			kind: IntervalKind::Restriction,
			cause: commit("a cause"),
			act_date: today(),
			evidence,
		},
	);
	(case, decision)
}

/// L38, L38a and the certificate of no record, each completed by an officer of its owner with the day
/// of the act and its record, in a file that is closed by rule and by nobody's act.
#[test]
fn a_restricted_case_is_closed_by_rule_with_both_moments_of_the_sealing() {
	network(|| {
		let sheets = sheets();
		let (court, county) = (member("county-court"), member("county-justice"));
		let (case, decision) = restricted(&sheets);
		// L38: the court sends its notice within three days, as any letter of a restricted case.
		let notice_clock = start_sealed(JUDGE, case, today().plus(3), court);
		pass_days(2);
		let notice = record(JUDGE, case, classes::DECISIONS, &sheets.paper);
		let to = [("county-justice", OFFICER), ("county-procuratorate", PROCURATOR)];
		serve(JUDGE, case, DocumentKind::Other, notice, &to);
		let day = ActTime::Day(today());
		let complete = |clock, done, evidence| pallet_statutory_clocks::Call::complete {
			clock,
			done,
			evidence,
		};
		fails(
			OFFICER,
			complete(notice_clock, day, notice),
			pallet_statutory_clocks::Error::<Runtime>::NotAuthorized,
		);
		done(JUDGE, complete(notice_clock, day, notice));
		let closed = clock(notice_clock).closed.expect("it was completed; qed");
		let (done_on, evidence) = (day, Some(notice));
		assert_eq!(closed.outcome, Outcome::Completed { done: done_on, evidence, in_time: true });

		received(case, &sheets);
		represented(case, &sheets);
		let last_day = today().plus(TERM);
		termed(case, last_day, decision);
		let add = |member: &str| pallet_subject_identity::Call::add_party {
			case,
			member: self::member(member),
			roles: PartyRoles::COPIED,
			basis: commit("a decision"),
		};
		done(HEAD, add("intermediate-court"));
		pass_days(last_day.0 - today().0);
		let certificate = record(OFFICER, case, classes::END, &sheets.paper);
		let certify = pallet_subject_identity::Call::certify {
			case,
			act_date: today(),
			evidence: certificate,
		};
		done(OFFICER, certify);
		assert_eq!(today(), last_day, "a day of execution");
		assert!(!SubjectIdentity::facts(case).expect("registered; qed").is_closed());
		let intervals = Cases::<Runtime>::get(case).expect("registered; qed").intervals;

		// 24:00 of the last day.
		pass_days(1);
		block(|| ());
		let facts = SubjectIdentity::facts(case).expect("registered; qed");
		assert_eq!(facts.stage, Stage::Ended);
		assert!(facts.is_closed());
		let record_of_case = Cases::<Runtime>::get(case).expect("registered; qed");
		assert_eq!(record_of_case.intervals, intervals, "nobody has entered a sealing");

		// L38a: within three days after the end.
		let sealing_clock = start_sealed(OFFICER, case, last_day.plus(3), county);
		let sealing = record(OFFICER, case, classes::END, &sheets.paper);
		done(OFFICER, complete(sealing_clock, ActTime::Day(today()), sealing));
		let closed = clock(sealing_clock).closed.expect("it was completed; qed");
		assert!(matches!(closed.outcome, Outcome::Completed { in_time: true, .. }));
		// The certificate of no record: three working days after it was asked for.
		let asked = start_sealed(OFFICER, case, today().plus(5), county);
		let no_record = record(OFFICER, case, classes::END, &sheets.paper);
		done(OFFICER, complete(asked, ActTime::Day(today()), no_record));
		assert!(!clock(asked).is_open());
		// Nothing of the three clocks tells which they are.
		for id in [notice_clock, sealing_clock, asked] {
			assert!(clock(id).kind.is_none() && clock(id).commitment.is_some());
		}

		// Nobody is shown more than before; whoever needs it no more is taken off.
		type Cased = pallet_subject_identity::Error<Runtime>;
		fails(HEAD, add("city-procuratorate"), Cased::FileClosed);
		let lawyer = pallet_representatives::Call::appoint {
			case,
			account: account("lawyer//another"),
			kind: pallet_representatives::Kind::Lawyer,
			sealed: commit("another lawyer"),
			last_day: today().plus(30),
			evidence: certificate,
		};
		fails(OFFICER, lawyer, pallet_representatives::Error::<Runtime>::FileClosed);
		let tags = vec![pallet_identity_tags::Tag([7; 32])].try_into().expect("one; qed");
		let tags = pallet_identity_tags::Call::register_tags { case, epoch: 1, tags };
		fails(OFFICER, tags, pallet_identity_tags::Error::<Runtime>::FileClosed);
		done(
			HEAD,
			pallet_subject_identity::Call::remove_party {
				case,
				member: member("intermediate-court"),
				roles: PartyRoles::COPIED,
				basis: commit("a decision"),
			},
		);

		// What the law finishes goes on.
		let consent = record(EAST, case, classes::END, &sheets.paper);
		done(EAST, advance(case, Step::BeginAfterCare, consent));
		done(HEAD, advance(case, Step::Archive, consent));
		assert!(SubjectIdentity::facts(case).expect("registered; qed").is_closed());
	});
}

/// What is owed about a document is owed through a merge; what the merge stopped runs again from its
/// own beginning, whoever had started it.
#[test]
fn a_split_lets_every_clock_run_again_and_receipts_were_owed_all_the_time() {
	network(|| {
		let sheets = sheets();
		let ((duplicate, decision), (kept, _)) = (decided(&sheets), decided(&sheets));
		let (court, county) = (member("county-court"), member("county-justice"));
		// A letter that the agency has not answered yet.
		let letter = pallet_served_documents::NextDocument::<Runtime>::get();
		done(
			JUDGE,
			pallet_served_documents::Call::send {
				case: duplicate,
				kind: DocumentKind::Other,
				record: decision,
				recipients: vec![county].try_into().expect("one; qed"),
				sent: today(),
			},
		);
		// Gaps in the documents, found by the agency: L7, started by the pallet of documents.
		let documents = DocumentId(letter.0 + 1);
		done(
			JUDGE,
			pallet_served_documents::Call::send {
				case: duplicate,
				kind: DocumentKind::ExecutionDocuments,
				record: decision,
				recipients: ["county-justice", "county-procuratorate", "county-police"]
					.map(member)
					.to_vec()
					.try_into()
					.expect("three; qed"),
				sent: today(),
			},
		);
		let gaps = record(OFFICER, duplicate, classes::CORRESPONDENCE, &sheets.paper);
		done(
			OFFICER,
			pallet_served_documents::Call::receipt {
				document: documents,
				receipted: today(),
				record: None,
				missing: Some(gaps),
			},
		);
		// A clock whose kind an officer sealed.
		let sealed = start_sealed(JUDGE, duplicate, today().plus(12), court);
		let (subject, owed) = (Subject::Case(duplicate), Subject::Document(letter));
		let open = |subject| {
			let open = pallet_statutory_clocks::OpenClocks::<Runtime>::get(subject);
			let mut told: Vec<_> = open
				.into_iter()
				.map(|(id, kind)| {
					let clock = clock(id);
					(kind, clock.commitment, clock.owner, clock.basis, clock.due)
				})
				.collect();
			told.sort_by_key(codec::Encode::encode);
			told
		};
		let (of_case, of_letter) = (open(subject), open(owed));
		let plain: Vec<_> = of_case.iter().filter_map(|clock| clock.0).collect();
		assert!(plain.contains(&kinds::COMPLETE_DOCUMENTS) && plain.contains(&kinds::REPORT));
		assert_eq!((of_case.len(), of_letter.len()), (3, 1), "{of_case:?}");

		// Merged by two officers, and split again after three days.
		let check = record(OFFICER, duplicate, classes::IDENTITY, &sheets.paper);
		let propose = pallet_identity_tags::Call::propose_duplicate {
			first: duplicate,
			second: kept,
			evidence: check,
		};
		done(OFFICER, propose);
		let (proposal, merge) =
			(pallet_identity_tags::ProposalId(0), pallet_identity_tags::MergeId(0));
		let evidence = check;
		for who in [OFFICER, HEAD] {
			let call = pallet_identity_tags::Call::confirm_duplicate { proposal, kept, evidence };
			done(who, call);
		}
		assert_eq!(open(subject), []);
		assert!(!clock(sealed).is_open());
		assert_eq!(open(owed), of_letter, "the receipt is still owed");
		pass_days(3);
		let basis = Reason::Mistake;
		for who in [OFFICER, HEAD] {
			done(who, pallet_identity_tags::Call::split { merge, evidence, basis });
		}
		assert_eq!(open(subject), of_case);
		assert_eq!(open(owed), of_letter);
		assert_eq!(open(Subject::Case(kept)).len(), 1, "its own report");

		// And they end as they would have.
		let again = record(JUDGE, duplicate, classes::DECISIONS, &sheets.paper);
		let all = [
			("county-justice", OFFICER),
			("county-procuratorate", PROCURATOR),
			("county-police", POLICEMAN),
		];
		serve(JUDGE, duplicate, DocumentKind::ExecutionDocuments, again, &all);
		assert!(StatutoryClocks::open(kinds::COMPLETE_DOCUMENTS, subject).is_none(), "L7");
		received(duplicate, &sheets);
		assert!(StatutoryClocks::open(kinds::REPORT, subject).is_none(), "L8");
	});
}
