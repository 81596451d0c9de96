//! Alerts, notices and leads, as lists.

use super::{clocks, wire};
use crate::{client::At, failure, output::Record, time};
use anyhow::Result;
use pallet_oversight::{Alert, AlertInfo, Lead, LeadId, Notice, Part};
use shejiao_primitives::{
	ids::MemberId,
	oversight::{AlertId, NoticeId},
};
use sp_core::crypto::AccountId32;

/// Rows asked for at once.
const PAGE: u32 = 256;

/// An alert with its number.
pub type Numbered = (AlertId, Alert<AccountId32>);

/// Alerts of a member: open ones first, the gravest first; with `closed` all that ever were.
pub async fn of(at: &At, member: MemberId, closed: bool) -> Result<Vec<Numbered>> {
	let list = pages(at, "alerts", member).await?;
	let is_open = |(_, alert): &Numbered| alert.status != pallet_oversight::AlertStatus::Closed;
	Ok(list.into_iter().filter(|alert| closed || is_open(alert)).collect())
}

/// Open alerts that a member was told of as supervisor.
pub async fn told(at: &At, member: MemberId) -> Result<Vec<Numbered>> {
	pages(at, "alerts_told", member).await
}

async fn pages(at: &At, method: &'static str, member: MemberId) -> Result<Vec<Numbered>> {
	let mut list: Vec<Numbered> = Vec::new();
	loop {
		let skip = list.len() as u32;
		let page: Vec<Numbered> =
			wire::ask(at, "OversightApi", method, (member, skip, PAGE)).await?;
		let full = page.len() == PAGE as usize;
		list.extend(page);
		if !full {
			return Ok(list);
		}
	}
}

/// One alert with its history.
pub async fn one(at: &At, alert: AlertId) -> Result<AlertInfo<AccountId32>> {
	let info: Option<AlertInfo<AccountId32>> =
		wire::ask(at, "OversightApi", "alert", (alert,)).await?;
	Ok(info.ok_or_else(|| failure!("no-alert", alert = alert.0))?)
}

/// An alert as a row.
pub fn row((id, alert): &Numbered) -> Record {
	let record = Record::new()
		.put("alert", id.0)
		.term("rule", "alert-rule", &alert.rule)
		.term("severity", "severity", &alert.severity)
		.put("owner", alert.owner.0);
	clocks::about(record, &alert.source)
		.term("status", "alert-status", &alert.status)
		.put("times", alert.times)
		.maybe("clock", alert.clock.map(|clock| clock.0))
		.maybe_term(
			"outcome",
			"alert-outcome",
			alert.finding.as_ref().map(|finding| &finding.outcome),
		)
}

/// Notices in which a member has a part and for which something may still be due.
pub async fn notices(
	at: &At,
	member: MemberId,
	part: Part,
) -> Result<Vec<(NoticeId, Notice<AccountId32>)>> {
	let mut list: Vec<(NoticeId, Notice<AccountId32>)> = Vec::new();
	loop {
		let from = NoticeId(list.last().map_or(0, |(id, _)| id.0 + 1));
		let page: Vec<(NoticeId, Notice<AccountId32>)> =
			wire::ask(at, "OversightApi", "notices", (member, part, from, PAGE)).await?;
		let full = page.len() == PAGE as usize;
		list.extend(page);
		if !full {
			return Ok(list);
		}
	}
}

/// One notice.
pub async fn notice(at: &At, id: NoticeId) -> Result<Notice<AccountId32>> {
	let notice: Option<Notice<AccountId32>> =
		wire::ask(at, "OversightApi", "notice", (id,)).await?;
	Ok(notice.ok_or_else(|| failure!("no-notice", notice = id.0))?)
}

/// A notice as a row.
pub fn notice_row((id, notice): &(NoticeId, Notice<AccountId32>)) -> Record {
	Record::new()
		.put("notice", id.0)
		.term("kind", "notice-kind", &notice.kind)
		.put("issuer", notice.issuer.0)
		.put("addressee", notice.addressee.0)
		.put("issued", time::date(notice.issued))
		.maybe("replyBy", notice.reply_by.map(time::date))
		.term("status", "notice-status", &notice.status)
		.maybe_term("answer", "notice-answer", notice.answer().as_ref())
		.flag("overdue", notice.urged.is_some())
		.maybe("reportedTo", notice.reported_to.map(|member| member.0))
		.flag("sourceCorrected", !notice.corrected.is_empty())
}

/// Leads in which a member has a part and whose result is not known.
pub async fn leads(
	at: &At,
	member: MemberId,
	part: Part,
) -> Result<Vec<(LeadId, Lead<AccountId32>)>> {
	let mut list: Vec<(LeadId, Lead<AccountId32>)> = Vec::new();
	loop {
		let from = NoticeId(list.last().map_or(0, |(id, _)| id.0 + 1));
		let page: Vec<(LeadId, Lead<AccountId32>)> =
			wire::ask(at, "OversightApi", "leads", (member, part, from, PAGE)).await?;
		let full = page.len() == PAGE as usize;
		list.extend(page);
		if !full {
			return Ok(list);
		}
	}
}

/// One lead.
pub async fn lead(at: &At, id: LeadId) -> Result<Lead<AccountId32>> {
	let lead: Option<Lead<AccountId32>> = wire::ask(at, "OversightApi", "lead", (id,)).await?;
	Ok(lead.ok_or_else(|| failure!("no-lead", lead = id.0))?)
}

/// A lead as a row.
pub fn lead_row((id, lead): &(LeadId, Lead<AccountId32>)) -> Record {
	Record::new()
		.put("lead", id.0)
		.put("sender", lead.from.0)
		.put("recipient", lead.to.0)
		.term("severity", "severity", &lead.severity)
		.moment("given", lead.given)
		.maybe_moment("acknowledged", lead.acknowledged.as_ref().map(|(_, at)| *at))
		.maybe_term("outcome", "lead-outcome", lead.result.as_ref().map(|(found, ..)| found))
}
