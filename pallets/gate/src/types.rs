//! Values of the gate.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use shejiao_primitives::{
	account::AccountRole,
	coded,
	ids::MemberId,
	member::{CallClass, Profile},
	time::{LegalDate, Moment},
};

/// Milliseconds of the hour that quotas count by: a real one, since they protect machines.
pub const HOUR: Moment = 3_600_000;

/// Number of an hour since the epoch.
pub type Hour = u32;

/// The hour in which `moment` lies.
pub(crate) fn hour_of(moment: Moment) -> Hour {
	Hour::try_from(moment / HOUR).unwrap_or(Hour::MAX)
}

/// The moment at which `hour` ends.
pub(crate) fn end_of(hour: Hour) -> Moment {
	Moment::from(hour).saturating_add(1).saturating_mul(HOUR)
}

/// Block reference time drawn in an hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Load {
	/// The hour.
	pub hour: Hour,
	/// Picoseconds drawn in it.
	pub used: u64,
}

impl Load {
	/// This load as it counts in `hour`: nothing of another hour does.
	pub(crate) fn in_hour(self, hour: Hour) -> Self {
		if self.hour == hour {
			self
		} else {
			Self { hour, used: 0 }
		}
	}
}

/// What a member may draw in an hour, and what it has drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Quota {
	/// Picoseconds of block reference time per hour.
	pub limit: u64,
	/// Drawn of it.
	pub load: Load,
}

/// An allowance as it stands now, for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Allowance {
	/// Picoseconds of block reference time per hour.
	pub limit: u64,
	/// Picoseconds drawn in this hour.
	pub used: u64,
	/// When the hour ends, and everything is free again.
	pub window_end: Moment,
}

/// Attempts of a member outside its duties that were refused at dispatch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Attempts {
	/// The legal date of the last one.
	pub date: LegalDate,
	/// How many on that date.
	pub on_date: u32,
	/// How many ever.
	pub total: u32,
}

coded! {
	/// Set of account roles, one bit each.
	pub struct Roles(pub u8);
}

impl Roles {
	/// Nobody.
	pub const NONE: Self = Self(0);
	/// Accounts that sign for a member.
	pub const INSTITUTION: Self = Self(1);
	/// Officers.
	pub const OFFICER: Self = Self(1 << 1);
	/// Validators.
	pub const VALIDATOR: Self = Self(1 << 2);
	/// Representatives of persons.
	pub const REPRESENTATIVE: Self = Self(1 << 3);

	/// Both sets.
	pub const fn union(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether `role` is in the set.
	pub const fn contains(self, role: AccountRole) -> bool {
		let bit = match role {
			AccountRole::Institution => Self::INSTITUTION,
			AccountRole::Officer => Self::OFFICER,
			AccountRole::Validator => Self::VALIDATOR,
			AccountRole::Representative => Self::REPRESENTATIVE,
		};
		self.0 & bit.0 != 0
	}
}

/// What the runtime's table says of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
	/// What the call is to the law. Of a wrapper with calls inside, theirs counts instead.
	pub class: CallClass,
	/// Whom it is open to.
	pub roles: Roles,
}

/// An account that may sign, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signer<AccountId> {
	/// The account.
	pub account: AccountId,
	/// Its role.
	pub role: AccountRole,
	/// The member it belongs to.
	pub member: MemberId,
	/// What that member is.
	pub profile: Profile,
}

/// Pallet and call by their indices in the runtime.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct CallIndex {
	/// Index of the pallet.
	pub pallet: u8,
	/// Index of the call in it.
	pub call: u8,
}

impl CallIndex {
	/// The indices of `call`: the first two bytes of its encoding.
	pub(crate) fn of(call: &impl Encode) -> Self {
		let mut head = Head::default();
		call.encode_to(&mut head);
		let [pallet, call] = head.bytes;
		Self { pallet, call }
	}
}

/// Keeps the first bytes of an encoding without allocating the rest.
#[derive(Default)]
struct Head {
	bytes: [u8; 2],
	len: usize,
}

impl codec::Output for Head {
	fn write(&mut self, bytes: &[u8]) {
		for (place, byte) in self.bytes.iter_mut().skip(self.len).zip(bytes) {
			*place = *byte;
			self.len = self.len.saturating_add(1);
		}
	}
}
