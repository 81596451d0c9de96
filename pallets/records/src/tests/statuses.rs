//! Which status may follow which: the whole table.

use super::*;
use crate::may_become;
use RecordStatus::{Anchored, Disputed, Frozen, Sealed, Shredded, Superseded, Trusted};

const ALL: [RecordStatus; 7] = [Anchored, Trusted, Disputed, Superseded, Sealed, Frozen, Shredded];

/// A row per status, a column per the one that follows, in the order of `ALL`.
const TABLE: [[bool; 7]; 7] = {
	const T: bool = true;
	const F: bool = false;
	[
		[F, T, T, T, T, T, T],
		[F, F, T, T, T, T, T],
		[T, T, F, T, T, T, F],
		[F, F, F, F, T, T, T],
		[T, T, F, T, F, F, T],
		[F, F, T, T, F, F, T],
		[F, F, F, F, F, F, F],
	]
};

#[test]
fn the_table_is_the_law_of_statuses() {
	for (row, from) in ALL.into_iter().enumerate() {
		for (column, to) in ALL.into_iter().enumerate() {
			assert_eq!(may_become(from, to), TABLE[row][column], "{from:?} to {to:?}");
		}
	}
}

#[test]
fn every_move_outside_the_table_is_refused_and_every_other_made() {
	for (row, from) in ALL.into_iter().enumerate() {
		for (column, to) in ALL.into_iter().enumerate() {
			Externalities::new(genesis(), || Ok(())).prepared(setting, || {
				let id = visit();
				let mut header = header(id);
				header.status = from;
				let result = Records::set_status(id, &mut header, to);
				assert_eq!(result.is_ok(), TABLE[row][column], "{from:?} to {to:?}");
				if result.is_ok() {
					assert_eq!(status(id), to);
					assert_eq!(Statuses::<Test>::get(id, 0).map(|e| e.value), Some(to));
				}
			});
		}
	}
}

#[test]
fn a_tombstone_is_the_end() {
	assert!(ALL.into_iter().all(|to| !may_become(Shredded, to)));
	assert!(ALL.into_iter().all(|to| !may_become(to, to)));
}
