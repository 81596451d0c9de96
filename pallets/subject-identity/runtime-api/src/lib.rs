//! What clients ask about cases.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use pallet_subject_identity::{
	types::{Action, Answer, Assignment, ImportRow, Interval, SealedParty, Term},
	views::{CaseHeader, CorrectedSource, ListedCase, TransitionView},
};
use shejiao_primitives::{
	case::{CaseId, PartyRoles, Stage},
	history::Entry,
	ids::MemberId,
	time::Moment,
};
use sp_core::H256;

sp_api::decl_runtime_apis! {
	/// Case files, and what may be done in them. A page has at most `limit` and 128 entries.
	pub trait SubjectIdentityApi<AccountId> where AccountId: Codec {
		/// The head of a case file.
		fn case(case_id: CaseId) -> Option<CaseHeader<AccountId>>;

		/// Transitions of a case from number `from` on; number 0 is its registration.
		fn transitions(case_id: CaseId, from: u32, limit: u32) -> Vec<TransitionView<AccountId>>;

		/// Versions of the term of a case from `from` on.
		fn terms(case_id: CaseId, from: u32, limit: u32) -> Vec<Term<AccountId>>;

		/// Intervals of a case from number `from` on.
		fn intervals(case_id: CaseId, from: u32, limit: u32) -> Vec<Interval<AccountId>>;

		/// Who worked on a case, from entry `from` on.
		fn assignments(case_id: CaseId, from: u32, limit: u32) -> Vec<Entry<Assignment<AccountId>>>;

		/// Parties of a case that are or were sealed, after the tag `after`.
		fn sealed_parties(
			case_id: CaseId,
			after: Option<H256>,
			limit: u32,
		) -> Vec<(H256, SealedParty<AccountId>)>;

		/// Records that have changed under what rests on them.
		fn corrected_sources(case_id: CaseId, limit: u32) -> Vec<CorrectedSource>;

		/// Cases on which a member has a plain role, after the case `after`.
		fn cases_of(
			member: MemberId,
			after: Option<CaseId>,
			limit: u32,
		) -> Vec<ListedCase<AccountId>>;

		/// Cases assigned to an officer that are not archived, after the case `after`.
		fn caseload(
			officer: AccountId,
			after: Option<CaseId>,
			limit: u32,
		) -> Vec<ListedCase<AccountId>>;

		/// The plain roles of a member on a case at a moment (milliseconds UTC).
		fn roles_at(case_id: CaseId, member: MemberId, moment: Moment) -> PartyRoles;

		/// The stage of a case at a moment; `None` before its registration.
		fn stage_at(case_id: CaseId, moment: Moment) -> Option<Stage>;

		/// Whether an account may do something on a case now, evidence and dates apart, with article
		/// and remedy for those who take part in it, and one answer for everybody else.
		fn may_i(account: AccountId, case_id: CaseId, action: Action) -> Answer;

		/// The rows of an import that would be refused, each with the number of the pallet's error.
		/// An account that may not import is told so for row 0.
		fn check_import(account: AccountId, rows: Vec<ImportRow<AccountId>>) -> Vec<(u32, u8)>;
	}
}
