//! The command line.

use crate::{
	chain_spec,
	consortium_file::{text, Overrides},
	node_key,
};
use sc_cli::{CliConfiguration, Database, Error, Result, RpcEndpoint, SubstrateCli};
use sc_network::{
	config::{
		NetworkBackendType, NetworkConfiguration, NodeKeyConfig, NonReservedPeerMode, Secret,
		TransportConfig,
	},
	Multiaddr,
};
use sc_service::{
	config::{
		BasePath, IpNetwork, OffchainWorkerConfig, PrometheusConfig, PruningMode,
		RpcBatchRequestConfig, RpcMethods, TelemetryEndpoints, TransactionPoolOptions,
	},
	BlocksPruning, ChainSpec, ChainType, Role,
};
use std::{num::NonZeroU32, path::PathBuf, time::SystemTime};

/// Test node that `--dev` is, where no key is given.
const DEV_NODE: &str = "dev";

/// Finalised blocks whose bodies an ordinary node keeps: enough for a node that was away for some
/// minutes; older ones come from the archives.
const KEPT_BODIES: &str = "512";
/// Trie cache of a node, in bytes. The SDK's gigabyte is more than the whole state.
const TRIE_CACHE: &str = "67108864";
/// Pooled instances of the runtime.
const RUNTIME_INSTANCES: &str = "4";
/// How long a transaction that was found invalid is kept out, by its hash, in seconds. Peers are
/// admitted, so that no stranger sends refused ones again and again; but a node that is busy takes a
/// good one for invalid when the fork is gone on which it looked at it, and the SDK's half hour is long
/// for an act with a deadline.
const REFUSED_SECONDS: &str = "60";
/// Connections that the reserved set alone limits.
const PLENTY_OF_PEERS: u32 = 1_000;

/// The node, or one of its tools.
#[derive(Debug, clap::Parser)]
pub struct Cli {
	/// A tool.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How the node runs.
	#[clap(flatten)]
	pub run: NodeCmd,
}

/// Tools.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Keys: generate, inspect, insert into the keystore, keys of nodes.
	#[command(subcommand)]
	Key(KeyCmd),

	/// Build a chain specification from a consortium file.
	BuildSpec(BuildSpecCmd),

	/// Print the genesis that a consortium file gives, as a JSON patch.
	Genesis(GenesisCmd),

	/// Export blocks.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Import blocks.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Export the state of a block as a chain specification.
	ExportState(sc_cli::ExportStateCmd),

	/// Execute a block again and check it.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Go back by some blocks, never beyond the finalised one.
	Revert(sc_cli::RevertCmd),

	/// Remove the database; keys stay.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Heights and roots of a database.
	ChainInfo(sc_cli::ChainInfoCmd),
}

/// Keys.
#[derive(Debug, clap::Subcommand)]
pub enum KeyCmd {
	/// Generate an account or session key.
	Generate(sc_cli::GenerateCmd),

	/// Show what a secret or public key is.
	Inspect(sc_cli::InspectKeyCmd),

	/// Insert a session key into the keystore of a node.
	Insert(sc_cli::InsertKeyCmd),

	/// Generate the key of a node, and print its peer id to stderr.
	GenerateNodeKey(node_key::GenerateNodeKeyCmd),

	/// Print the peer id of a node key.
	InspectNodeKey(sc_cli::InspectNodeKeyCmd),
}

/// Days that are shorter than real ones.
#[derive(Debug, Clone, clap::Args)]
pub struct DayParams {
	/// Length of a legal day in milliseconds, instead of the file's. The chain's dates then begin
	/// with today and run faster. For demonstrations; a live chain refuses it.
	#[arg(long, value_name = "MS")]
	pub day_length_ms: Option<u64>,
}

impl DayParams {
	/// What it overrides in the file.
	pub fn overrides(&self) -> Overrides {
		let now = || {
			let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
			since.map_or(0, |d| u64::try_from(d.as_millis()).unwrap_or(u64::MAX))
		};
		Overrides { day: self.day_length_ms.map(|day| (day, now())) }
	}
}

/// Arguments of `build-spec`.
#[derive(Debug, Clone, clap::Args)]
pub struct BuildSpecCmd {
	/// The consortium file: chain-specs/README.md tells what stands in it.
	#[arg(long, value_name = "FILE", required_unless_present = "chain", conflicts_with = "chain")]
	pub consortium: Option<PathBuf>,

	/// A built-in chain (dev or local) or another specification.
	#[arg(long, value_name = "CHAIN")]
	pub chain: Option<String>,

