//! The commands, a file per noun.

pub mod compliance;
pub mod council;
pub mod delegation;
pub mod draw;
pub mod endorse;
pub mod key;
pub mod member;
pub mod network;
pub mod officer;
pub mod peer;
pub mod quota;
pub mod time;
pub mod unit;
pub mod validator;
