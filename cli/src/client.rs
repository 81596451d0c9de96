//! The connection to a node, and the check that it follows the right chain.

use crate::{fail, failure, keys};
use anyhow::Result;
use codec::Decode;
use std::{
	sync::{Arc, OnceLock},
	time::Duration,
};
use subxt::{
	backend::LegacyBackend,
	client::OnlineClientAtBlock,
	config::RpcConfigFor,
	utils::{AccountId32, H256},
	Metadata, OnlineClient, SubstrateConfig,
};
use subxt_rpcs::{methods::legacy::NumberOrHex, LegacyRpcMethods, RpcClient};

/// The metadata from which this client was generated.
const COMMITTED: &[u8] = include_bytes!("../artifacts/metadata.scale");

/// How long a node may take to answer the first time.
const CONNECT: Duration = Duration::from_secs(10);

/// The chain at a block.
pub type At = OnlineClientAtBlock<SubstrateConfig>;

/// What a runtime calls itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
	/// Name of the chain's specification.
	pub name: String,
	/// Its version.
	pub version: u32,
}

/// A node, and through it the chain.
pub struct Chain {
	/// Where the node is.
	pub url: String,
	/// Plain requests.
	pub rpc: RpcClient,
	/// Requests with types.
	pub methods: LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>,
	/// What the chain runs.
	pub spec: Spec,
	/// Prefix of its addresses.
	pub prefix: u16,
	online: OnlineClient<SubstrateConfig>,
}

impl Chain {
	/// Connect to the node at `url`, and refuse it when it follows another chain: another
	/// specification, or another genesis than `genesis` where that is given.
	pub async fn connect(url: &str, genesis: Option<H256>) -> Result<Self> {
		if !["ws://", "wss://"].iter().any(|scheme| url.starts_with(scheme)) {
			fail!("bad-url", url = url);
		}
		let no_node = |reason: String| failure!("no-node", url = url, reason = reason);
		let rpc = tokio::time::timeout(CONNECT, RpcClient::from_insecure_url(url))
			.await
			.map_err(|_| no_node(format!("{} s", CONNECT.as_secs())))?
			.map_err(|e| no_node(bare(&e.to_string())))?;
		let methods = LegacyRpcMethods::new(rpc.clone());

		let spec = spec_of_node(&rpc).await.map_err(|e| no_node(format!("{e:#}")))?;
		let expected = committed_spec();
		if spec.name != expected.name {
			fail!(
				"foreign-chain",
				url = url,
				found = format!("{} {}", spec.name, spec.version),
				expected = format!("{} {}", expected.name, expected.version),
			);
		}

		let backend = LegacyBackend::builder().build(rpc.clone());
		let online = OnlineClient::from_backend(Arc::new(backend)).await?;
		if let Some(genesis) = genesis {
			if genesis != online.genesis_hash() {
				fail!(
					"foreign-genesis",
					url = url,
					found = hex(online.genesis_hash()),
					expected = hex(genesis)
				);
			}
		}
		let prefix = online
			.at_current_block()
			.await?
			.constants()
			.entry(subxt::dynamic::constant::<u16>("System", "SS58Prefix"))?;
		Ok(Self { url: url.into(), rpc, methods, spec, prefix, online })
	}

	/// The chain at the best block that the node knows.
	pub async fn best(&self) -> Result<At> {
		let hash = self
			.methods
			.chain_get_block_hash(None)
			.await?
			.ok_or_else(|| failure!("no-block", block = "best"))?;
		Ok(self.online.at_block(hash).await?)
	}

	/// The chain at the last final block that the node knows.
	pub async fn finalized(&self) -> Result<At> {
		Ok(self.online.at_current_block().await?)
	}

	/// The chain at the block with this hash.
	pub async fn at(&self, hash: H256) -> Result<At> {
		Ok(self.online.at_block(hash).await?)
	}

	/// Hash of the block with this number in the best chain.
	pub async fn hash_of(&self, number: u64) -> Result<H256> {
		self.methods
			.chain_get_block_hash(Some(NumberOrHex::Number(number)))
			.await?
			.ok_or_else(|| failure!("no-block", block = number).into())
	}

	/// Hash of the chain's first block.
	pub fn genesis(&self) -> H256 {
		self.online.genesis_hash()
	}

	/// The address of an account on this chain.
	pub fn address(&self, account: &AccountId32) -> String {
		keys::address(account, self.prefix)
	}

	/// Call a runtime API of the SDK that is not part of the committed metadata.
	pub async fn call_api<T: Decode>(&self, at: &At, method: &str, args: &[u8]) -> Result<T> {
		let bytes = at.runtime_apis().call_raw(method, Some(args)).await?;
		Ok(T::decode(&mut &bytes[..])?)
	}
}

/// The message of an RPC error without the names of the layers that it came through.
pub fn bare(message: &str) -> String {
	let mut rest = message;
	for layer in
		["Other RPC client error: ", "RPC error: ", "client error: "].iter().cycle().take(12)
	{
		rest = rest.strip_prefix(layer).unwrap_or(rest);
	}
	rest.into()
}

/// The metadata that this client was made for.
pub fn committed() -> &'static Metadata {
	static DECODED: OnceLock<Metadata> = OnceLock::new();
	DECODED.get_or_init(|| {
		Metadata::decode(&mut &COMMITTED[..])
			.expect("a test compares the committed metadata with the runtime's; qed")
	})
}

/// What this client was generated from.
pub fn committed_spec() -> Spec {
	let version = committed()
		.pallet_by_name("System")
		.and_then(|pallet| pallet.constant_by_name("Version"))
		.map(|constant| constant.value().to_vec())
		.expect("every runtime has System.Version; qed");
	// The head of `RuntimeVersion`.
	let (name, _, _, version) = <(String, String, u32, u32)>::decode(&mut &version[..])
		.expect("a test compares the committed metadata with the runtime's; qed");
	Spec { name, version }
}

async fn spec_of_node(rpc: &RpcClient) -> Result<Spec> {
	#[derive(serde::Deserialize)]
	#[serde(rename_all = "camelCase")]
	struct Version {
		spec_name: String,
		spec_version: u32,
	}
	let version: Version =
		rpc.request("state_getRuntimeVersion", subxt_rpcs::rpc_params![]).await?;
	Ok(Spec { name: version.spec_name, version: version.spec_version })
}

/// `bytes` as hex digits.
pub fn hex(bytes: impl AsRef<[u8]>) -> String {
	format!("0x{}", hex::encode(bytes))
}
