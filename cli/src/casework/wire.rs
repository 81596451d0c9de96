//! Calls and questions of the case file, typed by the pallets' own types.
//!
//! Arguments are encoded as the pallet encodes them, once the chain's metadata agrees with what this
//! client was made for; answers are decoded likewise. A test decodes every call by the runtime itself.

use crate::{
	client::{committed, At},
	context::Context,
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

/// Send calls as one transaction, all or none.
pub async fn send_all(context: &Context, calls: Vec<Call>) -> Result<Report> {
	let at = context.best().await?;
	match &calls[..] {
		[one] => context.send_call(&one.data(&at)?).await,
		many => {
			// `utility.batch_all` takes the calls as they are encoded, one after the other.
			let mut list = codec::Compact(many.len() as u32).encode();
			for call in many {
				list.extend(call.data(&at)?);
			}
			let batch = Call { pallet: "Utility", name: "batch_all", arguments: list };
			let pallet = at.metadata_ref().pallet_by_name(batch.pallet);
			let index = pallet.and_then(|pallet| {
				Some((pallet.call_index(), pallet.call_variant_by_name(batch.name)?.index))
			});
			let (pallet, name) =
				index.ok_or_else(|| failure!("changed", what = "Utility.batch_all"))?;
			let data = [&[pallet, name], &batch.arguments[..]].concat();
			context.send_call(&data).await
		},
	}
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
	let answer =
		<Result<Vec<u8>, ViewFault>>::decode_all(&mut &bytes[..]).map_err(|_| changed())?;
	let value = answer.map_err(|_| changed())?;
	Ok(T::decode_all(&mut &value[..]).map_err(|_| changed())?)
}

/// Why a view function gave no value: `ViewFunctionDispatchError` of the SDK.
#[derive(Debug, Decode)]
enum ViewFault {
	#[codec(index = 0)]
	_NotImplemented,
	#[codec(index = 1)]
	_NotFound([u8; 32]),
	#[codec(index = 2)]
	_Codec,
}

/// An error that a runtime API names, in words.
pub fn refusal(error: &DispatchError, at: &At) -> crate::error::Failure {
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

/// The place of a pallet in errors on the chain at a block.
pub fn error_index(at: &At, pallet: &str) -> u8 {
	at.metadata_ref().pallet_by_name(pallet).map_or(u8::MAX, |pallet| pallet.error_index())
}
