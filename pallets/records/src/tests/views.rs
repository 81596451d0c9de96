//! What clients are told.

use super::*;
use crate::Audience;
use shejiao_primitives::{record::RecordIndex, subject::Subject};

fn ids(page: crate::RecordPage<u64>) -> Vec<RecordId> {
	page.records.into_iter().map(|info| info.id).collect()
}

fn shown(all: bool, audience: Audience) -> Vec<RecordId> {
	ids(Records::records_of(CASE, 0, 100, all, audience))
}

#[test]
fn the_default_shows_the_corrected_value_alone() {
	chain(|| {
		let old = visit();
		let new = put(CLERK, Anchor { supersedes: Some(old), ..entry(classes::SUPERVISION) });
		let sealed = visit();
		let basis = review(CLERK);
		assert_ok!(Records::seal_record(signed(CHIEF), sealed, basis));
		let doubted = visit();
		let reasons = review(PROCURATOR);
		assert_ok!(Records::dispute(signed(PROCURATOR), doubted, reasons));
		// Nobody should be haunted by what was put right (S69), nor a doubt be hidden.
		assert_eq!(shown(false, Audience::Agency), [new, basis, doubted, reasons]);
		assert_eq!(shown(true, Audience::Agency), [old, new, sealed, basis, doubted, reasons]);
		// What was replaced does not come back when it freezes.
		archive();
		MockLegalTime::advance_days(365);
		settle_looks();
		assert_eq!(status(old), RecordStatus::Frozen);
		assert_eq!(shown(false, Audience::Agency), [new, basis, doubted, reasons]);
	});
}

#[test]
fn pages_go_on_where_the_last_one_ended() {
	chain(|| {
		let all: Vec<_> = (0..150).map(|_| visit()).collect();
		for limit in [1, 7, 64, 100, 1_000] {
			let (mut from, mut seen) = (Some(0), vec![]);
			while let Some(place) = from {
				let page = Records::records_of(CASE, place, limit, false, Audience::Agency);
				assert!(page.records.len() <= limit.min(100) as usize);
				from = page.next;
				seen.extend(ids(page));
			}
			assert_eq!(seen, all);
		}
		assert!(ids(Records::records_of(OTHER_CASE, 0, 9, true, Audience::Agency)).is_empty());
	});
}

#[test]
fn no_gap_tells_the_person_of_a_hidden_record() {
	chain(|| {
		let seen = |from, all| {
			let page = Records::records_of(CASE, from, 2, all, Audience::Person);
			let next = page.next;
			(ids(page), next)
		};
		let mut open = vec![];
		for _ in 0..3 {
			record(CLERK, classes::PROTECTED_PARTY);
			open.push(visit());
			record(CLERK, classes::PROTECTED_PARTY);
		}
		for all in [true, false] {
			assert_eq!(seen(0, all), (open[..2].to_vec(), Some(2)));
			assert_eq!(seen(2, all), (open[2..].to_vec(), None));
			assert_eq!(seen(3, all), (vec![], None));
			assert_eq!(seen(9, all), (vec![], None));
		}
	});
}

#[test]
fn the_person_never_sees_protected_third_parties() {
	chain(|| {
		let witness = record(CLERK, classes::PROTECTED_PARTY);
		let visible = resting_on(&[witness]);
		let derived_from = vec![visible].try_into().expect("one; qed");
		let more = put(CLERK, Anchor { derived_from, ..entry(classes::PROTECTED_PARTY) });
		assert_eq!(shown(true, Audience::Agency), [witness, visible, more]);
		assert_eq!(shown(true, Audience::Person), [visible]);

		let page = Records::records_of(CASE, 0, 100, true, Audience::Agency);
		let hidden: Vec<_> = page.records.iter().map(|info| info.hidden).collect();
		assert_eq!(hidden, [true, false, true]);

		assert!(Records::record(witness, Audience::Agency).is_some());
		assert_eq!(Records::record(witness, Audience::Person), None);
		let told = Records::record(visible, Audience::Person).expect("it is visible; qed");
		assert!(told.info.header.derived_from.is_empty());
		assert_eq!(told.dependants, 0);
		let told = Records::record(visible, Audience::Agency).expect("it is there; qed");
		assert_eq!(told.info.header.derived_from.to_vec(), [witness]);
		assert_eq!(told.dependants, 1);

		let of = |record, audience| Records::dependants(record, None, 10, audience);
		assert_eq!(of(witness, Audience::Person), []);
		assert_eq!(of(visible, Audience::Person), []);
		assert_eq!(of(visible, Audience::Agency), [Subject::Record(more)]);
	});
}

