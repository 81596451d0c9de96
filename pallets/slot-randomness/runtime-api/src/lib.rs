//! Runtime API of the slot randomness pallet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

use shejiao_primitives::randomness::Mix;

sp_api::decl_runtime_apis! {
	/// What authors and verifiers of draws ask.
	#[api_version(1)]
	pub trait SlotRandomnessApi {
		/// The mix after the block at which this is asked: what the next author signs over.
		fn mix() -> Mix;
	}
}
