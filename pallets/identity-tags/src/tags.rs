//! Registering tags.

use crate::{
	types::{KeyedTag, Tag},
	AccountIdOf, Config, Error, Event, Holders, Others, Pallet, Tags,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, BoundedVec};
use shejiao_primitives::{case::CaseId, duty::Duties, reason::Reason};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_tags(
		who: AccountIdOf<T>,
		case: CaseId,
		epoch: u16,
		tags: BoundedVec<Tag, T::MaxTagsPerCase>,
	) -> DispatchResult {
		let actor = Self::officer(&who, Duties::IDENTITY)?;
		let facts = Self::registrar_case(&actor, case)?;
		Self::ensure_in_use(facts.executing)?;
		Self::ensure_acting(&facts)?;
		ensure!(!tags.is_empty(), Error::<T>::NoTags);

		let mut held = Tags::<T>::get(case);
		let mut found = BTreeSet::new();
		for tag in &tags {
			let tag = KeyedTag { epoch, tag: *tag };
			ensure!(!held.contains(&tag), Error::<T>::AlreadyExists);
			held.try_push(tag).map_err(|_| Error::<T>::MaxTagsExceeded)?;
			let mut holders = Holders::<T>::get(tag);
			found.extend(holders.iter().map(|holder| Self::root(*holder)));
			holders.try_push(case).map_err(|_| Error::<T>::MaxHoldersExceeded)?;
			Holders::<T>::insert(tag, holders);
		}
		Tags::<T>::insert(case, held);
		Self::deposit_event(Event::TagsRegistered {
			case,
			epoch,
			count: tags.len() as u32,
			member: actor.member,
			officer: who,
		});
		found.into_iter().try_for_each(|other| Self::propose_if_new(case, other))
	}

	pub(crate) fn do_withdraw_tags(
		who: AccountIdOf<T>,
		case: CaseId,
		epoch: u16,
		reason: Reason,
	) -> DispatchResult {
		let actor = Self::officer(&who, Duties::IDENTITY)?;
		Self::registrar_case(&actor, case)?;
		let (out, kept): (Vec<_>, Vec<_>) =
			Tags::<T>::get(case).into_iter().partition(|tag| tag.epoch == epoch);
		ensure!(!out.is_empty(), Error::<T>::NotFound);
		out.iter().for_each(|tag| Self::let_go(case, *tag));
		match kept.is_empty() {
			true => Tags::<T>::remove(case),
			false => Tags::<T>::insert(case, BoundedVec::truncate_from(kept)),
		}
		Self::deposit_event(Event::TagsWithdrawn {
			case,
			epoch,
			count: out.len() as u32,
			member: actor.member,
			officer: who,
			reason,
		});
		Ok(())
	}

	/// Propose what the tags of a case say that stands for itself again, where there is room: what was
	/// found while it went on in another was proposed of that.
	pub(crate) fn propose_shared(case: CaseId) -> DispatchResult {
		let found: BTreeSet<_> =
			Tags::<T>::get(case).into_iter().flat_map(Holders::<T>::get).map(Self::root).collect();
		let room = |case| !Others::<T>::get(case).is_full();
		for other in found {
			if room(case) && room(other) {
				Self::propose_if_new(case, other)?;
			}
		}
		Ok(())
	}

	/// `case` holds `tag` no more.
	pub(crate) fn let_go(case: CaseId, tag: KeyedTag) {
		Holders::<T>::mutate_exists(tag, |place| {
			if let Some(holders) = place {
				holders.retain(|holder| *holder != case);
				if holders.is_empty() {
					*place = None;
				}
			}
		});
	}
}
