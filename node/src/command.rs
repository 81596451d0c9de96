//! What each command does.

use crate::service;
use sc_cli::{Error, Result, SubstrateCli};
use sc_service::{Configuration, PartialComponents};
use shejiao_node::{
	chain_spec,
	cli::{BuildSpecCmd, Cli, GenesisCmd, KeyCmd, Subcommand},
	consortium_file, diagnosis, genesis,
};
use shejiao_runtime::opaque::Block;
use std::{
	io::{ErrorKind, Write},
	path::Path,
};

/// Parse the command line and do what it says.
pub fn run() -> Result<()> {
	let cli = <Cli as SubstrateCli>::from_args();
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(cmd)) => run_key(&cli, cmd),
		Some(Subcommand::BuildSpec(cmd)) => build_spec(cmd),
		Some(Subcommand::Genesis(cmd)) => print_genesis(cmd),
		Some(Subcommand::ExportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let PartialComponents { client, task_manager, .. } = open(&config)?;
			Ok((cmd.run(client, config.database), task_manager))
		}),
		Some(Subcommand::ImportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|mut config| {
			index(&mut config);
			let PartialComponents { client, task_manager, import_queue, .. } = open(&config)?;
			Ok((cmd.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::ExportState(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let PartialComponents { client, task_manager, .. } = open(&config)?;
			Ok((cmd.run(client, config.chain_spec), task_manager))
		}),
		Some(Subcommand::CheckBlock(cmd)) => cli.create_runner(cmd)?.async_run(|mut config| {
			index(&mut config);
			let PartialComponents { client, task_manager, import_queue, .. } = open(&config)?;
			Ok((cmd.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::Revert(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let PartialComponents { client, task_manager, backend, .. } = open(&config)?;
			let aux_revert = Box::new(|client, _, blocks| {
				sc_consensus_grandpa::revert(client, blocks)?;
				Ok(())
			});
			Ok((cmd.run(client, backend, Some(aux_revert)), task_manager))
		}),
		Some(Subcommand::PurgeChain(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.database))
		},
		Some(Subcommand::ChainInfo(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run::<Block>(&config))
		},
	}
}

fn run_node(cli: &Cli) -> Result<()> {
	if let Some(path) = &cli.run.base.keystore_params.password_filename {
		if !path.exists() {
			return Err(Error::Input(format!(
				"the password file {} does not exist: name the right one with --password-filename",
				path.display()
			)));
		}
	}
	let runner = cli.create_runner(&cli.run)?;
	diagnosis::check_ports(runner.config())?;
	runner.run_node_until_exit(
		|config| async move { service::new_full(config).map_err(Error::Service) },
	)
}

fn run_key(cli: &Cli, cmd: &KeyCmd) -> Result<()> {
	match cmd {
		KeyCmd::Generate(cmd) => cmd.run(),
		KeyCmd::Inspect(cmd) => cmd.run(),
		KeyCmd::Insert(cmd) => cmd.run(cli),
		KeyCmd::GenerateNodeKey(cmd) => cmd.run(cli),
		KeyCmd::InspectNodeKey(cmd) => cmd.run(),
	}
}

fn build_spec(cmd: &BuildSpecCmd) -> Result<()> {
	let spec = match (&cmd.consortium, &cmd.chain) {
		(Some(file), _) => {
			let consortium = consortium_file::load(file, cmd.day.overrides())
				.map_err(|e| Error::Input(e.to_string()))?;
			chain_spec::from_consortium(&consortium)?
		},
		(None, chain) => chain_spec::load(chain.as_deref().unwrap_or_default())?,
	};
	write(cmd.output.as_deref(), &chain_spec::to_json(&spec, cmd.raw)?)
}

fn print_genesis(cmd: &GenesisCmd) -> Result<()> {
	let consortium = consortium_file::load(&cmd.consortium, cmd.day.overrides())
		.map_err(|e| Error::Input(e.to_string()))?;
	write(cmd.output.as_deref(), &genesis::to_json(&consortium))
}

fn write(output: Option<&Path>, text: &str) -> Result<()> {
	match output {
		None => match writeln!(std::io::stdout(), "{text}") {
			// Whoever reads has read enough, as `head` does.
			Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
			result => result.map_err(Error::Io),
		},
		Some(path) => std::fs::write(path, format!("{text}\n"))
			.map_err(|e| Error::Input(format!("cannot write {}: {e}", path.display()))),
	}
}

/// Execution writes the nodes of the MMR, whoever executes.
fn index(config: &mut Configuration) {
	config.offchain_worker.indexing_enabled = true;
}

fn open(config: &Configuration) -> Result<service::Parts> {
	service::new_partial(config).map_err(Error::Service)
}
