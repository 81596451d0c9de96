//! Anchoring of documents, one by one and in batches.

use crate::{
	class::{Class, SchemaRef, Source},
	pallet::{CaseCount, CasePages, Config, Error, Event, Headers, NextRecord, Pallet},
	status::may_become,
	types::{seal_length, Anchor, BatchFault, Header, Office, RecordInfo, Sources, MAX_SIZE, PAGE},
	weights::WeightInfo,
};
use alloc::{boxed::Box, collections::BTreeSet, vec::Vec};
use frame_support::{defensive, ensure, weights::Weight};
use shejiao_primitives::{
	case::{CaseId, CaseView, Stage},
	directory::Actor,
	record::{classes, RecordId, RecordStatus},
	subject::Subject,
	time::LegalTime,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Anchor `entry`, signed by `who`; gives whether its case is archived.
	pub(crate) fn do_anchor(
		who: &T::AccountId,
		entry: Anchor<T::AccountId>,
	) -> Result<bool, DispatchError> {
		let info = Self::standing_rule(entry.class).ok_or(Error::<T>::UnknownClass)?;
		// What is wrong can be put right in a retired class too.
		ensure!(!info.retired || entry.supersedes.is_some(), Error::<T>::UnknownClass);
		let class = info.class;
		ensure!(class.source == Source::Documents, Error::<T>::WrongClass);
		ensure!(entry.act_date <= T::Time::today(), Error::<T>::InTheFuture);
		// Whoever has no role on a case does not learn from here that there is one.
		let case = T::Cases::facts(entry.case).ok_or(Error::<T>::NotAuthorized)?;
		let actor = Self::writer(who, &class, Some(entry.case), entry.act_date)?;
		Self::ensure_form(&class, &entry)?;
		let archived = case.stage == Stage::Archived;
		ensure!(!archived || Self::suits_archive(&entry), Error::<T>::CaseClosed);
		let merged = case.merged_into.is_some();
		ensure!(!merged || entry.supersedes.is_some(), Error::<T>::CaseClosed);
		let named = entry.officer.clone();
		let officer = Self::liable(who, named, &actor, entry.case, entry.act_date)?;

		let replaced = match entry.supersedes {
			Some(old) => Some((old, Self::replaceable(old, &entry, &actor)?)),
			None => None,
		};
		let doubted = replaced.as_ref().is_some_and(|(old, header)| Self::is_doubted(*old, header));
		let initial = Self::initial_status(&class, &actor, entry.case, doubted);
		let disputant =
			entry.supersedes.and_then(|old| Self::disputant(old, actor.member, entry.case));
		let entered_by = (officer != *who).then(|| who.clone());
		let id = Self::insert(Header {
			case: entry.case,
			class: entry.class,
			schema: entry.schema,
			suite: entry.suite,
			commitment: entry.commitment,
			ciphertext: entry.ciphertext,
			size: entry.size,
			locator: entry.locator,
			act_date: entry.act_date,
			entered: T::Time::now(),
			author: Office { member: actor.member, unit: actor.unit },
			officer,
			entered_by,
			seal: entry.seal,
			supersedes: entry.supersedes,
			superseded_by: None,
			derived_from: entry.derived_from,
			initial,
			status: initial,
			source_corrected: false,
		})?;
		if let Some((old, mut header)) = replaced {
			Self::deposit_event(Event::RecordSuperseded { record: old, by: id });
			if header.status != RecordStatus::Sealed {
				Self::set_status(old, &mut header, RecordStatus::Superseded)?;
			}
			header.superseded_by = Some(id);
			Headers::<T>::insert(old, &header);
		}
		if let Some(member) = disputant {
			Self::tell_disputant(member, id);
		}
		Ok(Self::look_again(entry.case))
	}

	/// Whether an archived case takes `entry`: corrections; what is filed when all is over, like an
	/// objection (法 34), the list by which a file goes (档案法), or the letter by which something ends
	/// that is still open; and what was done before all was over.
	fn suits_archive(entry: &Anchor<T::AccountId>) -> bool {
		entry.supersedes.is_some()
			|| [classes::REVIEW, classes::CORRESPONDENCE].contains(&entry.class)
			|| Self::archived_on(entry.case).is_some_and(|on| entry.act_date <= on)
	}

	/// Anchor all of `entries`; of those that would be refused, the first. Gives whether one of their
	/// cases is archived.
	pub(crate) fn do_anchor_batch(
		who: &T::AccountId,
		entries: Vec<Anchor<T::AccountId>>,
	) -> Result<bool, BatchFault> {
		if entries.is_empty() {
			return Err(BatchFault { entry: None, error: Error::<T>::SizeOutOfBounds.into() });
		}
		let mut archived = false;
		for (place, entry) in entries.into_iter().enumerate() {
			archived |= Self::do_anchor(who, entry)
				.map_err(|error| BatchFault { entry: u32::try_from(place).ok(), error })?;
		}
		Ok(archived)
	}

	/// What `entry` weighs, if its case is archived or not.
	pub(crate) fn entry_weight(entry: &Anchor<T::AccountId>, archived: bool) -> Weight {
		let sources = u32::try_from(entry.derived_from.len()).unwrap_or(u32::MAX);
		let replaces = u32::from(entry.supersedes.is_some());
		T::WeightInfo::anchor(sources, replaces, u32::from(archived))
	}

	/// What `entries` weigh in one batch, if their cases are archived or none is: the first entry of
	/// each case and liable officer more than the others.
	pub(crate) fn batch_weight(entries: &[Anchor<T::AccountId>], archived: bool) -> Weight {
		let number = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
		let cases: BTreeSet<_> = entries.iter().map(|entry| entry.case).collect();
		let officers: BTreeSet<_> = entries.iter().map(|entry| &entry.officer).collect();
		let firsts = cases.len().max(officers.len());
		let sources =
			entries.iter().fold(0usize, |sum, entry| sum.saturating_add(entry.derived_from.len()));
		let replaced = entries.iter().filter(|entry| entry.supersedes.is_some()).count();
		let woken = if archived { cases.len() } else { 0 };
		let plain = T::WeightInfo::anchor(0, 0, 0);
		let more = T::WeightInfo::anchor(number(sources), number(replaced), number(woken))
			.saturating_sub(plain);
		let others = number(entries.len().saturating_sub(firsts));
		// What a line through batches of every size says of a small one is too much: none costs more
		// than its entries one by one.
		T::WeightInfo::anchor_batch(others, number(firsts))
			.min(plain.saturating_mul(number(entries.len()).into()))
			.saturating_add(more)
	}

	fn ensure_form(class: &Class, entry: &Anchor<T::AccountId>) -> DispatchResult {
		Self::ensure_schema(class, entry.schema)?;
		ensure!(class.takes_suite(entry.suite, T::Time::now()), Error::<T>::SuiteNotAllowed);
		ensure!(entry.size <= MAX_SIZE, Error::<T>::SizeOutOfBounds);
		ensure!(
			entry.seal.as_ref().is_none_or(|seal| seal.len() == seal_length(entry.suite)),
			Error::<T>::SealOutOfBounds
		);
		Ok(())
	}

	/// Whether the schema is shown where the class shows it, and nowhere else.
	pub(crate) fn ensure_schema(class: &Class, schema: Option<SchemaRef>) -> DispatchResult {
		match (class.schema_in_open, schema) {
			(true, Some(schema)) => {
				ensure!(class.schemas.contains(&schema), Error::<T>::UnknownSchema)
			},
			(true, None) => return Err(Error::<T>::UnknownSchema.into()),
			(false, Some(_)) => return Err(Error::<T>::SchemaExposed.into()),
			(false, None) => (),
		}
		Ok(())
	}

	/// The record `old`, if `entry` may replace it.
	fn replaceable(
		old: RecordId,
		entry: &Anchor<T::AccountId>,
		actor: &Actor,
	) -> Result<Header<T::AccountId>, DispatchError> {
		let header = Self::header(old)?;
		ensure!(
			header.case == entry.case
				&& header.class == entry.class
				&& header.author.member == actor.member,
			Error::<T>::OtherRecord
		);
		ensure!(header.superseded_by.is_none(), Error::<T>::AlreadySuperseded);
		ensure!(
			header.status == RecordStatus::Sealed
				|| may_become(header.status, RecordStatus::Superseded),
			Error::<T>::WrongStatus
		);
		Ok(header)
	}

	/// Put a record into all indexes: of its case, its office and day, its sources.
	pub(crate) fn insert(mut header: Header<T::AccountId>) -> Result<RecordId, DispatchError> {
		let id = NextRecord::<T>::get();
		let next = id.0.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		header.source_corrected = Self::link_sources(id, header.case, &header.derived_from)?;
		NextRecord::<T>::put(RecordId(next));
		Self::index_in_case(header.case, id)?;
		Self::note_upload(header.author, id)?;
		Headers::<T>::insert(id, &header);
		Self::deposit_event(Event::Anchored { record: id, header: Box::new(header) });
		Ok(id)
	}

	/// Link every source of the new record `id`; says whether one of them is in doubt.
	fn link_sources(id: RecordId, case: CaseId, sources: &Sources) -> Result<bool, DispatchError> {
		ensure!(crate::class::is_distinct(sources.iter().copied()), Error::<T>::SourceRepeated);
		let mut corrected = false;
		for source in sources {
			let header = Self::header(*source)?;
			ensure!(Self::same_case(header.case, case), Error::<T>::OtherRecord);
			corrected |= header.is_corrected();
			Self::link_dependant(*source, header.status, Subject::Record(id))?;
		}
		Ok(corrected)
	}

	fn index_in_case(case: CaseId, id: RecordId) -> DispatchResult {
		let count = CaseCount::<T>::get(case);
		CasePages::<T>::try_mutate(case, count / PAGE, |page| page.try_push(id)).map_err(|_| {
			defensive!("a page that the count points to has room");
			DispatchError::Corruption
		})?;
		CaseCount::<T>::insert(case, count.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		Ok(())
	}

	/// What clients are told of a record in a list.
	pub(crate) fn info(id: RecordId, header: Header<T::AccountId>) -> RecordInfo<T::AccountId> {
		let hidden = Self::is_hidden_class(header.class);
		RecordInfo { id, header, hidden }
	}
}
