use super::*;
use frame_support::assert_noop;
use shejiao_primitives::{deadline::YearCalendar, record::RecordStatus, regime::ModuleId};
use sp_core::H256;

const FIRST: H256 = H256::repeat_byte(7);
const SECOND: H256 = H256::repeat_byte(8);

/// L38 over a New Year without calendar: three days, as an officer computed them on weekends alone.
fn sealed(due: LegalDate) -> (CaseId, ClockId) {
	let case = case();
	let id = NextClock::<Test>::get();
	let start =
		StatutoryClocks::start_sealed(signed(JUDGE), case, Group::Conclusion, due, FIRST, COURT);
	assert_ok!(start);
	(case, id)
}

fn reseal(who: u64, id: ClockId, due: LegalDate, evidence: RecordId) -> DispatchResult {
	StatutoryClocks::reseal(signed(who), id, due, SECOND, evidence)
}

#[test]
fn the_owner_seals_anew_when_the_calendar_has_come() {
	chain(|| {
		go_to("2026-12-29");
		let (case, id) = sealed(date("2027-01-01"));
		go_to("2027-01-02");
		settle();
		assert!(clock(id).expired.is_some());
		let off = vec![date("2027-01-01"), date("2027-01-04")];
		let calendar = YearCalendar::new(2027, off, vec![]).expect("one; qed");
		assert_ok!(StatutoryClocks::set_calendar(council(), 2027, calendar));
		settle();
		assert_eq!(due(id), date("2027-01-01"), "no node knows what it counts");
		let evidence = record(case);
		events();
		assert_ok!(reseal(JUDGE, id, date("2027-01-05"), evidence));
		let told = events();
		let (was, commitment, by) = (FIRST, SECOND, JUDGE);
		let (from, to) = (Due::Day(date("2027-01-01")), Due::Day(date("2027-01-05")));
		let why = Move::Resealed(evidence);
		assert_eq!(
			told,
			[
				Event::ClockResealed { clock: id, was, commitment, evidence, by },
				Event::ClockMoved { clock: id, why, from, to, provisional: None, by: Some(JUDGE) },
			]
		);
		let after = clock(id);
		assert_eq!(
			(after.commitment, after.basis),
			(Some(SECOND), Basis::Until(date("2027-01-05")))
		);
		assert_eq!((after.warned, after.expired), (None, None));
		assert_eq!((after.group, after.starter), (Group::Conclusion, Some(COURT)));
		assert_eq!(MockRecords::links(), [(evidence, Subject::Clock(id))]);
		let first = Steps::<Test>::get(id, 0).expect("a step; qed");
		assert_eq!((first.change, first.by), (Change::Resealed { was, evidence }, Some(JUDGE)));
		assert_eq!(after.steps, 2);
		go_to("2027-01-06");
		settle();
		assert_eq!(clock(id).expired, Some(now()));
	});
}

#[test]
fn what_the_law_orders_is_not_paused() {
	chain(|| {
		let (case, id) = sealed(today().plus(3));
		MockRegime::pause(ModuleId::StatutoryClocks, true);
		// An earlier trigger brings it forward.
		assert_ok!(reseal(JUDGE, id, today().plus(1), record(case)));
		assert_eq!(due(id), today().plus(1));
	});
}

#[test]
fn officers_of_the_owner_alone_seal_anew_and_by_evidence() {
	chain(|| {
		let (case, id) = sealed(today().plus(3));
		let evidence = record(case);
		let later = today().plus(5);
		for who in [CLERK, PROSECUTOR, TREASURER, 77] {
			assert_noop!(reseal(who, id, later, evidence), Error::<Test>::NotAuthorized);
		}
		assert_noop!(reseal(JUDGE, ClockId(9), later, evidence), Error::<Test>::NotFound);
		assert_noop!(reseal(JUDGE, id, later, record(self::case())), Error::<Test>::NoEvidence);
		MockRecords::set_status(evidence, RecordStatus::Disputed);
		assert_noop!(reseal(JUDGE, id, later, evidence), Error::<Test>::NoEvidence);
		MockRecords::limit_links(0);
		assert_noop!(
			reseal(JUDGE, id, later, record(case)),
			sp_runtime::DispatchError::Other("too many dependants")
		);
	});
}

#[test]
fn neither_what_is_plain_nor_what_has_ended_is_sealed_anew() {
	chain(|| {
		let (case, id) = sealed(today().plus(3));
		let plain = start(ASSESSMENT, case);
		let evidence = record(case);
		let later = today().plus(5);
		assert_noop!(reseal(CLERK, plain, later, evidence), Error::<Test>::NotSealed);
		let done = ActTime::Day(today());
		assert_ok!(StatutoryClocks::complete(signed(JUDGE), id, done, evidence));
		assert_noop!(reseal(JUDGE, id, later, evidence), Error::<Test>::AlreadyClosed);
	});
}