	/// The length of a legal day.
	#[clap(flatten)]
	pub day: DayParams,

	/// Write the state itself, which every release of the node reads alike. Members are to start from
	/// one raw specification.
	#[arg(long)]
	pub raw: bool,

	/// Where to write; to stdout if not given.
	#[arg(long, short, value_name = "FILE")]
	pub output: Option<PathBuf>,
}

/// Arguments of `genesis`.
#[derive(Debug, Clone, clap::Args)]
pub struct GenesisCmd {
	/// The consortium file.
	#[arg(long, value_name = "FILE")]
	pub consortium: PathBuf,

	/// The length of a legal day.
	#[clap(flatten)]
	pub day: DayParams,

	/// Where to write; to stdout if not given.
	#[arg(long, short, value_name = "FILE")]
	pub output: Option<PathBuf>,
}

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Shejiao Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn executable_name() -> String {
		"shejiao-node".into()
	}

	fn description() -> String {
		"Node of the Shejiao Chain (社矫链)".into()
	}

	fn author() -> String {
		"the Shejiao Chain authors".into()
	}

	fn support_url() -> String {
		"docs/operator.md".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> std::result::Result<Box<dyn ChainSpec>, String> {
		chain_spec::load(id).map(|spec| Box::new(spec) as Box<_>)
	}

	fn setup_command(cmd: clap::Command) -> clap::Command {
		cmd.name(Self::executable_name())
			.version(Self::impl_version())
			.about(Self::description())
			.propagate_version(true)
			.args_conflicts_with_subcommands(true)
			.subcommand_negates_reqs(true)
			.mut_arg("blocks_pruning", |arg| arg.default_value(KEPT_BODIES))
			.mut_arg("trie_cache_size", |arg| arg.default_value(TRIE_CACHE))
			.mut_arg("max_runtime_instances", |arg| arg.default_value(RUNTIME_INSTANCES))
			.mut_arg("tx_ban_seconds", |arg| {
				arg.default_value(REFUSED_SECONDS)
					.help("How long a transaction that was found invalid is kept out")
					.long_help(None)
			})
	}
}

/// How the node runs: the SDK's arguments, and ours.
#[derive(Debug, Clone, clap::Args)]
pub struct NodeCmd {
	/// The SDK's.
	#[clap(flatten)]
	pub base: sc_cli::RunCmd,

	/// Keep every block and every state. The nodes that the consortium file names as archives run with
	/// it from their first start; the others keep the bodies of the last blocks only.
	#[arg(long, conflicts_with_all = ["state_pruning", "blocks_pruning"])]
	pub archive: bool,
}

impl CliConfiguration for NodeCmd {
	fn shared_params(&self) -> &sc_cli::SharedParams {
		self.base.shared_params()
	}

	fn import_params(&self) -> Option<&sc_cli::ImportParams> {
		self.base.import_params()
	}

	fn network_params(&self) -> Option<&sc_cli::NetworkParams> {
		self.base.network_params()
	}

	fn keystore_params(&self) -> Option<&sc_cli::KeystoreParams> {
		self.base.keystore_params()
	}

	fn offchain_worker_params(&self) -> Option<&sc_cli::OffchainWorkerParams> {
		self.base.offchain_worker_params()
	}

	fn offchain_worker(&self, role: &Role) -> Result<OffchainWorkerConfig> {
		// The nodes of the MMR are kept there: proofs of old blocks need them from the first block on.
		let enabled = self.base.offchain_worker_params.offchain_worker(role)?.enabled;
		Ok(OffchainWorkerConfig { enabled, indexing_enabled: true })
	}

	fn database(&self) -> Result<Option<Database>> {
		Ok(Some(Database::ParityDb))
	}

	fn state_pruning(&self) -> Result<Option<PruningMode>> {
		let given = self.base.import_params.pruning_params.state_pruning()?;
		// What `--dev` keeps is thrown away at the end, and tools like to look back.
		Ok(if self.archive || (given.is_none() && self.is_dev()?) {
			Some(PruningMode::ArchiveAll)
		} else {
			given
		})
	}

	fn blocks_pruning(&self) -> Result<BlocksPruning> {
		if self.archive || self.is_dev()? {
			return Ok(BlocksPruning::KeepAll);
		}
		self.base.import_params.pruning_params.blocks_pruning()
	}

