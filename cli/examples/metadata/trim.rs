//! The runtime's metadata, trimmed to what the client's code is generated from.

use codec::{Decode, Encode};
use scale_info::{form::PortableForm, TypeDef};
use std::collections::BTreeSet;
use subxt::ext::frame_metadata::{
	v16::{PalletMetadata, RuntimeMetadataV16, StorageEntryType},
	RuntimeMetadata, RuntimeMetadataPrefixed,
};

/// Pallets whose calls, storage and constants the client names.
const PALLETS: &[&str] = &[
	"System",
	"Timestamp",
	"Session",
	"SlotRandomness",
	"LegalTime",
	"Endorsement",
	"Consortium",
	"Officers",
	"Validators",
	"Gate",
	"Compliance",
	"SubjectIdentity",
	"IdentityTags",
	"Representatives",
	"ServedDocuments",
	"Records",
	"StatutoryClocks",
	"Oversight",
];

/// Storage that the client does not read, and whose types are large.
const UNREAD: &[(&str, &str)] = &[("System", "Events"), ("System", "Digest")];

/// Runtime APIs that the client calls.
const APIS: &[&str] = &[
	"Core",
	"AuraApi",
	"LegalTimeApi",
	"SlotRandomnessApi",
	"ConsortiumApi",
	"OfficersApi",
	"ValidatorsApi",
	"GateApi",
	"ComplianceApi",
	"SubjectIdentityApi",
	"ServedDocumentsApi",
	"RecordsApi",
	"StatutoryClocksApi",
	"OversightApi",
];

/// Metadata version 16 of the runtime, without what the client does not use.
///
/// Events and errors are left out: the client decodes those by the metadata of the chain itself, so
/// that it puts into words what a later runtime says.
pub fn trimmed() -> Vec<u8> {
	let metadata = shejiao_runtime::Runtime::metadata_at_version(16)
		.expect("this release of the SDK has metadata version 16");
	let prefixed = RuntimeMetadataPrefixed::decode(&mut &metadata[..])
		.expect("the runtime encodes its metadata");
	let RuntimeMetadata::V16(mut metadata) = prefixed.1 else {
		panic!("version 16 was asked for");
	};
	trim(&mut metadata);
	RuntimeMetadataPrefixed(prefixed.0, RuntimeMetadata::V16(metadata)).encode()
}

fn trim(metadata: &mut RuntimeMetadataV16) {
	metadata.pallets.retain(|pallet| PALLETS.contains(&pallet.name.as_str()));
	metadata.apis.retain(|api| APIS.contains(&api.name.as_str()));
	for pallet in &mut metadata.pallets {
		pallet.event = None;
		pallet.error = None;
		pallet.docs.clear();
		if let Some(storage) = &mut pallet.storage {
			storage
				.entries
				.retain(|entry| !UNREAD.contains(&(pallet.name.as_str(), entry.name.as_str())));
			storage.entries.iter_mut().for_each(|entry| entry.docs.clear());
		}
		pallet.constants.iter_mut().for_each(|constant| constant.docs.clear());
	}
	for api in &mut metadata.apis {
		api.docs.clear();
		api.methods.iter_mut().for_each(|method| method.docs.clear());
	}

	// Of the outer enums stays what belongs to the pallets kept.
	let enums = &metadata.outer_enums;
	let calls = enums.call_enum_ty.id;
	let emptied = [enums.event_enum_ty.id, enums.error_enum_ty.id];
	for ty in &mut metadata.types.types {
		ty.ty.docs.clear();
		if let TypeDef::Variant(variants) = &mut ty.ty.type_def {
			if ty.id == calls {
				variants.variants.retain(|variant| PALLETS.contains(&variant.name.as_str()));
			} else if emptied.contains(&ty.id) {
				variants.variants.clear();
			}
			for variant in &mut variants.variants {
				variant.docs.clear();
			}
		}
		if let TypeDef::Composite(composite) = &mut ty.ty.type_def {
			composite.fields.iter_mut().for_each(|field| field.docs.clear());
		}
	}

	// The code generated names this one type, though nothing that is kept does.
	let mut used: BTreeSet<u32> = metadata
		.types
		.types
		.iter()
		.filter(|ty| ty.ty.path.segments == ["sp_runtime", "DispatchError"])
		.map(|ty| ty.id)
		.collect();
	each_type(metadata, &mut |id| {
		used.insert(*id);
	});
	let renamed = metadata.types.retain(|id| used.contains(&id));
	each_type(metadata, &mut |id| *id = renamed[id]);
}

/// Visit every type id that the metadata names.
fn each_type(metadata: &mut RuntimeMetadataV16, visit: &mut dyn FnMut(&mut u32)) {
	let mut see = |ty: &mut scale_info::interner::UntrackedSymbol<std::any::TypeId>| {
		let mut id = ty.id;
		visit(&mut id);
		*ty = id.into();
	};
	for pallet in &mut metadata.pallets {
		each_type_of_pallet(pallet, &mut see);
	}
	for method in metadata.apis.iter_mut().flat_map(|api| &mut api.methods) {
		method.inputs.iter_mut().for_each(|input| see(&mut input.ty));
		see(&mut method.output);
	}
	let extrinsic = &mut metadata.extrinsic;
	see(&mut extrinsic.address_ty);
	see(&mut extrinsic.call_ty);
	see(&mut extrinsic.signature_ty);
	for extension in &mut extrinsic.transaction_extensions {
		see(&mut extension.ty);
		see(&mut extension.implicit);
	}
	let enums = &mut metadata.outer_enums;
	see(&mut enums.call_enum_ty);
	see(&mut enums.event_enum_ty);
	see(&mut enums.error_enum_ty);
	metadata.custom.map.values_mut().for_each(|value| see(&mut value.ty));
}

fn each_type_of_pallet(
	pallet: &mut PalletMetadata<PortableForm>,
	see: &mut dyn FnMut(&mut scale_info::interner::UntrackedSymbol<std::any::TypeId>),
) {
	if let Some(calls) = &mut pallet.calls {
		see(&mut calls.ty);
	}
	for entry in pallet.storage.iter_mut().flat_map(|storage| &mut storage.entries) {
		match &mut entry.ty {
			StorageEntryType::Plain(value) => see(value),
			StorageEntryType::Map { key, value, .. } => {
				see(key);
				see(value);
			},
		}
	}
	pallet.constants.iter_mut().for_each(|constant| see(&mut constant.ty));
	pallet.associated_types.iter_mut().for_each(|associated| see(&mut associated.ty));
	for function in &mut pallet.view_functions {
		function.inputs.iter_mut().for_each(|input| see(&mut input.ty));
		see(&mut function.output);
	}
}
