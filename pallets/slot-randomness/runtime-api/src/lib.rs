//! Runtime API of the slot randomness pallet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

pub use pallet_slot_randomness::{Asker, Decision, DrawInfo, Purpose, Request};
use shejiao_primitives::{ids::DrawId, randomness::Mix};

sp_api::decl_runtime_apis! {
	/// What authors and verifiers of draws ask.
	#[api_version(1)]
	pub trait SlotRandomnessApi {
		/// The mix after the block at which this is asked: what the next author signs over.
		fn mix() -> Mix;

		/// All that is needed to compute a draw again; `None` if there is none of this number.
		fn draw(id: DrawId) -> Option<DrawInfo>;

		/// The number of the next draw: all before it exist.
		fn next_draw() -> DrawId;
	}
}
