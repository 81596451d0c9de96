use super::*;
use frame_support::assert_noop;
use shejiao_primitives::record::RecordStatus;
use shejiao_testing::{take_heard, Heard};

fn complete(who: u64, id: ClockId, done: ActTime, evidence: RecordId) -> DispatchResult {
	StatutoryClocks::complete(signed(who), id, done, evidence)
}

fn day(text: &str) -> ActTime {
	ActTime::Day(date(text))
}

#[test]
fn an_act_of_the_last_day_is_in_time_however_late_it_is_entered() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		go_to("2026-12-20");
		settle();
		assert!(clock(id).expired.is_some());
		assert_ok!(complete(CLERK, id, day("2026-12-07"), evidence));
		assert_eq!(
			last_event(),
			Event::ClockCompleted {
				clock: id,
				kind: Some(ASSESSMENT),
				subject: Subject::Case(case),
				owner: BUREAU,
				done: day("2026-12-07"),
				evidence: Some(evidence),
				in_time: true,
				late_entry: true,
				by: Some(CLERK),
			}
		);
		assert_eq!(MockRecords::links(), [(evidence, Subject::Clock(id))]);
		assert_eq!(take_heard().last(), Some(&Heard::Closed(id, Subject::Case(case))));
	});
}

#[test]
fn an_act_of_the_day_after_is_late_and_not_refused() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		go_to("2026-12-20");
		assert_ok!(complete(CLERK, id, day("2026-12-08"), evidence));
		assert!(matches!(
			last_event(),
			Event::ClockCompleted { in_time: false, late_entry: true, .. }
		));
	});
}

#[test]
fn of_a_moment_only_the_day_is_kept_where_days_are_counted() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		assert_ok!(complete(CLERK, id, ActTime::Moment(now()), record(case)));
		assert!(matches!(
			last_event(),
			Event::ClockCompleted { done: ActTime::Day(day), in_time: true, late_entry: false, .. }
				if day == today()
		));
	});
}

#[test]
fn where_hours_are_counted_the_moment_decides() {
	chain(|| {
		let case = case();
		let from = now();
		let rule = StatutoryClocks::kind_at(ALERT_GRAVEST, from).expect("genesis; qed").1;
		let rule = Kind { lead: 1, ..rule };
		assert_ok!(StatutoryClocks::set_kind(council(), KindId(1_600), rule, today()));
		let (one, two) = (start(KindId(1_600), case), {
			let other = self::case();
			(start(KindId(1_600), other), record(other))
		});
		let evidence = record(case);
		MockLegalTime::advance(5 * HOUR);
		assert_noop!(
			complete(CLERK, one, ActTime::Day(today()), evidence),
			Error::<Test>::MomentNeeded
		);
		assert_ok!(complete(CLERK, one, ActTime::Moment(from + 2 * HOUR), evidence));
		assert!(matches!(
			last_event(),
			Event::ClockCompleted { in_time: true, late_entry: true, .. }
		));
		assert_ok!(complete(CLERK, two.0, ActTime::Moment(from + 2 * HOUR + 1), two.1));
		assert!(matches!(last_event(), Event::ClockCompleted { in_time: false, .. }));
	});
}

#[test]
fn an_act_in_the_future_is_none() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		for done in [ActTime::Day(today().plus(1)), ActTime::Moment(now() + 1)] {
			assert_noop!(complete(CLERK, id, done, evidence), Error::<Test>::InTheFuture);
		}
	});
}

#[test]
fn an_act_needs_evidence_that_is_not_later_than_itself() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let refused = |evidence, error: Error<Test>| {
			assert_noop!(complete(CLERK, id, ActTime::Day(today()), evidence), error);
		};
		refused(RecordId(99), Error::<Test>::NoEvidence);
		refused(record(self::case()), Error::<Test>::NoEvidence);
		let disputed = record(case);
		MockRecords::set_status(disputed, RecordStatus::Disputed);
		refused(disputed, Error::<Test>::NoEvidence);
		let evidence = record(case);
		let yesterday = ActTime::Day(LegalDate(today().0 - 1));
		assert_noop!(complete(CLERK, id, yesterday, evidence), Error::<Test>::EvidenceLater);
		MockRecords::limit_links(MockRecords::links().len());
		assert_noop!(
			complete(CLERK, id, ActTime::Day(today()), evidence),
			sp_runtime::DispatchError::Other("too many dependants")
		);
	});
}

