//! Runtime APIs: what nodes and clients ask.

mod case_file;

use crate::{
	AccountId, Aura, Balance, Block, BlockNumber, Compliance, Consortium, Executive, Gate, Grandpa,
	Hash, Historical, InherentDataExt, LegalTime, Mmr, Nonce, Officers, Oversight, Records,
	Runtime, RuntimeCall, RuntimeGenesisConfig, ServedDocuments, Session, SessionKeys,
	SlotRandomness, StatutoryClocks, SubjectIdentity, System, TransactionPayment, Validators,
	VERSION,
};
use alloc::vec::Vec;
use case_file::*;
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	traits::KeyOwnerProofSystem,
	weights::Weight,
};
use pallet_consortium::{
	views::{BodyView, MemberView, ProposalView, UnitView},
	Parameters, Proposal, ProposalId, Stood,
};
use shejiao_primitives::{
	directory::{Actor, Directory, Members},
	duty::{Acts, Duties},
	governance::Body,
	history::Entry,
	ids::{AreaCode, DrawId, MemberId, UnitId},
	member::Standing,
	randomness::Mix,
	refusal::Refusal,
	regime::{Mode, ModuleId, Regime},
	time::{LegalClock, LegalDate, LegalTime as _, Moment},
};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_inherents::{CheckInherentsResult, InherentData};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, ExtrinsicInclusionMode,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

