//! Runtime API of pallet-subject-identity.
#![cfg_attr(not(feature = "std"), no_std)]
