//! Identifiers. Numbers are given out in order and never used again.

use crate::coded;

coded! {
	/// A member of the consortium, in the order of admission from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct MemberId(pub u32);
}

coded! {
	/// A unit of a member (司法所, 看守所, 派出所): numbered over the whole consortium from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct UnitId(pub u32);
}

coded! {
	/// A delegation of acts from a county agency to one of its units, from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct DelegationId(pub u32);
}

coded! {
	/// A draw by the chain's randomness, from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct DrawId(pub u32);
}

coded! {
	/// Administrative division by its six-digit code (GB/T 2260), such as 440604.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct AreaCode(pub u32);
}

impl AreaCode {
	/// Whether the code has six digits and starts with a province.
	pub const fn is_valid(self) -> bool {
		self.0 >= 110_000 && self.0 < 1_000_000
	}
}
