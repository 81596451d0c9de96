//! Calls and questions of the case file, typed by the pallets' own types.
//!
//! Arguments are encoded as the pallet encodes them, once the chain's metadata agrees with what this
//! client was made for; answers are decoded likewise. A test decodes every call by the runtime itself.

use crate::{
	client::{committed, At},
	context::Context,
	error::Failure,
	failure,
	submit::Report,
};
use anyhow::Result;
use codec::{Decode, DecodeAll, Encode};
use sp_runtime::DispatchError;

/// A call of a pallet with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
	/// Name of the pallet in the runtime.
	pub pallet: &'static str,
	/// Name of the call.
	pub name: &'static str,
	/// Its arguments, encoded one after the other.
	pub arguments: Vec<u8>,
}

/// A call of `pallet`; several arguments as a tuple.
pub fn call(pallet: &'static str, name: &'static str, arguments: impl Encode) -> Call {
	Call { pallet, name, arguments: arguments.encode() }
}

impl Call {
	/// The bytes of the call on the chain at a block: refused where an upgrade has changed its form.
	pub fn data(&self, at: &At) -> Result<Vec<u8>> {
		let changed = || failure!("changed", what = format!("{}.{}", self.pallet, self.name));
		let pallet = at.metadata_ref().pallet_by_name(self.pallet).ok_or_else(changed)?;
		let variant = pallet.call_variant_by_name(self.name).ok_or_else(changed)?;
		let known = committed().pallet_by_name(self.pallet).and_then(|p| p.call_hash(self.name));
		if known.is_none() || known != pallet.call_hash(self.name) {
			return Err(changed().into());
		}
		let mut data = vec![pallet.call_index(), variant.index];
		data.extend_from_slice(&self.arguments);
		Ok(data)
	}
}

/// Send a call, or show it.
pub async fn send(context: &Context, call: Call) -> Result<Report> {
	let data = call.data(&context.best().await?)?;
	context.send_call(&data).await
}

/// [`send`], which tells into `report` how far it came, even where that failed.
pub async fn send_into(context: &Context, call: Call, report: &mut Report) -> Result<()> {
	let data = call.data(&context.best().await?)?;
	context.send_into(&data, report).await
}

/// Ask a runtime API.
pub async fn ask<T: Decode>(
	at: &At,
	api: &'static str,
	method: &'static str,
	arguments: impl Encode,
) -> Result<T> {
	let name = format!("{api}_{method}");
	let changed = || failure!("changed", what = name);
	let hash = |metadata: &subxt::Metadata| {
		metadata.runtime_api_trait_by_name(api)?.method_by_name(method).map(|method| method.hash())
	};
	let known = hash(committed());
	if known.is_none() || known != hash(at.metadata_ref()) {
		return Err(changed().into());
	}
	let bytes = at.runtime_apis().call_raw(&name, Some(&arguments.encode())).await?;
	Ok(T::decode_all(&mut &bytes[..]).map_err(|_| changed())?)
}

/// Ask a view function of a pallet.
pub async fn view<T: Decode>(
	at: &At,
	pallet: &'static str,
	function: &'static str,
	arguments: impl Encode,
) -> Result<T> {
	let changed = || failure!("changed", what = format!("{pallet}.{function}"));
	let hash = |metadata: &subxt::Metadata| {
		let function = metadata.pallet_by_name(pallet)?.view_function_by_name(function)?;
		Some((*function.query_id(), function.hash()))
	};
	let known = hash(committed()).ok_or_else(changed)?;
	if Some(known) != hash(at.metadata_ref()) {
		return Err(changed().into());
	}
	let question = (known.0, arguments.encode()).encode();
	let bytes = at.view_functions().call_raw(Some(&question)).await?;
	// What the runtime answers: the value, encoded, or why there is none.
	let value = match bytes.split_first() {
		Some((0, value)) => Vec::<u8>::decode_all(&mut &value[..]).map_err(|_| changed())?,
		_ => return Err(changed().into()),
	};
	Ok(T::decode_all(&mut &value[..]).map_err(|_| changed())?)
}

/// An error that a runtime API names, in words.
pub fn refusal(error: &DispatchError, at: &At) -> Failure {
	let metadata = at.metadata_ref();
	match error {
		DispatchError::Module(module) => {
			let error = crate::refusals::ModuleError { index: module.index, error: module.error };
			crate::refusals::DispatchError::Module(error).failure(metadata)
		},
		DispatchError::BadOrigin => crate::refusals::DispatchError::BadOrigin.failure(metadata),
		DispatchError::CannotLookup => {
			crate::refusals::DispatchError::CannotLookup.failure(metadata)
		},
		DispatchError::Corruption => crate::refusals::DispatchError::Corruption.failure(metadata),
		_ => crate::refusals::DispatchError::Other.failure(metadata),
	}
}

