//! Persons' representatives on cases: guardian, lawyer, the person.
#![cfg_attr(not(feature = "std"), no_std)]
