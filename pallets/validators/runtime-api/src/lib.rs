//! Runtime API of the validators pallet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use sp_runtime::AccountId32;

pub use pallet_validators::{State, ValidatorInfo};

sp_api::decl_runtime_apis! {
	/// What nodes and clients ask about the validators.
	#[api_version(1)]
	pub trait ValidatorsApi {
		/// Session keys registered for the validator of the member that announced `peer` (multihash
		/// bytes of a peer id): encoded as `SessionKeys`. `None` if the peer belongs to no validator.
		fn session_keys_of_peer(peer: Vec<u8>) -> Option<Vec<u8>>;

		/// Every registered validator and where it stands.
		fn validators() -> Vec<ValidatorInfo<AccountId32>>;

		/// Fewest validators that stay when some leave.
		fn minimum() -> u32;
	}
}
