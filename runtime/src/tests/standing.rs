//! Members that are suspended or expelled.

use super::*;
use crate::*;
use frame_support::{assert_err, assert_ok};
use pallet_consortium::Call;
use shejiao_primitives::{
	directory::Members,
	duty::{Category, Duties},
	governance::{Body, Seats},
	ids::AreaCode,
	member::Standing,
	reason::Reason,
	refusal::Refusal,
};
use sp_runtime::DispatchError::BadOrigin;

fn suspend(name: &str) -> Call<Runtime> {
	Call::suspend { member: member(name), reason: Reason::RulesBroken, until: None }
}

fn standing(name: &str) -> Standing {
	Consortium::profile(member(name)).expect("a member; qed").standing
}

/// At the agency's discretion.
fn open_unit() -> Call<Runtime> {
	Call::open_unit { kind: pallet_consortium::UnitKind::PoliceStation, area: AreaCode(440_604) }
}

/// What the law makes an agency able to do.
fn appoint(account_of: &str) -> pallet_officers::Call<Runtime> {
	pallet_officers::Call::appoint {
		member: None,
		account: account(account_of),
		unit: None,
		duties: Duties::ENFORCEMENT,
		category: Category::StateFunctionary,
		valid_from: None,
		valid_until: START + 1_000_000_000,
	}
}

#[test]
fn half_of_the_seats_is_no_majority() {
	network(|| {
		// Nobody is accused: eight seats count, and four are half of them.
		let call = pallet_gate::Call::<Runtime>::set_quota {
			member: member("county-police"),
			quota: 1_000_000_000_000,
		};
		assert_err!(council(call.clone(), &COUNCIL[..4]), BadOrigin);
		assert_ok!(council(call, &COUNCIL[..5]));
	});
}

#[test]
fn the_accused_seat_does_not_count_and_three_of_the_other_seven_do_not_suspend() {
	network(|| {
		let others = without("county-police");
		assert_err!(council(suspend("county-police"), &others[..3]), BadOrigin);
		assert_eq!(standing("county-police"), Standing::Active);
		assert_ok!(council(suspend("county-police"), &others[..4]));
		assert_eq!(standing("county-police"), Standing::Suspended);
	});
}

#[test]
fn seats_of_suspended_members_count_in_the_denominator() {
	network(|| {
		let four = ["city-justice", "intermediate-court", "county-justice", "city-procuratorate"];
		assert_ok!(council(suspend("county-police"), &four));
		assert_ok!(council(suspend("county-court"), &four));
		assert_eq!(pallet_collective::Members::<Runtime, configs::CouncilInstance>::get().len(), 6);
		assert_eq!(<Consortium as Seats<AccountId>>::seats(Body::Council), 8);
		// Three are a majority of the five that still vote, not of the seven seats.
		assert_err!(council(suspend("county-procuratorate"), &four[..3]), BadOrigin);
		// Nor are five of the six voters three quarters of the eight.
		let expel =
			Call::<Runtime>::expel { member: member("county-police"), reason: Reason::RulesBroken };
		let six = [&four[..], &["discipline-inspection", "county-procuratorate"]].concat();
		assert_err!(council(expel.clone(), &six[..5]), BadOrigin);
		assert_ok!(council(expel, &six));
	});
}

#[test]
fn a_suspended_statutory_agency_keeps_the_calls_that_the_law_orders() {
	network(|| {
		let police = "county-police";
		assert_eq!(submit(police, open_unit()), Ok(Ok(())));
		assert_ok!(council(suspend(police), &without(police)[..4]));
		assert_eq!(submit(police, open_unit()), refused(Refusal::Suspended));
		assert_eq!(submit(police, batch_all([open_unit()])), refused(Refusal::Suspended));
		assert_eq!(submit(police, appoint("new-officer")), Ok(Ok(())));
		// In one batch with a discretionary call, what the law orders is discretionary too.
		let mixed: [RuntimeCall; 2] = [appoint("another").into(), open_unit().into()];
		assert_eq!(submit(police, batch_all(mixed)), refused(Refusal::Suspended));
		assert_eq!(submit(police, batch_all([appoint("another")])), Ok(Ok(())));
		// Its vote is gone.
		let vote = aye::<configs::CouncilInstance>((Hash::zero(), 0));
		assert_eq!(submit(police, vote), refused(Refusal::Suspended));

		let lift =
			Call::<Runtime>::lift_suspension { member: member(police), reason: Reason::Mistake };
		assert_ok!(council(lift, &without(police)[..4]));
		assert_eq!(submit(police, open_unit()), Ok(Ok(())));
	});
}

#[test]
fn a_suspension_lapses_by_time_alone() {
	network(|| {
		let police = "county-police";
		assert_ok!(council(suspend(police), &without(police)[..4]));
		pass_days(pallet_consortium::Params::<Runtime>::get().suspension_days + 1);
		assert_eq!(standing(police), Standing::Active);
		assert_eq!(submit(police, open_unit()), Ok(Ok(())));
		assert_err!(
			council(suspend(police), &without(police)[..4]),
			pallet_consortium::Error::<Runtime>::SuspendedTooRecently
		);
	});
}

#[test]
fn an_expelled_statutory_agency_keeps_the_calls_that_the_law_orders() {
	network(|| {
		let police = "county-police";
		let expel = Call::<Runtime>::expel { member: member(police), reason: Reason::RulesBroken };
		assert_ok!(council(expel, &without(police)[..6]));
		assert_eq!(standing(police), Standing::Expelled);
		assert_eq!(submit(police, open_unit()), refused(Refusal::NoLongerMember));
		assert_eq!(submit(police, appoint("new-officer")), Ok(Ok(())));
		let dismiss = pallet_officers::Call::<Runtime>::dismiss {
			account: account("new-officer"),
			reason: Reason::Transfer,
		};
		assert_eq!(submit(police, dismiss), Ok(Ok(())));
	});
}

#[test]
fn the_supervisory_committee_cannot_be_emptied() {
	network(|| {
		let suspend_one = suspend("county-procuratorate");
		assert_ok!(council(suspend_one, &without("county-procuratorate")[..4]));
		let other = "discipline-inspection";
		let voters = ["city-justice", "intermediate-court", "county-justice", "county-court"];
		assert_err!(
			council(suspend(other), &voters),
			pallet_consortium::Error::<Runtime>::CommitteeTooSmall
		);
	});
}
