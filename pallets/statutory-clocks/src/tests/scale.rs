//! Many clocks: the work follows what is due, not what is open.

use super::*;
use std::collections::BTreeMap;

const OPEN: u32 = 100_000;
const DUE: u32 = 20_000;

/// A clock for each of many cases; those below [`DUE`] end on the first day, the others later.
fn fill() {
	for n in 0..OPEN {
		let mut handle = [0; 16];
		handle[..4].copy_from_slice(&n.to_le_bytes());
		let last_day = if n < DUE { today().plus(10) } else { today().plus(40 + n % 300) };
		let subject = Subject::Case(CaseId(handle));
		assert_ok!(StatutoryClocks::start_until(CERTIFICATE, subject, BUREAU, last_day));
		if n % 1_000 == 0 {
			System::reset_events();
		}
	}
	System::reset_events();
}

#[test]
fn a_hundred_thousand_open_and_twenty_thousand_due_at_once() {
	chain(|| {
		fill();
		// Idle as with none: the weight and the keys looked at.
		assert_eq!(poll(), <() as WeightInfo>::on_poll(0));
		MockLegalTime::advance_days(11);
		let fire = StatutoryClocks::fire_weight();
		let mut fired: BTreeMap<ClockId, (u32, u32)> = BTreeMap::new();
		let mut blocks = 0u32;
		loop {
			let spent = poll();
			let told = events();
			// The price of a block is the price of what it did.
			assert_eq!(spent, <() as WeightInfo>::on_poll(0) + fire * told.len() as u64);
			if told.is_empty() {
				break;
			}
			blocks += 1;
			for event in told {
				match event {
					Event::ClockWarned { clock, .. } => fired.entry(clock).or_default().0 += 1,
					Event::ClockExpired { clock, .. } => fired.entry(clock).or_default().1 += 1,
					other => panic!("{other:?}"),
				}
			}
			// Time goes on while the work spills over.
			MockLegalTime::advance(1_000);
		}
		assert_eq!(fired.len() as u32, DUE);
		assert!(fired.iter().all(|(id, counts)| id.0 < DUE.into() && *counts == (1, 1)));
		let per_block = (DUE * 2).div_ceil(blocks);
		assert!(per_block > 50, "{per_block} in a block");
		println!("{OPEN} open, {DUE} due at once: {blocks} blocks of {per_block} entries");
	});
}
