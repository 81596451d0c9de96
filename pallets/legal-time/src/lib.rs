#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;

pub use pallet::*;

use frame_support::traits::{Get, Time};
use shejiao_primitives::time::{LegalClock, LegalTime, Moment, DAY};

/// Sets the timestamp of the block, for benchmarks of pallets that count time.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkTime {
	/// Set the moment of the block.
	fn set(now: Moment);
}

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The timestamp of the block, in milliseconds UTC.
		type Time: Time<Moment = Moment>;

		/// Earliest moment at which a clock with shortened days may start: guards against a start in
		/// seconds, or none at all, in a chain specification.
		#[pallet::constant]
		type EarliestStart: Get<Moment>;

		/// Sets the timestamp.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkTime;
	}

	/// How moments map to legal days. Written at genesis and never again: whatever was computed from
	/// a date stays true.
	#[pallet::storage]
	pub type Clock<T> = StorageValue<_, LegalClock, ValueQuery>;

	/// The clock of a new chain.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Milliseconds of a legal day, at most a real one; `None` for the real one.
		pub day_length: Option<Moment>,
		/// With a shortened day: the moment, in milliseconds UTC, at which the chain's date is the
		/// real date. Given by whoever builds the specification, so that genesis is reproducible.
		pub start: Moment,
		#[allow(missing_docs)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics, and so refuses the specification, when the day or the start is out of bounds.
		fn build(&self) {
			let clock = LegalClock::starting(self.day_length.unwrap_or(DAY), self.start)
				.expect("legalTime.dayLength lies between 1 and 86400000 milliseconds");
			assert!(
				clock == LegalClock::REAL || self.start >= T::EarliestStart::get(),
				"legalTime.start is a recent moment in milliseconds UTC when days are shortened",
			);
			Clock::<T>::put(clock);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Whether dates run faster than the real calendar: every client shows it.
	pub fn is_shortened() -> bool {
		Clock::<T>::get().day < DAY
	}
}

impl<T: Config> LegalTime for Pallet<T> {
	fn now() -> Moment {
		T::Time::now()
	}

	fn clock() -> LegalClock {
		Clock::<T>::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_now(now: Moment) {
		T::BenchmarkHelper::set(now);
	}
}
