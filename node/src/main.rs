//! The node of the Shejiao Chain (社矫链).

// The SDK's error type is what its traits want.
#![allow(clippy::result_large_err)]

mod command;
mod rpc;
mod service;

use shejiao_node::diagnosis;
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