	fn node_key(&self, net_config_dir: &PathBuf) -> Result<NodeKeyConfig> {
		let params = &self.base.network_params.node_key_params;
		let is_dev = self.is_dev()?;
		if is_dev && params.node_key.is_none() && params.node_key_file.is_none() {
			let secret = text::test_node_key(DEV_NODE).secret();
			return Ok(NodeKeyConfig::Ed25519(Secret::Input(secret)));
		}
		if let Some(path) = params.node_key_file.as_ref().filter(|_| params.node_key.is_none()) {
			// The SDK would make a key that the chain does not know.
			if !path.exists() && !params.unsafe_force_node_key_generation {
				return Err(Error::NetworkKeyNotFound(path.clone()));
			}
		}
		params.node_key(net_config_dir, self.role(is_dev)?, is_dev)
	}

	fn network_config(
		&self,
		chain_spec: &Box<dyn ChainSpec>,
		is_dev: bool,
		is_validator: bool,
		net_config_dir: PathBuf,
		client_id: &str,
		node_name: &str,
		node_key: NodeKeyConfig,
		default_listen_port: u16,
	) -> Result<NetworkConfiguration> {
		let params = &self.base.network_params;
		if !matches!(params.network_backend, sc_cli::NetworkBackendType::Litep2p) {
			return Err("--network-backend: this node has litep2p alone".to_string().into());
		}
		let mut config = params.network_config(
			chain_spec,
			is_dev,
			is_validator,
			Some(net_config_dir),
			client_id,
			node_name,
			node_key,
			default_listen_port,
		);
		config.network_backend = NetworkBackendType::Litep2p;
		let chain_type = chain_spec.chain_type();
		let local = matches!(chain_type, ChainType::Development | ChainType::Local);

		if params.listen_addr.is_empty() {
			let port = params.port.unwrap_or(default_listen_port);
			config.listen_addresses = listen_addresses(local, port)?;
		}
		// Agencies meet on their own network, whose addresses are private, and know each other.
		config.transport =
			TransportConfig::Normal { enable_mdns: false, allow_private_ip: !params.no_private_ip };
		config.allow_non_globals_in_dht = true;
		// Known peers are found by walking the table; who may connect is ruled by the chain.
		config.enable_dht_random_walk = true;
		config.default_peers_set.in_peers = PLENTY_OF_PEERS;
		config.default_peers_set_num_full = PLENTY_OF_PEERS;
		if chain_type != ChainType::Development {
			config.default_peers_set.non_reserved_mode = NonReservedPeerMode::Deny;
			let boot_nodes = config.boot_nodes.clone();
			config.default_peers_set.reserved_nodes.extend(boot_nodes);
		}
		config.validate_and_complete_webrtc_addresses().map_err(sc_service::Error::from)?;
		Ok(config)
	}

	fn rpc_addr(&self, default_listen_port: u16) -> Result<Option<Vec<RpcEndpoint>>> {
		let mut endpoints = self.base.rpc_addr(default_listen_port)?;
		// A node on another port than the one it was told is a node that nobody finds.
		for endpoint in endpoints.iter_mut().flatten() {
			endpoint.retry_random_port = false;
		}
		Ok(endpoints)
	}

	fn node_name(&self) -> Result<String> {
		self.base.node_name()
	}

	fn dev_key_seed(&self, is_dev: bool) -> Result<Option<String>> {
		self.base.dev_key_seed(is_dev)
	}

	fn telemetry_endpoints(
		&self,
		chain_spec: &Box<dyn ChainSpec>,
	) -> Result<Option<TelemetryEndpoints>> {
		self.base.telemetry_endpoints(chain_spec)
	}

	fn role(&self, is_dev: bool) -> Result<Role> {
		self.base.role(is_dev)
	}

	fn force_authoring(&self) -> Result<bool> {
		self.base.force_authoring()
	}

	fn prometheus_config(
		&self,
		default_listen_port: u16,
		chain_spec: &Box<dyn ChainSpec>,
	) -> Result<Option<PrometheusConfig>> {
		self.base.prometheus_config(default_listen_port, chain_spec)
	}

	fn disable_grandpa(&self) -> Result<bool> {
		self.base.disable_grandpa()
	}

	fn rpc_max_connections(&self) -> Result<u32> {
		self.base.rpc_max_connections()
	}

	fn rpc_cors(&self, is_dev: bool) -> Result<Option<Vec<String>>> {
		self.base.rpc_cors(is_dev)
	}

	fn rpc_methods(&self) -> Result<RpcMethods> {
		self.base.rpc_methods()
	}

