//! What the chain answered, put into words.

use crate::{
	error::{Failure, EXIT_REFUSED},
	failure, say, words,
};
use codec::Decode;
use shejiao_primitives::refusal::Refusal;
use subxt::{
	ext::scale_decode,
	metadata::Metadata,
	transactions::{TransactionInvalid, TransactionUnknown},
};

/// The failure of a transaction that the gate or the SDK's checks refuse.
pub fn invalid(reason: &TransactionInvalid) -> Failure {
	let key = match reason {
		TransactionInvalid::Custom(code) => return custom(*code),
		TransactionInvalid::Call => "invalid.Call",
		TransactionInvalid::Payment => "invalid.Payment",
		TransactionInvalid::Future => "invalid.Future",
		TransactionInvalid::Stale => "invalid.Stale",
		TransactionInvalid::BadProof => "invalid.BadProof",
		TransactionInvalid::AncientBirthBlock => "invalid.AncientBirthBlock",
		TransactionInvalid::ExhaustsResources => "invalid.ExhaustsResources",
		TransactionInvalid::BadMandatory => "invalid.BadMandatory",
		TransactionInvalid::MandatoryValidation => "invalid.MandatoryValidation",
		TransactionInvalid::BadSigner => "invalid.BadSigner",
	};
	worded(key, key)
}

/// The failure of a transaction whose validity cannot be told.
pub fn unknown(reason: &TransactionUnknown) -> Failure {
	let key = match reason {
		TransactionUnknown::CannotLookup => "unknown.CannotLookup",
		TransactionUnknown::NoUnsignedValidator => "unknown.NoUnsignedValidator",
		TransactionUnknown::Custom(code) => return custom(*code),
	};
	worded(key, key)
}

/// The failure behind a custom code of an invalid transaction.
fn custom(code: u8) -> Failure {
	match Refusal::decode(&mut &[code][..]) {
		Ok(refusal) => {
			let name = format!("{refusal:?}");
			worded(&format!("refusal.{name}"), &format!("Gate.{name}"))
		},
		Err(_) => failure!("custom-code", number = code).exit(EXIT_REFUSED),
	}
}

/// A failure from the wording `<key>.what` and `<key>.remedy`.
fn worded(key: &str, code: &str) -> Failure {
	Failure {
		code: code.into(),
		what: say!(&format!("{key}.what")),
		remedy: say!(&format!("{key}.remedy")),
		exit: EXIT_REFUSED,
	}
}

/// What a pool answered to a submission, in words: the node's JSON-RPC error.
pub fn pool(error: &subxt_rpcs::Error) -> Option<Failure> {
	let subxt_rpcs::Error::User(error) = error else { return None };
	let data = error.data.as_ref().map(|data| data.get().trim_matches('"').to_string());
	let data = data.unwrap_or_default();
	if let Some(code) = data.strip_prefix("Custom error: ") {
		return code.trim().parse().ok().map(custom);
	}
	// The words of the SDK for `InvalidTransaction`, which are all that a node hands on.
	let invalid_reasons = [
		("Inability to pay some fees", TransactionInvalid::Payment),
		("will be valid in the future", TransactionInvalid::Future),
		("is outdated", TransactionInvalid::Stale),
		("bad signature", TransactionInvalid::BadProof),
		("ancient birth block", TransactionInvalid::AncientBirthBlock),
		("exhaust the block limits", TransactionInvalid::ExhaustsResources),
	];
	if let Some((_, reason)) = invalid_reasons.iter().find(|(words, _)| data.contains(words)) {
		return Some(invalid(reason));
	}
	let key = match error.code {
		1011 => "pool.unknown",
		1012 => "pool.banned",
		1013 => "pool.already-imported",
		1014 => "pool.priority-too-low",
		1015 => "pool.cycle",
		1016 => "pool.full",
		_ => return None,
	};
	Some(worded(key, key))
}

/// Why a call failed, as the runtime encodes it.
#[derive(Clone, Debug, PartialEq, Eq, scale_decode::DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum DispatchError {
	Other,
	CannotLookup,
	BadOrigin,
	Module(ModuleError),
	ConsumerRemaining,
	NoProviders,
	TooManyConsumers,
	Token(Inner),
	Arithmetic(Inner),
	Transactional(Inner),
	Exhausted,
	Corruption,
	Unavailable,
	RootNotAllowed,
	Trie(Inner),
}

