//! Answers to whether somebody may do something, with article and remedy.

use crate::types::{IntervalKind, StepKind};
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use shejiao_primitives::{
	case::{CaseId, PartyRoles},
	coded,
	duty::Duties,
};

coded! {
	/// What somebody may ask about whether it is theirs to do.
	#[derive(Hash)]
	pub enum Action {
		/// Move the case on.
		#[codec(index = 0)]
		Advance(StepKind),
		/// Open an interval.
		#[codec(index = 1)]
		OpenInterval(IntervalKind),
		/// Close an interval.
		#[codec(index = 2)]
		CloseInterval(IntervalKind),
		/// Compute the term, or compute it again.
		#[codec(index = 3)]
		ComputeTerm,
		/// Confirm the term.
		#[codec(index = 4)]
		ConfirmTerm,
		/// Enter the certificate.
		#[codec(index = 5)]
		Certify,
		/// Assign unit and officer.
		#[codec(index = 6)]
		Assign,
		/// Add a party, or a sealed one by decision. Who may, may remove them too, in a closed file also.
		#[codec(index = 7)]
		ChangeParties,
		/// Add a sealed party by policy.
		#[codec(index = 8)]
		ApplyPolicy,
	}
}

coded! {
	/// A text of law. The order is the encoding: append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Law {
		/// 社区矫正法.
		#[codec(index = 0)]
		CommunityCorrections,
		/// 社区矫正法实施办法.
		#[codec(index = 1)]
		Implementation,
		/// 刑事诉讼法.
		#[codec(index = 2)]
		CriminalProcedure,
		/// 国移民公〔2021〕420号.
		#[codec(index = 3)]
		ExitBanNotice,
		/// 司办通〔2021〕94号.
		#[codec(index = 4)]
		TermEndNotice,
		/// 档案法.
		#[codec(index = 5)]
		Archives,
	}
}

coded! {
	/// An article, or 0 for a text as a whole.
	#[derive(Hash)]
	pub struct Article {
		/// The text.
		pub law: Law,
		/// Number of the article.
		pub number: u16,
	}
}

coded! {
	/// What would help somebody who may not.
	#[derive(Hash)]
	pub enum Remedy {
		/// An officer of a party with one of these roles who has one of these duties may.
		#[codec(index = 0)]
		AskOfficer {
			/// One of these roles.
			roles: PartyRoles,
			/// One of these duties.
			duties: Duties,
		},
		/// Another officer of the agency must do it.
		#[codec(index = 1)]
		AskColleague,
		/// The case is at another stage: it must be moved on first, or has gone on.
		#[codec(index = 2)]
		OtherStage,
		/// The registration was merged: act on the case that goes on.
		#[codec(index = 3)]
		ActOn(CaseId),
		/// The file is closed: a decision would have to end the restriction first.
		#[codec(index = 4)]
		EndRestriction,
		/// Something that it needs is not there yet.
		#[codec(index = 5)]
		EnterFirst,
		/// Wait until the module works again.
		#[codec(index = 6)]
		Wait,
	}
}

/// Answer to whether somebody may do something on a case now, evidence and dates apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Answer {
	/// Whoever asks has no role on such a case, whether or not there is one. A representative has one.
	#[codec(index = 0)]
	NotAvailable,
	/// Yes.
	#[codec(index = 1)]
	Yes {
		/// By which article.
		article: Article,
	},
	/// No.
	#[codec(index = 2)]
	No {
		/// Number of the error with which the call would be refused.
		code: u8,
		/// By which article the act is governed.
		article: Article,
		/// What would help.
		remedy: Remedy,
	},
}
