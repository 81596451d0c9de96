//! Every invariant, broken on purpose.

use super::*;
use crate::{
	Attestation, Attestations, CaseCount, CasePages, Classes, ClassesCount, DependantsCount,
	DeviceRoot, DeviceRoots, Dispute, Disputes, Drawn, FirstOpen, FirstUndrawn, Job, LastUpload,
	Links, NextRecheck, Queue, QueueBounds, RecheckId, RecheckOutcome, Rechecks, ShredProposal,
	ShredProposals, StatusCount, UploadPages, Uploads,
};
use shejiao_primitives::{history::Entry, ids::DrawId, subject::Subject};
use shejiao_testing::MockDraw;

/// Stands, is the source of `MIDDLE`.
const SOURCE: RecordId = RecordId(0);
/// Was replaced by `NEW`.
const OLD: RecordId = RecordId(1);
const NEW: RecordId = RecordId(2);
const MIDDLE: RecordId = RecordId(3);
/// Reasons of the dispute.
const REASONS: RecordId = RecordId(4);
const DOUBTED: RecordId = RecordId(5);
const OFFICE: Office = Office { member: COUNTY, unit: None };

/// What is said of a state with one of everything, broken by `by`.
fn says(what: &str, by: impl FnOnce()) {
	let error = Externalities::new(genesis(), Records::do_try_state).broken_by(|| {
		setting();
		assert_eq!(visit(), SOURCE);
		assert_eq!(visit(), OLD);
		put(CLERK, Anchor { supersedes: Some(OLD), ..entry(classes::SUPERVISION) });
		assert_eq!(resting_on(&[SOURCE]), MIDDLE);
		assert_eq!(review(PROCURATOR), REASONS);
		assert_eq!(record(CLERK, classes::CIRCUMSTANCES), DOUBTED);
		assert_ok!(Records::attest(signed(CONSTABLE), DOUBTED));
		assert_ok!(Records::dispute(signed(PROCURATOR), DOUBTED, REASONS));
		let schema = Some(crate::SchemaRef { id: 900, version: 1 });
		let (root, class) = (H256::zero(), classes::DEVICE_READINGS);
		let by_clerk = signed(CLERK);
		let day = today();
		MockLegalTime::advance_days(1);
		assert_ok!(Records::anchor_device_root(by_clerk, class, None, day, schema, root, 1));
		assert_ok!(Records::request_recheck(signed(PROCURATOR), OFFICE, day, 0));
		assert_ok!(Records::request_recheck(signed(PROCURATOR), OFFICE, day, 0));
		MockDraw::decide(DrawId(0), 0);
		block();
		Records::do_try_state().expect("sound before it is broken");
		by();
	});
	let error = format!("{error:?}");
	assert!(error.contains(what), "{error} instead of {what}");
}

fn change(record: RecordId, f: impl FnOnce(&mut Header<u64>)) {
	Headers::<Test>::mutate(record, |header| f(header.as_mut().expect("it exists; qed")));
}

#[test]
fn classes_that_do_not_fit_are_seen() {
	let class = classes::END;
	says("an entry below the counter is missing", || ClassesCount::<Test>::insert(class, 2));
	says("a class without a counter", || ClassesCount::<Test>::remove(class));
	says("a class out of bounds", || {
		let mut rule = Records::class(class).expect("founding; qed");
		rule.writers.clear();
		Classes::<Test>::insert(class, 0, Entry { since: 0, value: Some(rule) });
	});
	says("a class was used again after its end", || {
		Classes::<Test>::insert(class, 0, Entry { since: 0, value: None });
	});
}

#[test]
fn headers_that_do_not_fit_are_seen() {
	says("a record from the future", || NextRecord::<Test>::put(RecordId(1)));
	says("a record is missing", || NextRecord::<Test>::put(RecordId(7)));
	says("a record of no class of documents", || {
		change(SOURCE, |h| h.class = classes::DEVICE_READINGS)
	});
	says("a record of no class of documents", || change(SOURCE, |h| h.class = ClassId(99)));
	says("an act later than its entry", || {
		let later = today().plus(9);
		change(SOURCE, |h| h.act_date = later)
	});
	says("the liable officer is named twice", || change(SOURCE, |h| h.entered_by = Some(CLERK)));
	says("a tombstone says where the document was", || {
		change(SOURCE, |h| h.status = RecordStatus::Shredded)
	});
}

