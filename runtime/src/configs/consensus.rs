//! Consensus pallets: who authors and finalises, randomness, evidence.

use crate::{
	configs::governance::MaxSeats, AccountId, Aura, Balances, BlockNumber, Historical, Offences,
	Oversight, Runtime, RuntimeEvent, Session, SessionKeys, System, Validators, SLOT_DURATION,
};
use codec::Encode;
use frame_support::{
	traits::{ConstBool, ConstU128, ConstU32, ConstU64, Get, KeyOwnerProofSystem},
	weights::Weight,
};
use shejiao_primitives::attempt::OnRefusal;
use sp_consensus_aura::{sr25519::AuthorityId as AuraId, Slot, AURA_ENGINE_ID};
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::crypto::KeyTypeId;
use sp_runtime::{
	generic::DigestItem,
	traits::{Keccak256, OpaqueKeys},
	ConsensusEngineId, Perbill,
};
use sp_staking::{
	offence::{OffenceDetails, OnOffenceHandler},
	SessionIndex,
};

/// Session keys whose past sessions can still be proven: sessions of an hour for about four weeks.
pub(super) const SESSIONS_KEPT: u64 = 672;

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = ();
}

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type MaxAuthorities = MaxSeats;
	type DisabledValidators = Session;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
}

/// The author of the current block, from the slot in its digest and the authorities of its parent.
///
/// Right only before the session rotates: afterwards the authorities are those of the next block.
pub struct CurrentAuthor;

impl CurrentAuthor {
	/// Slot and Aura key of the author.
	pub fn get() -> Option<(Slot, AuraId)> {
		let slot = System::digest().logs.iter().find_map(|log| match log {
			DigestItem::PreRuntime(AURA_ENGINE_ID, data) => {
				codec::Decode::decode(&mut &data[..]).ok()
			},
			_ => None,
		})?;
		let authorities = pallet_aura::Authorities::<Runtime>::get();
		let place = u64::from(slot).checked_rem(authorities.len() as u64)?;
		authorities.get(usize::try_from(place).ok()?).map(|author| (slot, author.clone()))
	}
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_validators::ValidatorIdOf<Runtime>;
	type ShouldEndSession = Rhythm;
	type NextSessionRotation = Rhythm;
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Self, Validators>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitDisablingStrategy;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = ConstU128<0>;
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = pallet_validators::NoIdentification;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MaxAuthorities = MaxSeats;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<SESSIONS_KEPT>;
	type KeyOwnerProof = <Historical as KeyOwnerProofSystem<(KeyTypeId, GrandpaId)>>::Proof;
	type EquivocationReportSystem = pallet_grandpa::EquivocationReportSystem<
		Self,
		Offences,
		Historical,
		ConstU64<{ SESSIONS_KEPT * 3_600 }>,
	>;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
	type OnOffenceHandler = Offenders;
}

/// What follows from two votes for one place: the validator is disabled, and its member and whoever
/// supervises it hear of it.
pub struct Offenders;

type Identification = pallet_session::historical::IdentificationTuple<Runtime>;

impl OnOffenceHandler<AccountId, Identification, Weight> for Offenders {
	fn on_offence(
		offenders: &[OffenceDetails<AccountId, Identification>],
		fractions: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		let weight = Validators::on_offence(offenders, fractions, session);
		let owner = |offender: &AccountId| {
			<super::domain::Owners as pallet_gate::ValidatorOwner<_>>::owner(offender)
		};
		for member in offenders.iter().filter_map(|offence| owner(&offence.offender.0)) {
			Oversight::equivocated(member);
		}
		let alerts = <Oversight as OnRefusal>::weight().saturating_mul(offenders.len() as u64);
		weight.saturating_add(alerts)
	}
}

/// Engine id of the digest item that carries the root of the Merkle mountain range.
pub const MMR_ENGINE_ID: ConsensusEngineId = *b"SJMR";

/// Puts the root of the Merkle mountain range into the header.
pub struct MmrRootDigest;

impl pallet_mmr::OnNewRoot<sp_core::H256> for MmrRootDigest {
	fn on_new_root(root: &sp_core::H256) {
		System::deposit_log(DigestItem::Consensus(MMR_ENGINE_ID, root.encode()));
	}
}

impl pallet_mmr::Config for Runtime {
	const INDEXING_PREFIX: &'static [u8] = sp_mmr_primitives::INDEXING_PREFIX;
	type Hashing = Keccak256;
	type LeafData = pallet_mmr::ParentNumberAndHash<Self>;
	type OnNewRoot = MmrRootDigest;
	type BlockHashProvider = pallet_mmr::DefaultBlockHashProvider<Runtime>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl pallet_slot_randomness::Config for Runtime {
	type Author = CurrentAuthor;
	type RequestOrigin = super::domain::EnsureMember;
	type MaxAuthorities = MaxSeats;
	type MaxOpenDraws = ConstU32<256>;
	type MaxDecidedPerBlock = ConstU32<16>;
	type WeightInfo = pallet_slot_randomness::weights::SubstrateWeight<Runtime>;
}

impl pallet_slot_randomness::SlotAuthor for CurrentAuthor {
	fn current() -> Option<(Slot, sp_core::sr25519::Public)> {
		Self::get().map(|(slot, author)| (slot, author.into()))
	}

	fn authorities() -> u32 {
		pallet_aura::Authorities::<Runtime>::decode_len().unwrap_or_default() as u32
	}
}

/// Blocks of a session: a legal hour, and ten at least where a demonstration shortens the day.
///
/// A change of validators acts two sessions after it was planned.
pub struct SessionLength;

impl Get<BlockNumber> for SessionLength {
	fn get() -> BlockNumber {
		use shejiao_primitives::time::LegalTime as _;
		let hour = crate::LegalTime::clock().hours(1);
		BlockNumber::try_from(hour / SLOT_DURATION).unwrap_or(BlockNumber::MAX).max(10)
	}
}

/// When sessions end.
pub type Rhythm = pallet_session::PeriodicSessions<SessionLength, ConstU32<0>>;

impl<C> frame_system::offchain::CreateTransactionBase<C> for Runtime
where
	crate::RuntimeCall: From<C>,
{
	type Extrinsic = crate::UncheckedExtrinsic;
	type RuntimeCall = crate::RuntimeCall;
}

impl<C> frame_system::offchain::CreateBare<C> for Runtime
where
	crate::RuntimeCall: From<C>,
{
	fn create_bare(call: crate::RuntimeCall) -> crate::UncheckedExtrinsic {
		sp_runtime::generic::UncheckedExtrinsic::new_bare(call)
	}
}
