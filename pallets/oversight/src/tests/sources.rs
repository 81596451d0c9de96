use super::*;
use shejiao_primitives::record::{Correctable, RecordStatus};

fn found() -> (AlertId, RecordId) {
	let case = case();
	let id = raise(Rule::RecheckFailed, Severity::Serious, BUREAU, Subject::Case(case));
	let record = record(case, BUREAU, OFFICER);
	let paper = Paper::Record(record);
	assert_ok!(Oversight::find(signed(CHIEF), id, Outcome::Substantiated, paper));
	(id, record)
}

/// S69: a correction undoes its consequences; whoever decided on a wrong record is told.
#[test]
fn a_finding_on_a_corrected_record_is_flagged_and_its_owner_alerted() {
	chain(|| {
		let (id, record) = found();
		let dependant = Subject::Alert(id);
		Oversight::source_changed(dependant, record, RecordStatus::Superseded);
		assert!(get(id).corrected);
		assert_eq!(steps(id).last(), Some(&Step::SourceCorrected(record)));
		let raised = get(AlertId(1));
		assert_eq!((raised.rule, raised.owner), (Rule::SourceCorrected, BUREAU));
		assert_eq!(raised.source, dependant);
		let to = RecordStatus::Superseded;
		assert!(events().contains(&Event::SourceCorrected { dependant, source: record, to }));
		// It belongs to the same case as the alert that it is about.
		assert_eq!(Oversight::case_of_alert(AlertId(1)), Oversight::case_of_alert(id));
		// A new finding is not flagged.
		assert_ok!(Oversight::find(signed(CHIEF), id, Outcome::Unsubstantiated, sealed(1)));
		assert!(!get(id).corrected);
	});
}

#[test]
fn a_notice_on_a_corrected_record_is_flagged_for_its_issuer_and_a_reply_for_its_addressee() {
	chain(|| {
		let case = case();
		let own = record(case, PROCURATORATE, PROSECUTOR);
		let id = NextNotice::<Test>::get();
		assert_ok!(issue(NoticeKind::Suggestion, BUREAU, Paper::Record(own), None));
		let reply = record(case, BUREAU, CHIEF);
		let paper = Paper::Record(reply);
		assert_ok!(Oversight::reply(signed(CHIEF), id, Answer::NotAdopted, paper, today()));
		for (source, owner) in [(reply, BUREAU), (own, PROCURATORATE), (own, PROCURATORATE)] {
			Oversight::source_changed(Subject::Notice(id), source, RecordStatus::Disputed);
			assert!(the_notice(id).corrected.contains(&source));
			assert!(Oversight::is_open(Rule::SourceCorrected, Subject::Notice(id), owner));
		}
		assert_eq!(NextAlert::<Test>::get(), AlertId(2));
		// What is evidence again is not marked any more, and the rest is.
		let dependant = Subject::Notice(id);
		Oversight::source_changed(dependant, reply, RecordStatus::Trusted);
		assert_eq!(the_notice(id).corrected.into_inner(), [own]);
		let to = RecordStatus::Trusted;
		assert_eq!(last_event(), Event::SourceCorrected { dependant, source: reply, to });
		Oversight::source_changed(dependant, own, RecordStatus::Trusted);
		assert!(the_notice(id).corrected.is_empty());
		assert_eq!(NextAlert::<Test>::get(), AlertId(2));
	});
}

/// The decision on a review is the issuer's, the request for it the addressee's.
#[test]
fn a_corrected_decision_alerts_who_decided() {
	chain(|| {
		let case = case();
		let own = Paper::Record(record(case, PROCURATORATE, PROSECUTOR));
		let id = NextNotice::<Test>::get();
		assert_ok!(issue(NoticeKind::Violation, BUREAU, own, Some(days(9))));
		let (asks, decides) = (record(case, BUREAU, CHIEF), record(case, PROCURATORATE, SECOND));
		let paper = Paper::Record(asks);
		assert_ok!(Oversight::ask_review(signed(CHIEF), id, paper, today()));
		let (paper, by) = (Paper::Record(decides), Some(days(9)));
		assert_ok!(Oversight::decide_review(signed(SECOND), id, true, paper, today(), by));
		let open = |owner| Oversight::is_open(Rule::SourceCorrected, Subject::Notice(id), owner);
		Oversight::source_changed(Subject::Notice(id), decides, RecordStatus::Superseded);
		assert_eq!([PROCURATORATE, BUREAU].map(open), [true, false]);
		Oversight::source_changed(Subject::Notice(id), asks, RecordStatus::Superseded);
		assert_eq!([PROCURATORATE, BUREAU].map(open), [true, true]);
	});
}

#[test]
fn what_a_replaced_finding_rested_on_is_no_matter_and_what_stands_again_is_not_marked() {
	chain(|| {
		let case = case();
		let id = raise(Rule::RecheckFailed, Severity::Serious, BUREAU, Subject::Case(case));
		let [first, second] = [(); 2].map(|()| record(case, BUREAU, OFFICER));
		for paper in [first, second] {
			let (paper, outcome) = (Paper::Record(paper), Outcome::Substantiated);
			assert_ok!(Oversight::find(signed(CHIEF), id, outcome, paper));
		}
		let changed = |source, to| Oversight::source_changed(Subject::Alert(id), source, to);
		changed(first, RecordStatus::Superseded);
		assert!(!get(id).corrected);
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
		changed(second, RecordStatus::Disputed);
		assert!(get(id).corrected);
		assert_eq!(NextAlert::<Test>::get(), AlertId(2));
		changed(second, RecordStatus::Trusted);
		assert!(!get(id).corrected);
		// What was decided on it meanwhile is for people to judge.
		assert!(Oversight::is_live_alert(AlertId(1)));
	});
}

#[test]
fn what_is_evidence_still_and_what_is_not_there_changes_nothing() {
	chain(|| {
		let (id, record) = found();
		Oversight::source_changed(Subject::Alert(id), record, RecordStatus::Trusted);
		assert!(!get(id).corrected);
		for other in
			[Subject::Alert(AlertId(9)), Subject::Notice(NoticeId(9)), Subject::Member(BUREAU)]
		{
			Oversight::source_changed(other, record, RecordStatus::Sealed);
		}
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
	});
}