#[test]
fn statuses_that_do_not_fit_are_seen() {
	let push = |place, value| {
		StatusCount::<Test>::insert(SOURCE, place + 1);
		Statuses::<Test>::insert(SOURCE, place, Entry { since: now(), value });
	};
	says("an entry below the counter is missing", || StatusCount::<Test>::insert(SOURCE, 1));
	says("a record that began otherwise", || change(SOURCE, |h| h.initial = RecordStatus::Sealed));
	says("a status before the entry", || {
		StatusCount::<Test>::insert(SOURCE, 1);
		let value = RecordStatus::Sealed;
		Statuses::<Test>::insert(SOURCE, 0, Entry { since: 1, value });
	});
	says("a status that may not follow the one before", || push(0, RecordStatus::Anchored));
	says("the status is not the last one", || push(0, RecordStatus::Sealed));
	says("a status of no record", || {
		let value = RecordStatus::Sealed;
		Statuses::<Test>::insert(RecordId(99), 0, Entry { since: 1, value });
	});
}

#[test]
fn replacements_that_do_not_fit_are_seen() {
	says("nothing was replaced", || change(SOURCE, |h| h.supersedes = Some(RecordId(99))));
	says("a replacement that does not fit", || change(MIDDLE, |h| h.supersedes = Some(OLD)));
	says("replaced by nothing", || change(SOURCE, |h| h.superseded_by = Some(NEW)));
	says("a replaced record that stands", || {
		change(OLD, |h| h.superseded_by = None);
		change(NEW, |h| h.supersedes = None);
	});
}

#[test]
fn indexes_that_do_not_fit_are_seen() {
	says("the counters of cases", || CaseCount::<Test>::insert(CASE, 5));
	says("the counters of cases", || CaseCount::<Test>::insert(OTHER_CASE, 0));
	says("the records of a case", || {
		CasePages::<Test>::mutate(CASE, 0, |page| page[0] = RecordId(1))
	});
	says("the records of a case", || CasePages::<Test>::remove(CASE, 0));
	let day = LegalDate(20_778);
	says("the counters of uploads", || Uploads::<Test>::insert(OFFICE, day, 1));
	says("the uploads of a day", || UploadPages::<Test>::remove((OFFICE, day), 0));
	says("the last upload", || LastUpload::<Test>::insert(COUNTY, LegalDate(1)));
}

#[test]
fn lineage_that_does_not_fit_is_seen() {
	let link = |source, dependant| {
		Links::<Test>::insert(source, dependant, ());
		let count = Links::<Test>::iter_key_prefix(source).count() as u32;
		DependantsCount::<Test>::insert(source, count);
	};
	says("a source does not exist", || link(RecordId(99), Subject::Case(CASE)));
	says("lineage runs forward", || link(NEW, Subject::Record(SOURCE)));
	says("a dependant does not name its source", || link(SOURCE, Subject::Record(NEW)));
	says("a source does not know its dependant", || {
		Links::<Test>::remove(SOURCE, Subject::Record(MIDDLE));
		DependantsCount::<Test>::remove(SOURCE);
	});
	says("the counters of dependants", || DependantsCount::<Test>::insert(SOURCE, 2));
	says("too much rests on a record", || {
		(0..1_101).for_each(|number| link(SOURCE, Subject::Term(CASE, number)))
	});
}

#[test]
fn a_queue_that_does_not_fit_is_seen() {
	let job = || {
		let to = RecordStatus::Superseded;
		Job { root: OLD, to, node: OLD, told: to, after: None }
	};
	says("the queue ends before it begins", || QueueBounds::<Test>::put((1, 0)));
	says("the queue has a gap", || QueueBounds::<Test>::put((0, 1)));
	says("the queue has a gap", || Queue::<Test>::insert(0, job()));
	says("a mark is not what the sources say", || change(MIDDLE, |h| h.source_corrected = true));
	says("a mark is not what the sources say", || change(SOURCE, |h| h.source_corrected = true));
}

