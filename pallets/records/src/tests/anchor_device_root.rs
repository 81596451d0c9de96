//! `anchor_device_root` and the check of readings.

use super::*;
use crate::{classes::POSITIONS, devices::proof_length, SchemaRef};
use binary_merkle_tree::{merkle_proof, merkle_root};
use frame_support::assert_noop;
use sp_runtime::traits::BlakeTwo256;

const SCHEMA: Option<SchemaRef> = Some(SchemaRef { id: 900, version: 1 });
const POSITION: Option<SchemaRef> = Some(SchemaRef { id: 1_400, version: 1 });

/// The last day that is over.
fn day() -> LegalDate {
	LegalDate(today().0 - 1)
}

fn leaves(count: u32) -> Vec<H256> {
	(0..count).map(|i| H256::from_low_u64_be(u64::from(i) + 1)).collect()
}

fn anchored(unit: Option<UnitId>, leaves: &[H256]) {
	assert_ok!(Records::anchor_device_root(
		signed(CLERK),
		classes::DEVICE_READINGS,
		unit,
		day(),
		SCHEMA,
		merkle_root::<BlakeTwo256, _>(leaves.iter()),
		leaves.len() as u32,
	));
}

fn root(
	who: u64,
	class: ClassId,
	unit: Option<UnitId>,
	schema: Option<SchemaRef>,
) -> sp_runtime::DispatchResult {
	Records::anchor_device_root(signed(who), class, unit, day(), schema, H256::zero(), 1)
}

#[test]
fn every_reading_is_proved_at_its_own_place_alone() {
	let office = Office { member: COUNTY, unit: None };
	for count in (1..=20).chain([31, 32, 33]) {
		chain(|| {
			let leaves = leaves(count);
			anchored(None, &leaves);
			let check = |place, leaf, proof| {
				let class = classes::DEVICE_READINGS;
				Records::check_reading(office, day(), class, place, leaf, proof)
			};
			for place in 0..count {
				let proof = merkle_proof::<BlakeTwo256, _, _>(leaves.iter(), place).proof;
				assert_eq!(proof.len() as u32, proof_length(count, place));
				let leaf = leaves[place as usize];
				assert_eq!(check(place, leaf, proof.clone()), Some(true));
				assert_eq!(check(place, H256::repeat_byte(9), proof.clone()), Some(false));
				let mut longer = proof.clone();
				longer.push(H256::zero());
				assert_eq!(check(place, leaf, longer), Some(false));
				for other in (0..=count).filter(|other| *other != place) {
					assert_eq!(check(other, leaf, proof.clone()), Some(false), "{place} {other}");
				}
				if let Some((_, shorter)) = proof.split_last() {
					assert_eq!(check(place, leaf, shorter.to_vec()), Some(false));
				}
			}
		});
	}
}

#[test]
fn an_inner_node_is_no_reading() {
	chain(|| {
		let leaves = leaves(4);
		anchored(None, &leaves);
		let office = Office { member: COUNTY, unit: None };
		let inner = merkle_root::<BlakeTwo256, _>(leaves[..2].iter());
		let sibling = merkle_root::<BlakeTwo256, _>(leaves[2..].iter());
		for place in 0..4 {
			let answer = Records::check_reading(
				office,
				day(),
				classes::DEVICE_READINGS,
				place,
				inner,
				vec![sibling],
			);
			assert_eq!(answer, Some(false));
		}
	});
}

#[test]
fn without_a_root_there_is_no_answer() {
	chain(|| {
		let office = Office { member: COUNTY, unit: None };
		let class = classes::DEVICE_READINGS;
		let answer = Records::check_reading(office, day(), class, 0, H256::zero(), vec![]);
		assert_eq!(answer, None);
	});
}

#[test]
fn an_office_anchors_one_root_a_day() {
	chain(|| {
		anchored(None, &leaves(3));
		anchored(Some(STATION), &leaves(3));
		let again = root(CLERK, classes::DEVICE_READINGS, None, SCHEMA);
		assert_noop!(again, Error::<Test>::AlreadyExists);
		let office = Office { member: COUNTY, unit: Some(STATION) };
		let told = Records::device_root(office, day(), classes::DEVICE_READINGS);
		assert_eq!(told.map(|root| root.count), Some(3));
		MockLegalTime::advance_days(1);
		anchored(None, &leaves(3));
	});
}

#[test]
fn what_is_wrong_with_a_root_is_told() {
	chain(|| {
		let class = classes::DEVICE_READINGS;
		assert_noop!(root(CLERK, ClassId(99), None, SCHEMA), Error::<Test>::UnknownClass);
		assert_noop!(root(CLERK, classes::END, None, None), Error::<Test>::WrongClass);
		assert_noop!(root(JUDGE, class, None, SCHEMA), Error::<Test>::NotAuthorized);
		assert_noop!(root(CLERK, class, None, None), Error::<Test>::UnknownSchema);
		assert_noop!(root(CLERK, class, None, POSITION), Error::<Test>::UnknownSchema);
		let elsewhere = Some(UnitId(9));
		assert_noop!(root(CLERK, class, elsewhere, SCHEMA), Error::<Test>::NotAuthorized);
		let tomorrow = today().plus(1);
		let by = signed(CLERK);
		assert_noop!(
			Records::anchor_device_root(by, class, None, tomorrow, SCHEMA, H256::zero(), 1),
			Error::<Test>::InTheFuture
		);
		let by = signed(CLERK);
		assert_noop!(
			Records::anchor_device_root(by, class, None, day(), SCHEMA, H256::zero(), 0),
			Error::<Test>::SizeOutOfBounds
		);
		// Readings of this evening would have no root.
		let by = signed(CLERK);
		assert_noop!(
			Records::anchor_device_root(by, class, None, today(), SCHEMA, H256::zero(), 1),
			Error::<Test>::DayNotOver
		);
	});
}

#[test]
fn a_unit_speaks_for_itself() {
	chain(|| {
		let class = classes::DEVICE_READINGS;
		MockDirectory::delegate(COUNTY, STATION, Acts::DAILY_SUPERVISION, now(), now() + DAY);
		assert_noop!(root(WARDEN, class, None, SCHEMA), Error::<Test>::NotAuthorized);
		let other = Some(OTHER_STATION);
		assert_noop!(root(WARDEN, class, other, SCHEMA), Error::<Test>::NotAuthorized);
		assert_ok!(root(WARDEN, class, Some(STATION), SCHEMA));
	});
}

#[test]
fn positions_need_a_live_order() {
	chain(|| {
		// Article 29: without an order nobody's position is taken.
		let refused = root(CLERK, POSITIONS, Some(OTHER_STATION), POSITION);
		assert_noop!(refused, Error::<Test>::NoLiveOrder);
		assert_noop!(root(CLERK, POSITIONS, None, POSITION), Error::<Test>::NoLiveOrder);
		assert_ok!(root(CLERK, POSITIONS, Some(STATION), POSITION));
		// Other readings pass, beside them.
		assert_ok!(root(CLERK, classes::DEVICE_READINGS, Some(STATION), SCHEMA));
	});
}

#[test]
fn without_a_pallet_of_orders_no_position_is_anchored() {
	let office = Office { member: COUNTY, unit: Some(STATION) };
	assert!(!<() as crate::PositioningOrders>::any_live(office, LegalDate(0)));
}
