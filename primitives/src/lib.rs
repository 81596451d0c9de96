//! Ids, coded lists and the traits through which the pallets meet.
//!
//! A pallet never depends on another pallet's crate: what it needs of the others is a trait here,
//! and the runtime joins them.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

pub mod account;
pub mod attempt;
pub mod case;
pub mod clock;
pub mod deadline;
pub mod directory;
pub mod document;
pub mod draw;
pub mod duty;
pub mod governance;
pub mod history;
pub mod ids;
pub mod member;
pub mod oversight;
pub mod randomness;
pub mod reason;
pub mod record;
pub mod refusal;
pub mod regime;
pub mod subject;
pub mod suite;
pub mod time;

/// Derives that every coded value on chain has.
#[macro_export]
macro_rules! coded {
	($(#[$meta:meta])* $vis:vis enum $($rest:tt)*) => {
		#[derive(
			Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord,
			codec::Encode, codec::Decode, codec::DecodeWithMemTracking, codec::MaxEncodedLen,
			scale_info::TypeInfo, serde::Serialize, serde::Deserialize,
		)]
		$(#[$meta])*
		$vis enum $($rest)*
	};
	($(#[$meta:meta])* $vis:vis struct $($rest:tt)*) => {
		#[derive(
			Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord,
			codec::Encode, codec::Decode, codec::DecodeWithMemTracking, codec::MaxEncodedLen,
			scale_info::TypeInfo, serde::Serialize, serde::Deserialize,
		)]
		$(#[$meta])*
		$vis struct $($rest)*
	};
}
