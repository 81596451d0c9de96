//! What the pallet stores and takes.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use shejiao_primitives::{
	coded,
	governance::Body,
	ids::{AreaCode, MemberId},
	member::{Access, Level, MemberKind, Seat, Standing},
	reason::Reason,
	suite::{EncryptionKey, SuiteId},
	time::{LegalDate, Moment},
};
use sp_core::{Bytes, ConstU32, H256};
use sp_runtime::BoundedVec;

/// Most nodes of one member.
pub const MAX_PEERS: u32 = 8;

/// Most objections to one proposal: at least as many as there can be members.
pub const MAX_OBJECTIONS: u32 = 256;

/// Most levels of the administrative tree above a member.
pub const MAX_DEPTH: u32 = 16;

/// Longest number of legal days that a parameter may name: a century.
pub const MAX_DAYS: u32 = 36_500;

/// The bodies, in the order of their encoding.
pub const BODIES: [Body; 3] = [Body::Council, Body::SupervisoryCommittee, Body::FundingCouncil];

/// Peer id of a node: the bytes of its multihash, as libp2p encodes it.
pub type PeerId = BoundedVec<u8, ConstU32<64>>;

/// Whether `id` is a multihash in one of the two forms of a libp2p peer id: the public key itself
/// (identity, at most 42 bytes), or the SHA-256 of a longer one.
pub fn is_peer_id(id: &[u8]) -> bool {
	match id {
		[0x00, len, key @ ..] => (1..=42).contains(&key.len()) && usize::from(*len) == key.len(),
		[0x12, 0x20, hash @ ..] => hash.len() == 32,
		_ => false,
	}
}

coded! {
	/// A proposal of admission, numbered from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct ProposalId(pub u32);
}

coded! {
	/// Where a member stands in the consortium: all of it that governance can change later.
	#[serde(rename_all = "camelCase")]
	pub struct Placement {
		/// Administrative level.
		pub level: Level,
		/// Where it is competent.
		pub area: AreaCode,
		/// The agency above it.
		pub parent: Option<MemberId>,
		/// Its seat in the council.
		pub seat: Seat,
		/// Whether it sells services to members: providers never vote.
		pub provider: bool,
		/// How it reaches the chain.
		pub access: Access,
	}
}

coded! {
	/// An entry of the history of a member's standing.
	pub struct Stood {
		/// How it stands.
		pub standing: Standing,
		/// Why; nothing for an admission or a renewal.
		pub reason: Option<Reason>,
	}
}

coded! {
	/// A suspension that holds.
	pub struct Suspension {
		/// Its last day; nothing when two thirds confirmed it without an end.
		pub until: Option<LegalDate>,
		/// Whether two thirds confirmed it.
		pub confirmed: bool,
	}
}

coded! {
	/// A notice of withdrawal.
	pub struct Notice {
		/// Last day of membership.
		pub until: LegalDate,
		/// Why.
		pub reason: Reason,
	}
}

coded! {
	/// An order by which a superior acts for a member that may not act itself.
	pub struct Order {
		/// The agency that acts.
		pub superior: MemberId,
		/// Last day of the order, if it has one.
		pub until: Option<LegalDate>,
		/// Hash of the order.
		pub document: H256,
	}
}

/// A node of a member.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Peer {
	/// Its peer id.
	pub id: PeerId,
	/// Whether it keeps all blocks and states.
	pub archive: bool,
}

/// Encryption key with the suite that it belongs to.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SuiteKey {
	/// The suite.
	pub suite: SuiteId,
	/// The key as the suite encodes it.
	pub key: EncryptionKey,
}

impl SuiteKey {
	/// Whether the key has the form that the suite demands.
	pub fn is_valid(&self) -> bool {
		self.suite.accepts_key(&self.key)
	}
}

/// A member, past or present.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MemberRecord<AccountId> {
	/// Its kind, for ever.
	pub kind: MemberKind,
	/// Its place.
	pub placement: Placement,
	/// The account that signs for it.
	pub institution: AccountId,
	/// Its standing: the last entry of the history.
	pub standing: Standing,
	/// The suspension that holds.
	pub suspension: Option<Suspension>,
	/// Until the end of this day a simple majority cannot suspend it again, because the last
	/// suspension lapsed without being confirmed.
	pub rest_until: Option<LegalDate>,
	/// The notice of withdrawal that runs.
	pub withdrawal: Option<Notice>,
	/// Last day of the membership before it must be renewed.
	pub renewal: Option<LegalDate>,
	/// Whether the renewal of a statutory agency is overdue.
	pub overdue: bool,
	/// Its encryption key.
	pub encryption: SuiteKey,
	/// Hash of its charter.
	pub charter: H256,
	/// When it was admitted first; 0 for a founder.
	pub admitted: Moment,
	/// Its nodes.
	pub peers: BoundedVec<Peer, ConstU32<MAX_PEERS>>,
	/// Number of its open units.
	pub units: u32,
}

