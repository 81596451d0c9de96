//! Property tests on state machines: how many cases, and what each call came to.

use proptest::{
	strategy::{Strategy, ValueTree},
	test_runner::{Config, TestRunner},
};
use std::{collections::BTreeMap, fmt::Debug};

/// Cases of a property test.
pub const CASES: u32 = 256;

/// Calls of a case.
pub const CALLS: usize = 64;

/// Least share of the draws of a call that must succeed, and that must fail: in per cent.
pub const LEAST_SHARE: u64 = 5;

/// What the calls of a property test came to.
#[derive(Default)]
pub struct Tally(BTreeMap<&'static str, (u64, u64)>);

impl Tally {
	/// Note that `call` succeeded or failed.
	pub fn note(&mut self, call: &'static str, succeeded: bool) {
		let (good, bad) = self.0.entry(call).or_default();
		*if succeeded { good } else { bad } += 1;
	}

	/// Print the table and check that every call in `calls` was drawn, and both succeeded and failed
	/// often enough.
	pub fn check(&self, calls: &[&'static str]) {
		println!("{:<32} {:>9} {:>9}", "call", "succeeded", "failed");
		for (call, (good, bad)) in &self.0 {
			println!("{call:<32} {good:>9} {bad:>9}");
		}
		for call in calls {
			let (good, bad) = self.0.get(call).copied().unwrap_or_default();
			let least = (good + bad) * LEAST_SHARE;
			assert!(good + bad > 0, "{call} was never drawn");
			assert!(good * 100 >= least, "{call} succeeded in {good} of {} draws", good + bad);
			assert!(bad * 100 >= least, "{call} failed in {bad} of {} draws", good + bad);
		}
	}
}

/// Run `case` on [`CASES`] histories of [`CALLS`] steps drawn from `step`, the same at every run, and
/// give the tally of all of them. A failing history is shrunk by dropping steps from its end before
/// it is printed.
pub fn histories<S>(step: S, mut case: impl FnMut(&[S::Value], &mut Tally)) -> Tally
where
	S: Strategy,
	S::Value: Debug + Clone,
{
	let mut tally = Tally::default();
	let strategy = proptest::collection::vec(step, CALLS);
	let mut runner = TestRunner::new_with_rng(
		Config::default(),
		proptest::test_runner::TestRng::deterministic_rng(
			proptest::test_runner::RngAlgorithm::ChaCha,
		),
	);
	for number in 0..CASES {
		let steps = strategy
			.new_tree(&mut runner)
			.expect("a vector of drawn steps is never rejected; qed")
			.current();
		let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
			case(&steps, &mut tally);
		}));
		if let Err(panic) = result {
			let mut shortest = steps.len();
			while shortest > 1 {
				let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
					case(&steps[..shortest - 1], &mut Tally::default());
				}))
				.is_err();
				if !failed {
					break;
				}
				shortest -= 1;
			}
			println!("case {number} fails after these steps:\n{:#?}", &steps[..shortest]);
			std::panic::resume_unwind(panic);
		}
	}
	tally
}
