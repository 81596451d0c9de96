//! The commands, a file per noun.

pub mod alert;
pub mod case;
pub mod clock;
pub mod compliance;
pub mod council;
pub mod delegation;
pub mod document;
pub mod draw;
pub mod endorse;
pub mod key;
pub mod may_i;
pub mod member;
pub mod network;
pub mod officer;
pub mod peer;
pub mod quota;
pub mod record;
pub mod scenario;
pub mod time;
pub mod today;
pub mod unit;
pub mod validator;
