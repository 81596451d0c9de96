//! The part of the `wasm-opt` crate that `substrate-wasm-builder` calls, carried out by the
//! `wasm-opt` program of Debian's package `binaryen` instead of a C++ library compiled on every
//! machine (5 to 11 CPU minutes). Reason and check: `docs/decisions/0002-wasm-opt.md`.

use std::{
	fmt, io,
	path::Path,
	process::{Command, ExitStatus},
};

/// Passes that the Wasm builder asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
	/// Remove DWARF debug sections.
	StripDwarf,
	/// No sign-extension operators in the result, as in the WebAssembly MVP.
	SignextLowering,
}

impl Pass {
	const fn flag(self) -> &'static str {
		match self {
			Self::StripDwarf => "--strip-dwarf",
			// Debian's version knows no lowering. The target `wasm32v1-none` emits no such operator,
			// and a module that holds one all the same is refused here rather than on a node.
			Self::SignextLowering => "--disable-sign-ext",
		}
	}
}

/// Why a run failed.
#[derive(Debug)]
pub enum OptimizationError {
	/// The program could not be started.
	NotStarted(io::Error),
	/// The program ended with an error, printed on its standard error.
	Failed(ExitStatus),
}

impl fmt::Display for OptimizationError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NotStarted(e) => {
				write!(f, "cannot start `wasm-opt` ({e}): install Debian's package `binaryen`")
			},
			Self::Failed(status) => write!(f, "`wasm-opt` ended with {status}"),
		}
	}
}

impl std::error::Error for OptimizationError {}

/// Options of one run, at optimisation level 0.
#[derive(Clone, Debug)]
pub struct OptimizationOptions {
	arguments: Vec<&'static str>,
}

impl OptimizationOptions {
	/// No optimisation: only the passes that are added.
	pub fn new_opt_level_0() -> Self {
		Self { arguments: vec!["-O0"] }
	}

	/// Accept and emit the features of the WebAssembly MVP alone.
	pub fn mvp_features_only(&mut self) -> &mut Self {
		self.arguments.push("--mvp-features");
		self
	}

	/// Keep the names section.
	pub fn debug_info(&mut self, keep: bool) -> &mut Self {
		if keep {
			self.arguments.push("-g");
		}
		self
	}

	/// Add a pass.
	pub fn add_pass(&mut self, pass: Pass) -> &mut Self {
		self.arguments.push(pass.flag());
		self
	}

	/// Read the module `input` and write the result to `output`.
	pub fn run(
		&self,
		input: impl AsRef<Path>,
		output: impl AsRef<Path>,
	) -> Result<(), OptimizationError> {
		let status = Command::new("wasm-opt")
			.args(&self.arguments)
			.arg(input.as_ref())
			.arg("-o")
			.arg(output.as_ref())
			.status()
			.map_err(OptimizationError::NotStarted)?;
		if status.success() {
			Ok(())
		} else {
			Err(OptimizationError::Failed(status))
		}
	}
}
