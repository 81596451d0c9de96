//! Parties whose place in a case is sealed until it is used.

use super::{cases, wire};
use crate::{
	client::{hex, At},
	context::Context,
	fail, failure, keys,
	submit::Report,
	vault::commit::{self, Bytes32, Fields, Purpose, Sealing},
};
use anyhow::Result;
use pallet_subject_identity::{party_tag, PartyBasis, SealedParty};
use shejiao_primitives::{case::CaseId, ids::MemberId};
use sp_core::{crypto::AccountId32, H256};

/// Sealed parties asked for at once.
const PAGE: u32 = 128;

/// A sealed party as the chain has it, under its tag.
pub type Tagged = (H256, SealedParty<AccountId32>);

/// Every sealed party of a case, past ones included.
pub async fn sealed(at: &At, case: CaseId) -> Result<Vec<Tagged>> {
	let mut list: Vec<Tagged> = Vec::new();
	loop {
		let after = list.last().map(|(tag, _)| *tag);
		let page: Vec<Tagged> =
			wire::ask(at, "SubjectIdentityApi", "sealed_parties", (case, after, PAGE)).await?;
		let full = page.len() == PAGE as usize;
		list.extend(page);
		if !full {
			return Ok(list);
		}
	}
}

/// Add a sealed party: the salt that reveals it stays in the vault, and goes to the member.
pub async fn add_sealed(
	context: &Context,
	case: CaseId,
	member: MemberId,
	basis: PartyBasis,
	commitment: H256,
) -> Result<(H256, Bytes32, Report)> {
	let salt = Bytes32(commit::random()?);
	let tag = party_tag(case, member, &salt.0);
	let value = Fields::from([
		("member".to_string(), member.0.to_string()),
		("tag".into(), hex(tag)),
		("salt".into(), salt.to_string()),
	]);
	cases::seal(context, case, Purpose::Party, value)?;
	let call = wire::call("SubjectIdentity", "add_sealed_party", (case, tag, basis, commitment));
	Ok((tag, salt, wire::send(context, call).await?))
}

/// Tag and salt of a member that is a sealed party of a case now, by what the vault has.
pub async fn open(
	context: &Context,
	at: &At,
	case: CaseId,
	member: MemberId,
) -> Result<(H256, Bytes32)> {
	let salts = salts(&context.vault()?.sealed_about(case)?, member);
	if salts.is_empty() {
		fail!("no-sealed-party", member = member.0);
	}
	let found = still_sealed(case, member, &salts, &sealed(at, case).await?);
	Ok(found.ok_or_else(|| failure!("party-not-sealed", member = member.0))?)
}

/// Salts under which a member was sealed.
fn salts(sealings: &[Sealing], member: MemberId) -> Vec<Bytes32> {
	let of_member = |sealing: &&Sealing| {
		sealing.purpose == Purpose::Party
			&& sealing.value.get("member").is_some_and(|m| *m == member.0.to_string())
	};
	let values = sealings.iter().rev().filter(of_member).map(|sealing| &sealing.value);
	let salt = |value: &Fields| value.get("salt").and_then(|text| keys::bytes::<32>(text));
	values.filter_map(salt).map(Bytes32).collect()
}

/// The first of the salts whose place the chain still has sealed: others were refused, used or removed.
fn still_sealed(
	case: CaseId,
	member: MemberId,
	salts: &[Bytes32],
	on_chain: &[Tagged],
) -> Option<(H256, Bytes32)> {
	let places = salts.iter().map(|salt| (party_tag(case, member, &salt.0), *salt));
	let is_open =
		|place: &H256| on_chain.iter().any(|(tag, party)| tag == place && party.outcome.is_none());
	places.into_iter().find(|(tag, _)| is_open(tag))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::vault::Vault;
	use pallet_subject_identity::SealedOutcome;
	use shejiao_primitives::suite::SuiteId;

	const CASE: CaseId = CaseId([7; 16]);
	const MEMBER: MemberId = MemberId(3);

	fn on_chain(salt: &Bytes32, outcome: Option<SealedOutcome>) -> Tagged {
		let party = SealedParty {
			basis: PartyBasis::Decision,
			commitment: H256([1; 32]),
			added: 0,
			by: AccountId32::new([4; 32]),
			outcome,
		};
		(party_tag(CASE, MEMBER, &salt.0), party)
	}

	#[test]
	fn a_salt_is_found_though_the_sheet_is_elsewhere() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let vault = Vault::open(&home.path().join("vault")).expect("ours; qed");
		let seal = |member: MemberId, salt: Bytes32| {
			let value = Fields::from([
				("member".to_string(), member.0.to_string()),
				("salt".into(), salt.to_string()),
			]);
			vault
				.seal(Some(CASE), SuiteId::International, Purpose::Party, value)
				.expect("ours; qed");
		};
		let salt = Bytes32([5; 32]);
		seal(MEMBER, salt);
		seal(MemberId(4), Bytes32([6; 32]));
		let of = |case| vault.sealed_about(case).expect("ours; qed");
		assert_eq!(salts(&of(CASE), MEMBER), [salt]);
		assert_eq!(salts(&of(CASE), MemberId(5)), []);
		assert_eq!(salts(&of(CaseId([8; 16])), MEMBER), []);
	}

	#[test]
	fn the_place_is_one_that_the_chain_has_sealed_now() {
		let [refused, used, open] = [[1; 32], [2; 32], [3; 32]].map(Bytes32);
		let removed = Some(SealedOutcome::Removed { at: 9 });
		let chain = [on_chain(&open, None), on_chain(&used, removed)];
		let found = |salts: &[Bytes32]| still_sealed(CASE, MEMBER, salts, &chain);
		let place = Some((party_tag(CASE, MEMBER, &open.0), open));
		assert_eq!(found(&[refused, used, open]), place, "a later one is no better");
		assert_eq!(found(&[refused, used]), None);
	}
}
