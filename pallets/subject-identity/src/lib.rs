//! Cases: handle, category, stage, term, parties, restriction, sealing.
#![cfg_attr(not(feature = "std"), no_std)]
