//! Tests: a file per call, invariants, properties.

use frame_support::ord_parameter_types;

/// Signs for governance.
pub const COUNCIL: u64 = 999;

ord_parameter_types! {
	pub const Council: u64 = COUNCIL;
}
