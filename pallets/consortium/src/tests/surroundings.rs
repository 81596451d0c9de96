//! What stands around the pallet in its tests: the council's vote, collectives, validators.

use super::*;
use frame_support::{
	parameter_types,
	storage::unhashed,
	traits::{ChangeMembers, EnsureOriginWithArg},
};
use frame_system::RawOrigin;

parameter_types! {
	pub static Accused: Option<MemberId> = None;
	pub const SeatsWeight: Weight = Weight::from_parts(10_000_000_000, 0);
}

/// The vote of the council, which the accused does not pass.
pub struct Vote;
impl EnsureOriginWithArg<RuntimeOrigin, MemberId> for Vote {
	type Success = ();
	fn try_origin(origin: RuntimeOrigin, member: &MemberId) -> Result<(), RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::None) if Accused::get() != Some(*member) => Ok(()),
			_ => Err(origin),
		}
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &MemberId) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::none())
	}
}

/// Members whose validators are not out yet.
pub struct Kept;
impl Kept {
	pub fn set(members: Vec<MemberId>) {
		unhashed::put(b"kept", &members);
	}
}
impl PeerRetention for Kept {
	fn keep(member: MemberId) -> bool {
		unhashed::get_or_default::<Vec<MemberId>>(b"kept").contains(&member)
	}
}

/// A collective that believes nothing.
pub struct Collective<const BODY: u8>;
impl<const BODY: u8> ChangeMembers<u64> for Collective<BODY> {
	fn change_members_sorted(incoming: &[u64], outgoing: &[u64], new: &[u64]) {
		let old: Vec<u64> = unhashed::get_or_default(&[BODY]);
		let diff = Self::compute_members_diff_sorted(new, &old);
		assert_eq!(diff, (incoming.to_vec(), outgoing.to_vec()));
		unhashed::put(&[BODY], &new.to_vec());
	}
}
impl Roster<u64> for Collective<0> {
	fn voters(body: Body) -> Vec<u64> {
		unhashed::get_or_default(&[body as u8])
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<u64, TestSignature> for Helper {
	fn signed(payload: impl FnOnce(&u64) -> Vec<u8>) -> (u64, TestSignature) {
		(77, TestSignature(77, payload(&77)))
	}
}