#[test]
fn officers_of_the_owner_alone_complete() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		let done = ActTime::Day(today());
		for who in [TREASURER, JUDGE, PROSECUTOR, 1, 77] {
			assert_noop!(complete(who, id, done, evidence), Error::<Test>::NotAuthorized);
		}
		// The unit does what it has been delegated: L1 is investigation.
		assert_noop!(complete(STATION, id, done, evidence), Error::<Test>::NotAuthorized);
		MockDirectory::delegate(BUREAU, OFFICE, Acts::RECEPTION, 0, Moment::MAX);
		assert_noop!(complete(STATION, id, done, evidence), Error::<Test>::NotAuthorized);
		MockDirectory::delegate(BUREAU, OFFICE, Acts::INVESTIGATION, 0, Moment::MAX);
		assert_ok!(complete(STATION, id, done, evidence));
	});
}

#[test]
fn what_is_not_delegable_needs_the_agency_itself() {
	chain(|| {
		let case = case();
		MockDirectory::delegate(BUREAU, OFFICE, Acts::DELEGABLE, 0, Moment::MAX);
		let id = start(crate::law::more::RELOCATION_QUESTION, case);
		let evidence = record(case);
		let done = ActTime::Day(today());
		assert_noop!(complete(STATION, id, done, evidence), Error::<Test>::NotAuthorized);
		assert_ok!(complete(CHIEF, id, done, evidence));
	});
}

#[test]
fn units_of_others_act_as_their_member_does() {
	chain(|| {
		let police = MockMembers::add(&4u64, MemberKind::PublicSecurity);
		let station = MockMembers::add_unit(police);
		appoint(41, police, Some(station), Duties::ENFORCEMENT);
		let case = case();
		let id =
			StatutoryClocks::start(HAND_OVER, Subject::Case(case), police, now()).expect("; qed");
		assert_ok!(complete(41, id, ActTime::Day(today()), record(case)));
	});
}

#[test]
fn a_closed_clock_stays_closed() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		let done = ActTime::Day(today());
		assert_noop!(complete(CLERK, ClockId(9), done, evidence), Error::<Test>::NotFound);
		assert_ok!(complete(CLERK, id, done, evidence));
		assert_noop!(complete(CLERK, id, done, evidence), Error::<Test>::AlreadyClosed);
		MockLegalTime::advance_days(60);
		assert_eq!(poll(), <() as WeightInfo>::on_poll(0));
	});
}

/// Neither the reply to a notice, nor the receipt of a document, nor the response to an alert is got
/// round by a record of the case.
#[test]
fn what_others_keep_they_end_by_the_act_itself() {
	use shejiao_primitives::{
		document::DocumentId,
		oversight::{AlertId, NoticeId},
	};
	chain(|| {
		let case = case();
		let evidence = record(case);
		for subject in [
			Subject::Notice(NoticeId(3)),
			Subject::Document(DocumentId(3)),
			Subject::Alert(AlertId(3)),
			Subject::Record(evidence),
			Subject::Member(BUREAU),
		] {
			let id = StatutoryClocks::start(ASSESSMENT, subject, BUREAU, now()).expect("; qed");
			let no_case = sp_runtime::DispatchError::from(Error::<Test>::NoCase);
			let reason = Reason::Mistake;
			assert_noop!(complete(CLERK, id, ActTime::Day(today()), evidence), no_case);
			let cause = PauseCause::MaterialsAwaited;
			assert_noop!(StatutoryClocks::pause(signed(CLERK), id, cause, evidence), no_case);
			let day = today().plus(90);
			let longer = StatutoryClocks::propose_extension(signed(CLERK), id, day, evidence);
			assert_noop!(longer, no_case);
			let longer = StatutoryClocks::propose_extension(signed(JUDGE), id, day, evidence);
			assert_noop!(longer, no_case);
			let end = StatutoryClocks::propose_cancellation(signed(CLERK), id, reason, evidence);
			assert_noop!(end, no_case);
			// Nor by what would have been proposed before.
			let propose = |what| StatutoryClocks::propose(id, what, evidence, BUREAU, CLERK);
			propose(Proposed::Cancellation(reason));
			let end = StatutoryClocks::confirm_cancellation(signed(CHIEF), id, reason);
			assert_noop!(end, no_case);
			propose(Proposed::Extension(day));
			assert_noop!(StatutoryClocks::accept_extension(signed(JUDGE), id, day), no_case);
			assert_ok!(seen(ASSESSMENT, subject, now()));
			assert!(!clock(id).is_open());
		}
		for subject in [Subject::Transition(case, 0), Subject::Term(case, 0)] {
			let id = StatutoryClocks::start(ASSESSMENT, subject, BUREAU, now()).expect("; qed");
			assert_ok!(complete(CLERK, id, ActTime::Day(today()), evidence));
		}
	});
}

#[test]
fn neither_pause_nor_expulsion_stands_in_the_way() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		MockRegime::pause(shejiao_primitives::regime::ModuleId::StatutoryClocks, true);
		assert_ok!(complete(CLERK, id, ActTime::Day(today()), record(case)));
	});
}
