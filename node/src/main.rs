//! The node of the Shejiao Chain (社矫链).

// The SDK's error type is what its traits want.
#![allow(clippy::result_large_err)]

mod admission;
mod chain_spec;
mod cli;
mod command;
mod consortium_file;
mod diagnosis;
mod genesis;
mod keys;
mod node_key;
mod rpc;
mod service;
mod vrf;

use std::process::ExitCode;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {}", diagnosis::explain(&error));
			ExitCode::FAILURE
		},
	}
}
