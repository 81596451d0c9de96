//! Acts: endorsed by two bodies, then enacted.

use crate::*;
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo, PostDispatchInfo},
	ensure,
	traits::Get,
};
use frame_system::RawOrigin;
use shejiao_primitives::{
	governance::{Body, Seats},
	time::LegalTime,
};
use sp_runtime::{
	traits::{Dispatchable, Hash},
	DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn is_validity(days: u32) -> bool {
		(1..=T::MaxValidity::get()).contains(&days)
	}

	/// Why an endorsement no longer counts; `None` while it does.
	fn lapse(body: Body, endorsement: &Endorsement) -> Option<Lapse> {
		if T::Time::now() >= endorsement.expires {
			Some(Lapse::Expired)
		} else if T::Seats::epoch(body) != endorsement.epoch {
			Some(Lapse::SeatsChanged)
		} else {
			None
		}
	}

	/// The bodies whose endorsement counts now.
	pub(crate) fn live(call_hash: T::Hash) -> Vec<Body> {
		let acts = Acts::<T>::get();
		acts.get(&call_hash)
			.into_iter()
			.flat_map(Act::endorsements)
			.filter(|(body, endorsement)| Self::lapse(*body, endorsement).is_none())
			.map(|(body, _)| body)
			.collect()
	}

	/// The acts without what no longer counts: bounded by the acts there can be.
	fn swept() -> ActsOf<T> {
		let mut acts = Acts::<T>::get();
		acts.retain(|call_hash, act| {
			for (body, endorsement) in act.endorsements() {
				let Some(lapse) = Self::lapse(body, &endorsement) else { continue };
				if let Some(place) = act.of(body) {
					*place = None;
				}
				Self::deposit_event(Event::EndorsementLapsed {
					body,
					call_hash: *call_hash,
					lapse,
				});
			}
			act.endorsements().next().is_some()
		});
		acts
	}

	pub(crate) fn do_endorse(
		body: Body,
		call_hash: T::Hash,
		review_hash: T::Hash,
	) -> DispatchResult {
		ensure!(review_hash != T::Hash::default(), Error::<T>::NoReview);
		let mut acts = Self::swept();
		let mut act = acts.get(&call_hash).copied().unwrap_or(Act::new(review_hash));
		let other_review = act.review != review_hash;
		let place = act.of(body).ok_or(DispatchError::BadOrigin)?;
		ensure!(place.is_none(), Error::<T>::AlreadyExists);
		ensure!(!other_review, Error::<T>::ReviewMismatch);
		let clock = T::Time::clock();
		let expires = clock.end_of(T::Time::today().plus(Validity::<T>::get()));
		*place = Some(Endorsement { given: T::Time::now(), expires, epoch: T::Seats::epoch(body) });
		acts.try_insert(call_hash, act).map_err(|_| Error::<T>::MaxActsExceeded)?;
		Acts::<T>::put(acts);
		Self::deposit_event(Event::Endorsed { body, call_hash, review_hash, expires });
		Ok(())
	}

	pub(crate) fn do_withdraw(body: Body, call_hash: T::Hash) -> DispatchResult {
		let mut acts = Self::swept();
		let act = acts.get_mut(&call_hash).ok_or(Error::<T>::NotFound)?;
		let place = act.of(body).ok_or(DispatchError::BadOrigin)?;
		ensure!(place.take().is_some(), Error::<T>::NotFound);
		if act.endorsements().next().is_none() {
			acts.remove(&call_hash);
		}
		Acts::<T>::put(acts);
		Self::deposit_event(Event::EndorsementWithdrawn { body, call_hash });
		Ok(())
	}

	pub(crate) fn do_enact(
		who: T::AccountId,
		call: <T as Config>::RuntimeCall,
	) -> DispatchResultWithPostInfo {
		ensure!(T::Seats::may_vote(Body::Council, &who), Error::<T>::NotAuthorized);
		let (length, call_hash) =
			call.using_encoded(|bytes| (bytes.len() as u32, T::Hashing::hash(bytes)));
		let mut acts = Self::swept();
		let act = acts.remove(&call_hash).ok_or(Error::<T>::NotFound)?;
		ensure!(act.council.is_some(), Error::<T>::NoCouncilEndorsement);
		ensure!(act.committee.is_some(), Error::<T>::NoCommitteeEndorsement);
		// Consumed before the call runs, so that it cannot run inside itself; if it fails, this fails,
		// and its storage layer with it.
		Acts::<T>::put(acts);

		let overhead = T::WeightInfo::enact(length);
		let with_overhead = |info: PostDispatchInfo| PostDispatchInfo {
			actual_weight: info.actual_weight.map(|weight| weight.saturating_add(overhead)),
			..info
		};
		match call.dispatch(RawOrigin::Root.into()) {
			Ok(info) => {
				Self::deposit_event(Event::Enacted { call_hash, review_hash: act.review, by: who });
				Ok(with_overhead(info))
			},
			Err(error) => Err(DispatchErrorWithPostInfo {
				post_info: with_overhead(error.post_info),
				error: error.error,
			}),
		}
	}
}
