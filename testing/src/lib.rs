//! Mocks of the traits in `primitives`, an externalities builder that ends every test with
//! try-state, and strategies for property tests.
//!
//! The mocks keep their state per thread. [`Externalities::execute_with`] starts from a clean state,
//! so that the cases of a property test do not see each other.

#![deny(missing_docs)]

mod casework;
mod externalities;
mod mock;
pub mod property;
pub mod strategies;

pub use casework::{
	take_heard, Heard, MockAlerting, MockCases, MockCorrectable, MockDeadlines, MockMix,
	MockOnCase, MockOnClock, MockReadLog, MockRecords, MockRegime, MockSubjects, Raised, Started,
};
pub use externalities::Externalities;
pub use mock::{
	MockDirectory, MockDraw, MockLegalTime, MockMembers, MockOnMembership, MockSeats, Told, Voters,
};

/// A moment for tests to start at: 2026-11-21T00:00:00+08:00, when a legal day begins.
pub const START: shejiao_primitives::time::Moment = 1_795_190_400_000;
