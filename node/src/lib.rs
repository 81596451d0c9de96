//! What the node of the Shejiao Chain (社矫链) knows before it runs: consortium files, genesis,
//! specifications, the command line, keys, and who may connect.
//!
//! The service itself and the commands are the binary's. The two are apart so that the tests of these
//! do not compile the whole node a second time.

// The SDK's error type is what its traits want.
#![allow(clippy::result_large_err)]
#![deny(missing_docs)]

pub mod admission;
pub mod chain_spec;
pub mod cli;
pub mod consortium_file;
pub mod diagnosis;
pub mod genesis;
pub mod keys;
pub mod node_key;
pub mod vrf;
