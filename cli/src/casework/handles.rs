//! Handles of cases, abbreviated to a beginning that is like no other.

use super::wire;
use crate::{client::At, context::Context, fail, failure, vault::sheets::Handle};
use anyhow::Result;
use pallet_subject_identity::views::ListedCase;
use shejiao_primitives::{case::CaseId, directory::Actor, ids::MemberId};
use sp_core::crypto::AccountId32;

/// Fewest digits of an abbreviation.
const FEWEST: usize = 4;
/// Cases asked for at once.
const PAGE: u32 = 128;

/// The case that `text` names: its handle, or a beginning of it that fits one alone among the sheets of
/// the vault, and else among the cases on which the signer's agency has a role.
pub async fn resolve(context: &Context, text: &str) -> Result<CaseId> {
	if let Some(handle) = Handle::parse(text) {
		return Ok(handle.0);
	}
	let digits = text.strip_prefix("0x").unwrap_or(text).to_lowercase();
	let is_beginning =
		digits.chars().all(|c| c.is_ascii_hexdigit()) && (FEWEST..32).contains(&digits.len());
	if !is_beginning {
		return Err(failure!("bad-handle", text = text, fewest = FEWEST).into());
	}
	let here = context.vault()?.cases()?;
	if let Some(case) = only(&here, &digits, text)? {
		return Ok(case);
	}
	let at = context.best().await?;
	let member = member(context, &at).await?;
	let of_member: Vec<CaseId> =
		cases_of(&at, member).await?.into_iter().map(|listed| listed.case).collect();
	let found = only(&of_member, &digits, text)?;
	Ok(found.ok_or_else(|| failure!("no-case", case = text))?)
}

/// The one case whose handle begins with `digits`, if there is one; refused where there are several.
fn only(cases: &[CaseId], digits: &str, text: &str) -> Result<Option<CaseId>> {
	let mut fitting = cases.iter().filter(|case| hex::encode(case.0).starts_with(digits));
	let (first, second) = (fitting.next(), fitting.next());
	if second.is_some() {
		return Err(failure!("handle-not-unique", text = text).into());
	}
	Ok(first.copied())
}

/// Cases on which a member has a plain role.
pub async fn cases_of(at: &At, member: MemberId) -> Result<Vec<ListedCase<AccountId32>>> {
	pages(at, "cases_of", &member).await
}

/// Live cases in the caseload of an officer.
pub async fn caseload(at: &At, officer: &AccountId32) -> Result<Vec<ListedCase<AccountId32>>> {
	pages(at, "caseload", officer).await
}

async fn pages(
	at: &At,
	method: &'static str,
	whose: &impl codec::Encode,
) -> Result<Vec<ListedCase<AccountId32>>> {
	let mut list: Vec<ListedCase<AccountId32>> = Vec::new();
	loop {
		let after = list.last().map(|listed| listed.case);
		let page: Vec<ListedCase<AccountId32>> =
			wire::ask(at, "SubjectIdentityApi", method, (whose, after, PAGE)).await?;
		let full = page.len() == PAGE as usize;
		list.extend(page);
		if !full {
			return Ok(list);
		}
	}
}

/// What the signer is as an officer now.
pub async fn actor(context: &Context, at: &At) -> Result<Option<Actor>> {
	officer(at, AccountId32::from(context.signer()?.account().0)).await
}

/// What an account is as an officer now.
pub async fn officer(at: &At, account: AccountId32) -> Result<Option<Actor>> {
	wire::ask(at, "OfficersApi", "officer", (account,)).await
}

/// The member for which the signer acts: as an officer, or as its institution account.
pub async fn member(context: &Context, at: &At) -> Result<MemberId> {
	if let Some(actor) = actor(context, at).await? {
		return Ok(actor.member);
	}
	let api = crate::chain::runtime_apis().consortium_api();
	let account = context.signer()?.account();
	let view = at.runtime_apis().call(api.member_of(account)).await?;
	let Some(view) = view else {
		let account = context.chain().await?.address(&account);
		fail!("no-part-in-consortium", account = account);
	};
	Ok(*view.id)
}

/// A handle for people: its first eight digits.
pub fn short(case: CaseId) -> String {
	hex::encode(case.0.get(..4).unwrap_or_default())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_beginning_must_fit_one_alone() {
		let cases = [CaseId([0xab; 16]), CaseId([0xac; 16])];
		assert_eq!(only(&cases, "abab", "abab").ok(), Some(Some(cases[0])));
		assert_eq!(only(&cases, "adad", "adad").ok(), Some(None));
		let error = only(&cases, "a", "a").expect_err("both fit; qed");
		assert_eq!(crate::error::from_any(&error).code, "handle-not-unique");
		assert_eq!(short(cases[0]), "abababab");
	}
}
