//! Documents served between agencies: sent, delivered, receipt.
#![cfg_attr(not(feature = "std"), no_std)]
