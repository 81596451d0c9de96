//! Classes of records: the rule by which a kind of record is anchored, trusted and kept.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use shejiao_primitives::{
	case::PartyRoles,
	coded,
	duty::{Acts, Duties},
	member::MemberKind,
	suite::SuiteId,
	time::Moment,
};
use sp_core::ConstU32;
use sp_runtime::BoundedVec;

/// Most laws that a class rests on, and most articles of each.
pub const MAX_BASIS: u32 = 8;

/// Most kinds of writer of a class.
pub const MAX_WRITERS: u32 = 8;

/// Most schemas with their versions of a class.
pub const MAX_SCHEMAS: u32 = 64;

/// Most suites of a class.
pub const MAX_SUITES: u32 = 4;

/// Most members that a rule wants to vouch for a record.
pub const MAX_MEMBERS: u8 = 8;

/// Longest retention in legal days: a century.
pub const MAX_RETENTION: u32 = 36_500;

coded! {
	/// A law, as the basis of a class. Append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Statute {
		/// 社区矫正法.
		#[codec(index = 0)]
		CommunityCorrections,
		/// 社区矫正法实施办法.
		#[codec(index = 1)]
		Measures,
		/// 刑法.
		#[codec(index = 2)]
		CriminalLaw,
		/// 刑事诉讼法.
		#[codec(index = 3)]
		CriminalProcedure,
		/// 人民检察院刑事诉讼规则.
		#[codec(index = 4)]
		ProcuratorateRules,
		/// 预防未成年人犯罪法.
		#[codec(index = 5)]
		JuvenilePrevention,
		/// 未成年人犯罪记录封存的实施办法.
		#[codec(index = 6)]
		SealingMeasures,
		/// 个人信息保护法.
		#[codec(index = 7)]
		PersonalInformation,
		/// 数据安全法.
		#[codec(index = 8)]
		DataSecurity,
		/// 档案法.
		#[codec(index = 9)]
		Archives,
		/// 电子签名法.
		#[codec(index = 10)]
		ElectronicSignature,
		/// 人民法院在线诉讼规则.
		#[codec(index = 11)]
		OnlineLitigation,
		/// Rules of the consortium.
		#[codec(index = 12)]
		Charter,
	}
}

/// A law and its articles.
#[derive(
	Clone,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct Basis {
	/// The law.
	pub statute: Statute,
	/// Its articles; none for the whole.
	pub articles: BoundedVec<u16, ConstU32<MAX_BASIS>>,
}

coded! {
	/// Set of kinds of members: bit `i` is the kind with index `i`.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct Kinds(pub u32);
}

impl Kinds {
	/// Every kind.
	pub const ALL: Self = Self((1 << MemberKind::ALL.len()) - 1);

	/// The set of some kinds.
	pub const fn of(kinds: &[MemberKind]) -> Self {
		let (mut bits, mut rest) = (0u32, kinds);
		while let [first, others @ ..] = rest {
			bits |= 1 << *first as u32;
			rest = others;
		}
		Self(bits)
	}

	/// Whether `kind` is in the set.
	pub const fn contains(self, kind: MemberKind) -> bool {
		self.0 & (1 << kind as u32) != 0
	}

	/// Whether every bit names a kind, and at least one is set.
	pub const fn is_valid(self) -> bool {
		self.0 != 0 && self.0 & !Self::ALL.0 == 0
	}
}

coded! {
	/// Who anchors records of a class: members of these kinds with one of these roles on the case, by
	/// an officer with one of these duties.
	#[serde(rename_all = "camelCase")]
	pub struct Writer {
		/// Kinds of member.
		pub kinds: Kinds,
		/// Roles on the case, one of which is needed; none for readings, which belong to no case.
		pub roles: PartyRoles,
		/// Duties, one of which is needed.
		pub duties: Duties,
	}
}

coded! {
	/// Schema and version of a sheet (S18).
	pub struct SchemaRef {
		/// The schema.
		pub id: u16,
		/// Its version.
		pub version: u16,
	}
}

coded! {
	/// How long a record is kept. Counted in legal days.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Retention {
		/// Statutory file (档案法): frozen so many days after the case was archived, destroyed not
		/// before so many, upon an approved list. A record that comes later counts from its entry.
		#[codec(index = 0)]
		Statutory {
			/// Days from archiving, or a later entry, to freezing.
			freeze: u32,
			/// Days from then during which nothing is destroyed; not less than `freeze`.
			keep: u32,
		},
		/// Working data: may be destroyed so many days after the entry (PIPL 19).
		#[codec(index = 1)]
		Working {
			/// Days from the entry.
			days: u32,
		},
	}
}

