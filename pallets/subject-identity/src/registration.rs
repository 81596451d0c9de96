//! Registration of cases, and the import of running ones.

use crate::{
	transitions::{row, DECIDERS},
	types::{
		Assignment, CaseRecord, Commitment, Founders, ImportRow, IntervalKind, Opening, Party,
		Secrecy, StepKind,
	},
	AccountIdOf, Cases, Config, Error, Event, Identities, NextCase, Pallet,
};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::Encode;
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseCategory, CaseId, PartyRoles},
	directory::{Actor, Directory, Members},
	ids::MemberId,
	member::MemberKind,
	randomness::CurrentMix,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// Domain of case handles.
pub const CASE_DOMAIN: &[u8] = b"shejiao/case";

/// What a case begins with.
struct Beginning<AccountId> {
	step: StepKind,
	category: Option<CaseCategory>,
	executing: MemberId,
	parties: Vec<Party>,
	identity: Commitment,
	basis: H256,
	act_date: LegalDate,
	restriction: Option<H256>,
	assignment: Assignment<AccountId>,
}

impl<T: Config> Pallet<T> {
	#[allow(clippy::too_many_arguments)]
	pub(crate) fn do_register(
		who: AccountIdOf<T>,
		opening: Opening,
		founders: Founders,
		identity: Commitment,
		basis: H256,
		secrecy: Option<Secrecy>,
		act_date: LegalDate,
		restriction: Option<H256>,
	) -> DispatchResult {
		let actor = Self::actor(&who)?;
		let (step, category) = match opening {
			Opening::Commissioned { fast_track: false } => (StepKind::Commission, None),
			Opening::Commissioned { fast_track: true } => (StepKind::CommissionFast, None),
			Opening::Decided { category } => (StepKind::RegisterDecided, Some(category)),
			Opening::Incomplete { category } => (StepKind::RegisterIncomplete, Some(category)),
		};
		let mut parties = founding(&founders);
		if category.is_none() {
			give(&mut parties, actor.member, PartyRoles::COMMISSIONING);
		}
		ensure!(Self::permits(&actor, &parties, row(step).who), Error::<T>::NotAuthorized);
		ensure_cleared::<T>(secrecy)?;
		Self::ensure_founders(&founders)?;
		Self::ensure_past(act_date)?;
		ensure!(!Identities::<T>::contains_key(identity.hash), Error::<T>::AlreadyExists);
		let assignment = Assignment { unit: None, officer: None };
		Self::begin(
			&who,
			Beginning {
				step,
				category,
				executing: founders.executing,
				parties,
				identity,
				basis,
				act_date,
				restriction,
				assignment,
			},
		)?;
		Ok(())
	}

	/// Refuse members that are not there, or of a kind that does not have the role.
	fn ensure_founders(founders: &Founders) -> Result<(), Error<T>> {
		let custody: &[_] = &[MemberKind::Prison, MemberKind::PublicSecurity];
		let wanted = [
			(Some(founders.executing), &[MemberKind::JusticeBureau] as &[_]),
			(Some(founders.deciding), DECIDERS),
			(Some(founders.supervising), &[MemberKind::Procuratorate]),
			(founders.police, &[MemberKind::PublicSecurity]),
			(founders.custody, custody),
		];
		for (member, kinds) in wanted {
			let Some(member) = member else { continue };
			let fits = T::Members::profile(member)
				.is_some_and(|p| p.standing.is_member() && kinds.contains(&p.kind));
			ensure!(fits, Error::InvalidParty);
		}
		Ok(())
	}