#[test]
fn one_record_tells_its_history() {
	chain(|| {
		let id = record(CLERK, classes::CIRCUMSTANCES);
		let mut expected = vec![(now(), RecordStatus::Anchored)];
		MockLegalTime::advance(5);
		assert_ok!(Records::attest(signed(CONSTABLE), id));
		expected.push((now(), RecordStatus::Trusted));
		MockLegalTime::advance(5);
		disputed(id);
		expected.push((now(), RecordStatus::Disputed));
		let told = Records::record(id, Audience::Agency).expect("it is there; qed");
		assert_eq!(told.history, expected);
		assert_eq!(told.attestations.len(), 1);
		assert_eq!(told.dispute.map(|dispute| dispute.by), Some(PROCURATOR));
		assert_eq!(told.shred, None);
		for (since, status) in expected {
			assert_eq!(Records::status_at(id, since), Some(status));
		}
		assert_eq!(Records::status_at(id, shejiao_testing::START - 1), None);
	});
}

#[test]
fn dependants_come_by_page() {
	chain(|| {
		let id = visit();
		for number in 0..250 {
			assert_ok!(<Records as RecordIndex<u64>>::link(id, Subject::Term(CASE, number)));
		}
		let (mut after, mut seen) = (None, vec![]);
		loop {
			let page = Records::dependants(id, after, 99, Audience::Agency);
			let Some(last) = page.last() else { break };
			after = Some(*last);
			seen.extend(page);
		}
		seen.sort_unstable();
		let all: Vec<_> = (0..250).map(|number| Subject::Term(CASE, number)).collect();
		assert_eq!(seen, all);
	});
}

#[test]
fn uploads_and_gaps_are_told_by_office_and_day() {
	chain(|| {
		let office = Office { member: COUNTY, unit: None };
		let first = today();
		assert_eq!(Records::last_upload(COUNTY), None);
		visit();
		visit();
		MockLegalTime::advance_days(2);
		visit();
		let counts: Vec<_> =
			Records::uploads(office, first, today()).iter().map(|day| day.count).collect();
		assert_eq!(counts, [2, 0, 1]);
		assert_eq!(Records::gaps(office, first, today()), [first.plus(1)]);
		assert_eq!(Records::last_upload(COUNTY), Some(today()));
		assert_eq!(Records::last_upload_of(office), Some(today()));
		let unit = Office { unit: Some(STATION), ..office };
		assert_eq!(Records::last_upload_of(unit), None);
		// The far past is not searched.
		MockDirectory::delegate(COUNTY, STATION, Acts::DAILY_SUPERVISION, now(), now() + DAY);
		record(WARDEN, classes::SUPERVISION);
		let last = today();
		for (days, found) in [(399, Some(last)), (1, None)] {
			MockLegalTime::advance_days(days);
			visit();
			assert_eq!(Records::last_upload_of(unit), found);
			assert_eq!(Records::last_upload_of(office), Some(today()));
		}
		assert_eq!(Records::uploads(office, LegalDate(0), LegalDate(u32::MAX)).len(), 400);
		assert_eq!(Records::uploads(office, today(), first), []);
	});
}