coded! {
	/// When a record is trusted.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum TrustRule {
		/// At anchoring by a competent author; of others, once a competent member vouches for it.
		#[codec(index = 0)]
		Authoritative {
			/// Kinds of the competent.
			kinds: Kinds,
			/// Their roles on the case.
			roles: PartyRoles,
		},
		/// Once so many other members with one of the roles vouch for it.
		#[codec(index = 1)]
		Corroborated {
			/// The roles.
			roles: PartyRoles,
			/// How many members.
			members: u8,
		},
		/// Once more than half of the parties that hold the fact have it, the author included (S38).
		#[codec(index = 2)]
		SharedFact {
			/// The roles of those that hold the fact: every party with one of them.
			holders: PartyRoles,
		},
	}
}

coded! {
	/// A suite that a class takes.
	pub struct AllowedSuite {
		/// The suite.
		pub suite: SuiteId,
		/// The first moment at which it is not taken any more.
		pub until: Option<Moment>,
	}
}

coded! {
	/// What a record of a class comes from.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Source {
		/// Documents of a case, anchored one by one.
		#[codec(index = 0)]
		Documents,
		/// Readings of devices, under one root per office and day.
		#[codec(index = 1)]
		Readings,
		/// Positions: readings that need a live positioning order (法 29).
		#[codec(index = 2)]
		Positions,
	}
}

/// The rule of a class.
#[derive(
	Clone,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct Class {
	/// On which law the processing rests.
	pub basis: BoundedVec<Basis, ConstU32<MAX_BASIS>>,
	/// What its records come from.
	pub source: Source,
	/// Who anchors.
	pub writers: BoundedVec<Writer, ConstU32<MAX_WRITERS>>,
	/// What a unit of a justice bureau must have been delegated for its officers to anchor; nothing
	/// where the agency anchors itself. Units of others (看守所, 派出所) need no delegation.
	pub delegated: Acts,
	/// Schemas and versions that its sheets may have.
	pub schemas: BoundedVec<SchemaRef, ConstU32<MAX_SCHEMAS>>,
	/// Whether the schema stands in the open. Elsewhere it is inside the commitment, and whoever
	/// opens that checks it against the list.
	pub schema_in_open: bool,
	/// When a record is trusted.
	pub trust: TrustRule,
	/// How long it is kept.
	pub retention: Retention,
	/// The suites that it takes.
	pub suites: BoundedVec<AllowedSuite, ConstU32<MAX_SUITES>>,
	/// Protected third parties: never shown to the person or a representative.
	pub hidden_from_person: bool,
}

impl Class {
	/// Whether the rule is in bounds and does not contradict itself.
	pub fn is_valid(&self) -> bool {
		let documents = self.source == Source::Documents;
		let writer = |w: &Writer| {
			w.kinds.is_valid()
				&& w.duties.is_valid()
				&& if documents { w.roles.is_valid() } else { w.roles.is_none() }
		};
		let trust = match self.trust {
			TrustRule::Authoritative { kinds, roles } => {
				kinds.is_valid() && (roles.is_valid() || !documents && roles.is_none())
			},
			TrustRule::Corroborated { roles, members } => {
				documents && roles.is_valid() && members > 0 && members <= MAX_MEMBERS
			},
			TrustRule::SharedFact { holders } => {
				documents && holders.is_valid() && holders.0.count_ones() > 1
			},
		};
		let retention = match self.retention {
			Retention::Statutory { freeze, keep } => freeze <= keep && keep <= MAX_RETENTION,
			Retention::Working { days } => days > 0 && days <= MAX_RETENTION,
		};
		!self.basis.is_empty()
			&& self.basis.iter().all(|basis| !basis.articles.contains(&0))
			&& !self.writers.is_empty()
			&& self.writers.iter().all(writer)
			&& Acts::DELEGABLE.contains(self.delegated)
			&& !self.schemas.is_empty()
			&& is_distinct(self.schemas.iter())
			&& !self.suites.is_empty()
			&& is_distinct(self.suites.iter().map(|allowed| allowed.suite))
			&& trust && retention
	}

	/// Whether it takes `suite` at a moment.
	pub fn takes_suite(&self, suite: SuiteId, at: Moment) -> bool {
		self.suites
			.iter()
			.any(|allowed| allowed.suite == suite && allowed.until.is_none_or(|until| at < until))
	}
}

/// Whether nothing occurs twice.
pub(crate) fn is_distinct<T: Ord>(items: impl Iterator<Item = T>) -> bool {
	let mut sorted: alloc::vec::Vec<T> = items.collect();
	sorted.sort_unstable();
	sorted.windows(2).all(|pair| pair.first() != pair.last())
}
