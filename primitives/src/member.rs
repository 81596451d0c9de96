//! What a member is: its kind, level, standing and access.

use crate::{
	coded,
	ids::{AreaCode, MemberId},
};

coded! {
	/// Kind of a member. The order is the encoding: append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum MemberKind {
		/// 司法行政机关: justice bureau, whose community-corrections agency executes.
		#[codec(index = 0)]
		JusticeBureau,
		/// 人民法院.
		#[codec(index = 1)]
		Court,
		/// 人民检察院.
		#[codec(index = 2)]
		Procuratorate,
		/// 公安机关.
		#[codec(index = 3)]
		PublicSecurity,
		/// 监狱.
		#[codec(index = 4)]
		Prison,
		/// 民政部门.
		#[codec(index = 5)]
		CivilAffairs,
		/// 就业服务机构 of the human-resources administration.
		#[codec(index = 6)]
		EmploymentService,
		/// 强制隔离戒毒, 社区戒毒: drug rehabilitation.
		#[codec(index = 7)]
		DrugRehabilitation,
		/// 未成年人保护机构.
		#[codec(index = 8)]
		MinorProtection,
		/// 卫生健康部门 and its designated hospitals.
		#[codec(index = 9)]
		Health,
		/// 财政部门.
		#[codec(index = 10)]
		Finance,
		/// 审计机关.
		#[codec(index = 11)]
		Audit,
		/// 纪检监察机关.
		#[codec(index = 12)]
		DisciplineInspection,
		/// 公证机构.
		#[codec(index = 13)]
		Notary,
		/// 社会组织.
		#[codec(index = 14)]
		SocialOrganisation,
		/// 银行 and other relying parties.
		#[codec(index = 15)]
		RelyingParty,
		/// 高等院校.
		#[codec(index = 16)]
		University,
		/// The gateway through which the public reads.
		#[codec(index = 17)]
		PublicGateway,
		/// 运维单位: a vendor that runs machines; no vote, no decryption right (S159).
		#[codec(index = 18)]
		Operator,
	}
}

impl MemberKind {
	/// Every kind.
	pub const ALL: [Self; 19] = [
		Self::JusticeBureau,
		Self::Court,
		Self::Procuratorate,
		Self::PublicSecurity,
		Self::Prison,
		Self::CivilAffairs,
		Self::EmploymentService,
		Self::DrugRehabilitation,
		Self::MinorProtection,
		Self::Health,
		Self::Finance,
		Self::Audit,
		Self::DisciplineInspection,
		Self::Notary,
		Self::SocialOrganisation,
		Self::RelyingParty,
		Self::University,
		Self::PublicGateway,
		Self::Operator,
	];

	/// Whether the law itself makes it act: its membership never lapses by time, and no vote takes
	/// the calls from it that it must make.
	pub const fn is_statutory(self) -> bool {
		!matches!(
			self,
			Self::Notary
				| Self::SocialOrganisation
				| Self::RelyingParty
				| Self::University
				| Self::PublicGateway
				| Self::Operator
		)
	}

	/// Whether it may hold a voting seat at all.
	pub const fn may_vote(self) -> bool {
		!matches!(
			self,
			Self::RelyingParty | Self::University | Self::PublicGateway | Self::Operator
		)
	}

	/// Whether its voting seat counts in funding matters.
	pub const fn may_vote_on_funding(self) -> bool {
		self.may_vote() && !matches!(self, Self::SocialOrganisation)
	}

	/// Whether it sits in the supervisory committee.
	pub const fn supervises(self) -> bool {
		matches!(self, Self::Procuratorate | Self::Audit | Self::DisciplineInspection)
	}

	/// Whether it may run a full node, and so a validator: statutory and supervising agencies.
	pub const fn may_run_full_node(self) -> bool {
		self.is_statutory()
	}
}

coded! {
	/// Administrative level (S3). The order is the encoding, from the top down.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Level {
		/// 国家.
		#[codec(index = 0)]
		Nation,
		/// 省.
		#[codec(index = 1)]
		Province,
		/// 市 (地级).
		#[codec(index = 2)]
		City,
		/// 县 (区).
		#[codec(index = 3)]
		County,
		/// 乡镇 (街道).
		#[codec(index = 4)]
		Township,
	}
}

coded! {
	/// Seat of a member in the council.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Seat {
		/// Speaks, never votes.
		#[codec(index = 0)]
		NonVoting,
		/// One vote.
		#[codec(index = 1)]
		Voting,
	}
}

coded! {
	/// How a member reaches the chain.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Access {
		/// Through a filtering gateway or another member's node.
		#[codec(index = 0)]
		Gateway,
		/// By a full node of its own.
		#[codec(index = 1)]
		FullNode,
	}
}

coded! {
	/// Standing of a member, kept as intervals.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Standing {
		/// Full rights.
		#[codec(index = 0)]
		Active,
		/// Suspended by the council: no vote and no discretionary call.
		#[codec(index = 1)]
		Suspended,
		/// Membership not renewed in time (never a statutory agency).
		#[codec(index = 2)]
		Lapsed,
		/// Left at its own wish.
		#[codec(index = 3)]
		Withdrawn,
		/// Expelled by the council.
		#[codec(index = 4)]
		Expelled,
	}
}

impl Standing {
	/// Whether a member that stands so may make a call of `class`, given whether it is statutory.
	///
	/// A statutory agency keeps the calls that it must make by law whatever the council decided.
	pub const fn permits(self, statutory: bool, class: CallClass) -> bool {
		match (self, class) {
			(Self::Active, _) => true,
			(_, CallClass::Statutory) => statutory,
			(_, CallClass::Discretionary | CallClass::Consensus) => false,
		}
	}

	/// Whether the member belongs to the consortium: its seat counts in denominators.
	pub const fn is_member(self) -> bool {
		matches!(self, Self::Active | Self::Suspended)
	}
}

coded! {
	/// What a call is to the law, as the runtime's table says.
	#[derive(Hash)]
	pub enum CallClass {
		/// The law orders it: never taken from a statutory agency.
		#[codec(index = 0)]
		Statutory,
		/// The member may make it or not.
		#[codec(index = 1)]
		Discretionary,
		/// A validator's own: session keys.
		#[codec(index = 2)]
		Consensus,
	}
}

/// What other pallets need to know of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
	/// Its kind.
	pub kind: MemberKind,
	/// Its level.
	pub level: Level,
	/// Where it is competent.
	pub area: AreaCode,
	/// The agency above it.
	pub parent: Option<MemberId>,
	/// Its seat as admitted, whatever its standing.
	pub seat: Seat,
	/// How it reaches the chain.
	pub access: Access,
	/// Its standing now.
	pub standing: Standing,
}
