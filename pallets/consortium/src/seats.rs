//! Seats of the bodies: what counts in denominators, and who votes.

use crate::*;
use frame_support::{ensure, traits::ChangeMembers};
use shejiao_primitives::governance::{Body, Majority, Seats};

impl<T: Config> Seats<T::AccountId> for Pallet<T> {
	fn seats(body: Body) -> u32 {
		SeatCount::<T>::get(body)
	}

	fn has_seat(body: Body, member: MemberId) -> bool {
		MemberRecords::<T>::get(member).is_some_and(|record| record.sits_in(body))
	}

	fn may_vote(body: Body, who: &T::AccountId) -> bool {
		Voters::<T>::get(body).binary_search(who).is_ok()
	}

	fn epoch(body: Body) -> u32 {
		Epochs::<T>::get(body)
	}
}

/// Whether the supervisory committee can work: at least two seats, and enough voters for a
/// decision by two thirds. With less it could stop every act of Root class, and be stopped by
/// suspensions.
pub(crate) fn can_decide(seats: u32, voters: u32) -> bool {
	seats >= 2 && voters >= Majority::TwoThirds.threshold(seats)
}

impl<T: Config> Pallet<T> {
	/// Carry what changes from `old` to `new` into the bodies.
	pub(crate) fn reseat(
		old: Option<&RecordOf<T>>,
		new: &RecordOf<T>,
		root: bool,
	) -> DispatchResult {
		for body in BODIES {
			let sat = old.is_some_and(|old| old.sits_in(body));
			let sits = new.sits_in(body);
			let outgoing = old.filter(|old| old.votes_in(body)).map(|old| &old.institution);
			let incoming = new.votes_in(body).then_some(&new.institution);
			if sat == sits && outgoing == incoming {
				continue;
			}
			let seats =
				SeatCount::<T>::get(body).saturating_add(sits.into()).saturating_sub(sat.into());
			ensure!(seats <= T::MaxSeats::get(), Error::<T>::MaxSeatsExceeded);
			let mut voters = Voters::<T>::get(body);
			if let Some(place) = outgoing.and_then(|who| voters.binary_search(who).ok()) {
				voters.remove(place);
			}
			if let Some(who) = incoming {
				if let Err(place) = voters.binary_search(who) {
					voters
						.try_insert(place, who.clone())
						.map_err(|_| Error::<T>::MaxSeatsExceeded)?;
				}
			}
			let loses = (sat && !sits) || (outgoing.is_some() && incoming.is_none());
			if loses && body == Body::SupervisoryCommittee && !root {
				ensure!(can_decide(seats, voters.len() as u32), Error::<T>::CommitteeTooSmall);
			}
			let epoch = Epochs::<T>::get(body).checked_add(1).ok_or(Error::<T>::Exhausted)?;
			if outgoing != incoming {
				let out = outgoing.map_or(&[][..], core::slice::from_ref);
				let come = incoming.map_or(&[][..], core::slice::from_ref);
				match body {
					Body::Council => T::Council::change_members_sorted(come, out, &voters),
					Body::SupervisoryCommittee => {
						T::SupervisoryCommittee::change_members_sorted(come, out, &voters)
					},
					Body::FundingCouncil => {
						T::FundingCouncil::change_members_sorted(come, out, &voters)
					},
				}
			}
			SeatCount::<T>::insert(body, seats);
			Voters::<T>::insert(body, voters);
			Epochs::<T>::insert(body, epoch);
			Self::deposit_event(Event::SeatsChanged {
				body,
				seats,
				outgoing: outgoing.filter(|_| outgoing != incoming).cloned(),
				incoming: incoming.filter(|_| outgoing != incoming).cloned(),
				epoch,
			});
		}
		Ok(())
	}
}
