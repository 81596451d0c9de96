//! What rests on records, over all pallets: told when its own ground falls, and when that stands again.

use super::{case::*, *};
use crate::*;
use pallet_oversight::{Answer, NoticeKind, Paper};
use pallet_records::{Call as Papers, Settlement};
use pallet_statutory_clocks::{Clocks, Group};
use pallet_subject_identity::{CorrectedSources, Step};
use shejiao_primitives::{
	case::{CaseId, CaseView, Stage},
	deadline::ActTime,
	document::DocumentKind,
	record::{classes, ClassId, RecordId, RecordStatus},
	subject::Subject,
	time::LegalTime as _,
};

/// Anchor a record of `class` that rests on `sources`.
#[track_caller]
fn resting_on(case: CaseId, class: ClassId, sources: &[RecordId]) -> RecordId {
	let id = pallet_records::NextRecord::<Runtime>::get();
	let Papers::anchor { mut entry } = anchor(case, class, "a paper") else {
		panic!("it anchors; qed")
	};
	entry.derived_from = sources.to_vec().try_into().expect("few; qed");
	done(OFFICER, Papers::anchor { entry });
	id
}

/// The procuratorate disputes `record`, and everybody is told.
#[track_caller]
fn dispute(case: CaseId, record: RecordId) {
	let reasons = self::record(PROCURATOR, case, classes::REVIEW, "reasons");
	done(PROCURATOR, Papers::dispute { record, reasons });
	(0..3).for_each(|_| block(|| ()));
}

/// It takes the dispute back, and everybody is told.
#[track_caller]
fn withdraw(record: RecordId) {
	done(PROCURATOR, Papers::settle { record, settlement: Settlement::Withdrawn, evidence: None });
	(0..3).for_each(|_| block(|| ()));
}

/// S69, S71: one paper derived from two others is the ground of a transition, a representative's right,
/// a letter, a reply to a notice and an act in time. Each knows that paper alone.
#[test]
fn whatever_rests_on_a_record_hears_of_that_record() {
	network(|| {
		let sheets = sheets();
		let (case, _) = decided(&sheets);
		let (one, two) = (
			resting_on(case, classes::CORRESPONDENCE, &[]),
			resting_on(case, classes::CORRESPONDENCE, &[]),
		);
		let middle = resting_on(case, classes::RECEPTION, &[one, two]);

		let group = record(OFFICER, case, classes::GROUP_AND_PLAN, &sheets.paper);
		done(OFFICER, advance(case, Step::Receive { group, group_lawful: true }, middle));
		let transition = Subject::Transition(case, 2);
		let appoint = pallet_representatives::Call::appoint {
			case,
			account: account(sheets.lawyer),
			kind: pallet_representatives::Kind::Lawyer,
			sealed: commit(&sheets.identity),
			last_day: today().plus(30),
			evidence: middle,
		};
		done(OFFICER, appoint);
		let letter = pallet_served_documents::NextDocument::<Runtime>::get();
		let to = [("county-procuratorate", PROCURATOR)];
		serve(OFFICER, case, DocumentKind::Other, middle, &to);
		let notice = pallet_oversight::NextNotice::<Runtime>::get();
		let text = record(PROCURATOR, case, classes::REVIEW, &sheets.paper);
		let (kind, issued) = (NoticeKind::Suggestion, today());
		let (addressee, paper) = (member("county-justice"), Paper::Record(text));
		let reply_by = None;
		done(
			PROCURATOR,
			pallet_oversight::Call::issue_notice { kind, addressee, paper, issued, reply_by },
		);
		let (answer, paper) = (Answer::NotAdopted, Paper::Record(middle));
		let reply = pallet_oversight::Call::reply { notice, answer, paper, replied: today() };
		done(HEAD, reply);
		let clock = pallet_statutory_clocks::NextClock::<Runtime>::get();
		let start = pallet_statutory_clocks::Call::start_sealed {
			case,
			group: Group::Conclusion,
			due: today().plus(9),
			commitment: commit("a kind, and from when"),
			owner: addressee,
		};
		done(OFFICER, start);
		let act = ActTime::Day(today());
		let evidence = middle;
		done(OFFICER, pallet_statutory_clocks::Call::complete { clock, done: act, evidence });

		// Whether each has heard that its ground has fallen.
		let fallen = || {
			let mandate = pallet_representatives::Mandates::<Runtime>::get(account(sheets.lawyer));
			[
				CorrectedSources::<Runtime>::contains_key(case, (transition, middle)),
				mandate.is_some_and(|mandate| !mandate.stands),
				Clocks::<Runtime>::get(clock).is_some_and(|clock| clock.corrected),
			]
		};
		let marked = || {
			let letter = pallet_served_documents::Documents::<Runtime>::get(letter);
			let notice = pallet_oversight::Notices::<Runtime>::get(notice);
			[
				letter.is_some_and(|letter| letter.corrected),
				notice.is_some_and(|notice| !notice.corrected.is_empty()),
			]
		};
		assert_eq!((fallen(), marked()), ([false; 3], [false; 2]));
		dispute(case, one);
		assert_eq!((fallen(), marked()), ([true; 3], [true; 2]));
		dispute(case, two);
		withdraw(one);
		assert_eq!(fallen(), [true; 3], "the other source is still in doubt");
		withdraw(two);
		assert_eq!(fallen(), [false; 3]);
		assert_eq!(CorrectedSources::<Runtime>::iter_prefix(case).count(), 0);
	});
}

/// Late entry is never refused, and what is still open in an archived case can be closed (法 34).
#[test]
fn an_archived_case_takes_what_was_done_before_and_the_letter_that_closes() {
	network(|| {
		let sheets = sheets();
		let case = register(&sheets.identity);
		let letter = record(JUDGE, case, classes::CORRESPONDENCE, &sheets.paper);
		done(
			JUDGE,
			pallet_subject_identity::Call::open_interval {
				case,
				kind: pallet_subject_identity::IntervalKind::Restriction,
				cause: commit("a cause"),
				act_date: today(),
				evidence: letter,
			},
		);
		pass_days(1);
		let decision = record(JUDGE, case, classes::DECISIONS, &sheets.paper);
		done(JUDGE, advance(case, Step::Drop, decision));
		let stage = || SubjectIdentity::facts(case).map(|facts| facts.stage);
		assert_eq!(stage(), Some(Stage::Archived));
		let dropped = today();
		pass_days(1);

		let opinion = |act_date| {
			let Papers::anchor { mut entry } = anchor(case, classes::ASSESSMENT, &sheets.paper)
			else {
				panic!("it anchors; qed")
			};
			entry.act_date = act_date;
			Papers::anchor { entry }
		};
		fails(OFFICER, opinion(today()), pallet_records::Error::<Runtime>::CaseClosed);
		// Given on paper before the case was dropped.
		done(OFFICER, opinion(dropped));
		let evidence = record(OFFICER, case, classes::CORRESPONDENCE, &sheets.paper);
		let close = pallet_subject_identity::Call::close_interval {
			case,
			number: 0,
			act_date: today(),
			evidence,
		};
		done(HEAD, close);
		let status = |record| Records::status_at(record, LegalTime::now());
		assert_eq!(status(evidence), Some(RecordStatus::Trusted));
	});
}
