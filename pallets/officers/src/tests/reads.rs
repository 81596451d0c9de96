use super::*;
use crate::ListedOfficer;
use frame_support::assert_ok;
use shejiao_primitives::member::Standing;
use shejiao_testing::{MockLegalTime, MockMembers};

#[test]
fn the_officers_of_a_member_come_in_pages() {
	run(|| {
		for account in 20..27 {
			assert_ok!(appoint(BUREAU, account, Duties::CASEWORK));
		}
		assert_ok!(appoint(COURT, 40, Duties::CASEWORK));
		assert_ok!(dismiss(BUREAU, 22));
		let mut seen = Vec::new();
		let mut from = None;
		loop {
			let page: Vec<ListedOfficer<u64>> = Officers::officers_of(BUREAU_ID, from, 4);
			assert!(page.len() <= 4);
			let Some(last) = page.last() else { break };
			from = Some(last.account);
			seen.extend(page.iter().map(|officer| officer.account));
		}
		seen.sort_unstable();
		assert_eq!(seen, [20, 21, 23, 24, 25, 26]);
		assert!(Officers::officers_of(BUREAU_ID, None, 0).is_empty());
		let court = Officers::officers_of(COURT_ID, None, u32::MAX);
		assert_eq!(court.len(), 1);
		assert_eq!(court[0].post.member, COURT_ID);
	});
}

#[test]
fn the_last_post_is_told_when_it_is_over() {
	run(|| {
		assert_eq!(Officers::last_post(&20), None);
		assert_ok!(appoint_as(BUREAU, 20, Duties::CASEWORK, Category::Auxiliary, START + DAY,));
		MockLegalTime::advance(2 * DAY);
		let post = Officers::last_post(&20).expect("had one");
		assert_eq!((post.valid_from, post.valid_until), (START, START + DAY));
		assert_eq!(Officers::post_at(&20, START + DAY), None);
		assert_eq!(Officers::post_at(&20, START), Some(post));
	});
}

#[test]
fn the_standing_of_a_member_decides_over_its_officers_at_that_moment() {
	run(|| {
		assert_ok!(appoint(BUREAU, 20, Duties::CASEWORK));
		assert_ok!(appoint_as(SOCIAL, 30, Duties::CASEWORK, Category::Auxiliary, YEAR_END));
		let standings = [
			(Standing::Suspended, true),
			(Standing::Lapsed, false),
			(Standing::Active, true),
			(Standing::Withdrawn, false),
			(Standing::Expelled, false),
		];
		for (day, (standing, remains)) in (1..).zip(standings) {
			MockLegalTime::set(START + day * DAY);
			MockMembers::set_standing(BUREAU_ID, standing);
			MockMembers::set_standing(SOCIAL_ID, standing);
			assert!(officer(20).is_some(), "the law orders a bureau's calls when {standing:?}");
			assert_eq!(officer(30).is_some(), remains, "a social organisation {standing:?}");
		}
		for (day, (_, remained)) in (1..).zip(standings) {
			assert_eq!(officer_at(30, START + day * DAY).is_some(), remained);
		}
		assert!(officer_at(30, START).is_some());
	});
}
