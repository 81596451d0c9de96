//! `anchor_batch` and its dry run.

use super::*;
use crate::{BatchFault, MAX_BATCH};
use codec::{Decode, Encode};
use frame_support::{assert_noop, BoundedVec};
use sp_core::ConstU32;
use sp_io::storage::root;
use sp_runtime::StateVersion;

fn batch(entries: Vec<Anchor<u64>>) -> BoundedVec<Anchor<u64>, ConstU32<MAX_BATCH>> {
	entries.try_into().expect("in bounds; qed")
}

fn fault(place: u32, error: Error<Test>) -> Result<(), BatchFault> {
	Err(BatchFault { entry: Some(place), error: error.into() })
}

#[test]
fn one_signature_anchors_many() {
	chain(|| {
		let mut entries = vec![entry(classes::SUPERVISION); 98];
		entries.push(Anchor { case: OTHER_CASE, ..entry(classes::GROUP_AND_PLAN) });
		entries.push(Anchor { officer: Some(CHIEF), ..entry(classes::CONDUCT) });
		assert_eq!(Records::check_batch(CLERK, entries.clone()), Ok(()));
		assert_ok!(Records::anchor_batch(signed(CLERK), batch(entries)));
		assert_eq!(NextRecord::<Test>::get(), RecordId(100));
		assert_eq!(header(RecordId(99)).entered_by, Some(CLERK));
		assert_eq!(header(RecordId(98)).case, OTHER_CASE);
		let office = Office { member: COUNTY, unit: None };
		assert_eq!(Records::uploads(office, today(), today())[0].count, 100);
	});
}

#[test]
fn one_bad_entry_refuses_all_and_is_named() {
	chain(|| {
		let mut entries = vec![entry(classes::SUPERVISION); 10];
		entries[7].act_date = today().plus(1);
		assert_eq!(Records::check_batch(CLERK, entries.clone()), fault(7, Error::InTheFuture));
		assert_noop!(
			Records::anchor_batch(signed(CLERK), batch(entries.clone())),
			Error::<Test>::InTheFuture
		);
		// Of several the first.
		entries[3].class = ClassId(99);
		assert_eq!(Records::check_batch(CLERK, entries), fault(3, Error::UnknownClass));
		assert_eq!(NextRecord::<Test>::get(), RecordId(0));
	});
}

#[test]
fn the_dry_run_changes_nothing() {
	chain(|| {
		visit();
		let before = root(StateVersion::V1);
		let good = vec![entry(classes::SUPERVISION); 3];
		assert_eq!(Records::check_batch(CLERK, good.clone()), Ok(()));
		assert_eq!(Records::check_batch(STRANGER, good), fault(0, Error::NotAuthorized));
		assert_eq!(root(StateVersion::V1), before);
	});
}

#[test]
fn a_batch_of_nothing_is_refused() {
	chain(|| {
		assert_noop!(
			Records::anchor_batch(signed(CLERK), batch(vec![])),
			Error::<Test>::SizeOutOfBounds
		);
		let error = Error::<Test>::SizeOutOfBounds.into();
		assert_eq!(Records::check_batch(CLERK, vec![]), Err(BatchFault { entry: None, error }));
	});
}

#[test]
fn a_batch_over_its_bound_is_no_call_at_all() {
	chain(|| {
		let entries = vec![entry(classes::SUPERVISION); 101];
		let bytes = entries.encode();
		assert!(BoundedVec::<Anchor<u64>, ConstU32<MAX_BATCH>>::decode(&mut &bytes[..]).is_err());
		assert_eq!(Records::check_batch(CLERK, entries), fault(100, Error::SizeOutOfBounds));
	});
}

#[test]
fn a_later_entry_may_replace_an_earlier_one_of_the_batch() {
	chain(|| {
		let old = NextRecord::<Test>::get();
		let new = Anchor { supersedes: Some(old), ..entry(classes::SUPERVISION) };
		let entries = vec![entry(classes::SUPERVISION), new];
		assert_ok!(Records::anchor_batch(signed(CLERK), batch(entries)));
		assert_eq!(status(old), RecordStatus::Superseded);
	});
}

#[test]
fn a_batch_weighs_less_than_its_entries_one_by_one() {
	use frame_support::dispatch::GetDispatchInfo;
	let of = |entries: Vec<Anchor<u64>>| {
		crate::Call::<Test>::anchor_batch { entries: batch(entries) }
			.get_dispatch_info()
			.call_weight
	};
	let one = |entry: Anchor<u64>| {
		crate::Call::<Test>::anchor { entry: Box::new(entry) }.get_dispatch_info().call_weight
	};
	let plain = entry(classes::SUPERVISION);
	let single = one(plain.clone()).ref_time();
	for count in 2..=100 {
		let weight = of(vec![plain.clone(); count]).ref_time();
		let alone = single * count as u64;
		assert!(weight <= alone, "{count} weigh {weight}, one {single}");
		assert!(count < 20 || weight < alone / 2, "{count} weigh {weight}, one {single}");
	}
	// A case or an officer more is work.
	let of_fifty = |other| {
		let mut entries = vec![plain.clone(); 49];
		entries.push(other);
		of(entries).ref_time()
	};
	let same = of_fifty(plain.clone());
	assert!(of_fifty(Anchor { case: OTHER_CASE, ..plain.clone() }) > same);
	assert!(of_fifty(Anchor { officer: Some(CHIEF), ..plain.clone() }) > same);
	// So is what may wake an archived file.
	assert!(one(Anchor { supersedes: Some(RecordId(0)), ..plain }).ref_time() > single);
}
