//! What the chain says to a table before anything of it is sent.

use super::{Fault, Prepared};
use crate::{
	casework::{handles, wire},
	chain,
	client::At,
	context::read,
	error::{Failure, EXIT_REFUSED},
	failure,
};
use anyhow::Result;
use pallet_subject_identity::{transitions, ImportRow, StepKind};
use shejiao_primitives::{
	case::PartyRoles,
	ids::MemberId,
	member::{MemberKind, Standing},
};
use sp_core::crypto::AccountId32;
use subxt::utils::Static;

/// Refuse whoever may import nothing, before any row is looked at.
pub async fn demand(at: &At, who: &AccountId32) -> Result<()> {
	let none: &[ImportRow<AccountId32>] = &[];
	let wrong: Vec<(u32, u8)> =
		wire::ask(at, "SubjectIdentityApi", "check_import", (who, none)).await?;
	// Without a row all that can be wrong is the right to import.
	let Some((_, code)) = wrong.first() else { return Ok(()) };
	let why = wire::numbered("SubjectIdentity", *code, at);
	if why.code != "SubjectIdentity.NotAuthorized" {
		return Err(why.into());
	}
	// The chain's words are of a case, and here is none.
	let failure = failure!("may-not-import").exit(EXIT_REFUSED);
	Err(Failure { code: why.code, ..failure }.into())
}

/// What the chain would refuse, by row and column.
pub async fn check(
	at: &At,
	who: &AccountId32,
	rows: &[Prepared],
	most: usize,
) -> Result<Vec<Fault>> {
	let mut faults = Vec::new();
	for batch in rows.chunks(most.max(1)) {
		let encoded: Vec<ImportRow<AccountId32>> =
			batch.iter().map(|prepared| prepared.row.clone()).collect();
		let wrong: Vec<(u32, u8)> =
			wire::ask(at, "SubjectIdentityApi", "check_import", (who, encoded)).await?;
		for (place, code) in wrong {
			let Some(prepared) = batch.get(place as usize) else { continue };
			let failure = wire::numbered("SubjectIdentity", code, at);
			for column in columns_of(at, who, &failure.code, &prepared.row).await? {
				faults.push(Fault {
					line: prepared.line,
					column: column.into(),
					what: failure.what.clone(),
				});
			}
		}
	}
	Ok(faults)
}

/// The columns that an error of the chain is about: those whose values do not fit, where several may
/// be meant.
async fn columns_of(
	at: &At,
	who: &AccountId32,
	code: &str,
	row: &ImportRow<AccountId32>,
) -> Result<Vec<&'static str>> {
	let mut columns = Vec::new();
	match code.rsplit('.').next().unwrap_or_default() {
		"InvalidParty" => {
			for (column, member, kinds) in parties(row) {
				let key = (Static(member),);
				let address = chain::storage().consortium().member_records();
				let record = read(at, address, key).await?;
				let fits = record.is_some_and(|record| {
					let standing: Standing = *record.standing;
					standing.is_member() && kinds.contains(&record.kind)
				});
				columns.extend((!fits).then_some(column));
			}
		},
		"NotOfAgency" => {
			let own = handles::officer(at, who.clone()).await?.map(|actor| actor.member);
			if let Some(unit) = row.assignment.unit {
				let key = (Static(unit),);
				let unit = read(at, chain::storage().consortium().units(), key).await?;
				let open = unit.filter(|unit| unit.closed.is_none());
				let owner = open.map(|unit| *unit.owner);
				columns.extend((owner != own).then_some("unit"));
			}
			if let Some(officer) = row.assignment.officer.clone() {
				let member = handles::officer(at, officer).await?.map(|actor| actor.member);
				columns.extend((member != own).then_some("officer"));
			}
		},
		other => columns.extend(column_of(other)),
	}
	// Whatever else it may be: the row.
	if columns.is_empty() {
		columns.push("-");
	}
	Ok(columns)
}

/// Members of a row by column, with the kinds of which they may be.
pub(super) fn parties(
	row: &ImportRow<AccountId32>,
) -> Vec<(&'static str, MemberId, &'static [MemberKind])> {
	let decides = transitions::row(StepKind::Decide).who.iter();
	let mut deciders = decides.filter(|who| who.role == PartyRoles::DECIDING).map(|who| who.kinds);
	let deciders: &[MemberKind] = deciders.next_back().unwrap_or_default();
	let procuratorates: &[MemberKind] = &[MemberKind::Procuratorate];
	let police: &[MemberKind] = &[MemberKind::PublicSecurity];
	let mut parties = vec![
		("deciding", row.deciding, deciders),
		("supervising", row.supervising, procuratorates),
	];
	parties.extend(row.police.map(|member| ("police", member, police)));
	parties
}

/// The column that an error of the chain is about, where its name tells.
pub(super) fn column_of(error: &str) -> Option<&'static str> {
	match error {
		"TermOutOfRange" | "TermOver" => Some("last_day"),
		"ActInFuture" => Some("on_paper"),
		"SecrecyReviewMissing" | "Classified" => Some("secrecy"),
		_ => None,
	}
}
