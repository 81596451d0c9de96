//! The founding consortium. Whatever is wrong with it stops the chain from being made, with the
//! field at fault.

use crate::*;
use frame_support::traits::Get;
use shejiao_primitives::governance::Body;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn found(founders: &[Founder<T::AccountId>], parameters: Parameters) {
		assert!(
			parameters.are_valid(T::ExpulsionDays::get()),
			"consortium.parameters: a number is out of bounds, or the withdrawal no longer than an \
			 expulsion",
		);
		Params::<T>::put(parameters);
		let fault = |place: usize, field: &str, why: DispatchError| -> ! {
			let why: &'static str = why.into();
			let detail = match why {
				"InvalidKey" => "encryptionKey",
				"InvalidQuota" => "quota",
				"InvalidPeer" | "AlreadyExists" | "MaxPeersExceeded" => "peers",
				"InvalidParent" => "placement.parent",
				"SeatNotAllowed" | "MaxSeatsExceeded" => "placement.seat",
				"AccessNotAllowed" => "placement.access",
				_ => field,
			};
			panic!("consortium.members[{place}].{detail}: {why}")
		};
		for (place, founder) in founders.iter().enumerate() {
			let check = |field: &str, result: DispatchResult| {
				if let Err(why) = result {
					fault(place, field, why)
				}
			};
			let bad = |error: Error<T>| Err::<(), _>(DispatchError::from(error));
			let mut candidate = Candidate {
				account: founder.account.clone(),
				kind: founder.kind,
				placement: founder.placement,
				encryption: SuiteKey { suite: founder.suite, key: BoundedVec::new() },
				charter: founder.charter,
				evidence: H256::zero(),
				peers: BoundedVec::new(),
				quota: founder.quota,
				readmit: None,
			};
			match founder.encryption_key.to_vec().try_into() {
				Ok(key) => candidate.encryption.key = key,
				Err(_) => check("encryptionKey", bad(Error::<T>::InvalidKey)),
			}
			for peer in &founder.peers {
				match peer.peer.to_vec().try_into() {
					Ok(id) => {
						let peer = Peer { id, archive: peer.archive };
						if candidate.peers.try_push(peer).is_err() {
							check("peers", bad(Error::<T>::MaxPeersExceeded));
						}
					},
					Err(_) => check("peers", bad(Error::<T>::InvalidPeer)),
				}
			}
			if founder.renewal.is_none() && !founder.kind.is_statutory() {
				check("renewal", bad(Error::<T>::InvalidDate));
			}
			check("account", Self::ensure_fresh(&candidate));
			check("peers", Self::ensure_equipped(&candidate));
			match Self::enrol(candidate, None, founder.renewal, 0) {
				Ok(member) => {
					for unit in &founder.units {
						check("units", Self::add_unit(member, unit.kind, unit.area));
					}
				},
				Err(why) => fault(place, "account", why),
			}
		}
		// Only now, since a superior may stand behind its members in the list.
		for (place, founder) in founders.iter().enumerate() {
			let member = MemberId(place as u32);
			let placed = Self::ensure_placed(Some(member), founder.kind, &founder.placement);
			if let Err(why) = placed {
				fault(place, "placement.area", why);
			}
		}
		if !founders.is_empty() {
			let body = Body::SupervisoryCommittee;
			let voters = Voters::<T>::get(body).len() as u32;
			assert!(
				seats::can_decide(SeatCount::<T>::get(body), voters),
				"consortium.members: the supervisory committee has less than two seats",
			);
		}
	}
}
