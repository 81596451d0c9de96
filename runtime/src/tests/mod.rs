//! Tests of the runtime as a whole: transactions of the members of the `local` network, in real
//! blocks.

mod accused;
mod alerts;
mod attempts;
mod bad_input;
mod bodies;
mod call_table;
mod case;
mod chain;
mod closing;
mod equivocation;
mod figures;
mod histories;
mod inherents;
mod limits;
mod lineage;
mod membership;
mod numbers;
mod officers;
mod open_fields;
mod past;
mod pauses;
mod privacy;
mod questions;
mod quotas;
mod refusals;
mod root_acts;
mod shapes;
mod standing;
mod validators;

pub use bodies::*;
pub use chain::*;
