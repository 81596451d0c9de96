//! Units of members: 司法所, 看守所, 派出所.

use crate::*;
use frame_support::{ensure, traits::Get};
use shejiao_primitives::{
	ids::{AreaCode, UnitId},
	reason::Reason,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_unit(
		who: T::AccountId,
		kind: UnitKind,
		area: AreaCode,
	) -> DispatchResult {
		let (member, _) = Self::signing(&who)?;
		Self::add_unit(member, kind, area)
	}

	/// Open a unit of `member`.
	pub(crate) fn add_unit(member: MemberId, kind: UnitKind, area: AreaCode) -> DispatchResult {
		let mut record = Self::record(member)?;
		ensure!(kind.owner() == record.kind, Error::<T>::UnitNotAllowed);
		ensure!(area.is_valid(), Error::<T>::InvalidArea);
		ensure!(record.units < T::MaxUnits::get(), Error::<T>::MaxUnitsExceeded);
		record.units = record.units.saturating_add(1);
		let unit = NextUnit::<T>::get();
		NextUnit::<T>::put(UnitId(unit.0.checked_add(1).ok_or(Error::<T>::Exhausted)?));
		Units::<T>::insert(
			unit,
			Unit { owner: member, kind, area, opened: Self::now(), closed: None },
		);
		UnitsOf::<T>::insert(member, unit, ());
		MemberRecords::<T>::insert(member, record);
		Self::deposit_event(Event::UnitOpened { unit, member, kind, area });
		Ok(())
	}

	pub(crate) fn do_close_unit(who: T::AccountId, id: UnitId, reason: Reason) -> DispatchResult {
		let (member, mut record) = Self::signing(&who)?;
		let mut unit = Units::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		ensure!(unit.owner == member, Error::<T>::NotAuthorized);
		ensure!(unit.closed.is_none(), Error::<T>::UnitIsClosed);
		unit.closed = Some(Closure { at: Self::now(), reason });
		record.units = record.units.saturating_sub(1);
		Units::<T>::insert(id, unit);
		MemberRecords::<T>::insert(member, record);
		Self::deposit_event(Event::UnitClosed { unit: id, member, reason });
		Ok(())
	}
}
