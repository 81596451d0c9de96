//! What clients ask of the legal calendar.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

use shejiao_primitives::time::{LegalClock, LegalDate, Moment};

sp_api::decl_runtime_apis! {
	/// The legal calendar. Version 1.
	#[api_version(1)]
	pub trait LegalTimeApi {
		/// How moments map to legal days.
		fn clock() -> LegalClock;

		/// Whether dates run faster than the real calendar: a client shows it always.
		fn is_shortened() -> bool;

		/// The legal date of the block.
		fn today() -> LegalDate;

		/// The legal date at a moment in milliseconds UTC.
		fn date(moment: Moment) -> LegalDate;
	}
}