	fn rpc_max_request_size(&self) -> Result<u32> {
		self.base.rpc_max_request_size()
	}

	fn rpc_max_response_size(&self) -> Result<u32> {
		self.base.rpc_max_response_size()
	}

	fn rpc_max_subscriptions_per_connection(&self) -> Result<u32> {
		self.base.rpc_max_subscriptions_per_connection()
	}

	fn rpc_buffer_capacity_per_connection(&self) -> Result<u32> {
		self.base.rpc_buffer_capacity_per_connection()
	}

	fn rpc_batch_config(&self) -> Result<RpcBatchRequestConfig> {
		self.base.rpc_batch_config()
	}

	fn rpc_rate_limit(&self) -> Result<Option<NonZeroU32>> {
		self.base.rpc_rate_limit()
	}

	fn rpc_rate_limit_whitelisted_ips(&self) -> Result<Vec<IpNetwork>> {
		self.base.rpc_rate_limit_whitelisted_ips()
	}

	fn rpc_rate_limit_trust_proxy_headers(&self) -> Result<bool> {
		self.base.rpc_rate_limit_trust_proxy_headers()
	}

	fn transaction_pool(&self, is_dev: bool) -> Result<TransactionPoolOptions> {
		self.base.transaction_pool(is_dev)
	}

	fn max_runtime_instances(&self) -> Result<Option<usize>> {
		self.base.max_runtime_instances()
	}

	fn runtime_cache_size(&self) -> Result<u8> {
		self.base.runtime_cache_size()
	}

	fn base_path(&self) -> Result<Option<BasePath>> {
		self.base.base_path()
	}
}

/// Where a node listens that was not told: on this machine alone for chains that live on one.
fn listen_addresses(local: bool, port: u16) -> Result<Vec<Multiaddr>> {
	let hosts: &[&str] = if local { &["/ip4/127.0.0.1"] } else { &["/ip4/0.0.0.0", "/ip6/::"] };
	hosts
		.iter()
		.map(|host| {
			format!("{host}/tcp/{port}").parse().map_err(|_| Error::InvalidListenMultiaddress)
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	fn parse(args: &[&str]) -> Cli {
		<Cli as SubstrateCli>::try_from_iter(
			std::iter::once("shejiao-node").chain(args.iter().copied()),
		)
		.expect("the arguments are valid")
	}

	#[test]
	fn the_command_line_is_consistent() {
		Cli::setup_command(Cli::command()).debug_assert();
	}

	#[test]
	fn an_ordinary_node_prunes_bodies_and_an_archive_keeps_everything() {
		let node = parse(&["--chain", "local"]).run;
		assert_eq!(node.blocks_pruning().expect("valid"), BlocksPruning::Some(512));
		assert_eq!(node.state_pruning().expect("valid"), None);
		assert_eq!(node.trie_cache_maximum_size().expect("valid"), Some(64 << 20));
		assert_eq!(node.max_runtime_instances().expect("valid"), Some(4));
		assert_eq!(node.base.pool_config.tx_ban_seconds, Some(60));

		let archive = parse(&["--chain", "local", "--archive"]).run;
		assert_eq!(archive.blocks_pruning().expect("valid"), BlocksPruning::KeepAll);
		assert_eq!(archive.state_pruning().expect("valid"), Some(PruningMode::ArchiveAll));
	}

	#[test]
	fn archive_and_pruning_exclude_each_other() {
		let args = ["shejiao-node", "--archive", "--blocks-pruning", "10"];
		assert!(<Cli as SubstrateCli>::try_from_iter(args).is_err());
	}

	#[test]
	fn indexing_is_on_whatever_is_asked_for() {
		let node = parse(&["--chain", "local", "--offchain-worker", "never"]).run;
		let config = node.offchain_worker(&Role::Full).expect("valid");
		assert!(config.indexing_enabled && !config.enabled);
	}

	#[test]
	fn no_rpc_port_is_replaced_by_another() {
		let endpoints = parse(&["--dev"]).run.rpc_addr(9944).expect("valid").expect("some");
		assert!(endpoints.iter().all(|endpoint| !endpoint.retry_random_port));
	}

	#[test]
	fn local_chains_listen_on_this_machine_alone() {
		let addresses = listen_addresses(true, 7).expect("valid");
		assert_eq!(
			addresses.iter().map(ToString::to_string).collect::<Vec<_>>(),
			["/ip4/127.0.0.1/tcp/7"]
		);
		assert_eq!(listen_addresses(false, 7).expect("valid").len(), 2);
	}
}
