//! RPC beyond what the service itself serves: nonces, payment, MMR proofs, GRANDPA.

use jsonrpsee::RpcModule;
use mmr_rpc::{Mmr, MmrApiServer};
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_client_api::{AuxStore, Backend};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_transaction_pool_api::TransactionPool;
use shejiao_runtime::{opaque::Block, AccountId, Balance, Hash, Nonce};
use sp_api::ProvideRuntimeApi;
use sp_block_builder::BlockBuilder;
use sp_blockchain::{HeaderBackend, HeaderMetadata};
use sp_runtime::traits::NumberFor;
use std::{error::Error, sync::Arc};
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the `grandpa_*` methods need.
pub struct GrandpaDeps<B> {
	/// State of the voter's round.
	pub voter_state: SharedVoterState,
	/// The authority set.
	pub authority_set: SharedAuthoritySet<Hash, NumberFor<Block>>,
	/// Justifications as they come.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Proves finality.
	pub finality_provider: Arc<FinalityProofProvider<B, Block>>,
}

/// What all methods need.
pub struct FullDeps<C, P, B, S> {
	/// The client.
	pub client: Arc<C>,
	/// The pool.
	pub pool: Arc<P>,
	/// GRANDPA's part.
	pub grandpa: GrandpaDeps<B>,
	/// Where the nodes of the MMR are.
	pub offchain_storage: S,
	/// Runs subscriptions.
	pub executor: SubscriptionTaskExecutor,
}

/// All methods together.
pub fn create<C, P, B, S>(
	deps: FullDeps<C, P, B, S>,
) -> Result<RpcModule<()>, Box<dyn Error + Send + Sync>>
where
	C: ProvideRuntimeApi<Block>
		+ HeaderBackend<Block>
		+ HeaderMetadata<Block, Error = sp_blockchain::Error>
		+ AuxStore
		+ Send
		+ Sync
		+ 'static,
	C::Api: substrate_frame_rpc_system::AccountNonceApi<Block, AccountId, Nonce>
		+ pallet_transaction_payment_rpc::TransactionPaymentRuntimeApi<Block, Balance>
		+ sp_mmr_primitives::MmrApi<Block, Hash, NumberFor<Block>>
		+ BlockBuilder<Block>,
	P: TransactionPool + 'static,
	B: Backend<Block> + 'static,
	S: sp_core::offchain::OffchainStorage + 'static,
{
	let FullDeps { client, pool, grandpa, offchain_storage, executor } = deps;
	let mut module = RpcModule::new(());
	module.merge(System::new(client.clone(), pool).into_rpc())?;
	module.merge(TransactionPayment::new(client.clone()).into_rpc())?;
	module.merge(Mmr::<_, (Block, Hash), _>::new(client, offchain_storage).into_rpc())?;
	module.merge(
		Grandpa::new(
			executor,
			grandpa.authority_set,
			grandpa.voter_state,
			grandpa.justifications,
			grandpa.finality_provider,
		)
		.into_rpc(),
	)?;
	Ok(module)
}
