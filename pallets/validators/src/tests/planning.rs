//! The next set, as a function.

use crate::{
	plan::{most_entering, most_leaving, next_set},
	Cause, Validator,
};
use proptest::prelude::*;
use shejiao_primitives::ids::MemberId;

#[test]
fn the_bounds_of_a_change() {
	let bounds = |n| (most_leaving(n), most_entering(n));
	assert_eq!(bounds(0), (0, u32::MAX));
	assert_eq!([1, 2, 3].map(bounds), [(0, 1); 3]);
	assert_eq!([4, 5, 6].map(bounds), [(1, 1); 3]);
	assert_eq!([7, 10, 100].map(bounds), [(2, 2), (3, 3), (33, 33)]);
}

#[test]
fn the_most_urgent_leave_first() {
	let mut registered: Vec<_> = (0..7u64).map(|a| Validator::new(a, MemberId(a as u32))).collect();
	registered[1].leaving = Some(Cause::OwnWish);
	registered[2].leaving = Some(Cause::MemberNotActive);
	registered[3].leaving = Some(Cause::Removed);
	registered[4].equivocated = true;
	let planned: Vec<_> = (0..7).collect();
	let set = next_set(&planned, &registered, |_| true, 1, 7);
	assert_eq!(set, [0, 1, 2, 5, 6]);
	assert_eq!(next_set(&planned, &registered, |_| true, 6, 7), [0, 1, 2, 3, 5, 6]);
	assert_eq!(next_set(&planned, &registered, |_| true, 7, 7), planned);
}

fn any_validator() -> impl Strategy<Value = (bool, bool, bool, Option<Cause>)> {
	let cause = prop_oneof![
		3 => Just(None),
		1 => Just(Some(Cause::OwnWish)),
		1 => Just(Some(Cause::MemberNotActive)),
		1 => Just(Some(Cause::Removed)),
	];
	(any::<bool>(), any::<bool>(), proptest::bool::weighted(0.2), cause)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_024))]

	/// Whatever is registered: within the bounds, those who stay suffice, and a third of the new set
	/// cannot consist of newcomers.
	#[test]
	fn a_change_keeps_its_bounds(
		drawn in proptest::collection::vec(any_validator(), 1..30), minimum in 1u32..12,
	) {
		let registered: Vec<_> = drawn
			.iter()
			.enumerate()
			.map(|(i, (_, _, equivocated, leaving))| Validator {
				account: i,
				member: MemberId(i as u32),
				leaving: *leaving,
				equivocated: *equivocated,
			})
			.collect();
		// Who is in the set has keys.
		let planned: Vec<_> = (0..drawn.len()).filter(|i| drawn[*i].0).collect();
		let keyed = |i: &usize| drawn[*i].0 || drawn[*i].1;
		let set = next_set(&planned, &registered, keyed, minimum, 20.max(planned.len() as u32));

		let stay: Vec<_> = planned.iter().filter(|i| set.contains(i)).collect();
		let gone = planned.len() - stay.len();
		let entered = set.len() - stay.len();
		let n = planned.len() as u32;
		prop_assert!(gone as u32 <= n.saturating_sub(1) / 3);
		prop_assert!(gone == 0 || stay.len() as u32 >= minimum);
		prop_assert!(n == 0 || entered as u32 <= most_entering(n));
		prop_assert!(n < 3 || 3 * entered < set.len() || entered <= 1);
		prop_assert!(set.iter().all(keyed));
		prop_assert!(set.iter().all(|i| planned.contains(i) || registered[*i].is_wanted()));
		prop_assert!(planned.iter().all(|i| set.contains(i) || !registered[*i].is_wanted()));
		prop_assert!(set.starts_with(&stay.into_iter().copied().collect::<Vec<_>>()));
	}
}