impl<AccountId> MemberRecord<AccountId> {
	/// Whether its seat counts in `body`.
	pub fn sits_in(&self, body: Body) -> bool {
		self.standing.is_member()
			&& self.placement.seat == Seat::Voting
			&& match body {
				Body::Council => true,
				Body::SupervisoryCommittee => self.kind.supervises(),
				Body::FundingCouncil => self.kind.may_vote_on_funding(),
			}
	}

	/// Whether it votes in `body`.
	pub fn votes_in(&self, body: Body) -> bool {
		self.standing == Standing::Active && self.sits_in(body)
	}
}

/// Who is proposed, and with what it would be admitted.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Candidate<AccountId> {
	/// The account that will sign for it.
	pub account: AccountId,
	/// Its kind.
	pub kind: MemberKind,
	/// Its place.
	pub placement: Placement,
	/// Its encryption key.
	pub encryption: SuiteKey,
	/// Hash of its charter.
	pub charter: H256,
	/// Hash of the evidence that it exists and wants to join.
	pub evidence: H256,
	/// Its nodes.
	pub peers: BoundedVec<Peer, ConstU32<MAX_PEERS>>,
	/// Block reference time that it may use per hour, in picoseconds.
	pub quota: u64,
	/// The former member that comes back.
	pub readmit: Option<MemberId>,
}

/// An objection to a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Objection {
	/// Who objects.
	pub member: MemberId,
	/// Why.
	pub reason: Reason,
	/// Hash of the reasons in writing.
	pub document: H256,
}

/// An open proposal of admission.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Proposal<AccountId> {
	/// The member that proposes.
	pub sponsor: MemberId,
	/// Who is proposed.
	pub candidate: Candidate<AccountId>,
	/// When it was proposed.
	pub opened: Moment,
	/// Last day on which members may object.
	pub public_until: LegalDate,
	/// Last day on which the council may admit.
	pub until: LegalDate,
	/// Objections in the order of their coming, one per member.
	pub objections: BoundedVec<Objection, ConstU32<MAX_OBJECTIONS>>,
}

/// How a proposal ended.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Outcome {
	/// Admitted, as this member.
	#[codec(index = 0)]
	Admitted(MemberId),
	/// Withdrawn by its sponsor.
	#[codec(index = 1)]
	Withdrawn,
	/// Not decided in time.
	#[codec(index = 2)]
	Lapsed,
}

coded! {
	/// Kind of a unit. The order is the encoding: append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum UnitKind {
		/// 司法所.
		#[codec(index = 0)]
		JusticeOffice,
		/// 看守所.
		#[codec(index = 1)]
		DetentionCentre,
		/// 派出所.
		#[codec(index = 2)]
		PoliceStation,
	}
}

impl UnitKind {
	/// Kind of the members that have such units.
	pub const fn owner(self) -> MemberKind {
		match self {
			Self::JusticeOffice => MemberKind::JusticeBureau,
			Self::DetentionCentre | Self::PoliceStation => MemberKind::PublicSecurity,
		}
	}
}

coded! {
	/// When and why a unit was closed.
	pub struct Closure {
		/// From when, inclusive, it exists no more.
		pub at: Moment,
		/// Why.
		pub reason: Reason,
	}
}

coded! {
	/// A unit of a member. Its number is never used again: opened anew it is another one.
	pub struct Unit {
		/// The member.
		pub owner: MemberId,
		/// Its kind.
		pub kind: UnitKind,
		/// Where it works.
		pub area: AreaCode,
		/// From when, inclusive.
		pub opened: Moment,
		/// Its closure.
		pub closed: Option<Closure>,
	}
}

coded! {
	/// What is done by rule when a day has ended. The order decides within a day.
	pub enum Due {
		/// The suspension of a member lapses.
		#[codec(index = 0)]
		Suspension(MemberId),
		/// The membership lapses, or is noted as overdue.
		#[codec(index = 1)]
		Renewal(MemberId),
		/// The withdrawal of a member takes effect.
		#[codec(index = 2)]
		Withdrawal(MemberId),
		/// A proposal lapses.
		#[codec(index = 3)]
		Proposal(ProposalId),
		/// The nodes of a former member are let go once its validator is out.
		#[codec(index = 4)]
		Peers(MemberId),
	}
}

