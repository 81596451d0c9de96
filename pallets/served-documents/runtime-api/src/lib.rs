//! Runtime API of pallet-served-documents.
#![cfg_attr(not(feature = "std"), no_std)]
