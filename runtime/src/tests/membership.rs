//! Who comes, twice, and again.

use super::*;
use crate::*;
use frame_support::{assert_err, assert_ok};
use pallet_consortium::{Call, Error, NextProposal, Params};
use shejiao_primitives::{
	directory::Members,
	member::{MemberKind, Seat, Standing},
	reason::Reason,
	refusal::Refusal,
};
use sp_runtime::transaction_validity::InvalidTransaction;

const CHARITY: &str = "charity";

fn charity() -> pallet_consortium::Candidate<AccountId> {
	candidate(CHARITY, MemberKind::SocialOrganisation, Seat::NonVoting)
}

fn expel() -> Call<Runtime> {
	Call::expel { member: member(CHARITY), reason: Reason::RulesBroken }
}

fn open_unit() -> Call<Runtime> {
	Call::open_unit {
		kind: pallet_consortium::UnitKind::JusticeOffice,
		area: shejiao_primitives::ids::AreaCode(440_604),
	}
}

#[test]
fn an_agency_is_no_candidate_twice() {
	network(|| {
		let court = candidate("county-court", MemberKind::Court, Seat::Voting);
		assert_eq!(propose_member(court), failed(Error::<Runtime>::AlreadyMember));
		let officer = candidate("county-court//judge", MemberKind::Court, Seat::Voting);
		assert_eq!(propose_member(officer), failed(Error::<Runtime>::AccountTaken));
		assert_eq!(propose_member(charity()), Ok(Ok(())));
		assert_eq!(propose_member(charity()), failed(Error::<Runtime>::AlreadyExists));
	});
}

#[test]
fn a_motion_for_a_member_that_is_admitted_already_changes_nothing() {
	network(|| {
		let proposal = NextProposal::<Runtime>::get();
		join(charity());
		let members = pallet_consortium::NextMember::<Runtime>::get();
		assert_err!(council(admit(proposal), &COUNCIL), Error::<Runtime>::AlreadyMember);
		assert_eq!(propose_member(charity()), failed(Error::<Runtime>::AlreadyMember));
		assert_eq!(pallet_consortium::NextMember::<Runtime>::get(), members);
	});
}

#[test]
fn nobody_is_admitted_before_publicity_is_over_or_by_too_few() {
	network(|| {
		let proposal = NextProposal::<Runtime>::get();
		assert_eq!(propose_member(charity()), Ok(Ok(())));
		assert_err!(council(admit(proposal), &COUNCIL), Error::<Runtime>::PublicityRunning);
		pass_days(Params::<Runtime>::get().publicity_days + 1);
		assert_err!(council(admit(proposal), &COUNCIL[..5]), sp_runtime::DispatchError::BadOrigin);
		assert_ok!(council(admit(proposal), &COUNCIL[..6]));
	});
}

#[test]
fn who_was_never_admitted_is_told_so_and_not_that_it_cannot_pay() {
	network(|| {
		assert_eq!(submit(CHARITY, open_unit()), refused(Refusal::NotAdmitted));
	});
}

#[test]
fn a_seat_that_does_not_vote_votes_in_vain() {
	network(|| {
		join(charity());
		block(|| {
			let motion = propose::<configs::CouncilInstance>("county-court", admit_nobody(), 2);
			let vote = apply(signed(CHARITY, aye::<configs::CouncilInstance>(motion)));
			type Motions = pallet_collective::Error<Runtime, configs::CouncilInstance>;
			assert_eq!(vote, failed(Motions::NotMember));
		});
		assert_eq!(Gate::attempts(member(CHARITY)).total, 1);
		assert_eq!(
			submit(CHARITY, Call::propose { candidate: Box::new(charity()) }),
			failed(Error::<Runtime>::NotAuthorized)
		);
		assert_eq!(Gate::attempts(member(CHARITY)).total, 2);
	});
}

fn admit_nobody() -> RuntimeCall {
	admit(pallet_consortium::ProposalId(1_000)).into()
}

#[test]
fn a_transaction_of_before_an_expulsion_cannot_be_replayed_after_the_readmission() {
	network(|| {
		join(charity());
		let id = member(CHARITY);
		let call = Call::<Runtime>::withdraw { reason: Reason::OwnWish };
		let old = block(|| {
			let old = signed(CHARITY, call.clone());
			assert_eq!(apply(old.clone()), Ok(Ok(())));
			old
		});
		let next = block(|| signed(CHARITY, call));
		assert_ok!(council(expel(), &COUNCIL[..6]));
		assert_eq!(block(|| apply(next.clone())), refused(Refusal::NoLongerMember));

		join(pallet_consortium::Candidate { readmit: Some(id), ..charity() });
		assert_eq!(Consortium::profile(id).map(|profile| profile.standing), Some(Standing::Active));
		assert_eq!(block(|| apply(old.clone())), Err(InvalidTransaction::Stale.into()));
		// The account never lost its references, and with them its nonce.
		assert_eq!(System::account_nonce(account(CHARITY)), 1);
		assert_eq!(System::providers(&account(CHARITY)), 1);
	});
}
