//! Runtime API of pallet-statutory-clocks.
#![cfg_attr(not(feature = "std"), no_std)]
