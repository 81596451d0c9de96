//! Alerts, notices that must be answered, lead transfer, detectors.
#![cfg_attr(not(feature = "std"), no_std)]