	/// Write a new case. Everything has been checked.
	fn begin(
		who: &AccountIdOf<T>,
		beginning: Beginning<AccountIdOf<T>>,
	) -> Result<CaseId, DispatchError> {
		let Beginning { step, category, executing, identity, basis, act_date, .. } = beginning;
		let row = row(step);
		let number = NextCase::<T>::get();
		NextCase::<T>::put(number.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		let case = Self::handle(number);
		ensure!(!Cases::<T>::contains_key(case), Error::<T>::AlreadyExists);
		let mut record = CaseRecord {
			number,
			identity,
			basis,
			category,
			stage: row.to,
			executing,
			parties: Default::default(),
			sealed_parties: 0,
			assignment: Assignment { unit: None, officer: None },
			intervals: 0,
			open: Default::default(),
			terms: 0,
			term: None,
			scheduled: None,
			certificate: None,
			merged_into: None,
			merged: 0,
		};
		Identities::<T>::insert(identity.hash, case);
		Self::deposit_event(Event::CaseRegistered {
			case,
			step,
			category,
			executing,
			identity,
			basis,
			act_date,
			by: who.clone(),
		});
		for party in beginning.parties {
			Self::set_roles(case, &mut record, party.member, party.roles, None, who)?;
		}
		let act = Self::act(who, act_date, None);
		Self::enter(case, &mut record, row, act.clone(), None, None)?;
		if let Some(cause) = beginning.restriction {
			Self::open(case, &mut record, IntervalKind::Restriction, cause, act)?;
		}
		if beginning.assignment != record.assignment {
			Self::set_assignment(case, &mut record, beginning.assignment, who)?;
		}
		Cases::<T>::insert(case, record);
		Ok(case)
	}

	/// Handle of the case with a number: what the block authors' outputs give, so that it says nothing
	/// of the person, and the number, so that no two of a block are the same.
	fn handle(number: u64) -> CaseId {
		let hash = (CASE_DOMAIN, T::Mix::mix(), number).using_encoded(blake2_256);
		let mut handle = [0; 16];
		handle.iter_mut().zip(hash).for_each(|(byte, random)| *byte = random);
		CaseId(handle)
	}

	pub(crate) fn do_import(
		who: AccountIdOf<T>,
		rows: Vec<ImportRow<AccountIdOf<T>>>,
	) -> DispatchResult {
		let actor = Self::may_import(&who)?;
		ensure!(!rows.is_empty(), Error::<T>::NothingToImport);
		for import in rows {
			Self::check_row(&actor, &import)?;
			Self::import_row(&who, actor.member, import)?;
		}
		Ok(())
	}

	/// `who`, if it may import cases of its agency now.
	pub(crate) fn may_import(who: &AccountIdOf<T>) -> Result<Actor, Error<T>> {
		let actor = Self::actor(who)?;
		let own = [Party { member: actor.member, roles: PartyRoles::EXECUTING }];
		ensure!(Self::permits(&actor, &own, row(StepKind::Import).who), Error::NotAuthorized);
		Self::ensure_on(actor.member)?;
		Ok(actor)
	}

	/// Import a case without asking whether `officer` may, for benchmarks of other pallets.
	#[cfg(feature = "runtime-benchmarks")]
	pub(crate) fn benchmark_import(
		officer: &AccountIdOf<T>,
		executing: MemberId,
		import: ImportRow<AccountIdOf<T>>,
	) -> CaseId {
		let case = Self::import_row(officer, executing, import);
		case.expect("a benchmark imports a sound row; qed")
	}

	/// What is wrong with a row, if anything.
	fn check_row(actor: &Actor, import: &ImportRow<AccountIdOf<T>>) -> Result<(), Error<T>> {
		ensure_cleared::<T>(import.secrecy)?;
		Self::ensure_founders(&import_founders(actor.member, import))?;
		Self::ensure_past(import.on_paper)?;
		ensure!(Self::in_range(import.last_day), Error::TermOutOfRange);
		ensure!(T::Time::today() <= import.last_day, Error::TermOver);
		ensure!(!Identities::<T>::contains_key(import.identity.hash), Error::AlreadyExists);
		Self::ensure_assignable(actor.member, &import.assignment)
	}

	/// The rows that `import` would refuse, each with the number of the error. Without the right to
	/// import, the first row has it.
	pub(crate) fn wrong_rows(
		who: &AccountIdOf<T>,
		rows: &[ImportRow<AccountIdOf<T>>],
	) -> Vec<(u32, Error<T>)> {
		let actor = match Self::may_import(who) {
			Ok(actor) => actor,
			Err(error) => return alloc::vec![(0, error)],
		};
		let mut seen = BTreeSet::new();
		(0u32..)
			.zip(rows)
			.filter_map(|(number, import)| {
				let checked = Self::check_row(&actor, import).and_then(|()| {
					ensure!(seen.insert(import.identity.hash), Error::AlreadyExists);
					Ok(())
				});
				checked.err().map(|error| (number, error))
			})
			.collect()
	}

	fn import_row(
		who: &AccountIdOf<T>,
		executing: MemberId,
		import: ImportRow<AccountIdOf<T>>,
	) -> Result<CaseId, DispatchError> {
		let act_date = import.on_paper;
		let (last_day, calculation) = (import.last_day, import.evidence);
		let beginning = Beginning {
			step: StepKind::Import,
			category: Some(import.category),
			executing,
			parties: founding(&import_founders(executing, &import)),
			identity: import.identity,
			basis: import.evidence,
			act_date,
			restriction: import.restriction,
			assignment: import.assignment,
		};
		let case = Self::begin(who, beginning)?;
		let mut record = Cases::<T>::get(case).ok_or(DispatchError::Corruption)?;
		let act = Self::act(who, act_date, None);
		let version = Self::add_term(case, &mut record, last_day, calculation, act.clone())?;
		let by = who.clone();
		Self::deposit_event(Event::TermComputed {
			case,
			version,
			last_day,
			calculation,
			evidence: None,
			by,
		});
		let term = crate::Terms::<T>::get(case, version).ok_or(DispatchError::Corruption)?;
		Self::hold_term(case, &mut record, version, term, act)?;
		Self::reschedule(case, &mut record);
		Cases::<T>::insert(case, record);
		Ok(case)
	}

	pub(crate) fn do_assign(
		who: AccountIdOf<T>,
		case: CaseId,
		assignment: Assignment<AccountIdOf<T>>,
	) -> DispatchResult {
		let mut record = Self::may_assign(&who, case)?;
		Self::ensure_assignable(record.executing, &assignment)?;
		ensure!(record.assignment != assignment, Error::<T>::AlreadyExists);
		Self::set_assignment(case, &mut record, assignment, &who)?;
		Cases::<T>::insert(case, record);
		Ok(())
	}

	/// The case, if `who` may assign it now.
	pub(crate) fn may_assign(
		who: &AccountIdOf<T>,
		case: CaseId,
	) -> Result<crate::RecordOf<T>, Error<T>> {
		let (record, _) = Self::acting(who, case, crate::permissions::ASSIGN.who)?;
		ensure!(record.stage.is_live(), Error::WrongStage);
		Ok(record)
	}

	/// Refuse a unit or an officer of another agency.
	fn ensure_assignable(
		executing: MemberId,
		assignment: &Assignment<AccountIdOf<T>>,
	) -> Result<(), Error<T>> {
		if let Some(unit) = assignment.unit {
			ensure!(T::Members::unit_owner(unit) == Some(executing), Error::NotOfAgency);
		}
		if let Some(officer) = &assignment.officer {
			let of_agency =
				T::Directory::officer(officer).is_some_and(|actor| actor.member == executing);
			ensure!(of_agency, Error::NotOfAgency);
		}
		Ok(())
	}

	/// Assign from now on. The caller stores the case.
	fn set_assignment(
		case: CaseId,
		record: &mut crate::RecordOf<T>,
		assignment: Assignment<AccountIdOf<T>>,
		by: &AccountIdOf<T>,
	) -> DispatchResult {
		if let Some(officer) = &record.assignment.officer {
			crate::Caseloads::<T>::remove(officer, case);
		}
		if let Some(officer) = &assignment.officer {
			crate::Caseloads::<T>::insert(officer, case, ());
		}
		crate::AssignmentHistory::<T>::push(&case, Self::now(), assignment.clone())
			.map_err(|_| DispatchError::Corruption)?;
		let Assignment { unit, officer } = assignment.clone();
		Self::deposit_event(Event::CaseAssigned { case, unit, officer, by: by.clone() });
		record.assignment = assignment;
		Ok(())
	}
}

fn ensure_cleared<T: Config>(secrecy: Option<Secrecy>) -> Result<(), Error<T>> {
	match secrecy {
		None => Err(Error::SecrecyReviewMissing),
		Some(Secrecy::Classified) => Err(Error::Classified),
		Some(Secrecy::Unclassified) => Ok(()),
	}
}

fn import_founders<AccountId>(executing: MemberId, import: &ImportRow<AccountId>) -> Founders {
	Founders {
		executing,
		deciding: import.deciding,
		supervising: import.supervising,
		police: import.police,
		custody: None,
	}
}

/// The parties of a new case: each member once.
fn founding(founders: &Founders) -> Vec<Party> {
	let mut parties = Vec::new();
	give(&mut parties, founders.executing, PartyRoles::EXECUTING);
	give(&mut parties, founders.deciding, PartyRoles::DECIDING);
	give(&mut parties, founders.supervising, PartyRoles::SUPERVISING);
	if let Some(police) = founders.police {
		give(&mut parties, police, PartyRoles::POLICE);
	}
	if let Some(custody) = founders.custody {
		give(&mut parties, custody, PartyRoles::CUSTODY);
	}
	parties
}

fn give(parties: &mut Vec<Party>, member: MemberId, roles: PartyRoles) {
	match parties.iter_mut().find(|party| party.member == member) {
		Some(party) => party.roles = party.roles.union(roles),
		None => parties.push(Party { member, roles }),
	}
}
