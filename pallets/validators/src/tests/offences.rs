use super::*;
use frame_support::assert_ok;
use sp_runtime::Perbill;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

/// Report equivocations of `accounts` in `session`.
pub fn equivocate(accounts: &[u64], session: u32) {
	let offenders: Vec<_> = accounts
		.iter()
		.map(|account| OffenceDetails { offender: (*account, ()), reporters: vec![] })
		.collect();
	let fractions = vec![Perbill::one(); offenders.len()];
	Validators::on_offence(&offenders, &fractions, session);
}

#[test]
fn an_equivocator_is_disabled_and_left_out_of_the_next_set() {
	chain(5, 4, || {
		rotate(3);
		equivocate(&[3], 2);
		assert_eq!(
			events().pop(),
			Some(Event::Equivocated { member: MemberId(3), validator: 3, session: 2 })
		);
		assert_eq!(Session::disabled_validators(), [3]);
		rotate(1);
		assert_eq!(queued(), [0, 1, 2, 4]);
		rotate(6);
		// It waits for the council, and its member cannot take another account meanwhile.
		assert_eq!((state(3), current()), (Some(State::Equivocated), vec![0, 1, 2, 4]));
		assert!(Validators::register(RuntimeOrigin::signed(institution(3)), 33).is_err());
	});
}

#[test]
fn at_the_minimum_it_stays_disabled_whatever_else_changes() {
	chain(4, 4, || {
		equivocate(&[3], 0);
		assert_ok!(set_keys(0, 100));
		rotate(1);
		assert_eq!((queued(), Session::disabled_validators()), (vec![0, 1, 2, 3], vec![3]));
		rotate(1);
		// The set changed, and with it the session pallet forgot who was disabled.
		assert!(pallet_session::Validators::<Test>::get().contains(&3));
		assert_eq!(Session::disabled_validators(), [3]);
		join(4);
		rotate(4);
		assert_eq!((current(), Session::disabled_validators()), (vec![0, 1, 2, 4], vec![]));
	});
}

#[test]
fn no_more_are_disabled_than_may_fail() {
	chain(7, 4, || {
		equivocate(&[0, 1, 2], 0);
		assert_eq!(Session::disabled_validators(), [0, 1]);
		rotate(1);
		assert_eq!(queued(), [2, 3, 4, 5, 6]);
		rotate(2);
		assert_eq!(queued(), [3, 4, 5, 6]);
	});
}

#[test]
fn a_second_report_of_the_same_is_silent_and_a_strangers_harmless() {
	chain(5, 4, || {
		equivocate(&[3, 77], 0);
		let before = events().len();
		equivocate(&[3], 0);
		assert_eq!(events().len(), before);
	});
}

#[test]
fn an_equivocator_may_be_removed_and_is_then_forgotten() {
	chain(5, 4, || {
		equivocate(&[3], 0);
		assert_ok!(remove(3));
		rotate(3);
		assert_eq!((state(3), Session::load_keys(&3)), (None, None));
	});
}
