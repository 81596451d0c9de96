//! Configuration of the pallets, one file per family.

#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod casework;
mod consensus;
mod domain;
mod governance;
mod system;

pub use casework::*;
pub use consensus::*;
pub use domain::*;
pub use governance::*;
pub use system::*;
