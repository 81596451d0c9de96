//! Chain specifications: the built-in ones, those of a file, and those made from consortium files.

use crate::{
	consortium_file::{self, Consortium, Overrides},
	genesis,
};
use sc_service::Properties;
use std::path::Path;

/// A specification of this chain.
pub type ChainSpec = sc_service::GenericChainSpec;

/// The consortium of `--dev`.
pub const DEV: &str = include_str!("../../chain-specs/dev.toml");
/// The consortium of `--chain local`.
pub const LOCAL: &str = include_str!("../../chain-specs/local.toml");
/// The template of `--chain staging`, which is no consortium before it is filled in.
pub const STAGING: &str = include_str!("../../chain-specs/staging.toml");

/// Prefix of addresses, as the runtime has it.
const SS58_PREFIX: u16 = 42;
/// Money is counted in fen.
const TOKEN_DECIMALS: u8 = 2;

/// The specification that `id` means: a built-in one, or a file.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"" => Err("no chain is named: write --dev, or --chain with local or the path of a chain \
		           specification"
			.into()),
		"dev" => built_in("dev", DEV),
		"local" => built_in("local", LOCAL),
		"staging" => built_in("staging", STAGING),
		path => from_file(Path::new(path)),
	}
}

fn built_in(name: &str, text: &str) -> Result<ChainSpec, String> {
	let file = format!("chain-specs/{name}.toml");
	let consortium =
		consortium_file::parse(&file, text, Overrides::default()).map_err(|e| e.to_string())?;
	from_consortium(&consortium)
}

fn from_file(path: &Path) -> Result<ChainSpec, String> {
	let shown = path.display();
	if !path.exists() {
		return Err(format!(
			"unknown chain `{shown}`: it is neither dev, local nor staging, and no such file exists; \
			 build a specification with `build-spec --consortium FILE -o {shown}`"
		));
	}
	if path.extension().is_some_and(|extension| extension == "toml") {
		return Err(format!(
			"`{shown}` is a consortium file, not a chain specification: build one with \
			 `build-spec --consortium {shown} --raw -o SPEC.json`"
		));
	}
	ChainSpec::from_json_file(path.into()).map_err(|e| {
		format!(
			"`{shown}` is no chain specification ({e}): build one with \
			 `build-spec --consortium FILE --raw -o SPEC.json`"
		)
	})
}

/// The specification of a new chain with these founders.
pub fn from_consortium(consortium: &Consortium) -> Result<ChainSpec, String> {
	let code = shejiao_runtime::WASM_BINARY.ok_or(
		"this binary was built without the Wasm runtime (SKIP_WASM_BUILD): unset it and build again",
	)?;
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), "CNY".into());
	properties.insert("tokenDecimals".into(), TOKEN_DECIMALS.into());
	properties.insert("ss58Format".into(), SS58_PREFIX.into());
	Ok(ChainSpec::builder(code, Default::default())
		.with_name(&consortium.name)
		.with_id(&consortium.id)
		.with_protocol_id(&consortium.id)
		.with_chain_type(consortium.chain_type.clone())
		.with_properties(properties)
		.with_boot_nodes(consortium.boot_nodes.clone())
		.with_genesis_config_patch(genesis::patch(consortium))
		.build())
}

/// The specification as JSON, plain or raw.
pub fn to_json(spec: &ChainSpec, raw: bool) -> Result<String, String> {
	spec.as_json(raw).map_err(|e| format!("the runtime refuses this genesis: {}", e.trim()))
}
