//! What open clocks cost a block: figures, no checks. `scripts/bench clocks` prints them.

use super::{case::register, *};
use crate::*;
use frame_support::{traits::Hooks, weights::WeightMeter};
use pallet_statutory_clocks::Event as ClockEvent;
use shejiao_primitives::{
	clock::{kinds, Deadlines},
	subject::Subject,
	time::{self, LegalTime as _},
};
use sp_io::TestExternalities;
use std::time::{Duration, Instant};

/// Blocks over which the cost of an empty one is taken.
const BLOCKS: usize = 30;

/// What one block was like.
struct Cost {
	/// Keys whose value was read from the database.
	read: usize,
	/// Keys that were written.
	written: usize,
	/// Nodes of the state's trie that were read for that.
	nodes: usize,
	/// From the beginning of the block to the root of its state, executed natively.
	time: Duration,
	/// Weight charged, in picoseconds.
	charged: u64,
	/// Clocks that warned or ran out.
	fired: usize,
}

fn fired() -> usize {
	System::read_events_for_pallet::<ClockEvent<Runtime>>()
		.iter()
		.filter(|event| {
			let (ClockEvent::ClockWarned { subject, .. }
			| ClockEvent::ClockExpired { subject, .. }) = event
			else {
				return false;
			};
			// The case has others.
			matches!(subject, Subject::Transition(..))
		})
		.count()
}

/// What `block` costs, which leaves the overlay empty.
fn cost(chain: &mut TestExternalities, block: impl FnOnce()) -> Cost {
	let recorder = Default::default();
	let (time, charged, fired) = chain.execute_with_recorder(Clone::clone(&recorder), || {
		let begun = Instant::now();
		block();
		(begun.elapsed(), System::block_weight().total().ref_time(), fired())
	});
	let read = recorder.recorded_keys().values().map(|keys| keys.len()).sum();
	let nodes = recorder.to_storage_proof().len();
	let written = chain.overlayed_changes().changes().count();
	chain.commit_all().expect("no transaction is open; qed");
	Cost { read, written, nodes, time, charged, fired }
}

fn empty() {
	block(|| ());
}

/// A block after `days` real days in which nobody authored.
fn after_days(days: u32) {
	pass_days(days * (time::DAY / DAY) as u32);
}

fn median<T: Ord>(costs: &[Cost], of: impl Fn(&Cost) -> T) -> T {
	let mut all: Vec<T> = costs.iter().map(of).collect();
	all.sort_unstable();
	all.swap_remove(costs.len() / 2)
}

/// A chain of real days with a case of which `open` clocks of its county's bureau are open. Those below
/// `due` end in ten days, the others in a year or two.
fn with_clocks(open: u32, due: u32) -> TestExternalities {
	let mut chain = founded(time::DAY);
	chain.execute_with(|| {
		(0..3).for_each(|_| empty());
		let case = register("a case of many clocks");
		let today = LegalTime::today();
		for n in 0..open {
			let last_day = today.plus(if n < due { 10 } else { 365 + n % 365 });
			let subject = Subject::Transition(case, n);
			let owner = member("county-justice");
			let started =
				StatutoryClocks::start_until(kinds::CERTIFICATE, subject, owner, last_day);
			assert!(started.is_ok());
			if n % 1_000 == 0 {
				System::reset_events();
			}
		}
		System::reset_events();
		empty();
	});
	chain.commit_all().expect("no transaction is open; qed");
	chain
}

/// Time and weight of the clocks' hook alone.
fn hook(chain: &mut TestExternalities) -> (Duration, u64) {
	const TIMES: u32 = 1_000;
	chain.execute_with(|| {
		let mut meter = WeightMeter::new();
		let begun = Instant::now();
		for _ in 0..TIMES {
			meter = WeightMeter::new();
			StatutoryClocks::on_poll(System::block_number(), &mut meter);
		}
		(begun.elapsed() / TIMES, meter.consumed().ref_time())
	})
}

#[test]
#[ignore = "prints figures and checks nothing: scripts/bench clocks"]
fn open_clocks() {
	let micros = |time: Duration| time.as_nanos() as f64 / 1_000.0;
	let charged = |weight: u64| weight as f64 / 1_000_000.0;
	println!("An empty block, median of {BLOCKS}; executed natively, with the root of its state:");
	println!();
	println!("| open clocks | keys read | keys written | nodes read | weight charged | time | the clocks' hook alone: weight charged | time |");
	println!("|---|---|---|---|---|---|---|---|");
	for open in [0, 1_000, 100_000] {
		let mut chain = with_clocks(open, 0);
		let costs: Vec<_> = (0..BLOCKS).map(|_| cost(&mut chain, empty)).collect();
		assert!(costs.iter().all(|cost| cost.fired == 0), "none is due");
		let (time, weight) = hook(&mut chain);
		println!(
			"| {open} | {} | {} | {} | {:.0} µs | {:.0} µs | {:.1} µs | {:.1} µs |",
			median(&costs, |cost| cost.read),
			median(&costs, |cost| cost.written),
			median(&costs, |cost| cost.nodes),
			charged(median(&costs, |cost| cost.charged)),
			micros(median(&costs, |cost| cost.time)),
			charged(weight),
			micros(time),
		);
	}

	let (open, due) = (100_000, 20_000);
	let full = <Runtime as frame_system::Config>::BlockWeights::get().max_block.ref_time();
	println!();
	println!(
		"{open} open, {due} due at once, after a standstill; what a block does not reach follows:"
	);
	println!();
	println!("| they | blocks | of a full one | keys read | keys written | weight charged, of the most | time, median | worst |");
	println!("|---|---|---|---|---|---|---|---|");
	let mut chain = with_clocks(open, due);
	// Two days before their end they warn.
	for (what, days) in [("warn", 9), ("run out", 2)] {
		let mut costs = vec![cost(&mut chain, || after_days(days))];
		while costs.last().is_some_and(|cost| cost.fired > 0) {
			costs.push(cost(&mut chain, empty));
		}
		costs.pop();
		let all: usize = costs.iter().map(|cost| cost.fired).sum();
		assert_eq!(all, due as usize, "each once");
		println!(
			"| {what} | {} | {} | {} | {} | {:.0} % | {:.0} ms | {:.0} ms |",
			costs.len(),
			median(&costs, |cost| cost.fired),
			median(&costs, |cost| cost.read),
			median(&costs, |cost| cost.written),
			median(&costs, |cost| cost.charged) as f64 * 100.0 / full as f64,
			micros(median(&costs, |cost| cost.time)) / 1_000.0,
			micros(costs.iter().map(|cost| cost.time).max().unwrap_or_default()) / 1_000.0,
		);
	}
}