/// An error of a pallet: by place of the pallet, and of the error in it.
#[derive(Clone, Debug, PartialEq, Eq, scale_decode::DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ModuleError {
	/// Index of the pallet.
	pub index: u8,
	/// Index of the error, and room for its fields.
	pub error: [u8; 4],
}

/// The name of a variant without fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inner(pub String);

impl scale_decode::IntoVisitor for Inner {
	type AnyVisitor<R: scale_decode::TypeResolver> = InnerVisitor<R>;
	fn into_visitor<R: scale_decode::TypeResolver>() -> InnerVisitor<R> {
		InnerVisitor(core::marker::PhantomData)
	}
}

/// Reads [`Inner`].
pub struct InnerVisitor<R>(core::marker::PhantomData<R>);

impl<R: scale_decode::TypeResolver> scale_decode::Visitor for InnerVisitor<R> {
	type Error = scale_decode::Error;
	type Value<'scale, 'info> = Inner;
	type TypeResolver = R;

	fn visit_variant<'scale, 'info>(
		self,
		value: &mut scale_decode::visitor::types::Variant<'scale, 'info, R>,
		_: R::TypeId,
	) -> Result<Inner, Self::Error> {
		Ok(Inner(value.name().into()))
	}
}

impl DispatchError {
	/// The failure, in words; `metadata` is that of the chain.
	pub fn failure(&self, metadata: &Metadata) -> Failure {
		let plain = |name: &str| worded(&format!("dispatch.{name}"), name);
		match self {
			Self::Module(error) => module(error, metadata),
			Self::Token(Inner(name)) => plain(&format!("Token.{name}")),
			Self::Arithmetic(Inner(name)) => plain(&format!("Arithmetic.{name}")),
			Self::Transactional(Inner(name)) => plain(&format!("Transactional.{name}")),
			Self::Trie(Inner(_)) => plain("Trie"),
			other => plain(&format!("{other:?}")),
		}
	}
}

fn module(error: &ModuleError, metadata: &Metadata) -> Failure {
	let [number, ..] = error.error;
	let found = metadata
		.pallet_by_error_index(error.index)
		.and_then(|pallet| Some((pallet.name(), pallet.error_variant_by_index(number)?)));
	let Some((pallet, variant)) = found else {
		return failure!("unknown-error", pallet = error.index, number = number).exit(EXIT_REFUSED);
	};
	let key = wording_of_error(pallet, &variant.name);
	let code = format!("{pallet}.{}", variant.name);
	match words::lookup(&format!("{key}.what")) {
		Some(_) => worded(&key, &code),
		// A later runtime says something that this client has no words for: its own documentation.
		None => Failure {
			code,
			what: format!("{pallet}.{}: {}", variant.name, variant.docs.join(" ").trim()),
			remedy: String::new(),
			exit: EXIT_REFUSED,
		},
	}
}

/// Whether something can be refused with this code.
pub fn exists(code: &str, metadata: &Metadata) -> bool {
	let of_pallet = code.split_once('.').is_some_and(|(pallet, error)| {
		match metadata.pallet_by_name(pallet).and_then(|pallet| pallet.error_variants()) {
			Some(variants) if !variants.is_empty() => {
				variants.iter().any(|variant| variant.name == error)
			},
			// The client's own metadata leaves errors out, and it has words for each.
			_ => words::lookup(&format!("{}.what", wording_of_error(pallet, error))).is_some(),
		}
	});
	let of_gate = code.strip_prefix("Gate.").map(|name| format!("refusal.{name}.what"));
	of_pallet
		|| of_gate.is_some_and(|key| words::lookup(&key).is_some())
		|| words::lookup(&format!("dispatch.{code}.what")).is_some()
		|| (code.starts_with("invalid.") && words::lookup(&format!("{code}.what")).is_some())
}

/// The bodies are one pallet three times: their errors share one wording.
pub fn wording_of_error(pallet: &str, error: &str) -> String {
	let pallet = match pallet {
		"SupervisoryCommittee" | "FundingCouncil" => "Council",
		other => other,
	};
	format!("error.{pallet}.{error}")
}
