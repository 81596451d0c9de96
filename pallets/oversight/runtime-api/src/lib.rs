//! Runtime API of pallet-oversight.
#![cfg_attr(not(feature = "std"), no_std)]