coded! {
	/// Governed numbers.
	#[derive(Hash)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Parameters {
		/// Full legal days in which members may object to a proposal.
		pub publicity_days: u32,
		/// Legal days after publicity within which the council may admit.
		pub proposal_days: u32,
		/// Most objections to a proposal.
		pub objections: u32,
		/// Legal days after which a suspension lapses unless two thirds confirmed it.
		pub suspension_days: u32,
		/// Legal days after such a lapse in which a simple majority cannot suspend again.
		pub rest_days: u32,
		/// Legal days between notice and withdrawal: more than an expulsion takes.
		pub withdrawal_days: u32,
		/// Legal days that an admission or a renewal lasts at most.
		pub renewal_days: u32,
	}
}

impl Default for Parameters {
	fn default() -> Self {
		Self {
			publicity_days: 7,
			proposal_days: 30,
			objections: MAX_OBJECTIONS,
			suspension_days: 30,
			rest_days: 30,
			withdrawal_days: 90,
			renewal_days: 1_095,
		}
	}
}

impl Parameters {
	/// Whether the numbers are in bounds, and nobody escapes an expulsion of `expulsion_days` by
	/// withdrawing.
	pub fn are_valid(&self, expulsion_days: u32) -> bool {
		let days = [
			self.publicity_days,
			self.proposal_days,
			self.suspension_days,
			self.withdrawal_days,
			self.renewal_days,
		];
		days.iter().all(|days| (1..=MAX_DAYS).contains(days))
			&& self.rest_days <= MAX_DAYS
			&& (1..=MAX_OBJECTIONS).contains(&self.objections)
			&& self.withdrawal_days > expulsion_days
	}
}

/// Whether the nodes of a former member must stay connected.
pub trait PeerRetention {
	/// Whether `member` still has a validator in the set, or one that is just leaving it.
	fn keep(member: MemberId) -> bool;
}

impl PeerRetention for () {
	fn keep(_: MemberId) -> bool {
		false
	}
}

/// Who may vote in a body, as the body itself keeps it: for `try_state`.
pub trait Roster<AccountId> {
	/// The voters of `body`, sorted.
	fn voters(body: Body) -> Vec<AccountId>;
}

/// Makes signatures for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId, Signature> {
	/// A fresh account, and its signature of what `payload` makes of it.
	fn signed(payload: impl FnOnce(&AccountId) -> Vec<u8>) -> (AccountId, Signature);
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<sp_runtime::AccountId32, sp_runtime::MultiSignature> for () {
	fn signed(
		payload: impl FnOnce(&sp_runtime::AccountId32) -> Vec<u8>,
	) -> (sp_runtime::AccountId32, sp_runtime::MultiSignature) {
		use sp_runtime::traits::IdentifyAccount;
		let public = sp_io::crypto::sr25519_generate(0.into(), None);
		let account = sp_runtime::MultiSigner::from(public).into_account();
		let signature = sp_io::crypto::sr25519_sign(0.into(), &public, &payload(&account))
			.expect("the key was made just now; qed");
		(account, signature.into())
	}
}

/// A node in the genesis file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FoundingPeer {
	/// Peer id: multihash bytes, in hexadecimal.
	pub peer: Bytes,
	/// Whether it keeps all blocks and states.
	pub archive: bool,
}

/// A unit in the genesis file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FoundingUnit {
	/// Its kind.
	pub kind: UnitKind,
	/// Where it works.
	pub area: AreaCode,
}

/// A founding member in the genesis file. Its place in the list is its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Founder<AccountId> {
	/// The account that signs for it.
	pub account: AccountId,
	/// Its kind.
	pub kind: MemberKind,
	/// Its place. The parent is an index into the list.
	pub placement: Placement,
	/// Suite of its encryption key.
	pub suite: SuiteId,
	/// Encryption key, in hexadecimal.
	pub encryption_key: Bytes,
	/// Hash of its charter.
	pub charter: H256,
	/// Its nodes.
	pub peers: Vec<FoundingPeer>,
	/// Block reference time that it may use per hour, in picoseconds.
	pub quota: u64,
	/// Last day of its membership before renewal; must be given unless it is statutory.
	pub renewal: Option<LegalDate>,
	/// Its units, numbered over all founders in order.
	pub units: Vec<FoundingUnit>,
}
