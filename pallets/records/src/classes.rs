//! The classes of the founding genesis, and their governance.

use crate::{
	class::{
		AllowedSuite, Basis, Class, Kinds, Retention, SchemaRef, Source, Statute, TrustRule, Writer,
	},
	pallet::{Classes, ClassesCount, Config, Error, Event, Pallet},
	types::ClassInfo,
};
use alloc::{boxed::Box, vec, vec::Vec};
use frame_support::ensure;
use shejiao_primitives::{
	case::PartyRoles,
	duty::{Acts, Duties},
	history::History,
	member::MemberKind,
	record::{classes, ClassId},
	suite::SuiteId,
	time::{LegalTime, Moment},
};
use sp_runtime::{BoundedVec, DispatchResult};

/// 设备定位: positions, apart from other readings because they need a live order (法 29).
pub const POSITIONS: ClassId = ClassId(14);

/// The rules of a class. `None` since it is retired.
pub(crate) type ClassHistory<T> = History<ClassId, Option<Class>, ClassesCount<T>, Classes<T>>;

const JUSTICE: Kinds = Kinds::of(&[MemberKind::JusticeBureau]);
/// Those that decide: court, prison administration, police (社区矫正决定机关).
const DECIDING: Kinds =
	Kinds::of(&[MemberKind::Court, MemberKind::Prison, MemberKind::PublicSecurity]);
/// Those that take part in every case.
const AGENCIES: Kinds = Kinds::of(&[
	MemberKind::JusticeBureau,
	MemberKind::Court,
	MemberKind::Procuratorate,
	MemberKind::PublicSecurity,
	MemberKind::Prison,
]);
/// Those that help by decision or policy.
const HELPERS: Kinds = Kinds::of(&[
	MemberKind::CivilAffairs,
	MemberKind::EmploymentService,
	MemberKind::DrugRehabilitation,
	MemberKind::MinorProtection,
	MemberKind::Health,
	MemberKind::SocialOrganisation,
]);

const EXECUTING: PartyRoles = PartyRoles::EXECUTING.union(PartyRoles::RECEIVING);
const PERMANENT: Retention = Retention::Statutory { freeze: 365, keep: 36_500 };
const LONG: Retention = Retention::Statutory { freeze: 365, keep: 10_950 };

const fn writer(kinds: Kinds, roles: PartyRoles, duties: Duties) -> Writer {
	Writer { kinds, roles, duties: Duties::RECORDS.union(duties) }
}

fn authoritative(kinds: Kinds, roles: PartyRoles) -> TrustRule {
	TrustRule::Authoritative { kinds, roles }
}

/// A class of documents whose sheets have the schemas `first` to `last`, in version 1.
fn documents(
	basis: &[(Statute, &[u16])],
	writers: &[Writer],
	delegated: Acts,
	(first, last): (u16, u16),
	trust: TrustRule,
	retention: Retention,
) -> Class {
	let basis = basis
		.iter()
		.map(|(statute, articles)| Basis {
			statute: *statute,
			articles: BoundedVec::truncate_from(articles.to_vec()),
		})
		.collect();
	let suite = |suite| AllowedSuite { suite, until: None };
	Class {
		basis: BoundedVec::truncate_from(basis),
		source: Source::Documents,
		writers: BoundedVec::truncate_from(writers.to_vec()),
		delegated,
		schemas: BoundedVec::truncate_from(
			(first..=last).map(|id| SchemaRef { id, version: 1 }).collect(),
		),
		schema_in_open: false,
		trust,
		retention,
		suites: BoundedVec::truncate_from(vec![suite(SuiteId::International), suite(SuiteId::Gmt)]),
		hidden_from_person: false,
	}
}

