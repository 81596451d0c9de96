//! What is stored and told of outputs and draws.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use shejiao_primitives::{coded, ids::MemberId, randomness::Mix};
use sp_consensus_slots::Slot;
use sp_core::{
	sr25519::{vrf::VrfSignature, Public},
	H256,
};

/// Tells who authors the current block.
pub trait SlotAuthor {
	/// The slot of the current block, and the Aura key that it belongs to.
	///
	/// Asked in `on_initialize`, after Aura has read the slot and before a session can rotate the
	/// keys. `None` in a block whose header names no slot.
	fn current() -> Option<(Slot, Public)>;

	/// The number of Aura authorities.
	fn authorities() -> u32;
}

/// The VRF output of a block's author, with its proof: 96 bytes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Output(pub VrfSignature);

// A fixed-size value without heap: nothing to track.
impl DecodeWithMemTracking for Output {}

coded! {
	/// What a member asks a draw for. The number is the encoding: append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Purpose {
		/// Who reviews an objection or a correction (复核).
		#[codec(index = 0)]
		Reviewer,
		/// Who rates a second time (复评).
		#[codec(index = 1)]
		SecondRater,
		/// Which uploads are checked again (抽查).
		#[codec(index = 2)]
		Recheck,
		/// Who sits on an expert panel (评审专家).
		#[codec(index = 3)]
		ExpertPanel,
		/// What is inspected (巡查).
		#[codec(index = 4)]
		Inspection,
	}
}

/// Who asked for a draw.
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
pub enum Asker {
	/// A pallet, by its rules; its own events say what for.
	#[codec(index = 0)]
	Pallet,
	/// A member.
	#[codec(index = 1)]
	Member {
		/// The member.
		member: MemberId,
		/// What for.
		purpose: Purpose,
	},
}

/// A draw as it was asked for.
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
pub struct Request {
	/// Who asked.
	pub asker: Asker,
	/// The block in which it was asked for.
	pub block: u32,
	/// The slot of that block. Outputs of later slots alone count.
	pub slot: Slot,
	/// Aura authorities at that block.
	pub validators: u32,
	/// The slot from which it can be decided: `slot` + 2 × `validators`.
	pub due: Slot,
	/// Number of candidates.
	pub candidates: u32,
}

/// How a draw was decided.
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
pub struct Decision {
	/// The block whose output was the last to be mixed in.
	pub block: u32,
	/// The slot of that block.
	pub slot: Slot,
	/// The mix that decided.
	pub mix: Mix,
	/// Authors that had an output between request and decision.
	pub authors: u32,
	/// Slots without a block between request and decision: an author who withholds its output to
	/// influence a draw can only do so by missing a slot.
	pub missed: u32,
}

/// All that is needed to compute a draw again from the blocks.
///
/// The mix after block `decision.block` follows from the `note` calls of all blocks; the winner is
/// the candidate at `pick(decision.mix, id, candidates.len())`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct DrawInfo {
	/// As it was asked for.
	pub request: Request,
	/// The candidates, frozen when it was asked for.
	pub candidates: Vec<H256>,
	/// How it was decided; `None` while it is open.
	pub decision: Option<Decision>,
	/// The candidate drawn; `None` while it is open.
	pub winner: Option<H256>,
}
