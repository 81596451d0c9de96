//! Draws: a fair choice that anybody can compute again.

use crate::{ids::DrawId, randomness::Mix};
use codec::Encode;
use sp_core::{ConstU32, H256};
use sp_io::hashing::blake2_256;
use sp_runtime::{BoundedVec, DispatchError};

/// Most candidates of one draw.
pub const MAX_CANDIDATES: u32 = 1_024;

/// Candidates, frozen when the draw is asked for: opaque ids such as the hash of an account.
pub type Candidates = BoundedVec<H256, ConstU32<MAX_CANDIDATES>>;

/// Draws by the chain's randomness.
pub trait Draw {
	/// Ask for a draw among `candidates`, which must be neither empty nor repeated. It is decided by
	/// the mix of later blocks.
	fn request(candidates: Candidates) -> Result<DrawId, DispatchError>;

	/// The candidate drawn; `None` while the draw is open or unknown.
	fn outcome(id: DrawId) -> Option<H256>;
}

/// The place of the winner among `count` candidates, from the mix that decides draw `id`.
///
/// Rejection sampling: values in the incomplete last run of `count` are drawn again by hashing, so
/// that every candidate has exactly the same chance. `None` for no candidate.
pub fn pick(mix: &Mix, id: DrawId, count: u32) -> Option<u32> {
	if count == 0 {
		return None;
	}
	let count = u64::from(count);
	let limit = u64::MAX - u64::MAX % count;
	let mut seed = blake2_256(&(b"shejiao/draw", mix, id).encode());
	// A round is rejected with probability below 2^-32; after 16 (2^-512) the first is taken, so
	// that the loop is bounded.
	for _ in 0..16 {
		let [a, b, c, d, e, f, g, h, ..] = seed;
		let value = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
		if value < limit {
			return u32::try_from(value % count).ok();
		}
		seed = blake2_256(&seed);
	}
	Some(0)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn nobody_is_drawn_from_nobody() {
		assert_eq!(pick(&[0; 32], DrawId(0), 0), None);
		assert_eq!(pick(&[0; 32], DrawId(0), 1), Some(0));
	}

	#[test]
	fn the_draw_is_bound_to_its_number_and_mix() {
		let all = |mix: u8| -> alloc::vec::Vec<_> {
			(0..64).filter_map(|i| pick(&[mix; 32], DrawId(i), 1_000)).collect()
		};
		assert_eq!(all(1), all(1));
		assert_ne!(all(1), all(2));
		assert!(all(1).windows(2).any(|w| w[0] != w[1]));
	}
}