/// The classes of the founding genesis. A schema is the number of its class times 100 and more.
pub fn founding() -> Vec<(ClassId, Class)> {
	use Statute::{
		Archives, CommunityCorrections as Law, CriminalProcedure, ElectronicSignature, Measures,
		PersonalInformation, ProcuratorateRules,
	};
	let decision = PartyRoles::DECIDING.union(PartyRoles::COMMISSIONING);
	let every = PartyRoles::ALL;
	let helpers = writer(HELPERS, PartyRoles::ASSISTING, Duties::CASEWORK);
	let own = |duties| writer(JUSTICE, EXECUTING, duties);
	let readings = |source, articles: &[u16], (first, last), retention| Class {
		source,
		schema_in_open: true,
		writers: BoundedVec::truncate_from(vec![writer(
			JUSTICE,
			PartyRoles::NONE,
			Duties::CASEWORK,
		)]),
		..documents(
			&[(Law, articles), (PersonalInformation, &[19, 28])],
			&[],
			Acts::DAILY_SUPERVISION,
			(first, last),
			authoritative(JUSTICE, PartyRoles::NONE),
			retention,
		)
	};
	vec![
		(
			classes::DECISIONS,
			documents(
				&[(Law, &[18, 20]), (CriminalProcedure, &[269]), (Archives, &[])],
				&[
					writer(DECIDING, decision, Duties::DECISION),
					// The person may bring the paper before the body has entered it (L7).
					own(Duties::CASEWORK),
				],
				Acts::RECEPTION,
				(100, 119),
				authoritative(DECIDING, decision),
				PERMANENT,
			),
		),
		(
			classes::RECEPTION,
			documents(
				&[(Law, &[21, 22]), (Measures, &[16, 17, 20])],
				&[
					own(Duties::CASEWORK),
					writer(DECIDING, PartyRoles::CUSTODY.union(decision), Duties::SERVICE),
				],
				Acts::RECEPTION,
				(200, 219),
				authoritative(JUSTICE, EXECUTING),
				PERMANENT,
			),
		),
		(
			classes::ASSESSMENT,
			documents(
				&[(Law, &[18]), (Measures, &[13, 14])],
				&[
					own(Duties::ASSESSMENT.union(Duties::CASEWORK)),
					writer(AGENCIES, decision, Duties::DECISION),
				],
				Acts::INVESTIGATION,
				(300, 319),
				authoritative(JUSTICE, EXECUTING),
				PERMANENT,
			),
		),
		(
			classes::SUPERVISION,
			documents(
				&[(Law, &[23, 24, 26, 27]), (Measures, &[23, 27, 30])],
				&[
					own(Duties::CASEWORK.union(Duties::ENFORCEMENT)),
					writer(AGENCIES, PartyRoles::POLICE, Duties::CASEWORK),
					helpers,
				],
				Acts::DAILY_SUPERVISION,
				(400, 429),
				authoritative(JUSTICE, EXECUTING),
				LONG,
			),
		),
		(
			classes::CONDUCT,
			documents(
				&[(Law, &[28, 33]), (Measures, &[33, 34, 35, 36])],
				&[
					own(Duties::CASEWORK.union(Duties::ENFORCEMENT)),
					writer(AGENCIES, PartyRoles::POLICE, Duties::ENFORCEMENT),
				],
				Acts::DAILY_SUPERVISION,
				(500, 519),
				TrustRule::Corroborated {
					roles: PartyRoles::POLICE
						.union(PartyRoles::SUPERVISING)
						.union(PartyRoles::DECIDING)
						.union(PartyRoles::ASSISTING),
					members: 1,
				},
				PERMANENT,
			),
		),
		(
			classes::CIRCUMSTANCES,
			documents(
				&[(Law, &[24, 35, 43]), (PersonalInformation, &[28])],
				&[own(Duties::CASEWORK), writer(AGENCIES, every, Duties::CASEWORK), helpers],
				Acts::DAILY_SUPERVISION,
				(600, 629),
				TrustRule::SharedFact {
					holders: PartyRoles::EXECUTING
						.union(PartyRoles::POLICE)
						.union(PartyRoles::SUPERVISING),
				},
				LONG,
			),
		),
		(
			classes::GROUP_AND_PLAN,
			documents(
				&[(Law, &[24, 25, 52]), (Measures, &[19, 22])],
				&[own(Duties::CASEWORK)],
				Acts::CORRECTION_PLAN,
				(700, 719),
				authoritative(JUSTICE, EXECUTING),
				LONG,
			),
		),
		(
			classes::END,
			documents(
				&[(Law, &[44, 45]), (Measures, &[53, 54])],
				&[own(Duties::CASEWORK), writer(DECIDING, decision, Duties::DECISION)],
				Acts::HAND_OVER,
				(800, 819),
				authoritative(Kinds(JUSTICE.0 | DECIDING.0), EXECUTING.union(decision)),
				PERMANENT,
			),
		),
		(
			classes::DEVICE_READINGS,
			readings(Source::Readings, &[23], (900, 909), Retention::Working { days: 1_095 }),
		),
		(
			classes::PROTECTED_PARTY,
			Class {
				hidden_from_person: true,
				..documents(
					&[(Law, &[34, 55]), (PersonalInformation, &[28])],
					&[own(Duties::CASEWORK), writer(AGENCIES, every, Duties::SUPERVISION)],
					Acts(0),
					(1_000, 1_009),
					authoritative(AGENCIES, every),
					LONG,
				)
			},
		),
		(
			classes::REVIEW,
			documents(
				&[(Law, &[34]), (Measures, &[32, 57]), (PersonalInformation, &[45, 46])],
				&[writer(AGENCIES, every, Duties::REVIEW.union(Duties::SUPERVISION)), helpers],
				Acts::DAILY_SUPERVISION,
				(1_100, 1_119),
				authoritative(AGENCIES, every),
				PERMANENT,
			),
		),
		(
			classes::CORRESPONDENCE,
			documents(
				&[(Law, &[20]), (Measures, &[16]), (ElectronicSignature, &[13])],
				&[writer(AGENCIES, every, Duties::SERVICE)],
				Acts::DAILY_SUPERVISION,
				(1_200, 1_229),
				authoritative(AGENCIES, every),
				LONG,
			),
		),
		(
			classes::IDENTITY,
			documents(
				&[(Law, &[22]), (ProcuratorateRules, &[643]), (PersonalInformation, &[8, 46])],
				&[writer(AGENCIES, every, Duties::IDENTITY)],
				Acts::RECEPTION,
				(1_300, 1_309),
				authoritative(AGENCIES, every),
				PERMANENT,
			),
		),
		(
			POSITIONS,
			readings(Source::Positions, &[29], (1_400, 1_409), Retention::Working { days: 180 }),
		),
	]
}

