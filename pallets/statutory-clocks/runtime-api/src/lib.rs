//! Runtime API of the statutory clocks.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use shejiao_primitives::{
	clock::{ClockId, KindId},
	deadline::{Due, YearCalendar},
	ids::MemberId,
	subject::Subject,
	time::{LegalDate, Moment},
};

pub use pallet_statutory_clocks::{ClockHistory, ClockInfo, DuePage, KindInfo};

sp_api::decl_runtime_apis! {
	/// What clients ask of clocks, kinds and calendars.
	#[api_version(1)]
	pub trait StatutoryClocksApi<AccountId: Codec> {
		/// The open clocks of an object, such as a case, in the order of starting.
		fn open_clocks(subject: Subject) -> Vec<ClockInfo<AccountId>>;

		/// At most `limit` (and 500) open clocks of `owner` whose last day is not after `until`, in the
		/// order of their last days, from `from` on, inclusive: what a page gave as `next`.
		fn due(
			owner: MemberId,
			until: LegalDate,
			from: Option<(LegalDate, ClockId)>,
			limit: u32,
		) -> DuePage<AccountId>;

		/// A clock, open or not, with its history.
		fn clock(id: ClockId) -> Option<ClockHistory<AccountId>>;

		/// Every kind as it holds at a moment, by default now, in the order of numbers.
		fn kinds(at: Option<Moment>) -> Vec<KindInfo>;

		/// Every version of a kind, those that will hold later included.
		fn kind_versions(id: KindId) -> Vec<KindInfo>;

		/// The calendar of a year.
		fn calendar(year: u16) -> Option<YearCalendar>;

		/// Until when a clock of `kind` would be due that is counted from `from`, and the year whose
		/// missing calendar makes this provisional. `None` where no clock runs or no period is named.
		fn compute_due(kind: KindId, from: Moment) -> Option<(Due, Option<u16>)>;

		/// Years whose clocks are being computed again since their calendar came or changed.
		fn recomputing() -> Vec<u16>;
	}
}
