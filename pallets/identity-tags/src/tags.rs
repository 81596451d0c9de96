//! Registering tags.

use crate::{
	types::{KeyedTag, Tag},
	AccountIdOf, Config, Error, Event, Holders, Pallet, Tags, Waiting,
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
		let mut crowded = false;
		for tag in &tags {
			let tag = KeyedTag { epoch, tag: *tag };
			ensure!(!held.contains(&tag), Error::<T>::AlreadyExists);
			held.try_push(tag).map_err(|_| Error::<T>::MaxTagsExceeded)?;
			let mut holders = Holders::<T>::get(tag);
			found.extend(holders.iter().map(|holder| Self::root(*holder)));
			match holders.try_push(case) {
				Ok(()) => Holders::<T>::insert(tag, holders),
				// The caller learns no more than from a tag that nobody holds.
				Err(_) => {
					Waiting::<T>::insert(tag, case, ());
					crowded = true;
				},
			}
		}
		Tags::<T>::insert(case, held);
		Self::deposit_event(Event::TagsRegistered {
			case,
			epoch,
			count: tags.len() as u32,
			member: actor.member,
			officer: who,
		});
		if crowded {
			Self::deposit_event(Event::TagCrowded { case, epoch });
		}
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

	/// Propose what the tags of a case say that stands for itself again: what was found while it went
	/// on in another was proposed of that.
	pub(crate) fn propose_shared(case: CaseId) -> DispatchResult {
		let found: BTreeSet<_> =
			Tags::<T>::get(case).into_iter().flat_map(Holders::<T>::get).map(Self::root).collect();
		found.into_iter().try_for_each(|other| Self::propose_if_new(case, other))
	}

	/// `case` holds `tag` no more: one that waits takes its place.
	pub(crate) fn let_go(case: CaseId, tag: KeyedTag) {
		if Waiting::<T>::take(tag, case).is_some() {
			return;
		}
		Holders::<T>::mutate_exists(tag, |place| {
			let Some(holders) = place else { return };
			holders.retain(|holder| *holder != case);
			let next = Waiting::<T>::iter_key_prefix(tag).next();
			if let Some(next) = next.filter(|next| holders.try_push(*next).is_ok()) {
				Waiting::<T>::remove(tag, next);
			}
			if holders.is_empty() {
				*place = None;
			}
		});
	}
}
