//! Nobody votes on a motion about itself.

use super::*;
use crate::{configs::CouncilInstance, *};
use frame_support::{assert_err, assert_ok};
use pallet_consortium::Call;
use shejiao_primitives::{reason::Reason, refusal::Refusal};

const ACCUSED: &str = "county-police";

fn suspend() -> Call<Runtime> {
	Call::suspend { member: member(ACCUSED), reason: Reason::RulesBroken, until: None }
}

#[test]
fn the_accused_is_refused_at_the_gate() {
	network(|| {
		block(|| {
			let motion = propose::<CouncilInstance>("county-court", suspend().into(), 4);
			let aye = || aye::<CouncilInstance>(motion);
			assert_eq!(apply(signed(ACCUSED, aye())), refused(Refusal::AccusedMayNotVote));
			assert_eq!(
				apply(signed(ACCUSED, batch_all([aye()]))),
				refused(Refusal::AccusedMayNotVote)
			);
			assert_eq!(
				apply(signed(ACCUSED, batch_all([batch_all([aye()])]))),
				refused(Refusal::AccusedMayNotVote)
			);
			assert_eq!(apply(signed("city-justice", aye())), Ok(Ok(())));
		});
	});
}

#[test]
fn the_accused_is_found_in_whatever_the_motion_wraps_it() {
	network(|| {
		block(|| {
			let call = batch_all([batch_all([suspend()])]);
			let motion = propose::<CouncilInstance>("county-court", call, 4);
			assert_eq!(
				apply(signed(ACCUSED, aye::<CouncilInstance>(motion))),
				refused(Refusal::AccusedMayNotVote)
			);
		});
	});
}

#[test]
fn a_vote_of_the_accused_that_got_in_all_the_same_is_taken_off() {
	network(|| {
		let others = without(ACCUSED);
		block(|| {
			let motion = propose::<CouncilInstance>(others[0], suspend().into(), 4);
			for name in &others[..3] {
				assert_eq!(apply(signed(name, aye::<CouncilInstance>(motion))), Ok(Ok(())));
			}
			// Past the gate, as no transaction can.
			assert_ok!(Council::vote(
				RuntimeOrigin::signed(account(ACCUSED)),
				motion.0,
				motion.1,
				true
			));
			let closed = close::<CouncilInstance>(others[0], motion);
			assert_err!(closed, sp_runtime::DispatchError::BadOrigin);
		});
		// With four others it counts.
		assert_ok!(council(suspend(), &others[..4]));
	});
}

#[test]
fn the_accused_votes_on_everything_else() {
	network(|| {
		let call = pallet_gate::Call::<Runtime>::set_quota {
			member: member(ACCUSED),
			quota: 1_000_000_000_000,
		};
		assert_ok!(council(call, &[ACCUSED, COUNCIL[0], COUNCIL[1], COUNCIL[2], COUNCIL[3]]));
	});
}
