//! Runtime API of the consortium pallet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;

sp_api::decl_runtime_apis! {
	/// What clients and nodes ask about the members.
	#[api_version(1)]
	pub trait ConsortiumApi {
		/// Peer ids of the nodes that may connect: multihash bytes, as libp2p encodes a peer id.
		fn peers() -> Vec<Vec<u8>>;
	}
}
