//! Lineage: what rests on what, and telling it when its ground changes.
//!
//! A record rests on earlier ones alone, so that lineage has no circles: numbers of records grow.
//! Changes are told from a queue, in bounded steps over blocks.

use crate::{
	pallet::{
		Config, DependantsCount, Error, Event, Headers, Links, NextRecord, Pallet, Queue,
		QueueBounds,
	},
	types::{Header, Job},
	LOG_TARGET,
};
use frame_support::{defensive, ensure, traits::Get};
use shejiao_primitives::{
	oversight::{Alerting, Rule, Severity},
	record::{Correctable, RecordId, RecordStatus},
	subject::Subject,
	time::LegalTime,
};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// `who` records that `record` rests on `source`.
	pub(crate) fn do_add_lineage(
		who: T::AccountId,
		record: RecordId,
		source: RecordId,
	) -> DispatchResult {
		let header = Self::header(record)?;
		let class = Self::rule_of(&header)?;
		let actor = Self::writer(&who, &class, Some(header.case), T::Time::today())?;
		Self::ensure_discretionary(&actor)?;
		ensure!(
			!Links::<T>::contains_key(source, Subject::Record(record)),
			Error::<T>::AlreadyExists
		);
		Self::rest_on(record, header, source)
	}

	/// Let the existing `record` rest on `source`.
	pub(crate) fn rest_on(
		record: RecordId,
		mut header: Header<T::AccountId>,
		source: RecordId,
	) -> DispatchResult {
		ensure!(source < NextRecord::<T>::get(), Error::<T>::NotFound);
		ensure!(source < record, Error::<T>::LineageCycle);
		let ground = Self::header(source)?;
		ensure!(Self::same_case(ground.case, header.case), Error::<T>::OtherRecord);
		header.derived_from.try_push(source).map_err(|_| Error::<T>::MaxSourcesExceeded)?;
		Self::link_dependant(source, ground.status, Subject::Record(record))?;
		Headers::<T>::insert(record, header);
		if ground.is_corrected() {
			Self::mark(record, source, ground.ground());
		}
		Ok(())
	}

	/// Enter `dependant` among those that rest on `source`, which stands as `status`.
	pub(crate) fn link_dependant(
		source: RecordId,
		status: RecordStatus,
		dependant: Subject,
	) -> DispatchResult {
		ensure!(status != RecordStatus::Shredded, Error::<T>::WrongStatus);
		let count = DependantsCount::<T>::get(source);
		ensure!(count < T::MaxDependants::get(), Error::<T>::MaxDependantsExceeded);
		let count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Links::<T>::insert(source, dependant, ());
		DependantsCount::<T>::insert(source, count);
		Self::deposit_event(Event::DependantLinked { source, dependant });
		Ok(())
	}

	/// Let the dependants of `node`, whose header is `header` now and which counted as `before`, be told
	/// in the coming blocks if it counts otherwise, because `root` is now `to`. Vouching and freezing
	/// take nothing from what rests on a record.
	pub(crate) fn tell_of(
		node: RecordId,
		header: &Header<T::AccountId>,
		before: RecordStatus,
		(root, to): (RecordId, RecordStatus),
	) {
		let told = header.ground();
		let is_as_good = told == before || told.is_evidence() && before.is_evidence();
		if is_as_good || DependantsCount::<T>::get(node) == 0 {
			return;
		}
		let (first, next) = QueueBounds::<T>::get();
		Queue::<T>::insert(next, Job { root, to, node, told, after: None });
		// 2^64 changes do not happen.
		QueueBounds::<T>::put((first, next.saturating_add(1)));
	}

	/// Tell at most `most` dependants, the oldest change first; gives the number of steps done.
	pub(crate) fn tell_some(most: u32) -> u32 {
		let (mut first, mut next) = QueueBounds::<T>::get();
		let start = first;
		let mut done = 0u32;
		while first < next && done < most {
			let Some(mut job) = Queue::<T>::get(first) else {
				defensive!("the queue has no gap");
				first = first.saturating_add(1);
				continue;
			};
			let mut links = Self::links_after(job.node, job.after);
			let mut last = job.after;
			let mut is_over = false;
			while done < most {
				done = done.saturating_add(1);
				let Some(dependant) = links.next() else {
					is_over = true;
					break;
				};
				Self::tell(dependant, &job);
				last = Some(dependant);
			}
			if is_over {
				Queue::<T>::remove(first);
				first = first.saturating_add(1);
				let (root, node, to) = (job.root, job.node, job.to);
				Self::deposit_event(Event::DependantsTold { root, node, to });
			} else {
				job.after = last;
				Queue::<T>::insert(first, job);
			}
			// Records that were marked have queued their own dependants.
			next = QueueBounds::<T>::get().1;
		}
		if first != start {
			QueueBounds::<T>::put((first, next));
		}
		done
	}

	/// What rests on `record`, in the order of the keys, after `after`.
	pub(crate) fn links_after(
		record: RecordId,
		after: Option<Subject>,
	) -> impl Iterator<Item = Subject> {
		match after {
			Some(after) => {
				Links::<T>::iter_key_prefix_from(record, Links::<T>::hashed_key_for(record, after))
			},
			None => Links::<T>::iter_key_prefix(record),
		}
	}

	/// What rests on a record knows that one alone, and hears of it, not of what it rests on itself.
	fn tell(dependant: Subject, job: &Job) {
		if let Subject::Record(record) = dependant {
			Self::mark(record, job.root, job.to);
		}
		T::Dependants::source_changed(dependant, job.node, job.told);
	}

	/// Mark whether some source of `record` is in doubt, now that `root` is `to`. When that changes,
	/// what rests on `record` is told too.
	pub(crate) fn mark(record: RecordId, root: RecordId, to: RecordStatus) {
		let Some(mut header) = Headers::<T>::get(record) else { return };
		let corrected = header
			.derived_from
			.iter()
			.any(|source| Headers::<T>::get(source).is_some_and(|header| header.is_corrected()));
		if corrected == header.source_corrected {
			return;
		}
		let before = header.ground();
		header.source_corrected = corrected;
		let owner = header.author.member;
		Headers::<T>::insert(record, &header);
		Self::deposit_event(Event::SourceMarked { record, source: root, to, corrected });
		if corrected {
			let raised = T::Alerts::raise(
				Rule::SourceCorrected,
				Severity::Information,
				owner,
				Subject::Record(record),
				None,
			);
			if let Err(error) = raised {
				log::warn!(target: LOG_TARGET, "no alert for {record:?}: {error:?}");
			}
		}
		Self::tell_of(record, &header, before, (root, to));
	}
}
