//! The author's part of the chain's randomness: one VRF signature in every block it builds.

use jsonrpsee::core::async_trait;
use pallet_slot_randomness_runtime_api::SlotRandomnessApi;
use sc_consensus_aura::standalone::{fetch_authorities, slot_author};
use shejiao_primitives::randomness::{sign_data, INHERENT_IDENTIFIER};
use shejiao_runtime::opaque::Block;
use sp_api::ProvideRuntimeApi;
use sp_application_crypto::key_types::AURA;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{
	sr25519::{AuthorityId, AuthorityPair},
	AuraApi, Slot,
};
use sp_core::{sr25519, H256};
use sp_inherents::{Error, InherentData, InherentDataProvider, InherentIdentifier};
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// Signs over genesis, slot and the parent's mix with the Aura key of the slot's author.
///
/// Everything happens in [`InherentDataProvider::provide_inherent_data`], which the slot worker calls
/// for slots that this node has claimed; constructing a provider costs nothing.
pub struct SlotVrf<C> {
	client: Arc<C>,
	keystore: KeystorePtr,
	parent: H256,
	slot: Slot,
}

impl<C> SlotVrf<C> {
	/// A provider for the block in `slot` on top of `parent`.
	pub fn new(client: Arc<C>, keystore: KeystorePtr, parent: H256, slot: Slot) -> Self {
		Self { client, keystore, parent, slot }
	}
}

impl<C> SlotVrf<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
	C::Api: AuraApi<Block, AuthorityId> + SlotRandomnessApi<Block>,
{
	fn signature(&self) -> Result<sr25519::vrf::VrfSignature, String> {
		let authorities = fetch_authorities::<AuthorityId, Block, _>(&*self.client, self.parent)
			.map_err(|e| format!("cannot read the Aura authorities: {e}"))?;
		let author = slot_author::<AuthorityPair>(self.slot, &authorities)
			.ok_or_else(|| format!("slot {} has no author", *self.slot))?;
		let mix = self
			.client
			.runtime_api()
			.mix(self.parent)
			.map_err(|e| format!("cannot read the randomness mix: {e}"))?;
		let data = sign_data(self.client.info().genesis_hash, self.slot, &mix);
		self.keystore
			.sr25519_vrf_sign(AURA, &sr25519::Public::from(author.clone()), &data)
			.map_err(|e| format!("the keystore cannot sign: {e}"))?
			.ok_or_else(|| format!("the keystore lacks the Aura key of slot {}", *self.slot))
	}
}

#[async_trait]
impl<C> InherentDataProvider for SlotVrf<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
	C::Api: AuraApi<Block, AuthorityId> + SlotRandomnessApi<Block>,
{
	async fn provide_inherent_data(&self, inherent_data: &mut InherentData) -> Result<(), Error> {
		let signature = self.signature().map_err(|e| Error::Application(e.into()))?;
		inherent_data.put_data(INHERENT_IDENTIFIER, &signature)
	}

	async fn try_handle_error(
		&self,
		identifier: &InherentIdentifier,
		error: &[u8],
	) -> Option<Result<(), Error>> {
		(*identifier == INHERENT_IDENTIFIER).then(|| {
			Err(Error::Application(format!("the block's VRF output is refused: {error:?}").into()))
		})
	}
}
