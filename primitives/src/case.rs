//! Cases: what other pallets need to know of them.
//!
//! A case is known by a random handle. Who it is about, and everything that would let a reader guess,
//! stays in the encrypted case sheet; the field table of the documentation says what may stand here.

use crate::{
	coded,
	ids::{MemberId, UnitId},
	time::{LegalDate, Moment},
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

coded! {
	/// Handle of a case: 16 bytes that the chain's randomness gives, so that it says nothing.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct CaseId(pub [u8; 16]);
}

coded! {
	/// Category of community corrections (法 2).
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum CaseCategory {
		/// 管制: public surveillance.
		#[codec(index = 0)]
		PublicSurveillance,
		/// 缓刑: suspended sentence.
		#[codec(index = 1)]
		SuspendedSentence,
		/// 假释: parole.
		#[codec(index = 2)]
		Parole,
		/// 暂予监外执行: sentence served temporarily outside prison.
		#[codec(index = 3)]
		TemporaryRelease,
	}
}

coded! {
	/// Stage of a case, coarse and plain. Detention is an interval on a running term, no stage.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Stage {
		/// 决定前: an assessment may be commissioned; nobody is in corrections yet.
		#[codec(index = 0)]
		PreDecision,
		/// 待接收: decided, and not received yet.
		#[codec(index = 1)]
		AwaitingReception,
		/// 在矫: received, and the term runs.
		#[codec(index = 2)]
		Open,
		/// 矫正结束: 解除 or 终止; which of them is sealed.
		#[codec(index = 3)]
		Ended,
		/// 安置帮教: voluntary help, no class, no sanction, no location.
		#[codec(index = 4)]
		AfterCare,
		/// 归档.
		#[codec(index = 5)]
		Archived,
	}
}

impl Stage {
	/// Every stage.
	pub const ALL: [Self; 6] = [
		Self::PreDecision,
		Self::AwaitingReception,
		Self::Open,
		Self::Ended,
		Self::AfterCare,
		Self::Archived,
	];

	/// Whether something may still be due in the case.
	pub const fn is_live(self) -> bool {
		!matches!(self, Self::Archived)
	}

	/// Whether execution is over, or there never was one.
	pub const fn is_over(self) -> bool {
		matches!(self, Self::Ended | Self::AfterCare | Self::Archived)
	}
}

coded! {
	/// Roles of an agency on a case, one bit each. The bits are the encoding: append only.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct PartyRoles(pub u16);
}

impl PartyRoles {
	/// None.
	pub const NONE: Self = Self(0);
	/// Commissions the assessment before the decision (办法 13).
	pub const COMMISSIONING: Self = Self(1);
	/// Decides: court, prison administration or police (社区矫正决定机关).
	pub const DECIDING: Self = Self(1 << 1);
	/// Executes: the county's community-corrections agency.
	pub const EXECUTING: Self = Self(1 << 2);
	/// Supervises legality: the procuratorate of the place of execution.
	pub const SUPERVISING: Self = Self(1 << 3);
	/// Police of the place of execution.
	pub const POLICE: Self = Self(1 << 4);
	/// Hands the person over: prison or detention house (法 21).
	pub const CUSTODY: Self = Self(1 << 5);
	/// Gets copies: procuratorate and police of the place of decision (法 20).
	pub const COPIED: Self = Self(1 << 6);
	/// Takes part in the work by decision or policy; its place in the case is sealed until used.
	pub const ASSISTING: Self = Self(1 << 7);
	/// Would execute next: the agency that is asked about a relocation (办法 30).
	pub const RECEIVING: Self = Self(1 << 8);

	/// Every bit that names a role.
	pub const ALL: Self = Self((1 << 9) - 1);

