//! Incidents, obligations, attestations.

use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use shejiao_primitives::{
	coded,
	ids::MemberId,
	member::{Access, Profile},
	regime::Modules,
	time::{LegalDate, Moment},
};
use sp_core::H256;

coded! {
	/// An incident, numbered in the order of reports from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct IncidentId(pub u32);
}

coded! {
	/// What happened, or may have happened (PIPL 57).
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum IncidentKind {
		/// 个人信息泄露.
		#[codec(index = 0)]
		DataLeaked,
		/// 个人信息篡改.
		#[codec(index = 1)]
		DataTampered,
		/// 个人信息丢失.
		#[codec(index = 2)]
		DataLost,
		/// A key is lost or known to somebody else.
		#[codec(index = 3)]
		KeyCompromised,
		/// Somebody got into a system.
		#[codec(index = 4)]
		Intrusion,
		/// The software does what it must not.
		#[codec(index = 5)]
		Malfunction,
	}
}

/// An incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Incident {
	/// The member that reported it.
	pub member: MemberId,
	/// What happened.
	pub kind: IncidentKind,
	/// What it names.
	pub modules: Modules,
	/// Hash of the report that is kept off chain.
	pub evidence: H256,
	/// When it was reported.
	pub reported: Moment,
	/// When it was closed, and the hash of the final report.
	pub closed: Option<(Moment, H256)>,
}

/// A pause of one module by one incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Pause {
	/// The incident.
	pub incident: IncidentId,
	/// The first moment that is not paused.
	pub until: Moment,
}

coded! {
	/// What a member must attest in turn (S146).
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Obligation {
		/// 等保三级测评: assessment of classified protection.
		#[codec(index = 0)]
		ClassifiedProtection,
		/// 密评: assessment of the application of cryptography.
		#[codec(index = 1)]
		CryptographyAssessment,
		/// 个人信息保护影响评估: impact assessment.
		#[codec(index = 2)]
		ImpactAssessment,
		/// 个人信息保护合规审计: audit of the processing of personal data.
		#[codec(index = 3)]
		PersonalDataAudit,
		/// Node and data lie in China.
		#[codec(index = 4)]
		NodeLocation,
		/// 安全检测: security test of the member's systems.
		#[codec(index = 5)]
		SecurityTest,
		/// Restoring from backup has been rehearsed.
		#[codec(index = 6)]
		RecoveryDrill,
	}
}

impl Obligation {
	/// Every obligation.
	pub const ALL: [Self; 7] = [
		Self::ClassifiedProtection,
		Self::CryptographyAssessment,
		Self::ImpactAssessment,
		Self::PersonalDataAudit,
		Self::NodeLocation,
		Self::SecurityTest,
		Self::RecoveryDrill,
	];
}

coded! {
	/// Where an obligation comes from.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Law {
		/// Rules of the consortium.
		#[codec(index = 0)]
		Charter,
		/// 个人信息保护法.
		#[codec(index = 1)]
		PersonalInformation,
		/// 数据安全法.
		#[codec(index = 2)]
		DataSecurity,
		/// 网络安全法.
		#[codec(index = 3)]
		Cybersecurity,
		/// 密码法.
		#[codec(index = 4)]
		Cryptography,
		/// 网络数据安全管理条例.
		#[codec(index = 5)]
		NetworkData,
	}
}

coded! {
	/// Whom an obligation binds.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Addressees {
		/// Every member.
		#[codec(index = 0)]
		Everybody,
		/// Members with a full node of their own.
		#[codec(index = 1)]
		FullNodes,
	}
}

impl Addressees {
	/// Whether a member is one, while it belongs to the consortium.
	pub fn include(self, profile: &Profile) -> bool {
		profile.standing.is_member()
			&& match self {
				Self::Everybody => true,
				Self::FullNodes => profile.access == Access::FullNode,
			}
	}
}

coded! {
	/// The rule of an obligation.
	pub struct Rule {
		/// Legal days from one act to the next; not 0.
		pub period: u32,
		/// Whom it binds.
		pub addressees: Addressees,
		/// From when.
		pub effective: LegalDate,
		/// The law.
		pub law: Law,
		/// Its article; 0 if the whole.
		pub article: u16,
	}
}

coded! {
	/// What a member attested.
	pub struct Attestation {
		/// Hash of the evidence that is kept off chain.
		pub evidence: H256,
		/// When it was done: what timeliness is judged by.
		pub done: LegalDate,
		/// The last day on which it is good.
		pub due: LegalDate,
	}
}

/// What clients are told of an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct IncidentInfo {
	/// The incident.
	pub id: IncidentId,
	/// What is known of it.
	pub incident: Incident,
	/// The modules that it pauses now, each with the first moment that is not paused.
	pub pauses: alloc::vec::Vec<(shejiao_primitives::regime::ModuleId, Moment)>,
}

/// What clients are told of an obligation of a member.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct DueInfo {
	/// The obligation.
	pub obligation: Obligation,
	/// Its rule now.
	pub rule: Rule,
	/// What the member attested last.
	pub attested: Option<Attestation>,
	/// The last day for the next attestation.
	pub due: LegalDate,
	/// Whether that day has passed.
	pub overdue: bool,
}
