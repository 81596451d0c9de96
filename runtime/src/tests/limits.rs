//! What must fit together: limits, weights, extensions.

use crate::{configs::*, *};
use frame_support::traits::Get;
use std::any::type_name;

#[test]
fn all_limits_of_authorities_and_seats_are_equal() {
	let limits: [(&str, u32); 8] = [
		("aura", <Runtime as pallet_aura::Config>::MaxAuthorities::get()),
		("grandpa", <Runtime as pallet_grandpa::Config>::MaxAuthorities::get()),
		("randomness", <Runtime as pallet_slot_randomness::Config>::MaxAuthorities::get()),
		("validators", <Runtime as pallet_validators::Config>::MaxValidators::get()),
		("consortium", <Runtime as pallet_consortium::Config>::MaxSeats::get()),
		("council", <Runtime as pallet_collective::Config<CouncilInstance>>::MaxMembers::get()),
		(
			"committee",
			<Runtime as pallet_collective::Config<SupervisoryInstance>>::MaxMembers::get(),
		),
		(
			"funding council",
			<Runtime as pallet_collective::Config<FundingInstance>>::MaxMembers::get(),
		),
	];
	for (pallet, limit) in limits {
		assert_eq!(limit, MAX_SEATS, "{pallet}");
	}
}

#[test]
fn equivocations_can_be_proven_as_long_as_history_is_kept() {
	let sessions: u32 = <Runtime as pallet_validators::Config>::HistoryDepth::get();
	let sets: u64 = <Runtime as pallet_grandpa::Config>::MaxSetIdSessionEntries::get();
	assert!(sets >= u64::from(sessions) && sessions > pallet_validators::CHANGE_GAP);
}

#[test]
fn every_pallet_is_configured_soundly() {
	// Runs in a chain without any state, as at the start of a node.
	sp_io::TestExternalities::new_empty().execute_with(|| {
		<AllPalletsWithSystem as frame_support::traits::IntegrityTest>::integrity_test();
	});
}

macro_rules! generated {
	($($config:path),* $(,)?) => {
		[$( (stringify!($config), type_name::<<Runtime as $config>::WeightInfo>()) ),*]
	};
}

#[test]
fn every_pallet_uses_its_generated_weights() {
	let weights = generated!(
		pallet_timestamp::Config,
		pallet_balances::Config,
		pallet_transaction_payment::Config,
		pallet_preimage::Config,
		pallet_utility::Config,
		pallet_multisig::Config,
		pallet_tx_pause::Config,
		pallet_session::Config,
		pallet_collective::Config<CouncilInstance>,
		pallet_collective::Config<SupervisoryInstance>,
		pallet_collective::Config<FundingInstance>,
		pallet_consortium::Config,
		pallet_officers::Config,
		pallet_validators::Config,
		pallet_gate::Config,
		pallet_compliance::Config,
		pallet_slot_randomness::Config,
		pallet_endorsement::Config,
		pallet_subject_identity::Config,
		pallet_identity_tags::Config,
		pallet_representatives::Config,
		pallet_served_documents::Config,
		pallet_records::Config,
		pallet_statutory_clocks::Config,
		pallet_oversight::Config,
	);
	for (config, weights) in weights {
		assert!(
			weights.contains("::weights::SubstrateWeight<shejiao_runtime::Runtime>"),
			"{config} uses {weights}"
		);
	}
	assert!(type_name::<<Runtime as frame_system::Config>::SystemWeightInfo>()
		.contains("SubstrateWeight"));
	assert!(type_name::<<Runtime as frame_system::Config>::ExtensionsWeightInfo>()
		.contains("extensions::weights::SubstrateWeight"));
}

#[test]
fn the_database_of_the_weights_is_that_of_the_nodes() {
	use frame_support::weights::constants::ParityDbWeight;
	let used = <Runtime as frame_system::Config>::DbWeight::get();
	assert_eq!(used, ParityDbWeight::get());
}

#[test]
fn no_extension_has_a_value_that_stock_clients_do_not_know() {
	let known = ["CheckMortality", "CheckNonce", "ChargeTransactionPayment", "CheckMetadataHash"];
	let extensions = Runtime::metadata_ir().extrinsic.extensions_in_versions;
	assert_eq!(extensions[0].identifier, "CheckMembership");
	assert_eq!(core::mem::size_of::<pallet_gate::CheckMembership<Runtime>>(), 0);
	for extension in &extensions {
		let empty = is_empty(&extension.ty);
		assert_eq!(
			empty,
			!known.contains(&extension.identifier),
			"the value of {}",
			extension.identifier
		);
	}
	assert!(is_empty(&extensions[0].implicit));
	let place = |name: &str| extensions.iter().position(|e| e.identifier == name);
	assert!(place("CheckMembership") < place("CheckNonce"));
}

/// Whether values of a type are encoded by no byte.
fn is_empty(ty: &scale_info::MetaType) -> bool {
	use scale_info::TypeDef;
	match ty.type_info().type_def {
		TypeDef::Composite(composite) => composite.fields.iter().all(|field| is_empty(&field.ty)),
		TypeDef::Tuple(tuple) => tuple.fields.iter().all(is_empty),
		_ => false,
	}
}
