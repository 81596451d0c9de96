//! Typed reads for clients.

use crate::{
	case_view::facts,
	permissions::{self, interval_row},
	transitions::{row, Who},
	types::*,
	AccountIdOf, AssignmentEntries, Caseloads, Cases, CasesOf, Config, CorrectedSources, Error,
	Intervals, Pallet, RecordOf, SealedParties, StageHistory, Terms, TransitionEntries,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use shejiao_primitives::{
	case::{CaseFacts, CaseId, PartyRoles, Representatives},
	directory::Members,
	duty::Duties,
	history::Entry,
	record::RecordId,
	subject::Subject,
	time::{LegalTime, Moment},
};
use sp_core::H256;

/// Most entries that one read gives.
pub const MAX_PAGE: u32 = 128;

/// The head of a case file.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CaseHeader<AccountId> {
	/// The case.
	pub case: CaseId,
	/// What it is now.
	pub facts: CaseFacts<AccountId>,
	/// Commitment to the person's identity.
	pub identity: Commitment,
	/// Commitment to the document of the registration.
	pub basis: H256,
	/// When it was registered.
	pub registered: Moment,
	/// Members with plain roles.
	pub parties: Vec<Party>,
	/// Number of parties that are still sealed.
	pub sealed_parties: u32,
	/// Number of transitions, the registration included.
	pub transitions: u32,
	/// Number of versions of the term.
	pub terms: u32,
	/// The term that holds.
	pub term: Option<ConfirmedTerm>,
	/// Number of intervals ever.
	pub intervals: u32,
	/// Those that are open.
	pub open: Vec<OpenInterval>,
	/// The certificate of the end.
	pub certificate: Option<Act<AccountId>>,
	/// Number of registrations that it goes on for.
	pub merged: u32,
	/// Whether something in it rests on a record that has changed.
	pub source_corrected: bool,
}

/// A transition with its number.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TransitionView<AccountId> {
	/// Its number in the case.
	pub number: u32,
	/// The transition.
	pub transition: Transition<AccountId>,
	/// Whether it was entered on a later day than its own.
	pub late_entry: bool,
}

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ListedCase<AccountId> {
	/// The case.
	pub case: CaseId,
	/// What it is now.
	pub facts: CaseFacts<AccountId>,
}

/// A record that has changed, and what rests on it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CorrectedSource {
	/// What rests on it.
	pub dependant: Subject,
	/// The record.
	pub source: RecordId,
	/// How it has changed.
	pub change: SourceChange,
}

impl<T: Config> Pallet<T> {
	/// The head of a case file.
	pub fn view_case(case: CaseId) -> Option<CaseHeader<AccountIdOf<T>>> {
		let record = Cases::<T>::get(case)?;
		let registered = TransitionEntries::<T>::get(case, 0)?.since;
		Some(CaseHeader {
			case,
			facts: facts::<T>(&record),
			identity: record.identity,
			basis: record.basis,
			registered,
			parties: record.parties.into_inner(),
			sealed_parties: record.sealed_parties,
			transitions: StageHistory::<T>::len(&case),
			terms: record.terms,
			term: record.term,
			intervals: record.intervals,
			open: record.open.into_inner(),
			certificate: record.certificate,
			merged: record.merged,
			source_corrected: CorrectedSources::<T>::iter_prefix(case).next().is_some(),
		})
	}

	/// Transitions of a case from number `from` on.
	pub fn view_transitions(
		case: CaseId,
		from: u32,
		limit: u32,
	) -> Vec<TransitionView<AccountIdOf<T>>> {
		page(from, limit, |number| {
			let transition = TransitionEntries::<T>::get(case, number)?.value;
			let late_entry = Self::is_late(&transition.act);
			Some(TransitionView { number, transition, late_entry })
		})
	}

	/// Whether an act was entered on a later day than its own.
	pub fn is_late(act: &Act<AccountIdOf<T>>) -> bool {
		act.date < T::Time::clock().date(act.entered)
	}

