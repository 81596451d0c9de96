//! Runtime API of the validators pallet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;

sp_api::decl_runtime_apis! {
	/// What nodes ask about the validators.
	#[api_version(1)]
	pub trait ValidatorsApi {
		/// Session keys registered for the validator of the member that announced `peer` (multihash
		/// bytes of a peer id): encoded as `SessionKeys`. `None` if the peer belongs to no validator.
		fn session_keys_of_peer(peer: Vec<u8>) -> Option<Vec<u8>>;
	}
}