/// An error of a pallet that a runtime API tells by its number, in words.
pub fn numbered(pallet: &str, number: u8, at: &At) -> Failure {
	let found = at.metadata_ref().pallet_by_name(pallet);
	let index = found.map_or(u8::MAX, |pallet| pallet.error_index());
	let error = [number, 0, 0, 0];
	refusal(&DispatchError::Module(sp_runtime::ModuleError { index, error, message: None }), at)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::casework::records::SUITE;
	use pallet_identity_tags::{MergeId, Pending, ProposalId, Tag};
	use pallet_oversight::{Answer, LeadOutcome, NoticeKind, Outcome, Paper};
	use pallet_records::{Anchor, Office, RecheckId, SchemaRef, Settlement};
	use pallet_statutory_clocks::{Group, PauseCause};
	use pallet_subject_identity::{
		Assignment, Commitment, Founders, ImportRow, IntervalKind, Opening, PartyBasis, Secrecy,
		Step,
	};
	use shejiao_primitives::{
		case::{CaseCategory, CaseId, PartyRoles},
		clock::ClockId,
		deadline::ActTime,
		document::{DocumentId, DocumentKind},
		ids::{MemberId, UnitId},
		oversight::{AlertId, NoticeId, Severity},
		reason::Reason,
		record::{classes, RecordId},
		time::LegalDate,
	};
	use sp_core::{crypto::AccountId32, H256};
	use std::{collections::BTreeSet, fs, path::Path};

	const CASE: CaseId = CaseId([7; 16]);
	const DAY: LegalDate = LegalDate(20_778);
	const RECORD: RecordId = RecordId(5);
	const HASH: H256 = H256([9; 32]);
	const MEMBER: MemberId = MemberId(3);
	const REASON: Reason = Reason::Mistake;

	fn account() -> AccountId32 {
		AccountId32::new([4; 32])
	}

	fn anchor() -> Anchor<AccountId32> {
		Anchor {
			case: CASE,
			class: classes::END,
			schema: None,
			suite: SUITE,
			commitment: HASH,
			ciphertext: HASH,
			size: 3,
			locator: HASH,
			act_date: DAY,
			officer: Some(account()),
			seal: None,
			supersedes: None,
			derived_from: vec![RECORD].try_into().expect("one source; qed"),
		}
	}

	fn import() -> ImportRow<AccountId32> {
		ImportRow {
			category: CaseCategory::Parole,
			last_day: DAY,
			identity: Commitment { suite: SUITE, hash: HASH },
			evidence: HASH,
			on_paper: DAY,
			deciding: MEMBER,
			supervising: MEMBER,
			police: None,
			restriction: Some(HASH),
			secrecy: Some(Secrecy::Unclassified),
			assignment: Assignment { unit: Some(UnitId(1)), officer: Some(account()) },
		}
	}

	/// Every call that the client makes, with arguments of the types that it gives.
	fn calls() -> Vec<Call> {
		let founders = Founders {
			executing: MEMBER,
			deciding: MEMBER,
			supervising: MEMBER,
			police: Some(MEMBER),
			custody: None,
		};
		let identity = Commitment { suite: SUITE, hash: HASH };
		let opening = Opening::Decided { category: CaseCategory::Parole };
		let step = Step::Receive { group: RECORD, group_lawful: true };
		let (clock, alert, notice) = (ClockId(2), AlertId(2), NoticeId(2));
		let paper = Paper::Sealed(HASH);
		let office = Office { member: MEMBER, unit: Some(UnitId(1)) };
		let schema = Some(SchemaRef { id: 900, version: 1 });
		let subject =
			|name, arguments: Vec<u8>| Call { pallet: "SubjectIdentity", name, arguments };
		let registration =
			(opening, founders, identity, HASH, Some(Secrecy::Unclassified), DAY, Some(HASH));
		vec![
			subject("register", registration.encode()),
			subject("advance", (CASE, step, DAY, RECORD).encode()),
			subject("assign", (CASE, Some(UnitId(1)), Some(account())).encode()),
			subject("compute_term", (CASE, DAY, HASH, DAY, RECORD).encode()),
			subject("confirm_term", (CASE, 1u32).encode()),
			subject("certify", (CASE, DAY, RECORD).encode()),
			subject("open_interval", (CASE, IntervalKind::ExitBan, HASH, DAY, RECORD).encode()),
			subject("close_interval", (CASE, 1u32, DAY, RECORD).encode()),
			subject("add_party", (CASE, MEMBER, PartyRoles::COPIED, HASH).encode()),
			subject("remove_party", (CASE, MEMBER, PartyRoles::COPIED, HASH).encode()),
			subject("add_sealed_party", (CASE, HASH, PartyBasis::Policy, HASH).encode()),
			subject("remove_sealed_party", (CASE, HASH).encode()),
			subject("reveal_party", (CASE, [1u8; 32]).encode()),
			subject("import", (vec![import()],).encode()),
			call("IdentityTags", "register_tags", (CASE, 1u16, vec![Tag([1; 32])])),
			call("IdentityTags", "withdraw_tags", (CASE, 1u16, REASON)),
			call("IdentityTags", "propose_duplicate", (CASE, CASE, RECORD)),
			call("IdentityTags", "confirm_duplicate", (ProposalId(1), CASE, RECORD)),
			call("IdentityTags", "reject_duplicate", (ProposalId(1), RECORD)),
			call("IdentityTags", "withdraw_confirmation", (Pending::Split(MergeId(1)),)),
			call("IdentityTags", "split", (MergeId(1), RECORD, REASON)),
			call(
				"Representatives",
				"appoint",
				(CASE, account(), pallet_representatives::Kind::Lawyer, HASH, DAY, RECORD),
			),
			call("Representatives", "renew", (CASE, account(), DAY, RECORD)),
			call("Representatives", "revoke", (CASE, account(), REASON)),
			call("Representatives", "resign", (REASON,)),
			call("Representatives", "acknowledge", (CASE, RECORD)),
			call(
				"ServedDocuments",
				"send",
				(CASE, DocumentKind::Opinion, RECORD, vec![MEMBER], DAY),
			),
			call("ServedDocuments", "deliver", (DocumentId(1), DAY)),
			call("ServedDocuments", "receipt", (DocumentId(1), DAY, Some(RECORD), Some(RECORD))),
			call("ServedDocuments", "withdraw", (DocumentId(1), REASON)),
			call("Records", "anchor", (Box::new(anchor()),)),
			call("Records", "anchor_batch", (vec![anchor(), anchor()],)),
			call(
				"Records",
				"anchor_device_root",
				(classes::DEVICE_READINGS, Some(UnitId(1)), DAY, schema, HASH, 3u32),
			),
			call("Records", "attest", (RECORD,)),
			call("Records", "dispute", (RECORD, RECORD)),
			call("Records", "settle", (RECORD, Settlement::Stands, Some(RECORD))),
			call("Records", "seal_record", (RECORD, RECORD)),
			call("Records", "unseal_record", (RECORD, RECORD)),
			call("Records", "freeze", (RECORD,)),
			call("Records", "propose_shred", (RECORD, RECORD)),
			call("Records", "confirm_shred", (RECORD,)),
			call("Records", "withdraw_shred", (RECORD,)),
			call("Records", "add_lineage", (RECORD, RECORD)),
			call("Records", "request_recheck", (office, DAY, 0u32)),
			call("Records", "answer_recheck", (RecheckId(1), true)),
			call("StatutoryClocks", "start_sealed", (CASE, Group::Execution, DAY, HASH, MEMBER)),
			call("StatutoryClocks", "complete", (clock, ActTime::Day(DAY), RECORD)),
			call("StatutoryClocks", "pause", (clock, PauseCause::MaterialsAwaited, RECORD)),
			call("StatutoryClocks", "resume", (clock, RECORD)),
			call("StatutoryClocks", "propose_extension", (clock, DAY, RECORD)),
			call("StatutoryClocks", "accept_extension", (clock, DAY)),
			call("StatutoryClocks", "propose_cancellation", (clock, REASON, RECORD)),
			call("StatutoryClocks", "confirm_cancellation", (clock, REASON)),
			call("StatutoryClocks", "reseal", (clock, DAY, HASH, RECORD)),
			call("Oversight", "report", (MEMBER, Severity::Serious, HASH)),
			call("Oversight", "acknowledge", (alert,)),
			call("Oversight", "find", (alert, Outcome::Substantiated, paper)),
			call("Oversight", "close", (alert,)),
			call("Oversight", "escalate", (alert,)),
			call(
				"Oversight",
				"issue_notice",
				(NoticeKind::Violation, MEMBER, paper, DAY, Some(DAY)),
			),
			call("Oversight", "reply", (notice, Answer::Adopted, paper, DAY)),
			call("Oversight", "ask_review", (notice, paper, DAY)),
			call("Oversight", "decide_review", (notice, true, paper, DAY, Some(DAY))),
			call("Oversight", "report_up", (notice,)),
			call("Oversight", "close_notice", (notice,)),
			call("Oversight", "withdraw_notice", (notice, REASON)),
			call("Oversight", "transfer_lead", (MEMBER, HASH, Severity::Serious)),
			call("Oversight", "acknowledge_lead", (notice,)),
			call("Oversight", "report_result", (notice, LeadOutcome::Handled, HASH)),
		]
	}

	/// Text of the client's sources, tests cut off.
	fn sources() -> Vec<String> {
		fn visit(folder: &Path, list: &mut Vec<String>) {
			for entry in fs::read_dir(folder).expect("a folder of the crate; qed") {
				let path = entry.expect("readable; qed").path();
				if path.is_dir() {
					visit(&path, list);
				} else {
					let text = fs::read_to_string(&path).expect("readable; qed");
					let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
					list.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
				}
			}
		}
		let mut list = Vec::new();
		for folder in ["src/casework", "src/commands"] {
			visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut list);
		}
		list
	}

	/// The first string literals after `before`, at most two.
	fn literals(before: &str) -> Vec<Vec<String>> {
		let mut found = Vec::new();
		for text in sources() {
			for rest in text.split(before).skip(1) {
				let rest = rest.split(';').next().unwrap_or_default();
				let literals = rest.split('"').skip(1).step_by(2).take(2);
				found.push(literals.map(String::from).collect());
			}
		}
		found
	}

	#[test]
	fn the_runtime_reads_every_call_as_it_is_meant() {
		for call in calls() {
			let pallet = committed().pallet_by_name(call.pallet).expect("a pallet; qed");
			let variant = pallet.call_variant_by_name(call.name).expect("a call of it; qed");
			let mut data = vec![pallet.call_index(), variant.index];
			data.extend_from_slice(&call.arguments);
			let read = shejiao_runtime::RuntimeCall::decode_all(&mut &data[..]);
			let read = read.unwrap_or_else(|e| panic!("{}.{}: {e}", call.pallet, call.name));
			assert_eq!(read.encode(), data, "{}.{}", call.pallet, call.name);
		}
	}

	#[test]
	fn every_call_of_the_client_is_among_them() {
		let known: BTreeSet<&str> = calls().iter().map(|call| call.name).collect();
		let mut made = BTreeSet::new();
		for literals in literals("wire::call(") {
			// The pallet is a literal or the constant of the file.
			made.extend(
				literals
					.into_iter()
					.find(|text| text.chars().all(|c| c.is_ascii_lowercase() || c == '_')),
			);
		}
		assert!(made.len() > 40, "{made:?}");
		let unknown: Vec<&String> =
			made.iter().filter(|name| !known.contains(name.as_str())).collect();
		assert_eq!(unknown, [""; 0]);
	}

	#[test]
	fn every_question_is_one_that_the_chain_answers() {
		let mut asked = 0;
		for literals in literals("wire::ask(") {
			let [api, rest @ ..] = &literals[..] else { continue };
			if !api.ends_with("Api") {
				continue;
			}
			let api_ = committed().runtime_api_trait_by_name(api);
			let api_ = api_.unwrap_or_else(|| panic!("{api} is not in the committed metadata"));
			if let [method, ..] = rest {
				assert!(api_.method_by_name(method).is_some(), "{api}.{method}");
				asked += 1;
			}
		}
		assert!(asked > 15, "{asked}");
		for (pallet, function) in [
			("IdentityTags", "proposals_of"),
			("IdentityTags", "merges_of"),
			("Representatives", "representatives_of"),
		] {
			let pallet = committed().pallet_by_name(pallet).expect("a pallet; qed");
			assert!(pallet.view_function_by_name(function).is_some(), "{function}");
		}
		for (api, method) in [
			("SubjectIdentityApi", "caseload"),
			("SubjectIdentityApi", "cases_of"),
			("SubjectIdentityApi", "transitions"),
			("SubjectIdentityApi", "terms"),
			("SubjectIdentityApi", "intervals"),
			("OversightApi", "alerts"),
			("OversightApi", "alerts_told"),
		] {
			let api = committed().runtime_api_trait_by_name(api).expect("an API; qed");
			assert!(api.method_by_name(method).is_some(), "{method}");
		}
	}
}
