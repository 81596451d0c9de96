//! `add_lineage`.

use super::*;
use crate::{Links, MAX_SOURCES};
use frame_support::assert_noop;
use shejiao_primitives::{record::RecordIndex, regime::ModuleId, subject::Subject};
use shejiao_testing::MockRegime;

fn refused(record: RecordId, source: RecordId, error: Error<Test>) {
	assert_noop!(Records::add_lineage(signed(CLERK), record, source), error);
}

#[test]
fn lineage_that_is_found_out_later_is_entered() {
	chain(|| {
		let (source, id) = (visit(), visit());
		assert_ok!(Records::add_lineage(signed(CLERK), id, source));
		assert_eq!(header(id).derived_from.to_vec(), [source]);
		let dependant = Subject::Record(id);
		assert!(Links::<Test>::contains_key(source, dependant));
		assert!(happened(Event::DependantLinked { source, dependant }));
		refused(id, source, Error::AlreadyExists);
	});
}

#[test]
fn it_never_runs_forward_nor_in_a_circle() {
	chain(|| {
		let first = visit();
		let second = resting_on(&[first]);
		let third = resting_on(&[second]);
		refused(first, first, Error::LineageCycle);
		refused(first, second, Error::LineageCycle);
		refused(first, third, Error::LineageCycle);
		refused(second, third, Error::LineageCycle);
		refused(first, RecordId(99), Error::NotFound);
		refused(RecordId(99), first, Error::NotFound);
		let linked = <Records as RecordIndex<u64>>::link(third, Subject::Record(first));
		assert_noop!(linked, Error::<Test>::LineageCycle);
	});
}

#[test]
fn it_stays_in_the_case() {
	chain(|| {
		let elsewhere = put(CLERK, Anchor { case: OTHER_CASE, ..entry(classes::SUPERVISION) });
		let id = visit();
		refused(id, elsewhere, Error::OtherRecord);
	});
}

#[test]
fn it_has_a_bound() {
	chain(|| {
		let sources: Vec<_> = (0..=MAX_SOURCES).map(|_| visit()).collect();
		let (last, all) = sources.split_last().expect("nine; qed");
		let id = resting_on(all);
		refused(id, *last, Error::MaxSourcesExceeded);
	});
}

#[test]
fn a_record_of_which_a_source_is_in_doubt_is_marked_at_once() {
	chain(|| {
		let (source, id) = (visit(), visit());
		disputed(source);
		let above = resting_on(&[id]);
		assert_ok!(Records::add_lineage(signed(CLERK), id, source));
		assert!(header(id).source_corrected);
		settle_queue();
		assert!(header(above).source_corrected);
		// And one that is anchored upon such a source.
		assert!(header(resting_on(&[source])).source_corrected);
	});
}

#[test]
fn it_takes_a_writer_of_the_class_and_no_pause() {
	chain(|| {
		let (source, id) = (visit(), visit());
		for who in [STRANGER, JUDGE, NURSE] {
			let added = Records::add_lineage(signed(who), id, source);
			assert_noop!(added, Error::<Test>::NotAuthorized);
		}
		MockRegime::pause(ModuleId::Records, true);
		refused(id, source, Error::ModulePaused);
	});
}

#[test]
fn nothing_rests_on_a_tombstone() {
	chain(|| {
		let mut rule = Records::class(classes::SUPERVISION).expect("founding; qed");
		rule.retention = crate::Retention::Working { days: 1 };
		assert_ok!(Records::set_class(signed(COUNCIL), classes::SUPERVISION, Box::new(rule)));
		let (source, id, list) = (visit(), visit(), review(CHIEF));
		MockLegalTime::advance_days(1);
		assert_ok!(Records::propose_shred(signed(CLERK), source, list));
		assert_ok!(Records::confirm_shred(signed(CHIEF), source));
		refused(id, source, Error::WrongStatus);
	});
}
