//! What is due: deadlines, working-day calendar, expiry.
#![cfg_attr(not(feature = "std"), no_std)]
