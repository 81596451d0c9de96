//! The externalities in which a pallet's tests run.

use crate::mock;
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, TryRuntimeError};

/// Genesis of a test, and the check that ends it.
pub struct Externalities<Genesis> {
	genesis: Genesis,
	try_state: fn() -> Result<(), TryRuntimeError>,
}

impl<Genesis: BuildStorage> Externalities<Genesis> {
	/// Externalities with `genesis`, checked by `try_state` when the test has run.
	pub fn new(genesis: Genesis, try_state: fn() -> Result<(), TryRuntimeError>) -> Self {
		Self { genesis, try_state }
	}

	/// Reset the mocks, set them up by `prepare`, build the genesis, run `test` and check the state.
	pub fn prepared<R>(self, prepare: impl FnOnce(), test: impl FnOnce() -> R) -> R {
		mock::reset();
		prepare();
		let storage = self.genesis.build_storage().expect("the genesis of a test builds; qed");
		TestExternalities::new(storage).execute_with(|| {
			let result = test();
			if let Err(error) = (self.try_state)() {
				panic!("try-state at the end of the test: {error:?}");
			}
			result
		})
	}

	/// Reset the mocks, build the genesis, run `test` and check the state.
	pub fn execute_with<R>(self, test: impl FnOnce() -> R) -> R {
		self.prepared(|| (), test)
	}

	/// Like [`Self::execute_with`] for a test that breaks the state: gives what try-state says of it.
	pub fn broken_by(self, test: impl FnOnce()) -> TryRuntimeError {
		mock::reset();
		let storage = self.genesis.build_storage().expect("the genesis of a test builds; qed");
		TestExternalities::new(storage).execute_with(|| {
			(self.try_state)().expect("the state is sound before the test breaks it");
			test();
			(self.try_state)().expect_err("try-state did not see the broken state")
		})
	}
}
