//! Anchored documents: provenance, attestation, lineage, tombstones.
#![cfg_attr(not(feature = "std"), no_std)]
