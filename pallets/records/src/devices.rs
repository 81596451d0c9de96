//! Readings of devices: one root per office and day.

use crate::{
	class::{SchemaRef, Source},
	pallet::{Config, DeviceRoots, Error, Event, Pallet},
	types::{DeviceRoot, Office, PositioningOrders, MAX_PROOF},
};
use alloc::vec::Vec;
use binary_merkle_tree::{verify_proof, Leaf};
use frame_support::ensure;
use shejiao_primitives::{
	directory::Members,
	ids::UnitId,
	record::ClassId,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;
use sp_runtime::{traits::BlakeTwo256, DispatchResult};

/// Hashes that the proof for leaf `place` of `count` has: a node without a sibling goes up as it is.
///
/// The length pins the place down: with a shorter proof a leaf at the end of an odd row would pass
/// for its neighbour.
pub(crate) fn proof_length(count: u32, place: u32) -> u32 {
	let (mut width, mut position, mut length) = (count, place, 0u32);
	while width > 1 {
		let has_sibling = position % 2 == 1 || position.saturating_add(1) < width;
		length = length.saturating_add(u32::from(has_sibling));
		position /= 2;
		width = width.div_ceil(2);
	}
	length
}

impl<T: Config> Pallet<T> {
	/// `who` anchors the root over all readings of `class` of an office and day.
	pub(crate) fn do_anchor_root(
		who: T::AccountId,
		class: ClassId,
		unit: Option<UnitId>,
		day: LegalDate,
		schema: Option<SchemaRef>,
		root: H256,
		count: u32,
	) -> DispatchResult {
		let rule = Self::class(class).ok_or(Error::<T>::UnknownClass)?;
		ensure!(rule.source != Source::Documents, Error::<T>::WrongClass);
		ensure!(day <= T::Time::today(), Error::<T>::InTheFuture);
		let actor = Self::writer(&who, &rule, None, day)?;
		match unit {
			// A unit speaks for itself, the agency for itself and its units.
			_ if actor.unit.is_some() => {
				ensure!(unit == actor.unit, Error::<T>::NotAuthorized)
			},
			Some(unit) => ensure!(
				T::Members::unit_owner(unit) == Some(actor.member),
				Error::<T>::NotAuthorized
			),
			None => (),
		}
		Self::ensure_schema(&rule, schema)?;
		ensure!(count > 0, Error::<T>::SizeOutOfBounds);
		let office = Office { member: actor.member, unit };
		ensure!(
			rule.source != Source::Positions || T::Orders::any_live(office, day),
			Error::<T>::NoLiveOrder
		);
		ensure!(!DeviceRoots::<T>::contains_key((office, day), class), Error::<T>::AlreadyExists);
		// There is one root a day: the readings after it would be lost.
		ensure!(day < T::Time::today(), Error::<T>::DayNotOver);
		let root = DeviceRoot { root, count, schema, entered: T::Time::now() };
		DeviceRoots::<T>::insert((office, day), class, root);
		Self::deposit_event(Event::DeviceRootAnchored { office, day, class, root, by: who });
		Ok(())
	}

	/// Whether the reading whose salted commitment is `leaf` is number `place` under the root of an
	/// office and day. `None` when there is no root.
	pub fn check_reading(
		office: Office,
		day: LegalDate,
		class: ClassId,
		place: u32,
		leaf: H256,
		proof: Vec<H256>,
	) -> Option<bool> {
		let root = DeviceRoots::<T>::get((office, day), class)?;
		let length = u32::try_from(proof.len()).unwrap_or(u32::MAX);
		Some(
			length <= MAX_PROOF
				&& place < root.count
				&& length == proof_length(root.count, place)
				&& verify_proof::<BlakeTwo256, _, _>(
					&root.root,
					proof,
					root.count,
					place,
					Leaf::Value(leaf.as_bytes()),
				),
		)
	}
}
