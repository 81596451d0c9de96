//! What is stored of representatives.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use shejiao_primitives::{
	case::CaseId,
	coded,
	record::RecordId,
	time::{LegalDate, Moment},
};
use sp_core::H256;

coded! {
	/// On whose side a representative stands. Whether it is the person or a guardian would tell a
	/// minor, or an illness, in the open: that is sealed in [`Grant::sealed`].
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Kind {
		/// 本人或者监护人: the person, or a guardian.
		#[codec(index = 0)]
		PersonOrGuardian,
		/// 律师: a lawyer whom the person has engaged.
		#[codec(index = 1)]
		Lawyer,
	}
}

coded! {
	/// What a representative was given.
	pub struct Grant {
		/// On whose side it stands.
		pub kind: Kind,
		/// Salted commitment to who exactly it is: the person, a guardian, a lawyer. The case sheet
		/// opens it.
		pub sealed: H256,
		/// The record that shows its right.
		pub evidence: RecordId,
		/// The first moment at which it represents nobody any more: 24:00 of its last day.
		pub until: Moment,
	}
}

coded! {
	/// How a representation ended.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Ending {
		/// An officer revoked it.
		#[codec(index = 0)]
		Revoked,
		/// The representative gave it up.
		#[codec(index = 1)]
		Resigned,
		/// Its last day was over.
		#[codec(index = 2)]
		Expired,
		/// The case was archived.
		#[codec(index = 3)]
		CaseArchived,
	}
}

/// A representative of the person of a case, now or in the past.
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
pub struct Mandate {
	/// The case.
	pub case: CaseId,
	/// Whether a decision may rest on the record that shows its right, as last told.
	pub stands: bool,
}

/// A representative as clients see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Listed<AccountId> {
	/// Its key.
	pub account: AccountId,
	/// What it was given.
	pub grant: Grant,
	/// Its last day.
	pub last_day: LegalDate,
	/// Whether a decision may rest on the record that shows its right, as last told.
	pub stands: bool,
}