	/// Versions of the term of a case from `from` on.
	pub fn view_terms(case: CaseId, from: u32, limit: u32) -> Vec<Term<AccountIdOf<T>>> {
		page(from, limit, |version| Terms::<T>::get(case, version))
	}

	/// Intervals of a case from number `from` on.
	pub fn view_intervals(case: CaseId, from: u32, limit: u32) -> Vec<Interval<AccountIdOf<T>>> {
		page(from, limit, |number| Intervals::<T>::get(case, number))
	}

	/// Assignments of a case from number `from` on.
	pub fn view_assignments(
		case: CaseId,
		from: u32,
		limit: u32,
	) -> Vec<Entry<Assignment<AccountIdOf<T>>>> {
		page(from, limit, |number| AssignmentEntries::<T>::get(case, number))
	}

	/// Sealed parties of a case, past ones included, after the tag `after`.
	pub fn view_sealed_parties(
		case: CaseId,
		after: Option<H256>,
		limit: u32,
	) -> Vec<(H256, SealedParty<AccountIdOf<T>>)> {
		let start = after.map(|tag| SealedParties::<T>::hashed_key_for(case, tag));
		match start {
			Some(key) => {
				SealedParties::<T>::iter_prefix_from(case, key).take(most(limit)).collect()
			},
			None => SealedParties::<T>::iter_prefix(case).take(most(limit)).collect(),
		}
	}

	/// Records that have changed under what rests on them.
	pub fn view_corrected(case: CaseId, limit: u32) -> Vec<CorrectedSource> {
		CorrectedSources::<T>::iter_prefix(case)
			.take(most(limit))
			.map(|((dependant, source), change)| CorrectedSource { dependant, source, change })
			.collect()
	}

	/// Cases on which a member has a plain role, after the case `after`.
	pub fn view_cases_of(
		member: shejiao_primitives::ids::MemberId,
		after: Option<CaseId>,
		limit: u32,
	) -> Vec<ListedCase<AccountIdOf<T>>> {
		let keys = match after {
			Some(case) => {
				let key = CasesOf::<T>::hashed_key_for(member, case);
				CasesOf::<T>::iter_key_prefix_from(member, key)
			},
			None => CasesOf::<T>::iter_key_prefix(member),
		};
		listed::<T>(keys, limit)
	}

	/// Live cases in the caseload of an officer, after the case `after`.
	pub fn view_caseload(
		officer: AccountIdOf<T>,
		after: Option<CaseId>,
		limit: u32,
	) -> Vec<ListedCase<AccountIdOf<T>>> {
		let keys = match after {
			Some(case) => {
				let key = Caseloads::<T>::hashed_key_for(&officer, case);
				Caseloads::<T>::iter_key_prefix_from(&officer, key)
			},
			None => Caseloads::<T>::iter_key_prefix(&officer),
		};
		listed::<T>(keys, limit)
	}

	/// The rows that `import` would refuse, each with the number of the error.
	pub fn check_import(
		who: AccountIdOf<T>,
		rows: Vec<ImportRow<AccountIdOf<T>>>,
	) -> Vec<(u32, u8)> {
		let wrong = Self::wrong_rows(&who, &rows).into_iter();
		wrong.map(|(row, error)| (row, code_of(&error))).collect()
	}

	/// Whether `who` may do `action` on `case` now, evidence and dates apart.
	pub fn may_i(who: AccountIdOf<T>, case: CaseId, action: Action) -> Answer {
		let record = Cases::<T>::get(case);
		let has_role = Self::has_role(&who, case, record.as_ref());
		let Some(record) = record.filter(|_| has_role) else { return Answer::NotAvailable };
		let (permitted, article, result) = Self::try_action(&who, case, action);
		match result {
			Ok(()) => Answer::Yes { article },
			Err(error) => Answer::No {
				code: code_of(&error),
				article,
				remedy: remedy(&error, &record, permitted),
			},
		}
	}