#[test]
fn trust_that_does_not_fit_is_seen() {
	let dispute = || Dispute { member: None, by: GUARDIAN, reasons: REASONS, since: now() };
	says("the disputes are not those", || Disputes::<Test>::remove(DOUBTED));
	says("the disputes are not those", || Disputes::<Test>::insert(SOURCE, dispute()));
	says("a dispute of no record", || Disputes::<Test>::insert(RecordId(99), dispute()));
	let vouch = |record, member| {
		let mut all = Attestations::<Test>::get(record);
		let one = Attestation { member, officer: CLERK, at: now() };
		all.try_push(one).expect("room; qed");
		Attestations::<Test>::insert(record, all);
	};
	says("an attestation of no record", || vouch(RecordId(99), POLICE));
	says("a member vouches twice, or for itself", || vouch(DOUBTED, COUNTY));
	says("a member vouches twice, or for itself", || vouch(DOUBTED, POLICE));
	let proposal = |basis| ShredProposal { by: CLERK, member: COUNTY, basis, since: now() };
	says("nothing is to be destroyed", || {
		ShredProposals::<Test>::insert(RecordId(99), proposal(REASONS))
	});
	says("a record that may not be destroyed", || {
		ShredProposals::<Test>::insert(DOUBTED, proposal(REASONS))
	});
	says("a record that may not be destroyed", || {
		ShredProposals::<Test>::insert(SOURCE, proposal(RecordId(99)))
	});
}

#[test]
fn roots_that_do_not_fit_are_seen() {
	let root = |count| DeviceRoot { root: H256::zero(), count, schema: None, entered: now() };
	let insert = |day, class, count| {
		DeviceRoots::<Test>::insert((OFFICE, day), class, root(count));
	};
	let readings = classes::DEVICE_READINGS;
	let yesterday = || LegalDate(today().0 - 1);
	says("a root over nothing", || insert(yesterday(), readings, 0));
	says("of a day that was not over", || insert(today(), readings, 1));
	says("readings of a class of documents", || insert(yesterday(), classes::END, 1));
}

#[test]
fn checks_that_do_not_fit_are_seen() {
	let change = |id, f: &dyn Fn(&mut crate::Recheck)| {
		Rechecks::<Test>::mutate(RecheckId(id), |check| f(check.as_mut().expect("it exists; qed")))
	};
	says("checks out of order", || FirstOpen::<Test>::put(RecheckId(2)));
	says("checks out of order", || NextRecheck::<Test>::put(RecheckId(0)));
	says("a check is missing", || NextRecheck::<Test>::put(RecheckId(3)));
	says("checks were not drawn in order", || FirstUndrawn::<Test>::put(RecheckId(0)));
	says("a check was passed over", || FirstOpen::<Test>::put(RecheckId(1)));
	says("drawn from another office or day", || {
		let due = today();
		change(0, &|check| check.drawn = Some(Drawn { record: REASONS, due }))
	});
	says("answered before it was drawn", || {
		change(1, &|check| check.outcome = Some(RecheckOutcome::Matches))
	});
	says("a check from the future", || {
		let check = Rechecks::<Test>::get(RecheckId(1)).expect("it exists; qed");
		Rechecks::<Test>::insert(RecheckId(9), check);
	});
}

#[test]
fn archives_that_do_not_fit_are_seen() {
	use crate::{Archives, DayKey, Look, Looks};
	says("are not looked through on their days", || {
		archive();
		Looks::<Test>::remove(DayKey::new(today()), CASE);
	});
	says("are not looked through on their days", || {
		archive();
		Looks::<Test>::insert(DayKey::new(today().plus(1)), CASE, Look::default());
	});
	says("are not looked through on their days", || {
		Looks::<Test>::insert(DayKey::new(today()), CASE, Look::default());
	});
	says("an archived record never freezes", || {
		archive();
		Looks::<Test>::remove(DayKey::new(today()), CASE);
		Archives::<Test>::mutate(CASE, |archive| {
			archive.as_mut().expect("it is archived; qed").look = None;
		});
	});
}