impl_with_case_file! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block)
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: frame_support::view_functions::ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, frame_support::view_functions::ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(data: InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: InherentData,
		) -> CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			tx: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, tx, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
		fn slot_duration() -> sp_consensus_aura::SlotDuration {
			sp_consensus_aura::SlotDuration::from_millis(Aura::slot_duration())
		}

		fn authorities() -> Vec<AuraId> {
			pallet_aura::Authorities::<Runtime>::get().into_inner()
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(
			owner: Vec<u8>,
			seed: Option<Vec<u8>>,
		) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			Grandpa::current_set_id()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			let key_owner_proof = key_owner_proof.decode()?;
			Grandpa::submit_unsigned_equivocation_report(equivocation_proof, key_owner_proof)
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			authority_id: GrandpaId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			Historical::prove((sp_consensus_grandpa::KEY_TYPE, authority_id))
				.map(|proof| codec::Encode::encode(&proof))
				.map(sp_consensus_grandpa::OpaqueKeyOwnershipProof::new)
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance> for Runtime {
		fn query_info(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment_rpc_runtime_api::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(uxt, len)
		}

		fn query_fee_details(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_fee_details(uxt, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<Block, Balance, RuntimeCall>
		for Runtime
	{
		fn query_call_info(
			call: RuntimeCall,
			len: u32,
		) -> pallet_transaction_payment::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(
			call: RuntimeCall,
			len: u32,
		) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl sp_mmr_primitives::MmrApi<Block, Hash, BlockNumber> for Runtime {
		fn mmr_root() -> Result<Hash, sp_mmr_primitives::Error> {
			Ok(pallet_mmr::RootHash::<Runtime>::get())
		}

		fn mmr_leaf_count() -> Result<sp_mmr_primitives::LeafIndex, sp_mmr_primitives::Error> {
			Ok(pallet_mmr::NumberOfLeaves::<Runtime>::get())
		}

		fn generate_proof(
			block_numbers: Vec<BlockNumber>,
			best_known_block_number: Option<BlockNumber>,
		) -> Result<
			(Vec<sp_mmr_primitives::EncodableOpaqueLeaf>, sp_mmr_primitives::LeafProof<Hash>),
			sp_mmr_primitives::Error,
		> {
			Mmr::generate_proof(block_numbers, best_known_block_number).map(|(leaves, proof)| {
				let leaves = leaves
					.into_iter()
					.map(|leaf| sp_mmr_primitives::EncodableOpaqueLeaf::from_leaf(&leaf))
					.collect();
				(leaves, proof)
			})
		}

		fn generate_ancestry_proof(
			prev_block_number: BlockNumber,
			best_known_block_number: Option<BlockNumber>,
		) -> Result<sp_mmr_primitives::AncestryProof<Hash>, sp_mmr_primitives::Error> {
			Mmr::generate_ancestry_proof(prev_block_number, best_known_block_number)
		}

		fn verify_proof(
			leaves: Vec<sp_mmr_primitives::EncodableOpaqueLeaf>,
			proof: sp_mmr_primitives::LeafProof<Hash>,
		) -> Result<(), sp_mmr_primitives::Error> {
			let leaves = decode_leaves(leaves)?;
			Mmr::verify_leaves(leaves, proof)
		}

		fn verify_proof_stateless(
			root: Hash,
			leaves: Vec<sp_mmr_primitives::EncodableOpaqueLeaf>,
			proof: sp_mmr_primitives::LeafProof<Hash>,
		) -> Result<(), sp_mmr_primitives::Error> {
			let nodes = leaves
				.into_iter()
				.map(|leaf| sp_mmr_primitives::DataOrHash::Data(leaf.into_opaque_leaf()))
				.collect();
			pallet_mmr::verify_leaves_proof::<sp_runtime::traits::Keccak256, _>(root, nodes, proof)
		}
	}

	impl pallet_consortium_runtime_api::ConsortiumApi<Block, AccountId> for Runtime {
		fn peers() -> Vec<Vec<u8>> {
			Consortium::peers()
		}

		fn members(from: MemberId, limit: u32) -> Vec<MemberView<AccountId>> {
			Consortium::view_members(from, limit)
		}

		fn member(id: MemberId) -> Option<MemberView<AccountId>> {
			Consortium::view_member(id)
		}

		fn member_of(account: AccountId) -> Option<MemberView<AccountId>> {
			Consortium::view_member_of(&account)
		}

		fn units(member: MemberId) -> Vec<UnitView> {
			Consortium::view_units(member)
		}

		fn proposal(id: ProposalId) -> Option<ProposalView<AccountId>> {
			Consortium::view_proposal(id)
		}

		fn proposals() -> Vec<(ProposalId, Proposal<AccountId>)> {
			Consortium::view_proposals()
		}

		fn standing_at(member: MemberId, at: Moment) -> Option<Standing> {
			<Consortium as Members<AccountId>>::standing_at(member, at)
		}

		fn standings(member: MemberId) -> Vec<Entry<Stood>> {
			Consortium::view_standings(member)
		}

		fn institutions(member: MemberId) -> Vec<Entry<AccountId>> {
			Consortium::view_institutions(member)
		}

		fn body(body: Body) -> BodyView<AccountId> {
			Consortium::view_body(body)
		}

		fn parameters() -> Parameters {
			pallet_consortium::Params::<Runtime>::get()
		}

		fn key_payload(member: MemberId, account: AccountId) -> Option<Vec<u8>> {
			Consortium::key_payload(member, &account)
		}
	}

	impl pallet_officers_runtime_api::OfficersApi<Block, AccountId> for Runtime {
		fn officer(account: AccountId) -> Option<Actor> {
			Officers::officer(&account)
		}

		fn officer_at(account: AccountId, moment: Moment) -> Option<Actor> {
			Officers::officer_at(&account, moment)
		}

		fn had_duty(account: AccountId, member: MemberId, duties: Duties, moment: Moment) -> bool {
			Officers::had_duty(&account, member, duties, moment)
		}

		fn post(account: AccountId) -> Option<pallet_officers::Post> {
			Officers::last_post(&account)
		}

		fn officers_of(
			member: MemberId,
			from: Option<AccountId>,
			limit: u32,
		) -> Vec<pallet_officers::ListedOfficer<AccountId>> {
			Officers::officers_of(member, from, limit)
		}

		fn deputations(account: AccountId) -> Vec<pallet_officers::Deputation<AccountId>> {
			Officers::open_deputations(&account, LegalTime::now()).into_inner()
		}

		fn responsible(
			member: MemberId,
			account: AccountId,
			moment: Moment,
		) -> Option<AccountId> {
			Officers::responsible(member, &account, moment)
		}

		fn delegations(unit: UnitId) -> Vec<pallet_officers::Delegation> {
			Officers::open_delegations(unit, LegalTime::now()).into_inner()
		}

		fn delegations_at(unit: UnitId, moment: Moment) -> Vec<pallet_officers::Delegation> {
			Officers::delegations_at(unit, moment).into_inner()
		}

		fn delegated(member: MemberId, unit: UnitId, acts: Acts, moment: Moment) -> bool {
			<Officers as Directory<AccountId>>::delegated(member, unit, acts, moment)
		}
	}

	impl pallet_validators_runtime_api::ValidatorsApi<Block> for Runtime {
		fn session_keys_of_peer(peer: Vec<u8>) -> Option<Vec<u8>> {
			let validator = Validators::validator_of(peer_owner(peer)?)?;
			Session::load_keys(&validator).map(|keys| codec::Encode::encode(&keys))
		}

		fn validators() -> Vec<pallet_validators::ValidatorInfo<AccountId>> {
			Validators::infos()
		}

		fn minimum() -> u32 {
			pallet_validators::Minimum::<Runtime>::get()
		}
	}

	impl pallet_gate_runtime_api::GateApi<Block, AccountId, RuntimeCall> for Runtime {
		fn quota(member: MemberId) -> pallet_gate::Allowance {
			Gate::quota(member)
		}

		fn reserve(account: AccountId) -> pallet_gate::Allowance {
			Gate::reserve(&account)
		}

		fn refusal(account: AccountId, call: Option<RuntimeCall>) -> Option<Refusal> {
			Gate::refusal(&account, call.as_ref())
		}

		fn attempts(member: MemberId) -> pallet_gate::types::Attempts {
			Gate::attempts(member)
		}
	}

	impl pallet_compliance_runtime_api::ComplianceApi<Block> for Runtime {
		fn mode(module: ModuleId, area: AreaCode, at: Option<Moment>) -> Mode {
			match at {
				Some(at) => Compliance::mode_at(module, area, at),
				None => Compliance::mode(module, area),
			}
		}

		fn paused_modules() -> Vec<ModuleId> {
			ModuleId::ALL.into_iter().filter(|module| Compliance::is_paused(*module)).collect()
		}

		fn incident(id: pallet_compliance::IncidentId) -> Option<pallet_compliance::IncidentInfo> {
			Compliance::incident_info(id)
		}

		fn open_incidents(
			from: pallet_compliance::IncidentId,
			limit: u32,
		) -> Vec<pallet_compliance::IncidentInfo> {
			Compliance::open_incidents(from, limit)
		}

		fn attestations_due(member: MemberId) -> Vec<pallet_compliance::DueInfo> {
			Compliance::dues(member)
		}
	}

	impl pallet_legal_time_runtime_api::LegalTimeApi<Block> for Runtime {
		fn clock() -> LegalClock {
			LegalTime::clock()
		}

		fn is_shortened() -> bool {
			LegalTime::is_shortened()
		}

		fn today() -> LegalDate {
			LegalTime::today()
		}

		fn date(moment: Moment) -> LegalDate {
			LegalTime::clock().date(moment)
		}
	}

	impl pallet_slot_randomness_runtime_api::SlotRandomnessApi<Block> for Runtime {
		fn mix() -> Mix {
			pallet_slot_randomness::LastMix::<Runtime>::get()
		}

		fn draw(id: DrawId) -> Option<pallet_slot_randomness::DrawInfo> {
			SlotRandomness::draw(id)
		}

		fn next_draw() -> DrawId {
			pallet_slot_randomness::NextDraw::<Runtime>::get()
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, crate::presets::get)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			crate::presets::names()
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
			use crate::*;
			use frame_benchmarking::BenchmarkList;
			use frame_support::traits::StorageInfoTrait;
			let mut list = Vec::<BenchmarkList>::new();
			list_benchmarks!(list, extra);
			(list, AllPalletsWithSystem::storage_info())
		}

		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			use crate::*;
			use frame_benchmarking::BenchmarkBatch;
			use frame_support::traits::WhitelistedStorageKeys;
			let whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
			let mut batches = Vec::<BenchmarkBatch>::new();
			let params = (&config, &whitelist);
			add_benchmarks!(params, batches);
			Ok(batches)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			let weight = Executive::try_runtime_upgrade(checks)
				.expect("the upgrade was refused; a panic is how try-runtime tells");
			(weight, crate::configs::RuntimeBlockWeights::get().max_block)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, select)
				.expect("the block was refused; a panic is how try-runtime tells")
		}
	}
}

/// The member that announced a peer.
fn peer_owner(peer: Vec<u8>) -> Option<MemberId> {
	let peer = pallet_consortium::PeerId::try_from(peer).ok()?;
	pallet_consortium::PeerOwners::<Runtime>::get(peer)
}

/// A leaf of the Merkle mountain range.
type Leaf =
	<<Runtime as pallet_mmr::Config>::LeafData as sp_mmr_primitives::LeafDataProvider>::LeafData;

fn decode_leaves(
	leaves: Vec<sp_mmr_primitives::EncodableOpaqueLeaf>,
) -> Result<Vec<Leaf>, sp_mmr_primitives::Error> {
	leaves
		.into_iter()
		.map(|leaf| leaf.into_opaque_leaf().try_decode().ok_or(sp_mmr_primitives::Error::Verify))
		.collect()
}