	/// Whether `who` is an officer of a party, or of who acts for one, or represents the person. As much is
	/// asked whether there is such a case or not: the time that it takes does not tell.
	fn has_role(who: &AccountIdOf<T>, case: CaseId, record: Option<&RecordOf<T>>) -> bool {
		let represents = T::Representatives::case_of(who) == Some(case);
		let Ok(actor) = Self::actor(who) else { return represents };
		let parties = record.into_iter().flat_map(|record| record.parties.iter().map(Some));
		let all = parties.chain(core::iter::repeat(None)).take(MAX_PARTIES as usize);
		all.fold(represents, |found, party| {
			let member = party.map_or(actor.member, |party| party.member);
			let acts = T::Members::acts_for(actor.member, member);
			found | (party.is_some() && (member == actor.member || acts))
		})
	}

	fn try_action(
		who: &AccountIdOf<T>,
		case: CaseId,
		action: Action,
	) -> (&'static [Who], Article, Result<(), Error<T>>) {
		let done = |result: Result<RecordOf<T>, Error<T>>| result.map(|_| ());
		let with = |permission: &'static permissions::Permission, result| {
			(permission.who, permission.article, result)
		};
		match action {
			Action::Advance(step) => {
				let row = row(step);
				(row.who, row.article, done(Self::may_advance(who, case, row)))
			},
			Action::OpenInterval(kind) => {
				let row = interval_row(kind);
				(row.open, row.article, done(Self::may_open(who, case, row)))
			},
			Action::CloseInterval(kind) => {
				let row = interval_row(kind);
				let open = Self::may_close(who, case, row).and_then(|record| {
					frame_support::ensure!(record.has(kind), Error::NotFound);
					Ok(record)
				});
				(row.close, row.article, done(open))
			},
			Action::ComputeTerm => with(&permissions::COMPUTE, done(Self::may_compute(who, case))),
			Action::ConfirmTerm => {
				with(&permissions::CONFIRM, Self::may_confirm(who, case, None).map(|_| ()))
			},
			Action::Certify => with(&permissions::CERTIFY, done(Self::may_certify(who, case))),
			Action::Assign => with(&permissions::ASSIGN, done(Self::may_assign(who, case))),
			Action::ChangeParties => {
				with(&permissions::PARTIES, done(Self::may_add_parties(who, case)))
			},
			Action::ApplyPolicy => {
				with(&permissions::POLICY, done(Self::may_apply_policy(who, case)))
			},
		}
	}
}

/// Number of an error, as clients see it in a failed call.
fn code_of<T: Config>(error: &Error<T>) -> u8 {
	error.encode().first().copied().unwrap_or(u8::MAX)
}

fn remedy<T: Config>(error: &Error<T>, record: &RecordOf<T>, permitted: &'static [Who]) -> Remedy {
	match error {
		Error::NotAuthorized => Remedy::AskOfficer {
			roles: permitted.iter().fold(PartyRoles::NONE, |all, who| all.union(who.role)),
			duties: permitted.iter().fold(Duties::NONE, |all, who| all.union(who.duties)),
		},
		Error::SameOfficer => Remedy::AskColleague,
		Error::CaseMerged => record.merged_into.map_or(Remedy::OtherStage, Remedy::ActOn),
		Error::FileClosed => Remedy::EndRestriction,
		Error::ModulePaused | Error::ModuleOff => Remedy::Wait,
		Error::WrongStage | Error::EndHeld | Error::AlreadyExists => Remedy::OtherStage,
		_ => Remedy::EnterFirst,
	}
}

fn most(limit: u32) -> usize {
	limit.min(MAX_PAGE) as usize
}

/// The entries with the numbers from `from` on, until one is missing.
fn page<V>(from: u32, limit: u32, entry: impl Fn(u32) -> Option<V>) -> Vec<V> {
	(from..=u32::MAX).map_while(entry).take(most(limit)).collect()
}

fn listed<T: Config>(
	cases: impl Iterator<Item = CaseId>,
	limit: u32,
) -> Vec<ListedCase<AccountIdOf<T>>> {
	cases
		.take(most(limit))
		.filter_map(|case| {
			Cases::<T>::get(case).map(|record| ListedCase { case, facts: facts::<T>(&record) })
		})
		.collect()
}
