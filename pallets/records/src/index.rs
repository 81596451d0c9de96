//! Records, as the other pallets see them, and what this pallet follows of theirs.

use crate::{
	pallet::{Config, Headers, Links, Pallet},
	types::Header,
};
use shejiao_primitives::{
	case::{CaseId, OnCase, Stage},
	record::{RecordFacts, RecordId, RecordIndex},
	subject::Subject,
	time::LegalDate,
};
use sp_runtime::{DispatchError, DispatchResult};

fn facts_of<AccountId>(header: Header<AccountId>) -> RecordFacts<AccountId> {
	RecordFacts {
		case: header.case,
		class: header.class,
		author: header.author.member,
		officer: header.officer,
		act_date: header.act_date,
		entered: header.entered,
		status: header.status,
	}
}

impl<T: Config> RecordIndex<T::AccountId> for Pallet<T> {
	fn facts(record: RecordId) -> Option<RecordFacts<T::AccountId>> {
		Headers::<T>::get(record).map(facts_of)
	}

	/// A record of a case that goes on in another serves there too.
	fn is_evidence(record: RecordId, case: CaseId) -> bool {
		Headers::<T>::get(record)
			.is_some_and(|header| header.status.is_evidence() && Self::same_case(header.case, case))
	}

	/// By the rule of the class, whichever that is.
	fn is_hidden(record: RecordId) -> bool {
		Headers::<T>::get(record).is_some_and(|header| Self::is_hidden_class(header.class))
	}

	fn link(source: RecordId, dependant: Subject) -> DispatchResult {
		let ground = Self::header(source)?;
		if Links::<T>::contains_key(source, dependant) {
			return Ok(());
		}
		match dependant {
			Subject::Record(record) => {
				let header = Self::header(record)?;
				Self::rest_on(record, header, source)
			},
			_ => Self::link_dependant(source, ground.status, dependant),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_record(
		case: CaseId,
		author: shejiao_primitives::ids::MemberId,
		officer: &T::AccountId,
	) -> RecordId {
		Self::benchmark_anchor(
			case,
			shejiao_primitives::record::classes::DECISIONS,
			author,
			officer,
		)
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl<T: Config> Pallet<T> {
	/// Anchor a trusted record of `class` by `officer` of `author`, for benchmarks of other pallets.
	pub fn benchmark_anchor(
		case: CaseId,
		class: shejiao_primitives::record::ClassId,
		author: shejiao_primitives::ids::MemberId,
		officer: &T::AccountId,
	) -> RecordId {
		crate::scene::anchored::<T>(case, class, author, officer, alloc::vec![])
	}
}

impl<T: Config> OnCase for Pallet<T> {
	/// Retention counts from archiving.
	fn stage_changed(case: CaseId, from: Stage, to: Stage) -> Result<(), DispatchError> {
		if to == Stage::Archived {
			Self::open_archive(case);
		} else if from == Stage::Archived {
			Self::close_archive(case);
		}
		Ok(())
	}

	fn term_ended(_: CaseId, _: LegalDate) {}
}
