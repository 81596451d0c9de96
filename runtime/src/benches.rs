//! Pallets whose weights are measured on this runtime.

frame_benchmarking::define_benchmarks!(
	[pallet_compliance, Compliance]
	[pallet_consortium, Consortium]
	[pallet_endorsement, Endorsement]
	[pallet_gate, Gate]
	[pallet_identity_tags, IdentityTags]
	[pallet_officers, Officers]
	[pallet_oversight, Oversight]
	[pallet_records, Records]
	[pallet_representatives, Representatives]
	[pallet_served_documents, ServedDocuments]
	[pallet_slot_randomness, SlotRandomness]
	[pallet_statutory_clocks, StatutoryClocks]
	[pallet_subject_identity, SubjectIdentity]
	[pallet_validators, Validators]
);
