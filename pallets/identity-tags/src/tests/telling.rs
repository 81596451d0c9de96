use super::*;
use frame_support::traits::Hooks;
use shejiao_testing::MockReadLog;

fn next_block() {
	let next = System::block_number() + 1;
	System::set_block_number(next);
	IdentityTags::on_initialize(next);
}

/// Members that are told in the next block, with the record that they have read.
fn told() -> Vec<(MemberId, Subject)> {
	events();
	next_block();
	events()
		.into_iter()
		.map(|event| match event {
			Event::MemberTold { member, through, .. } => (member, through),
			other => panic!("nothing else happens in a block: {other:?}"),
		})
		.collect()
}

/// S69, S71: everybody who read it is told, however many they are.
#[test]
fn every_reader_of_the_evidence_is_told_some_in_each_block() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		let merge = Merges::<Test>::get(merged).expect("was merged; qed");
		let (first, second) = (merge.first.evidence, merge.second.evidence);
		let readers: Vec<_> = (10..15).map(MemberId).collect();
		readers.iter().for_each(|member| MockReadLog::read(first, *member));
		MockReadLog::read(second, CITY);
		take_apart(merged);
		let of = |numbers: &[u32]| -> Vec<_> {
			numbers.iter().map(|n| (MemberId(*n), Subject::Record(first))).collect()
		};
		assert_eq!(told(), of(&[10, 11]));
		assert_eq!(told(), of(&[12, 13]));
		assert_eq!(told(), of(&[14]));
		assert_eq!(told(), [(CITY, Subject::Record(second))]);
		assert!(alerts().contains(&(CITY, Subject::Record(second))));
		assert!(Untold::<Test>::iter().next().is_none());
		assert_eq!(told(), []);
	});
}

#[test]
fn a_full_page_is_followed_by_an_empty_one() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		let first = Merges::<Test>::get(merged).expect("was merged; qed").first.evidence;
		[8, 9].into_iter().for_each(|member| MockReadLog::read(first, MemberId(member)));
		take_apart(merged);
		assert_eq!(told().len(), 2);
		assert_eq!(Untold::<Test>::get(merged), Some(Telling { place: 0, told: 2 }));
		assert_eq!(told(), []);
		assert_eq!(Untold::<Test>::get(merged), Some(Telling { place: 1, told: 0 }));
		assert_eq!(told(), []);
		assert_eq!(Untold::<Test>::get(merged), None);
	});
}

#[test]
fn one_split_after_the_other_is_told() {
	run(|ours, theirs| {
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		let merges = [merge(ours, theirs), merge(third, theirs)];
		for merged in merges {
			let first = Merges::<Test>::get(merged).expect("was merged; qed").first.evidence;
			MockReadLog::read(first, MemberId(30 + merged.0));
			take_apart(merged);
		}
		let mut members: Vec<_> = (0..4).flat_map(|_| told()).map(|(member, _)| member).collect();
		members.sort();
		assert_eq!(members, [MemberId(30), MemberId(31)]);
		assert_eq!(told(), []);
	});
}

/// Whoever has a role on either case, not the first of each role.
#[test]
fn every_party_of_both_cases_is_told_of_a_split() {
	run(|ours, theirs| {
		let police = [MemberId(20), MemberId(21), MemberId(22)];
		for (case, member) in [(ours, police[0]), (ours, police[1]), (theirs, police[2])] {
			MockCases::set_roles(case, member, PartyRoles::POLICE);
		}
		let merged = merge(ours, theirs);
		events();
		take_apart(merged);
		let told: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::MemberTold { member, .. } => Some(member),
				_ => None,
			})
			.collect();
		assert_eq!(told, [CHANCHENG, COURT, police[0], police[1], NANHAI, police[2]], "each once");
	});
}
