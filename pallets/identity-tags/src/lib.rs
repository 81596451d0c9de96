//! Duplicate persons: keyed tags, merge and split.
#![cfg_attr(not(feature = "std"), no_std)]
