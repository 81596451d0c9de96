//! The agenda: what is done by rule once a day has ended.
//!
//! Days and not moments are stored, because the clock is not known yet at genesis and may run at
//! another pace in a demonstration. What an ended day left is done in the first block of the next
//! one that has room for it, and holds from that block on.

use crate::*;
use core::marker::PhantomData;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use shejiao_primitives::time::{LegalDate, LegalTime};

/// Most entries of the agenda: four per member, one per proposal.
pub struct MaxAgenda<T>(PhantomData<T>);

impl<T: Config> Get<u32> for MaxAgenda<T> {
	fn get() -> u32 {
		T::MaxMembers::get().saturating_mul(4).saturating_add(T::MaxProposals::get())
	}
}

impl<T: Config> Pallet<T> {
	/// Do `due` once `until` has ended.
	pub(crate) fn schedule(until: LegalDate, due: Due) -> DispatchResult {
		Self::change_agenda(|agenda| {
			let entry = (until, due);
			match agenda.binary_search(&entry) {
				Ok(_) => Ok(()),
				Err(place) => agenda
					.try_insert(place, entry)
					.map_err(|_| Error::<T>::MaxAgendaExceeded.into()),
			}
		})
	}

	/// Do not do `due`.
	pub(crate) fn cancel(due: Due) -> DispatchResult {
		Self::change_agenda(|agenda| {
			agenda.retain(|(_, other)| *other != due);
			Ok(())
		})
	}

	fn change_agenda(
		change: impl FnOnce(
			&mut BoundedVec<(LegalDate, Due), MaxAgenda<T>>,
		) -> Result<(), DispatchError>,
	) -> DispatchResult {
		Agenda::<T>::try_mutate(|agenda| {
			change(agenda)?;
			NextDue::<T>::set(agenda.first().map(|(until, _)| *until));
			Ok(())
		})
	}

	/// Weight of one entry, the worst.
	pub(crate) fn settle_weight() -> Weight {
		T::WeightInfo::settle().saturating_add(T::SeatsWeight::get())
	}

	/// Do what ended days left, at most a quarter of a block.
	pub(crate) fn settle(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::on_poll()).is_err() {
			return;
		}
		let quarter = T::BlockWeights::get().max_block / 4;
		let mut share = WeightMeter::with_limit(quarter.min(meter.remaining()));
		while Self::is_due() && share.try_consume(Self::settle_weight()).is_ok() {
			if Self::settle_first().is_err() {
				break;
			}
		}
		meter.consume(share.consumed());
	}

	fn is_due() -> bool {
		NextDue::<T>::get().is_some_and(|until| until < T::LegalTime::today())
	}

	/// Do the first entry. If it cannot be done it is tried again after today, so that it keeps
	/// nothing else waiting.
	pub(crate) fn settle_first() -> DispatchResult {
		let mut first = None;
		Self::change_agenda(|agenda| {
			ensure!(!agenda.is_empty(), Error::<T>::NotFound);
			first = Some(agenda.remove(0));
			Ok(())
		})?;
		let Some((_, due)) = first else { return Ok(()) };
		let result = with_storage_layer(|| match due {
			Due::Suspension(member) => Self::lapse_suspension(member),
			Due::Renewal(member) => Self::lapse_membership(member),
			Due::Withdrawal(member) => Self::complete_withdrawal(member),
			Due::Proposal(proposal) => Self::close(proposal, Outcome::Lapsed),
			Due::Peers(member) => Self::release_peers(member),
		});
		if let Err(error) = result {
			log::warn!(target: LOG_TARGET, "{due:?} is due but cannot be done: {error:?}");
			let until = T::LegalTime::today();
			Self::schedule(until, due)?;
			Self::deposit_event(Event::DuePostponed { due, until, error });
		}
		Ok(())
	}
}