impl<T: Config> Pallet<T> {
	/// Set the rule of a class from now on.
	pub(crate) fn change_class(class: ClassId, rule: Class) -> DispatchResult {
		ensure!(rule.is_valid(), Error::<T>::InvalidRule);
		match ClassHistory::<T>::current(&class) {
			Some(None) => return Err(Error::<T>::Retired.into()),
			Some(Some(before)) => {
				ensure!(before != rule, Error::<T>::NothingToChange);
				// Records of one class are all of one nature.
				ensure!(before.source == rule.source, Error::<T>::InvalidRule);
			},
			None => (),
		}
		ClassHistory::<T>::push(&class, T::Time::now(), Some(rule.clone()))
			.map_err(|_| Error::<T>::OutOfOrder)?;
		Self::deposit_event(Event::ClassSet { class, rule: Box::new(rule) });
		Ok(())
	}

	/// Take no more records of a class.
	pub(crate) fn end_class(class: ClassId) -> DispatchResult {
		let current = ClassHistory::<T>::current(&class).ok_or(Error::<T>::NotFound)?;
		ensure!(current.is_some(), Error::<T>::Retired);
		ClassHistory::<T>::push(&class, T::Time::now(), None)
			.map_err(|_| Error::<T>::OutOfOrder)?;
		Self::deposit_event(Event::ClassRetired { class });
		Ok(())
	}

	/// The rule by which records of `class` are anchored now.
	pub fn class(class: ClassId) -> Option<Class> {
		ClassHistory::<T>::current(&class).flatten()
	}

	/// The rule at a past moment.
	pub fn class_at(class: ClassId, at: Moment) -> Option<Class> {
		ClassHistory::<T>::at(&class, at).flatten()
	}

	/// The rule by which records of `class` are treated: of a retired class the last one.
	pub(crate) fn standing_rule(class: ClassId) -> Option<ClassInfo> {
		let count = ClassesCount::<T>::get(class);
		let last = Classes::<T>::get(class, count.checked_sub(1)?)?.value;
		let retired = last.is_none();
		let rule = match last {
			Some(rule) => rule,
			// A class is retired once, and its number never used again.
			None => Classes::<T>::get(class, count.checked_sub(2)?)?.value?,
		};
		Some(ClassInfo { id: class, class: rule, retired })
	}

	/// Whether records of `class` are never shown to the person.
	pub(crate) fn is_hidden_class(class: ClassId) -> bool {
		Self::standing_rule(class).is_none_or(|info| info.class.hidden_from_person)
	}
}