	/// Every role with its name.
	pub const NAMED: [(&'static str, Self); 9] = [
		("commissioning", Self::COMMISSIONING),
		("deciding", Self::DECIDING),
		("executing", Self::EXECUTING),
		("supervising", Self::SUPERVISING),
		("police", Self::POLICE),
		("custody", Self::CUSTODY),
		("copied", Self::COPIED),
		("assisting", Self::ASSISTING),
		("receiving", Self::RECEIVING),
	];

	/// Whether every role of `other` is in this set.
	pub const fn contains(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}

	/// Whether some role of `other` is in this set.
	pub const fn intersects(self, other: Self) -> bool {
		self.0 & other.0 != 0
	}

	/// Both sets.
	pub const fn union(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// This set without `other`.
	pub const fn without(self, other: Self) -> Self {
		Self(self.0 & !other.0)
	}

	/// Whether every bit names a role, and at least one is set.
	pub const fn is_valid(self) -> bool {
		self.0 != 0 && Self::ALL.contains(self)
	}

	/// Whether there is no role.
	pub const fn is_none(self) -> bool {
		self.0 == 0
	}
}

/// What other pallets need to know of a case now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CaseFacts<AccountId> {
	/// Its category, from the decision on.
	pub category: Option<CaseCategory>,
	/// Its stage.
	pub stage: Stage,
	/// The agency that executes, or that investigates before the decision.
	pub executing: MemberId,
	/// The unit that does the daily work by delegation, if any.
	pub unit: Option<UnitId>,
	/// The officer whose caseload it is in, whoever carries that caseload now.
	pub officer: Option<AccountId>,
	/// Whether strict defaults hold, for whatever cause.
	pub restricted: bool,
	/// The last day of the term, once confirmed. It ends at 24:00 of that day.
	pub last_day: Option<LegalDate>,
	/// The case that goes on in this one's place, when it was registered twice.
	pub merged_into: Option<CaseId>,
}

impl<AccountId> CaseFacts<AccountId> {
	/// Whether the file is closed: strict defaults hold, for whatever cause, and execution is over. It
	/// follows by rule, alike for every restricted case, since a mark of its own would tell a minor
	/// (刑诉法 286, 法 54). A closed file shows nobody more than before, and takes what the law finishes.
	pub const fn is_closed(&self) -> bool {
		self.restricted && self.stage.is_over()
	}
}

/// Cases, as the other pallets see them.
pub trait CaseView<AccountId> {
	/// What a case is now.
	fn facts(case: CaseId) -> Option<CaseFacts<AccountId>>;

	/// The roles of `member` on `case` at a moment, past or present. Roles that are still sealed are
	/// none.
	fn roles_at(case: CaseId, member: MemberId, at: Moment) -> PartyRoles;

	/// The roles of `member` on `case` now.
	fn roles(case: CaseId, member: MemberId) -> PartyRoles;

	/// The stage at a past moment; `None` before the registration.
	fn stage_at(case: CaseId, at: Moment) -> Option<Stage>;

	/// The day on which execution ends or has ended: the last one of the term, or that of the decision
	/// that ended it before. `None` while nothing says when, or the end is held.
	fn end_day(case: CaseId) -> Option<LegalDate>;

	/// Every member that has `role` on `case` now, in the order of admission to the consortium. A case
	/// has a handful of parties.
	fn parties(case: CaseId, role: PartyRoles) -> Vec<MemberId>;

	/// The first of [`Self::parties`]: for what one member answers for, whoever else has the role. What
	/// is owed to everybody with a role goes by `parties`.
	fn party(case: CaseId, role: PartyRoles) -> Option<MemberId> {
		Self::parties(case, role).into_iter().next()
	}

	/// Whether something may still be due in `case`.
	fn is_live(case: CaseId) -> bool {
		Self::facts(case).is_some_and(|facts| facts.stage.is_live())
	}

	/// Register an open case that `executing` executes, with `supervising` and `deciding` as parties,
	/// for benchmarks of other pallets.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_case(executing: MemberId, officer: &AccountId) -> CaseId;
}

/// Puts two registrations of one case together, and takes them apart again.
pub trait CaseMerging {
	/// `duplicate` goes on in `kept`: it takes no more acts of its own. Refused where either does not
	/// exist, is merged already, or is archived.
	fn merge(duplicate: CaseId, kept: CaseId) -> Result<(), DispatchError>;

	/// `duplicate` stands for itself again; its clocks are computed again.
	fn split(duplicate: CaseId) -> Result<(), DispatchError>;
}

/// Persons' representatives on cases: guardian, lawyer, the person; a fresh account per case.
pub trait Representatives<AccountId> {
	/// The case for which `account` may act now.
	fn case_of(account: &AccountId) -> Option<CaseId>;
}

/// Told inside the call or hook that changes a case, so that what rests on it follows at once.
pub trait OnCase {
	/// The stage of `case` has changed.
	fn stage_changed(case: CaseId, from: Stage, to: Stage) -> Result<(), DispatchError>;

	/// The term of `case` ended at 24:00 of `last_day`: duties, orders, class and standing grants
	/// lapse by rule. Cannot fail: nobody stays supervised because something did not work.
	fn term_ended(case: CaseId, last_day: LegalDate);
}

#[impl_trait_for_tuples::impl_for_tuples(8)]
impl OnCase for Tuple {
	fn stage_changed(case: CaseId, from: Stage, to: Stage) -> Result<(), DispatchError> {
		for_tuples!( #( Tuple::stage_changed(case, from, to)?; )* );
		Ok(())
	}

	fn term_ended(case: CaseId, last_day: LegalDate) {
		for_tuples!( #( Tuple::term_ended(case, last_day); )* );
	}
}
