//! `request_recheck`: what is drawn, and what happens without an answer.

use super::*;
use crate::{Drawn, RecheckId, RecheckOutcome};
use frame_support::assert_noop;
use shejiao_primitives::{
	ids::DrawId,
	oversight::{Rule, Severity},
	regime::ModuleId,
	subject::Subject,
};
use shejiao_testing::{MockAlerting, MockDraw, MockRegime};

const OFFICE: Office = Office { member: COUNTY, unit: None };

fn request(who: u64, day: LegalDate, part: u32) -> sp_runtime::DispatchResult {
	Records::request_recheck(signed(who), OFFICE, day, part)
}

/// A day with some anchors, that is over.
fn day_of(count: u32) -> LegalDate {
	let day = today();
	(0..count).for_each(|_| {
		visit();
	});
	MockLegalTime::advance_days(1);
	day
}

#[test]
fn a_record_of_the_day_is_drawn() {
	chain(|| {
		let day = day_of(5);
		assert_ok!(request(PROCURATOR, day, 0));
		assert!(happened(Event::RecheckRequested {
			recheck: RecheckId(0),
			office: OFFICE,
			day,
			part: 0,
			by: PROCURATORATE,
			draw: DrawId(0),
		}));
		block();
		assert_eq!(Records::recheck(RecheckId(0)).and_then(|check| check.drawn), None);
		MockDraw::decide(DrawId(0), 3);
		block();
		let due = today().plus(5);
		let drawn = Some(Drawn { record: RecordId(3), due });
		assert_eq!(Records::recheck(RecheckId(0)).and_then(|check| check.drawn), drawn);
		let record = RecordId(3);
		assert!(happened(Event::RecheckDrawn { recheck: RecheckId(0), record, due }));
		assert_eq!(Records::open_rechecks(RecheckId(0), 10).len(), 1);
	});
}

#[test]
fn a_day_with_more_anchors_than_a_draw_takes_is_drawn_in_parts() {
	chain(|| {
		let day = day_of(1_025);
		assert_ok!(request(PROCURATOR, day, 1));
		MockDraw::decide(DrawId(0), 0);
		block();
		let drawn = Records::recheck(RecheckId(0)).and_then(|check| check.drawn);
		assert_eq!(drawn.map(|drawn| drawn.record), Some(RecordId(1_024)));
		assert_ok!(request(PROCURATOR, day, 0));
		assert_noop!(request(PROCURATOR, day, 2), Error::<Test>::NotFound);
		assert_noop!(request(PROCURATOR, day, u32::MAX), Error::<Test>::NotFound);
	});
}

#[test]
fn the_day_must_be_over_and_something_anchored() {
	chain(|| {
		visit();
		assert_noop!(request(PROCURATOR, today(), 0), Error::<Test>::DayNotOver);
		let before = LegalDate(today().0 - 1);
		assert_noop!(request(PROCURATOR, before, 0), Error::<Test>::NotFound);
	});
}

#[test]
fn who_supervises_or_stands_above_asks() {
	chain(|| {
		let day = day_of(1);
		assert_ok!(request(PROCURATOR, day, 0));
		assert_ok!(request(INSPECTOR, day, 0));
		for who in [STRANGER, CLERK, JUDGE, CONSTABLE] {
			assert_noop!(request(who, day, 0), Error::<Test>::NotAuthorized);
		}
		appoint(22, COURT, None, Duties::SUPERVISION);
		assert_noop!(request(22, day, 0), Error::<Test>::NotAuthorized);
		appoint(16, COUNTY, None, Duties::SUPERVISION);
		assert_noop!(request(16, day, 0), Error::<Test>::OwnRecord);
		MockRegime::pause(ModuleId::Records, true);
		assert_noop!(request(PROCURATOR, day, 0), Error::<Test>::ModulePaused);
	});
}

#[test]
fn what_nobody_answers_is_told() {
	chain(|| {
		let day = day_of(3);
		for number in 0..3 {
			assert_ok!(request(PROCURATOR, day, 0));
			MockDraw::decide(DrawId(number), number as usize);
		}
		// Two checks are followed in a block.
		block();
		block();
		assert_ok!(Records::answer_recheck(signed(CHIEF), RecheckId(1), true));
		MockLegalTime::advance_days(5);
		block();
		assert!(MockAlerting::all().is_empty(), "the last day is not over");
		MockLegalTime::advance_days(1);
		block();
		block();
		let alert = |record| {
			let (rule, severity) = (Rule::RecheckFailed, Severity::Serious);
			(rule, severity, PROCURATORATE, Subject::Record(record), None)
		};
		assert_eq!(MockAlerting::all(), [alert(RecordId(0)), alert(RecordId(2))]);
		let outcome = |id| Records::recheck(RecheckId(id)).and_then(|check| check.outcome);
		let unanswered = Some(RecheckOutcome::Unanswered);
		assert_eq!(
			[outcome(0), outcome(1), outcome(2)],
			[unanswered, Some(RecheckOutcome::Matches), unanswered]
		);
		assert!(Records::open_rechecks(RecheckId(0), 10).is_empty());
	});
}

#[test]
fn a_draw_that_is_late_costs_nobody_time() {
	chain(|| {
		let day = day_of(1);
		assert_ok!(request(PROCURATOR, day, 0));
		MockLegalTime::advance_days(30);
		block();
		MockDraw::decide(DrawId(0), 0);
		block();
		let drawn = Records::recheck(RecheckId(0)).and_then(|check| check.drawn);
		assert_eq!(drawn.map(|drawn| drawn.due), Some(today().plus(5)));
		assert!(MockAlerting::all().is_empty());
	});
}
