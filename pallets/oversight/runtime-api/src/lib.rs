//! Runtime API of the oversight pallet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use shejiao_primitives::{
	ids::MemberId,
	oversight::{AlertId, NoticeId, Rule, Severity},
};

pub use pallet_oversight::{Alert, AlertInfo, Lead, LeadId, Notice, Part, Tally, Thresholds};

sp_api::decl_runtime_apis! {
	/// What clients ask about alerts, notices and leads. A page has at most 256 rows.
	#[api_version(1)]
	pub trait OversightApi<AccountId> where AccountId: Codec {
		/// Alerts that a member must respond to, from the `skip`th on: open ones first, the gravest
		/// and oldest of them first, then the closed ones, the last closed first.
		fn alerts(member: MemberId, skip: u32, limit: u32) -> Vec<(AlertId, Alert<AccountId>)>;

		/// Open alerts that a member was told of as supervisor, in the same order.
		fn alerts_told(
			member: MemberId,
			skip: u32,
			limit: u32,
		) -> Vec<(AlertId, Alert<AccountId>)>;

		/// An alert with its history.
		fn alert(id: AlertId) -> Option<AlertInfo<AccountId>>;

		/// What became of the alerts of a member, by rule.
		fn tallies(member: MemberId) -> Vec<(Rule, Tally)>;

		/// Notices in which a member has a part and for which something may still be due, the oldest
		/// first, from number `from` on: `Part::Addressee` for those to answer.
		fn notices(
			member: MemberId,
			part: Part,
			from: NoticeId,
			limit: u32,
		) -> Vec<(NoticeId, Notice<AccountId>)>;

		/// A notice.
		fn notice(id: NoticeId) -> Option<Notice<AccountId>>;

		/// Leads in which a member has a part and whose result is not known, the oldest first, from
		/// number `from` on.
		fn leads(
			member: MemberId,
			part: Part,
			from: LeadId,
			limit: u32,
		) -> Vec<(LeadId, Lead<AccountId>)>;

		/// A lead.
		fn lead(id: LeadId) -> Option<Lead<AccountId>>;

		/// The severity that governance has set for a rule; `None` where its own counts, which whoever
		/// raises the alert says.
		fn severity(rule: Rule) -> Option<Severity>;

		/// How many refusals of a day raise an alert.
		fn thresholds() -> Thresholds;
	}
}
