mod clock;
mod genesis;
mod invariants;
mod properties;
