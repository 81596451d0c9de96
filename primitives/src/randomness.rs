//! The chain's randomness: every block carries a VRF output of its author, mixed in.
//!
//! sr25519 VRF (`schnorrkel`) under the author's Aura key over genesis hash, slot and the mix before:
//! one author has one output per slot, which nobody else can tell before, and everybody can verify.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_consensus_slots::Slot;
use sp_core::{
	sr25519::vrf::{VrfSignData, VrfSignature},
	H256,
};
use sp_inherents::{InherentIdentifier, IsFatalError};
use sp_io::hashing::blake2_256;

/// The inherent that carries [`VrfSignature`].
pub const INHERENT_IDENTIFIER: InherentIdentifier = *b"slotvrf0";

/// What the node puts into the block: the author's VRF signature.
pub type InherentType = VrfSignature;

/// Mix of all outputs so far.
pub type Mix = [u8; 32];

/// The chain's randomness as it stands in this block.
///
/// Good for handles that must say nothing. Not for choices among candidates: the author of the block
/// knows it; those are drawn ([`crate::draw`]).
pub trait CurrentMix {
	/// The mix after this block's output.
	fn mix() -> Mix;
}

/// What an author signs.
pub fn sign_data(genesis: H256, slot: Slot, mix: &Mix) -> VrfSignData {
	sp_core::sr25519::vrf::VrfTranscript::new(
		b"shejiao/slot-randomness",
		&[(b"genesis", genesis.as_bytes()), (b"slot", &slot.to_le_bytes()), (b"mix", mix)],
	)
	.into()
}

/// The mix after an output.
///
/// Hashes the pre-output alone: the proof is not unique, and an author could try several.
pub fn mix(before: &Mix, slot: Slot, signature: &VrfSignature) -> Mix {
	blake2_256(&(b"shejiao/mix", before, slot.to_le_bytes(), &signature.pre_output).encode())
}

/// Why the inherent is refused.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum InherentFault {
	/// The block lacks the inherent.
	#[codec(index = 0)]
	Missing,
}

impl IsFatalError for InherentFault {
	fn is_fatal_error(&self) -> bool {
		true
	}
}
