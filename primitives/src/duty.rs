//! Duties of officers.

use crate::coded;

coded! {
	/// Set of duties, one bit each. The bits are the encoding: append only.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct Duties(pub u32);
}

impl Duties {
	/// No duty.
	pub const NONE: Self = Self(0);
	/// Appoints, changes and dismisses officers for the member.
	pub const PERSONNEL: Self = Self(1);
	/// Daily casework: reports, visits, plans (social workers too).
	pub const CASEWORK: Self = Self(1 << 1);
	/// Enforcement acts: state functionaries alone (法 10, S29).
	pub const ENFORCEMENT: Self = Self(1 << 2);
	/// Approves what a colleague proposes (批准).
	pub const APPROVAL: Self = Self(1 << 3);
	/// Head of the agency (负责人), such as for positioning orders (法 29).
	pub const HEAD: Self = Self(1 << 4);
	/// Assesses risk and investigates before sentence (调查评估).
	pub const ASSESSMENT: Self = Self(1 << 5);
	/// Anchors records.
	pub const RECORDS: Self = Self(1 << 6);
	/// Serves and receives documents between agencies (送达).
	pub const SERVICE: Self = Self(1 << 7);
	/// Supervises the legality of others (检察监督).
	pub const SUPERVISION: Self = Self(1 << 8);
	/// Reviews objections and corrections (复核).
	pub const REVIEW: Self = Self(1 << 9);
	/// Decides in court or prison (决定).
	pub const DECISION: Self = Self(1 << 10);
	/// Budget lines, payment duties.
	pub const FINANCE: Self = Self(1 << 11);
	/// Purchasing and acceptance of services.
	pub const PROCUREMENT: Self = Self(1 << 12);
	/// Identity tags and the index of persons.
	pub const IDENTITY: Self = Self(1 << 13);
	/// Reports incidents and attests compliance (PIPL 57, S146).
	pub const COMPLIANCE: Self = Self(1 << 14);
	/// Runs the member's node.
	pub const OPERATION: Self = Self(1 << 15);

	/// Every duty that exists, with its name.
	pub const NAMED: [(&'static str, Self); 16] = [
		("personnel", Self::PERSONNEL),
		("casework", Self::CASEWORK),
		("enforcement", Self::ENFORCEMENT),
		("approval", Self::APPROVAL),
		("head", Self::HEAD),
		("assessment", Self::ASSESSMENT),
		("records", Self::RECORDS),
		("service", Self::SERVICE),
		("supervision", Self::SUPERVISION),
		("review", Self::REVIEW),
		("decision", Self::DECISION),
		("finance", Self::FINANCE),
		("procurement", Self::PROCUREMENT),
		("identity", Self::IDENTITY),
		("compliance", Self::COMPLIANCE),
		("operation", Self::OPERATION),
	];

	/// Duties that a state functionary alone may hold (法 10, S29).
	pub const STATE_FUNCTIONARY_ONLY: Self = Self(
		Self::ENFORCEMENT.0
			| Self::APPROVAL.0
			| Self::HEAD.0
			| Self::SUPERVISION.0
			| Self::DECISION.0,
	);

	/// Every bit that names a duty.
	pub const ALL: Self = Self((1 << 16) - 1);

	/// Whether every duty of `other` is in this set.
	pub const fn contains(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}

	/// Whether some duty of `other` is in this set.
	pub const fn intersects(self, other: Self) -> bool {
		self.0 & other.0 != 0
	}

	/// Both sets.
	pub const fn union(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether every bit names a duty, and at least one is set.
	pub const fn is_valid(self) -> bool {
		self.0 != 0 && Self::ALL.contains(self)
	}
}

coded! {
	/// Category of an officer.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Category {
		/// 国家工作人员: may enforce.
		#[codec(index = 0)]
		StateFunctionary,
		/// Social worker, volunteer, contractor: helps, never enforces.
		#[codec(index = 1)]
		Auxiliary,
	}
}

impl Category {
	/// Whether an officer of this category may hold `duties`.
	pub const fn may_hold(self, duties: Duties) -> bool {
		match self {
			Self::StateFunctionary => true,
			Self::Auxiliary => !duties.intersects(Duties::STATE_FUNCTIONARY_ONLY),
		}
	}
}

coded! {
	/// Acts of a county agency that it may or may not delegate to a unit, one bit each.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct Acts(pub u32);
}

impl Acts {
	/// Daily supervision: reports, visits, education.
	pub const DAILY_SUPERVISION: Self = Self(1);
	/// Leave of at most 7 days (L16).
	pub const SHORT_LEAVE: Self = Self(1 << 1);
	/// Investigation before sentence (L1).
	pub const INVESTIGATION: Self = Self(1 << 2);
	/// Reception and declaration of a case.
	pub const RECEPTION: Self = Self(1 << 3);
	/// Correction group and plan.
	pub const CORRECTION_PLAN: Self = Self(1 << 4);
	/// Appraisal and hand-over to after-care (L30).
	pub const HAND_OVER: Self = Self(1 << 5);
	/// Rewards and sanctions (表扬, 训诫, 警告): never delegated.
	pub const REWARDS_AND_SANCTIONS: Self = Self(1 << 6);
	/// Leave of more than 7 days (L17): never delegated.
	pub const LONG_LEAVE: Self = Self(1 << 7);
	/// Change of the place of execution (L20): never delegated.
	pub const RELOCATION: Self = Self(1 << 8);
	/// Electronic positioning (法 29): never delegated.
	pub const POSITIONING: Self = Self(1 << 9);
	/// Proposals to courts and police (提请): never delegated.
	pub const PROPOSALS: Self = Self(1 << 10);

	/// Every bit that names an act.
	pub const ALL: Self = Self((1 << 11) - 1);

	/// What may be delegated.
	pub const DELEGABLE: Self = Self((1 << 6) - 1);

	/// Whether every act of `other` is in this set.
	pub const fn contains(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}
}
