//! Scenarios: cases to play against a chain, as data. `scenarios/README.md` describes the file.

mod actions;
mod check;
mod dates;
mod encode;
mod engine;
mod expect;
mod makers;
mod model;
mod papers;
mod persons;
mod play;
mod shape;
#[cfg(test)]
mod tests;
mod yaml;

use crate::{context::Context, failure, say};
use anyhow::Result;
use model::Scenario;
use std::{
	fs,
	path::{Path, PathBuf},
};
use yaml::Flaw;

/// How a scenario is played.
#[derive(Clone, Debug, clap::Args)]
pub struct Options {
	/// Node of an agency: KEY=URL, as often as needed
	#[arg(long = "node", value_name = "KEY=URL", value_parser = node)]
	pub nodes: Vec<(String, String)>,
	/// Folder of the local network, in which the agencies' nodes are found
	#[arg(long, env = "SHEJIAO_NETWORK", default_value = "network")]
	pub network: PathBuf,
	/// Where keys and vault of the play are kept; a folder in that of the network by default
	#[arg(long)]
	pub folder: Option<PathBuf>,
	/// Seconds that a step may wait for a legal date at most
	#[arg(long, default_value_t = 1_800)]
	pub longest_wait: u64,
}

fn node(text: &str) -> Result<(String, String), String> {
	match text.split_once('=') {
		Some((key, url)) if url.starts_with("ws://") || url.starts_with("wss://") => {
			Ok((key.into(), url.into()))
		},
		_ => Err(say!("usage.node")),
	}
}

impl Options {
	/// The port of an agency's node in the local network.
	fn port_of(&self, member: &str) -> Option<u64> {
		let text = fs::read(self.network.join(member).join("node.json")).ok()?;
		let node: serde_json::Value = serde_json::from_slice(&text).ok()?;
		node.get("rpc_port")?.as_u64()
	}

	/// Where keys and vault of a play are.
	fn folder_of(&self, scenario: &str) -> PathBuf {
		match &self.folder {
			Some(folder) => folder.clone(),
			None => self.network.join("scenarios").join(scenario),
		}
	}
}

/// Read a file; what is wrong is named with line and field.
fn read(path: &Path) -> Result<Scenario> {
	let shown = path.display();
	let source = fs::read_to_string(path)
		.map_err(|e| failure!("file-not-read", path = shown, reason = e))?;
	Scenario::read(&source).map_err(|flaw| wrong(path, &flaw))
}

fn wrong(path: &Path, flaw: &Flaw) -> anyhow::Error {
	let field = if flaw.field.is_empty() { "." } else { &flaw.field };
	failure!(
		"scenario-flaw",
		path = path.display(),
		line = flaw.line,
		field = field,
		what = flaw.what
	)
	.into()
}

/// What `path` says of a flaw that came up while playing.
fn placed(path: &Path, error: anyhow::Error) -> anyhow::Error {
	match error.downcast::<Flaw>() {
		Ok(flaw) => wrong(path, &flaw),
		Err(error) => error,
	}
}

/// Check a file without a node, against the metadata that this client knows.
pub fn check_offline(path: &Path, context: &Context) -> Result<()> {
	let scenario = read(path)?;
	check::check(&scenario, crate::client::committed()).map_err(|flaw| wrong(path, &flaw))?;
	let steps: usize = scenario.sections.iter().map(|section| section.steps.len()).sum();
	context.out.line(say!("scenario.checked", scenario = scenario.title.show(), steps = steps));
	if context.out.format == crate::output::Format::Json {
		context.out.json(&serde_json::json!({"scenario": scenario.name, "steps": steps}));
	}
	Ok(())
}

/// Play a file.
pub async fn run(path: &Path, options: &Options, context: &Context) -> Result<()> {
	let scenario = read(path)?;
	play::play(&scenario, options, context).await.map_err(|error| placed(path, error))
}
