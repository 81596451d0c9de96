//! The runtime of the Shejiao Chain (社矫链): a permissioned consortium chain on which the agencies
//! of a region run community corrections together.
//!
//! Pallets meet in `shejiao-primitives`; this crate joins them. Its rooms: [`configs`] (one file per
//! family of pallets), [`origins`] (who decides in the council), [`calls`] (what each call is to the
//! law, which calls exist at all, which may be paused), `apis` (runtime APIs).

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "512"]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

extern crate alloc;

mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benches;
pub mod calls;
pub mod configs;
pub mod origins;
pub mod presets;

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

pub use apis::{RuntimeApi, RUNTIME_API_VERSIONS};
pub use pallet_timestamp::Call as TimestampCall;

/// Signature of a transaction: sr25519, ed25519 or ECDSA.
pub type Signature = MultiSignature;
/// Account of an institution, officer, validator or representative.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// Amount in fen (1/100 CNY).
pub type Balance = u128;
/// Number of transactions that an account has made.
pub type Nonce = u32;
/// Hash of everything.
pub type Hash = sp_core::H256;
/// Height of a block.
pub type BlockNumber = u32;
/// How an account is named in a transaction.
pub type Address = MultiAddress<AccountId, ()>;
/// Header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A block together with the justification of its finality.
pub type SignedBlock = generic::SignedBlock<Block>;
/// Id of a block.
pub type BlockId = generic::BlockId<Block>;

/// Types that the node knows without knowing the runtime's calls.
pub mod opaque {
	use super::*;

	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// Header of a block.
	pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
	/// A block whose transactions are bytes.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
	/// Hash of a block.
	pub type Hash = super::Hash;
}

impl_opaque_keys! {
	/// Keys of a validator's node.
	pub struct SessionKeys {
		/// Authors blocks.
		pub aura: Aura,
		/// Finalises them.
		pub grandpa: Grandpa,
	}
}

/// Milliseconds of a slot.
pub const SLOT_DURATION: u64 = 1_000;

/// Seats of any body, and members of the validator set, at the most: the same for all, so that none
/// can take in what another would cut.
pub const MAX_SEATS: u32 = 100;

/// Version of the runtime.
///
/// `spec_version` grows with every release. `transaction_version` grows when the encoding of a call
/// or of a transaction extension changes. The rules stand in `docs/upgrades.md`.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: alloc::borrow::Cow::Borrowed("shejiao"),
	impl_name: alloc::borrow::Cow::Borrowed("shejiao"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 1,
	apis: RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// Extensions of a transaction, in the order in which they run.
pub type TxExtension = (
	pallet_gate::CheckMembership<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckEra<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// A transaction or an inherent.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What a transaction's signature covers.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Runs blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// System: 0 to 9.
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(3)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(4)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(5)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(6)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(7)]
	pub type TxPause = pallet_tx_pause;
	#[runtime::pallet_index(8)]
	pub type LegalTime = pallet_legal_time;

	// Membership: 10 to 19. Before consensus, because the founding members and validators must stand
	// when the genesis of Session asks for them.
	#[runtime::pallet_index(10)]
	pub type Consortium = pallet_consortium;
	#[runtime::pallet_index(11)]
	pub type Officers = pallet_officers;
	#[runtime::pallet_index(12)]
	pub type Validators = pallet_validators;
	#[runtime::pallet_index(13)]
	pub type Gate = pallet_gate;
	#[runtime::pallet_index(14)]
	pub type Compliance = pallet_compliance;

	// Consensus: 20 to 29. SlotRandomness takes the author before Session rotates the set.
	#[runtime::pallet_index(20)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(21)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(22)]
	pub type SlotRandomness = pallet_slot_randomness;
	#[runtime::pallet_index(23)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(24)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(25)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(26)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(27)]
	pub type Mmr = pallet_mmr;

	// Governance: 30 to 39.
	#[runtime::pallet_index(30)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(31)]
	pub type SupervisoryCommittee = pallet_collective<Instance2>;
	#[runtime::pallet_index(32)]
	pub type Endorsement = pallet_endorsement;
	#[runtime::pallet_index(33)]
	pub type FundingCouncil = pallet_collective<Instance3>;

	// The case: from 40.
	#[runtime::pallet_index(40)]
	pub type SubjectIdentity = pallet_subject_identity;
	#[runtime::pallet_index(41)]
	pub type IdentityTags = pallet_identity_tags;
	#[runtime::pallet_index(42)]
	pub type Representatives = pallet_representatives;
	#[runtime::pallet_index(43)]
	pub type ServedDocuments = pallet_served_documents;
	#[runtime::pallet_index(44)]
	pub type Records = pallet_records;
	#[runtime::pallet_index(45)]
	pub type StatutoryClocks = pallet_statutory_clocks;
	#[runtime::pallet_index(46)]
	pub type Oversight = pallet_oversight;
}
