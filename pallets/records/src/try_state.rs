//! What always holds.

use crate::{
	class::Source,
	classes::ClassHistory,
	freezing::freezes,
	pallet::{
		Archives, Attestations, CaseCount, CasePages, Classes, ClassesCount, Config,
		DependantsCount, DeviceRoots, Disputes, FirstOpen, FirstUndrawn, Headers, LastUpload,
		Links, Looks, NextRecheck, NextRecord, Pallet, Queue, QueueBounds, Rechecks,
		ShredProposals, StatusCount, Statuses, UploadPages, Uploads,
	},
	status::{may_become, StatusHistory},
	types::{Header, Office, Page, RecheckId, PAGE},
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{ensure, traits::Get};
use shejiao_primitives::{
	case::CaseId,
	ids::MemberId,
	record::{RecordId, RecordStatus},
	subject::Subject,
	time::{LegalDate, LegalTime},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_classes()?;
		Self::check_headers()?;
		Self::check_statuses()?;
		Self::check_replacements()?;
		Self::check_indexes()?;
		Self::check_archives()?;
		Self::check_lineage()?;
		Self::check_queue()?;
		Self::check_trust()?;
		Self::check_devices()?;
		Self::check_rechecks()
	}

	fn check_classes() -> Result<(), TryRuntimeError> {
		for class in ClassesCount::<T>::iter_keys() {
			ClassHistory::<T>::check(&class)?;
		}
		for (class, place, entry) in Classes::<T>::iter() {
			let count = ClassesCount::<T>::get(class);
			ensure!(place < count, "records: a class without a counter");
			match entry.value {
				Some(rule) => ensure!(rule.is_valid(), "records: a class out of bounds"),
				None => ensure!(
					place > 0 && place.saturating_add(1) == count,
					"records: a class was used again after its end"
				),
			}
		}
		Ok(())
	}

	fn check_headers() -> Result<(), TryRuntimeError> {
		let next = NextRecord::<T>::get();
		let mut count = 0u64;
		for (id, header) in Headers::<T>::iter() {
			count = count.saturating_add(1);
			ensure!(id < next, "records: a record from the future");
			ensure!(
				Self::standing_rule(header.class)
					.is_some_and(|info| info.class.source == Source::Documents),
				"records: a record of no class of documents"
			);
			ensure!(
				header.act_date <= T::Time::clock().date(header.entered),
				"records: an act later than its entry"
			);
			ensure!(
				header.entered_by.as_ref() != Some(&header.officer),
				"records: the liable officer is named twice"
			);
			ensure!(
				header.status != RecordStatus::Shredded
					|| header.seal.is_none() && header.locator.is_zero(),
				"records: a tombstone says where the document was"
			);
		}
		ensure!(count == next.0, "records: a record is missing");
		Ok(())
	}

	fn check_statuses() -> Result<(), TryRuntimeError> {
		for (id, header) in Headers::<T>::iter() {
			StatusHistory::<T>::check(&id)?;
			ensure!(header.initial.is_evidence(), "records: a record that began otherwise");
			let (mut status, mut since) = (header.initial, header.entered);
			for place in 0..StatusCount::<T>::get(id) {
				let entry = Statuses::<T>::get(id, place).ok_or("records: a status is missing")?;
				ensure!(entry.since >= since, "records: a status before the entry");
				ensure!(
					may_become(status, entry.value),
					"records: a status that may not follow the one before"
				);
				(status, since) = (entry.value, entry.since);
			}
			ensure!(status == header.status, "records: the status is not the last one");
		}
		for (id, place, _) in Statuses::<T>::iter() {
			ensure!(
				Headers::<T>::contains_key(id) && place < StatusCount::<T>::get(id),
				"records: a status of no record"
			);
		}
		Ok(())
	}

	fn check_replacements() -> Result<(), TryRuntimeError> {
		let same = |one: &Header<T::AccountId>, other: &Header<T::AccountId>| {
			one.case == other.case
				&& one.class == other.class
				&& one.author.member == other.author.member
		};
		for (id, header) in Headers::<T>::iter() {
			if let Some(old) = header.supersedes {
				let old_header = Headers::<T>::get(old).ok_or("records: nothing was replaced")?;
				ensure!(
					old < id && old_header.superseded_by == Some(id) && same(&header, &old_header),
					"records: a replacement that does not fit"
				);
			}
			if let Some(new) = header.superseded_by {
				ensure!(
					Headers::<T>::get(new).is_some_and(|new| new.supersedes == Some(id)),
					"records: replaced by nothing"
				);
			}
			ensure!(
				(header.status != RecordStatus::Superseded || header.superseded_by.is_some())
					&& (header.superseded_by.is_none() || !header.status.is_evidence()),
				"records: a replaced record that stands"
			);
		}
		Ok(())
	}

	fn check_indexes() -> Result<(), TryRuntimeError> {
		let mut cases = BTreeMap::<CaseId, BTreeSet<RecordId>>::new();
		let mut days = BTreeMap::<(Office, LegalDate), BTreeSet<RecordId>>::new();
		let mut last = BTreeMap::<MemberId, LegalDate>::new();
		for (id, header) in Headers::<T>::iter() {
			cases.entry(header.case).or_default().insert(id);
			let day = T::Time::clock().date(header.entered);
			days.entry((header.author, day)).or_default().insert(id);
			let newest = last.entry(header.author.member).or_default();
			*newest = (*newest).max(day);
		}
		let case_counts: Vec<_> = CaseCount::<T>::iter().collect();
		ensure!(
			case_counts.len() == cases.len()
				&& case_counts.iter().all(|(case, count)| {
					cases.get(case).is_some_and(|records| records.len() == *count as usize)
				}),
			"records: the counters of cases are not what iteration finds"
		);
		ensure!(
			Self::gathered(CasePages::<T>::iter(), |case| CaseCount::<T>::get(case)) == Some(cases),
			"records: the records of a case are not those of its index"
		);
		let day_counts: Vec<_> = Uploads::<T>::iter().collect();
		ensure!(
			day_counts.len() == days.len()
				&& day_counts.iter().all(|(office, day, count)| {
					days.get(&(*office, *day))
						.is_some_and(|records| records.len() == *count as usize)
				}),
			"records: the counters of uploads are not what iteration finds"
		);
		let count_of = |(office, day): &(Office, LegalDate)| Uploads::<T>::get(office, day);
		ensure!(
			Self::gathered(UploadPages::<T>::iter(), count_of) == Some(days),
			"records: the uploads of a day are not those of its index"
		);
		ensure!(
			LastUpload::<T>::iter().collect::<BTreeMap<_, _>>() == last,
			"records: the last upload is not the newest"
		);
		Ok(())
	}

	/// What an index holds, if its pages are full up to the last and name no record twice.
	fn gathered<Key: Ord>(
		pages: impl Iterator<Item = (Key, u32, Page)>,
		count: impl Fn(&Key) -> u32,
	) -> Option<BTreeMap<Key, BTreeSet<RecordId>>> {
		let mut gathered = BTreeMap::<Key, BTreeSet<RecordId>>::new();
		for (key, number, page) in pages {
			let before = number.saturating_mul(PAGE);
			let expected = count(&key).saturating_sub(before).min(PAGE);
			if page.len() != expected as usize || page.is_empty() {
				return None;
			}
			let records = gathered.entry(key).or_default();
			for record in page {
				if !records.insert(record) {
					return None;
				}
			}
		}
		Some(gathered)
	}

	fn check_archives() -> Result<(), TryRuntimeError> {
		let looks: BTreeSet<_> =
			Looks::<T>::iter_keys().map(|(day, case)| (day.day(), case)).collect();
		let planned: BTreeSet<_> = Archives::<T>::iter()
			.filter_map(|(case, archive)| Some((archive.look?, case)))
			.collect();
		ensure!(looks == planned, "records: archived cases are not looked through on their days");
		for header in Headers::<T>::iter_values().filter(|header| freezes(header.status)) {
			ensure!(
				Archives::<T>::get(header.case).is_none_or(|archive| archive.look.is_some()),
				"records: an archived record never freezes"
			);
		}
		Ok(())
	}

	fn check_lineage() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<RecordId, u32>::new();
		for (source, dependant, ()) in Links::<T>::iter() {
			ensure!(Headers::<T>::contains_key(source), "records: a source does not exist");
			let count = counts.entry(source).or_default();
			*count = count.saturating_add(1);
			if let Subject::Record(record) = dependant {
				ensure!(source < record, "records: lineage runs forward");
				ensure!(
					Headers::<T>::get(record)
						.is_some_and(|header| header.derived_from.contains(&source)),
					"records: a dependant does not name its source"
				);
			}
		}
		ensure!(
			counts.values().all(|count| *count <= T::MaxDependants::get()),
			"records: too much rests on a record"
		);
		ensure!(
			DependantsCount::<T>::iter().collect::<BTreeMap<_, _>>() == counts,
			"records: the counters of dependants are not what iteration finds"
		);
		for (id, header) in Headers::<T>::iter() {
			for source in &header.derived_from {
				ensure!(
					Links::<T>::contains_key(source, Subject::Record(id)),
					"records: a source does not know its dependant"
				);
			}
		}
		Ok(())
	}

	fn check_queue() -> Result<(), TryRuntimeError> {
		let (first, next) = QueueBounds::<T>::get();
		ensure!(first <= next, "records: the queue ends before it begins");
		let waiting: BTreeSet<u64> = Queue::<T>::iter_keys().collect();
		ensure!(
			waiting.len() as u64 == next.saturating_sub(first)
				&& waiting.iter().all(|place| (first..next).contains(place)),
			"records: the queue has a gap"
		);
		if first < next {
			return Ok(());
		}
		// Everybody has been told: marks are what the sources say.
		for (_, header) in Headers::<T>::iter() {
			let corrected = header
				.derived_from
				.iter()
				.any(|source| Headers::<T>::get(source).is_some_and(|of| of.is_corrected()));
			ensure!(
				corrected == header.source_corrected,
				"records: a mark is not what the sources say"
			);
		}
		Ok(())
	}

	fn check_trust() -> Result<(), TryRuntimeError> {
		for (id, header) in Headers::<T>::iter() {
			ensure!(
				(header.status == RecordStatus::Disputed) == Disputes::<T>::contains_key(id),
				"records: the disputes are not those of disputed records"
			);
		}
		ensure!(
			Disputes::<T>::iter_keys().all(Headers::<T>::contains_key),
			"records: a dispute of no record"
		);
		for (id, all) in Attestations::<T>::iter() {
			let header = Headers::<T>::get(id).ok_or("records: an attestation of no record")?;
			let members: BTreeSet<_> = all.iter().map(|one| one.member).collect();
			ensure!(
				members.len() == all.len() && !members.contains(&header.author.member),
				"records: a member vouches twice, or for itself"
			);
		}
		for (id, proposal) in ShredProposals::<T>::iter() {
			let header = Headers::<T>::get(id).ok_or("records: nothing is to be destroyed")?;
			ensure!(
				!matches!(header.status, RecordStatus::Disputed | RecordStatus::Shredded)
					&& Headers::<T>::contains_key(proposal.basis),
				"records: the destruction of a record that may not be destroyed"
			);
		}
		Ok(())
	}

	fn check_devices() -> Result<(), TryRuntimeError> {
		for ((_, day), class, root) in DeviceRoots::<T>::iter() {
			ensure!(
				root.count > 0 && day < T::Time::clock().date(root.entered),
				"records: a root over nothing, or of a day that was not over"
			);
			ensure!(
				Self::standing_rule(class)
					.is_some_and(|info| info.class.source != Source::Documents),
				"records: readings of a class of documents"
			);
		}
		Ok(())
	}

	fn check_rechecks() -> Result<(), TryRuntimeError> {
		let next = NextRecheck::<T>::get();
		let (undrawn, open) = (FirstUndrawn::<T>::get(), FirstOpen::<T>::get());
		ensure!(open <= undrawn && undrawn <= next, "records: checks out of order");
		for id in 0..next.0 {
			let id = RecheckId(id);
			let recheck = Rechecks::<T>::get(id).ok_or("records: a check is missing")?;
			ensure!(
				recheck.drawn.is_some() == (id < undrawn),
				"records: checks were not drawn in order"
			);
			ensure!(recheck.outcome.is_some() || id >= open, "records: a check was passed over");
			if let Some(drawn) = recheck.drawn {
				let fits = Headers::<T>::get(drawn.record).is_some_and(|header| {
					header.author == recheck.office
						&& T::Time::clock().date(header.entered) == recheck.day
				});
				ensure!(fits, "records: drawn from another office or day");
			} else {
				ensure!(recheck.outcome.is_none(), "records: answered before it was drawn");
			}
		}
		ensure!(Rechecks::<T>::iter_keys().all(|id| id < next), "records: a check from the future");
		Ok(())
	}
}
