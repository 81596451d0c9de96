//! Pallets whose weights are measured on this runtime.

frame_benchmarking::define_benchmarks!(
	[pallet_compliance, Compliance]
	[pallet_consortium, Consortium]
	[pallet_endorsement, Endorsement]
	[pallet_gate, Gate]
	[pallet_officers, Officers]
	[pallet_slot_randomness, SlotRandomness]
	[pallet_validators, Validators]
);
