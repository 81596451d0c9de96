//! Runtime API of pallet-records.
#![cfg_attr(not(feature = "std"), no_std)]
