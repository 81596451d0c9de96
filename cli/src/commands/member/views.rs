//! What the chain knows of members.

use crate::{
	chain,
	client::{hex, At},
	coded,
	context::{all, read, Context, Member},
	failure,
	output::Record,
	time, words,
};
use anyhow::Result;
use shejiao_primitives::{
	governance::Body,
	ids::MemberId,
	member::Standing,
	reason::Reason,
	time::{LegalDate, Moment},
};
use subxt::utils::Static;

/// Members, all or those that stand so.
pub async fn list(context: &Context, standing: Option<Standing>) -> Result<()> {
	let at = context.best().await?;
	let chain = context.chain().await?;
	let mut members = all(&at, chain::storage().consortium().member_records(), ()).await?;
	members.sort_by_key(|((id,), _)| **id);
	let records = members
		.into_iter()
		.filter(|(_, member)| standing.is_none_or(|standing| *member.standing == standing))
		.map(|((id,), member)| {
			Record::new()
				.put("member", id.0 .0)
				.term("kind", "kind", &*member.kind)
				.term("level", "level", &*member.placement.level)
				.put("area", member.placement.area.0 .0)
				.term("seat", "seat", &*member.placement.seat)
				.term("standing", "standing", &*member.standing)
				.put("account", chain.address(&member.institution))
		})
		.collect();
	context.out.list(records);
	Ok(())
}

/// One member, with the history of its standing.
pub async fn show(context: &Context, id: MemberId, moment: Option<Moment>) -> Result<()> {
	let at = context.best().await?;
	let chain = context.chain().await?;
	let member = context.member(&at, id).await?;
	let history = standings(&at, id).await?;
	let standing = match moment {
		None => Some(*member.standing),
		Some(moment) => history
			.iter()
			.rev()
			.find(|(since, ..)| *since <= moment)
			.map(|(_, standing, _)| *standing),
	};
	let bodies: Vec<&str> = [Body::Council, Body::SupervisoryCommittee, Body::FundingCouncil]
		.into_iter()
		.filter(|body| crate::context::sits_in(&member, *body))
		.map(coded::name_of_body)
		.collect();
	let record = describe(&member, Record::new().put("member", id.0))
		.terms("seats", "body", &bodies)
		.put("account", chain.address(&member.institution));
	let record = match moment {
		Some(moment) => record.moment("at", moment),
		None => record,
	};
	let record = match standing {
		Some(standing) => record.term("standing", "standing", &standing),
		None => record.maybe("standing", None::<String>),
	};
	let rows: Vec<Record> = history
		.into_iter()
		.map(|(since, standing, reason)| {
			let row = Record::new().moment("since", since).term("standing", "standing", &standing);
			match reason {
				Some(reason) => row.term("reason", "reason", &reason),
				None => row.maybe("reason", None::<String>),
			}
		})
		.collect();
	match context.out.format {
		crate::output::Format::Json => {
			let rows = rows.into_iter().map(Record::json).collect();
			context.out.show(record.value("history", rows, String::new()));
		},
		crate::output::Format::Table | crate::output::Format::Quiet => {
			context.out.show(record);
			context.out.list(rows);
		},
	}
	Ok(())
}

fn describe(member: &Member, record: Record) -> Record {
	let peers = member.peers.0.iter().map(|peer| coded::show_peer_id(&peer.id.0));
	let peers: Vec<String> = peers.collect();
	let text = peers.join("\n");
	let date = |date: &Option<Static<LegalDate>>| date.as_ref().map(|date| time::date(**date));
	let record = record
		.term("kind", "kind", &*member.kind)
		.term("level", "level", &*member.placement.level)
		.put("area", member.placement.area.0 .0)
		.maybe("parent", member.placement.parent.as_ref().map(|parent| parent.0 .0))
		.term("seat", "seat", &*member.placement.seat)
		.term("access", "access", &*member.placement.access)
		.flag("provider", member.placement.provider)
		.flag("statutory", member.kind.is_statutory())
		.maybe("renewal", date(&member.renewal))
		.flag("overdue", member.overdue)
		.term("suite", "suite", &*member.encryption.suite)
		.put("encryptionKey", hex(&member.encryption.key.0))
		.put("charter", hex(member.charter))
		.moment("admitted", member.admitted)
		.value("peers", peers.into(), text)
		.put("units", member.units);
	let record = match &member.suspension {
		Some(suspension) => record
			.maybe("suspendedUntil", date(&suspension.until))
			.flag("confirmed", suspension.confirmed),
		None => record,
	};
	match &member.withdrawal {
		Some(notice) => record.put("withdrawalOn", time::date(*notice.until)),
		None => record,
	}
}

/// The history of a member's standing: since when, how, why.
async fn standings(at: &At, id: MemberId) -> Result<Vec<(Moment, Standing, Option<Reason>)>> {
	let mut entries =
		all(at, chain::storage().consortium().standing_entries(), (Static(id),)).await?;
	entries.sort_by_key(|((_, number), _)| *number);
	Ok(entries
		.into_iter()
		.map(|(_, entry)| {
			let reason = entry.value.reason.map(|reason| *reason);
			(entry.since, *entry.value.standing, reason)
		})
		.collect())
}

/// Open proposals.
pub async fn proposals(context: &Context) -> Result<()> {
	let at = context.best().await?;
	let chain = context.chain().await?;
	let mut open = all(&at, chain::storage().consortium().proposals(), ()).await?;
	open.sort_by_key(|((id,), _)| id.0);
	let records = open.into_iter().map(|((id,), proposal)| {
		let candidate = &proposal.candidate;
		let objections: Vec<_> = proposal
			.objections
			.0
			.iter()
			.map(|objection| {
				serde_json::json!({
					"member": objection.member.0 .0,
					"reason": words::code(&*objection.reason),
					"document": hex(objection.document),
				})
			})
			.collect();
		let text: Vec<String> = proposal
			.objections
			.0
			.iter()
			.map(|o| format!("{}: {}", o.member.0 .0, words::term("reason", &*o.reason)))
			.collect();
		Record::new()
			.put("proposal", id.0)
			.put("sponsor", proposal.sponsor.0 .0)
			.term("kind", "kind", &*candidate.kind)
			.term("level", "level", &*candidate.placement.level)
			.put("area", candidate.placement.area.0 .0)
			.term("seat", "seat", &*candidate.placement.seat)
			.put("account", chain.address(&candidate.account))
			.put("publicUntil", time::date(*proposal.public_until))
			.put("until", time::date(*proposal.until))
			.value("objections", objections.into(), text.join("\n"))
	});
	context.out.list(records.collect());
	Ok(())
}

/// The governed numbers.
pub async fn parameters(context: &Context) -> Result<()> {
	let at = context.best().await?;
	let numbers = read(&at, chain::storage().consortium().params(), ())
		.await?
		.ok_or_else(|| failure!("unexpected", reason = "Consortium.Params"))?;
	context.out.show(
		Record::new()
			.put("publicityDays", numbers.publicity_days)
			.put("proposalDays", numbers.proposal_days)
			.put("objections", numbers.objections)
			.put("suspensionDays", numbers.suspension_days)
			.put("restDays", numbers.rest_days)
			.put("withdrawalDays", numbers.withdrawal_days)
			.put("renewalDays", numbers.renewal_days),
	);
	Ok(())
}
