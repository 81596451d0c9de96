//! Bodies that vote.

use crate::{coded, ids::MemberId};

coded! {
	/// A body of the consortium.
	#[derive(Hash)]
	pub enum Body {
		/// 理事会: every voting seat.
		#[codec(index = 0)]
		Council,
		/// 监督委员会: procuratorates, audit, discipline inspection.
		#[codec(index = 1)]
		SupervisoryCommittee,
		/// The council without social organisations, for funding matters.
		#[codec(index = 2)]
		FundingCouncil,
	}
}

/// The seats of the bodies.
pub trait Seats<AccountId> {
	/// Seats that count in denominators: those of suspended members too.
	fn seats(body: Body) -> u32;

	/// Whether `member` has a seat in `body`, suspended or not.
	fn has_seat(body: Body, member: MemberId) -> bool;

	/// Whether `who` signs for a member that may vote in `body` now.
	fn may_vote(body: Body, who: &AccountId) -> bool;

	/// Grows by one whenever the seats of `body`, or who may vote from them, change.
	fn epoch(body: Body) -> u32;
}

/// Share of the seats that a decision needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Majority {
	/// More than one half.
	Simple,
	/// At least two thirds.
	TwoThirds,
	/// At least three quarters.
	ThreeQuarters,
}

impl Majority {
	/// Votes that `seats` seats need to decide: never 0, so that an empty body decides nothing.
	pub const fn threshold(self, seats: u32) -> u32 {
		let seats = seats as u64;
		let votes = match self {
			Self::Simple => seats / 2 + 1,
			Self::TwoThirds => (seats * 2).div_ceil(3),
			Self::ThreeQuarters => (seats * 3).div_ceil(4),
		};
		if votes == 0 {
			1
		} else {
			votes as u32
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn half_is_no_majority_and_shares_round_up() {
		for (seats, simple, thirds, quarters) in
			[(0, 1, 1, 1), (1, 1, 1, 1), (2, 2, 2, 2), (3, 2, 2, 3), (4, 3, 3, 3), (8, 5, 6, 6)]
		{
			assert_eq!(Majority::Simple.threshold(seats), simple, "simple of {seats}");
			assert_eq!(Majority::TwoThirds.threshold(seats), thirds, "two thirds of {seats}");
			assert_eq!(Majority::ThreeQuarters.threshold(seats), quarters, "3/4 of {seats}");
		}
		assert_eq!(Majority::ThreeQuarters.threshold(u32::MAX), 3_221_225_472);
	}
}
