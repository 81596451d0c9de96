//! History as intervals: an entry holds from its moment to the next entry's.
//!
//! Entries are appended under a running number and never overwritten, so what could be told about a
//! past moment then is told the same later; the entry for a moment is found by binary search.

use crate::time::Moment;
use codec::{Decode, DecodeWithMemTracking, Encode, FullCodec, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::storage::{StorageDoubleMap, StorageMap};
use scale_info::TypeInfo;

/// A value and the moment from which it holds.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Entry<Value> {
	/// From when, inclusive.
	pub since: Moment,
	/// What.
	pub value: Value,
}

/// The history was written backwards in time: an entry older than the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfOrder;

/// History of one value per key, in two storage maps: `Count` holds the number of entries of a key,
/// `Entries` the entries themselves.
pub struct History<Key, Value, Count, Entries>(PhantomData<(Key, Value, Count, Entries)>);

impl<Key, Value, Count, Entries> History<Key, Value, Count, Entries>
where
	Key: FullCodec,
	Value: FullCodec,
	Count: StorageMap<Key, u32, Query = u32>,
	Entries: StorageDoubleMap<Key, u32, Entry<Value>, Query = Option<Entry<Value>>>,
{
	/// Append `value`, to hold from `since`. Of entries with the same moment the last one counts.
	pub fn push(key: &Key, since: Moment, value: Value) -> Result<(), OutOfOrder> {
		let count = Count::get(key);
		let last = count.checked_sub(1).and_then(|i| Entries::get(key, i));
		if last.is_some_and(|last| last.since > since) {
			return Err(OutOfOrder);
		}
		Entries::insert(key, count, Entry { since, value });
		Count::insert(key, count.checked_add(1).ok_or(OutOfOrder)?);
		Ok(())
	}

	/// The value that holds now, which is the last.
	pub fn current(key: &Key) -> Option<Value> {
		let last = Count::get(key).checked_sub(1)?;
		Entries::get(key, last).map(|entry| entry.value)
	}

	/// The value at `at`: the last entry that is not later. `None` before the first.
	///
	/// Reads at most 33 entries, since the counter has 32 bits.
	pub fn at(key: &Key, at: Moment) -> Option<Value> {
		// Invariant: entries below `low` are not later than `at`, those from `high` on are.
		let (mut low, mut high) = (0u32, Count::get(key));
		while low < high {
			let middle = low.saturating_add(high.saturating_sub(low) / 2);
			if Entries::get(key, middle)?.since <= at {
				low = middle.saturating_add(1);
			} else {
				high = middle;
			}
		}
		Entries::get(key, low.checked_sub(1)?).map(|entry| entry.value)
	}

	/// Number of entries.
	pub fn len(key: &Key) -> u32 {
		Count::get(key)
	}

	/// What is wrong with the history of `key`, if anything: for `try_state`.
	pub fn check(key: &Key) -> Result<(), &'static str> {
		let mut before = 0;
		for i in 0..Count::get(key) {
			let Some(entry) = Entries::get(key, i) else {
				return Err("history: an entry below the counter is missing");
			};
			if entry.since < before {
				return Err("history: entries are not in the order of time");
			}
			before = entry.since;
		}
		if Entries::contains_key(key, Count::get(key)) {
			return Err("history: there is an entry above the counter");
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use frame_support::{storage_alias, Blake2_128Concat};
	use proptest::prelude::*;
	use sp_io::TestExternalities;

	#[storage_alias]
	type Count =
		StorageMap<Test, Blake2_128Concat, u8, u32, frame_support::pallet_prelude::ValueQuery>;
	#[storage_alias]
	type Entries = StorageDoubleMap<Test, Blake2_128Concat, u8, Blake2_128Concat, u32, Entry<u16>>;
	type Log = History<u8, u16, Count, Entries>;

	#[test]
	fn writing_backwards_is_refused() {
		TestExternalities::default().execute_with(|| {
			assert_eq!(Log::push(&1, 5, 1), Ok(()));
			assert_eq!(Log::push(&1, 4, 2), Err(OutOfOrder));
			assert_eq!(Log::push(&1, 5, 3), Ok(()));
			assert_eq!((Log::at(&1, 4), Log::at(&1, 5)), (None, Some(3)));
			assert_eq!(Log::check(&1), Ok(()));
		});
	}

	#[test]
	fn a_missing_and_a_surplus_entry_are_named() {
		TestExternalities::default().execute_with(|| {
			assert_eq!(Log::push(&1, 5, 1), Ok(()));
			Entries::insert(1, 1, Entry { since: 9, value: 1 });
			assert_eq!(Log::check(&1), Err("history: there is an entry above the counter"));
			Count::insert(1, 3);
			assert_eq!(Log::check(&1), Err("history: an entry below the counter is missing"));
			Entries::insert(1, 2, Entry { since: 7, value: 1 });
			assert_eq!(Log::check(&1), Err("history: entries are not in the order of time"));
		});
	}

	proptest! {
		#[test]
		fn the_answer_for_every_moment_is_that_of_a_replay(
			steps in proptest::collection::vec((0u64..4, any::<u16>()), 0..64), at in 0u64..140,
		) {
			TestExternalities::default().execute_with(|| {
				let mut now = 1;
				let mut replay = None;
				for (wait, value) in steps {
					now += wait;
					assert_eq!(Log::push(&7, now, value), Ok(()));
					if now <= at {
						replay = Some(value);
					}
				}
				assert_eq!(Log::at(&7, at), replay);
				assert_eq!(Log::check(&7), Ok(()));
			});
		}
	}
}
