//! `anchor`.

use super::*;
use crate::{types::MAX_SIZE, AllowedSuite, SchemaRef};
use frame_support::{assert_noop, dispatch::DispatchResultWithPostInfo};

fn refused(who: u64, entry: Anchor<u64>, error: Error<Test>) {
	assert_noop!(Records::anchor(signed(who), Box::new(entry)), error);
}

#[test]
fn all_that_is_known_of_a_document_stands_in_its_header() {
	chain(|| {
		let seal = vec![7; 64].try_into().ok();
		let id = put(CLERK, Anchor { seal: seal.clone(), ..entry(classes::SUPERVISION) });
		let expected = Header {
			case: CASE,
			class: classes::SUPERVISION,
			schema: None,
			suite: SuiteId::International,
			commitment: H256::repeat_byte(1),
			ciphertext: H256::repeat_byte(2),
			size: 3,
			locator: H256::repeat_byte(4),
			act_date: today(),
			entered: now(),
			author: Office { member: COUNTY, unit: None },
			officer: CLERK,
			entered_by: None,
			seal,
			supersedes: None,
			superseded_by: None,
			derived_from: Default::default(),
			initial: RecordStatus::Trusted,
			status: RecordStatus::Trusted,
			source_corrected: false,
		};
		assert_eq!(header(id), expected);
		assert!(happened(Event::Anchored { record: id, header: Box::new(expected) }));
		assert_eq!(Records::last_upload(COUNTY), Some(today()));
	});
}

#[test]
fn an_unknown_class_or_case_is_refused() {
	chain(|| {
		refused(CLERK, entry(ClassId(77)), Error::UnknownClass);
		refused(CLERK, entry(classes::DEVICE_READINGS), Error::WrongClass);
		let elsewhere = Anchor { case: case_number(9), ..entry(classes::SUPERVISION) };
		refused(CLERK, elsewhere, Error::NotAuthorized);
		assert_ok!(Records::retire_class(signed(COUNCIL), classes::SUPERVISION));
		refused(CLERK, entry(classes::SUPERVISION), Error::UnknownClass);
	});
}

#[test]
fn whoever_has_no_role_does_not_learn_which_cases_there_are() {
	chain(|| {
		for who in [NURSE, STRANGER] {
			for days in [0, 1] {
				let act_date = today().plus(days);
				let answers = [CASE, case_number(9)].map(|case| {
					let paper = Anchor { case, act_date, ..entry(classes::CIRCUMSTANCES) };
					let error =
						if days > 0 { Error::InTheFuture } else { Error::<Test>::NotAuthorized };
					refused(who, paper.clone(), error);
					Records::check_batch(who, vec![paper])
				});
				assert!(answers[0].is_err() && answers[0] == answers[1]);
			}
		}
	});
}

#[test]
fn a_writer_needs_kind_role_and_duty() {
	chain(|| {
		refused(STRANGER, entry(classes::SUPERVISION), Error::NotAuthorized);
		refused(GUARDIAN, entry(classes::SUPERVISION), Error::NotAuthorized);
		// The duty of approval alone writes nothing.
		refused(DEPUTY, entry(classes::SUPERVISION), Error::NotAuthorized);
		// The city has no role on the case.
		refused(INSPECTOR, entry(classes::SUPERVISION), Error::NotAuthorized);
		// The court writes no supervision, and the police no decision.
		refused(JUDGE, entry(classes::SUPERVISION), Error::NotAuthorized);
		refused(CONSTABLE, entry(classes::DECISIONS), Error::NotAuthorized);
		record(JUDGE, classes::DECISIONS);
		record(CONSTABLE, classes::SUPERVISION);
	});
}

#[test]
fn a_helper_writes_once_it_takes_part() {
	chain(|| {
		refused(NURSE, entry(classes::CIRCUMSTANCES), Error::NotAuthorized);
		MockCases::set_roles(CASE, HOSPITAL, PartyRoles::ASSISTING);
		let id = record(NURSE, classes::CIRCUMSTANCES);
		assert_eq!(status(id), RecordStatus::Anchored);
	});
}

#[test]
fn a_unit_writes_what_is_delegated_to_it() {
	chain(|| {
		refused(WARDEN, entry(classes::SUPERVISION), Error::NotAuthorized);
		let acts = Acts::DAILY_SUPERVISION;
		MockDirectory::delegate(COUNTY, STATION, acts, now(), now() + DAY);
		let id = record(WARDEN, classes::SUPERVISION);
		assert_eq!(header(id).author, Office { member: COUNTY, unit: Some(STATION) });
		// Plans were not delegated, protected third parties never are.
		refused(WARDEN, entry(classes::GROUP_AND_PLAN), Error::NotAuthorized);
		refused(WARDEN, entry(classes::PROTECTED_PARTY), Error::NotAuthorized);
		MockLegalTime::advance(DAY);
		refused(WARDEN, entry(classes::SUPERVISION), Error::NotAuthorized);
	});
}

#[test]
fn a_unit_of_the_police_needs_no_delegation() {
	chain(|| {
		appoint(CONSTABLE, POLICE, Some(OTHER_STATION), Duties::RECORDS);
		record(CONSTABLE, classes::SUPERVISION);
	});
}

#[test]
fn the_superior_writes_for_an_agency_by_order() {
	chain(|| {
		refused(INSPECTOR, entry(classes::SUPERVISION), Error::NotAuthorized);
		MockMembers::add_order(CITY, COUNTY);
		let id = record(INSPECTOR, classes::SUPERVISION);
		assert_eq!(header(id).author.member, CITY);
	});
}

#[test]
fn a_former_party_enters_its_acts_late() {
	chain(|| {
		MockLegalTime::advance_days(1);
		let then = today();
		MockLegalTime::advance_days(1);
		MockCases::set_roles(CASE, POLICE, PartyRoles::NONE);
		MockLegalTime::advance_days(3);
		refused(CONSTABLE, entry(classes::SUPERVISION), Error::NotAuthorized);
		let id = put(CONSTABLE, Anchor { act_date: then, ..entry(classes::SUPERVISION) });
		assert_eq!((header(id).act_date, header(id).entered), (then, now()));
	});
}

#[test]
fn an_act_is_never_of_the_future() {
	chain(|| {
		let tomorrow = Anchor { act_date: today().plus(1), ..entry(classes::SUPERVISION) };
		refused(CLERK, tomorrow, Error::InTheFuture);
	});
}

#[test]
fn the_exact_kind_stays_inside_the_commitment() {
	chain(|| {
		let schema = Some(SchemaRef { id: 400, version: 1 });
		let exposed = Anchor { schema, ..entry(classes::SUPERVISION) };
		refused(CLERK, exposed, Error::SchemaExposed);
	});
}

#[test]
fn where_the_schema_stands_in_the_open_it_must_be_known() {
	chain(|| {
		let mut rule = Records::class(classes::CORRESPONDENCE).expect("founding; qed");
		rule.schema_in_open = true;
		assert_ok!(Records::set_class(signed(COUNCIL), classes::CORRESPONDENCE, Box::new(rule)));
		let letter = |schema| Anchor { schema, ..entry(classes::CORRESPONDENCE) };
		let of = |id, version| Some(SchemaRef { id, version });
		refused(CLERK, letter(None), Error::UnknownSchema);
		refused(CLERK, letter(of(1_200, 2)), Error::UnknownSchema);
		refused(CLERK, letter(of(400, 1)), Error::UnknownSchema);
		let id = put(CLERK, letter(of(1_200, 1)));
		assert_eq!(header(id).schema, of(1_200, 1));
	});
}

#[test]
fn a_suite_is_taken_until_its_sunset() {
	chain(|| {
		let mut rule = Records::class(classes::SUPERVISION).expect("founding; qed");
		let sunset = AllowedSuite { suite: SuiteId::International, until: Some(now() + DAY) };
		rule.suites = vec![sunset].try_into().expect("one; qed");
		assert_ok!(Records::set_class(signed(COUNCIL), classes::SUPERVISION, Box::new(rule)));
		let of = |suite| Anchor { suite, ..entry(classes::SUPERVISION) };
		refused(CLERK, of(SuiteId::Gmt), Error::SuiteNotAllowed);
		put(CLERK, of(SuiteId::International));
		MockLegalTime::advance(DAY - 1);
		put(CLERK, of(SuiteId::International));
		MockLegalTime::advance(1);
		refused(CLERK, of(SuiteId::International), Error::SuiteNotAllowed);
	});
}

#[test]
fn size_and_seal_have_bounds() {
	chain(|| {
		put(CLERK, Anchor { size: MAX_SIZE, ..entry(classes::SUPERVISION) });
		let large = Anchor { size: MAX_SIZE + 1, ..entry(classes::SUPERVISION) };
		refused(CLERK, large, Error::SizeOutOfBounds);
		for suite in [SuiteId::International, SuiteId::Gmt] {
			for (length, good) in [(0, false), (63, false), (64, true), (65, false), (128, false)] {
				let seal = Some(vec![7; length].try_into().expect("in bounds; qed"));
				let sealed = Anchor { suite, seal, ..entry(classes::SUPERVISION) };
				if good {
					put(CLERK, sealed);
				} else {
					refused(CLERK, sealed, Error::SealOutOfBounds);
				}
			}
		}
	});
}

#[test]
fn a_longer_seal_or_locator_is_no_call_at_all() {
	use codec::{Decode, Encode};
	chain(|| {
		let seal = Some(vec![7; 128].try_into().expect("in bounds; qed"));
		let bytes = Anchor { seal, ..entry(classes::SUPERVISION) }.encode();
		assert!(Anchor::<u64>::decode(&mut &bytes[..]).is_ok());
		// The length of 128 (compact: 01 02) becomes 129.
		let place = bytes.windows(3).position(|w| w == [1, 1, 2]).expect("the seal; qed");
		let mut longer = bytes.clone();
		longer[place + 1] = 5;
		longer.insert(place + 3, 7);
		assert!(Anchor::<u64>::decode(&mut &longer[..]).is_err());
	});
}

#[test]
fn the_liable_officer_was_one_of_the_author_that_day() {
	chain(|| {
		let by = |officer| Anchor { officer: Some(officer), ..entry(classes::SUPERVISION) };
		let id = put(CLERK, by(CHIEF));
		assert_eq!((header(id).officer, header(id).entered_by), (CHIEF, Some(CLERK)));
		let id = put(CLERK, by(CLERK));
		assert_eq!((header(id).officer, header(id).entered_by), (CLERK, None));
		refused(CLERK, by(STRANGER), Error::NotOfficerThen);
		refused(CLERK, by(CONSTABLE), Error::NotOfficerThen);

		MockLegalTime::advance_days(1);
		let last = today();
		MockLegalTime::advance(DAY / 2);
		MockDirectory::dismiss(&CHIEF);
		// Dismissed at noon, it still answers for the morning, but not for the day after.
		put(CLERK, Anchor { act_date: last, ..by(CHIEF) });
		MockLegalTime::advance_days(1);
		refused(CLERK, by(CHIEF), Error::NotOfficerThen);
		put(CLERK, Anchor { act_date: last, ..by(CHIEF) });
	});
}

#[test]
fn acts_from_before_the_case_came_onto_the_chain_are_entered_by_an_officer_of_now() {
	chain(|| {
		let long_ago = LegalDate(today().0 - 400);
		let paper = Anchor { act_date: long_ago, ..entry(classes::SUPERVISION) };
		let id = put(CLERK, paper.clone());
		assert_eq!((header(id).act_date, header(id).officer), (long_ago, CLERK));
		refused(CLERK, Anchor { officer: Some(STRANGER), ..paper }, Error::NotOfficerThen);
	});
}

#[test]
fn an_archived_case_takes_what_was_done_before_and_what_closes_and_a_merged_one_corrections_alone()
{
	chain(|| {
		let wrong = visit();
		archive();
		let archived = today();
		MockLegalTime::advance_days(1);
		refused(CLERK, entry(classes::SUPERVISION), Error::CaseClosed);
		let late = Anchor { act_date: archived, ..entry(classes::SUPERVISION) };
		put(CLERK, late);
		// An objection, or the list by which the file goes; the letter by which something ends.
		review(PROCURATOR);
		record(CLERK, classes::CORRESPONDENCE);
		let correction = Anchor { supersedes: Some(wrong), ..entry(classes::SUPERVISION) };
		put(CLERK, correction);

		let other = put(CLERK, Anchor { case: OTHER_CASE, ..entry(classes::SUPERVISION) });
		MockCases::update(OTHER_CASE, |facts| facts.merged_into = Some(CASE));
		let more = Anchor { case: OTHER_CASE, ..entry(classes::SUPERVISION) };
		refused(CLERK, more.clone(), Error::CaseClosed);
		let elsewhere = Anchor { case: OTHER_CASE, ..entry(classes::REVIEW) };
		refused(CLERK, elsewhere, Error::CaseClosed);
		put(CLERK, Anchor { supersedes: Some(other), ..more });
	});
}

#[test]
fn an_archived_case_is_paid_for_where_there_is_one() {
	chain(|| {
		let paper = || Box::new(entry(classes::CORRESPONDENCE));
		let paid =
			|result: DispatchResultWithPostInfo| result.expect("it is taken; qed").actual_weight;
		let batch = || vec![*paper(), *paper()].try_into().expect("two; qed");
		let live = paid(Records::anchor(signed(CLERK), paper()));
		assert_eq!(live, Some(Records::entry_weight(&paper(), false)));
		let declared = Records::entry_weight(&paper(), true).ref_time();
		assert!(live.is_some_and(|live| live.ref_time() < declared));
		let live = paid(Records::anchor_batch(signed(CLERK), batch()));
		assert_eq!(live, Some(Records::batch_weight(&batch(), false)));
		archive();
		assert_eq!(paid(Records::anchor(signed(CLERK), paper())), None);
		assert_eq!(paid(Records::anchor_batch(signed(CLERK), batch())), None);
	});
}

#[test]
fn acts_are_entered_late_after_the_end() {
	chain(|| {
		for stage in [Stage::Ended, Stage::AfterCare] {
			MockCases::update(CASE, |facts| facts.stage = stage);
			record(CLERK, classes::END);
			record(CLERK, classes::SUPERVISION);
		}
	});
}

#[test]
fn a_pause_does_not_stop_what_the_law_orders() {
	use shejiao_primitives::regime::{Mode, ModuleId};
	use shejiao_testing::MockRegime;
	chain(|| {
		MockRegime::pause(ModuleId::Records, true);
		MockRegime::set_mode(ModuleId::Records, Mode::Off);
		let id = visit();
		let reasons = review(PROCURATOR);
		assert_ok!(Records::dispute(signed(PROCURATOR), id, reasons));
	});
}

#[test]
fn sources_are_earlier_records_of_the_case_each_named_once() {
	chain(|| {
		let (one, two) = (visit(), visit());
		let on = |sources: &[RecordId]| Anchor {
			derived_from: sources.to_vec().try_into().expect("few; qed"),
			..entry(classes::SUPERVISION)
		};
		let id = put(CLERK, on(&[two, one]));
		assert_eq!(header(id).derived_from.to_vec(), [two, one]);
		assert_eq!(Records::dependants(one, None, 10, crate::Audience::Agency).len(), 1);
		refused(CLERK, on(&[one, one]), Error::SourceRepeated);
		let itself = NextRecord::<Test>::get();
		refused(CLERK, on(&[itself]), Error::NotFound);
		let elsewhere = put(CLERK, Anchor { case: OTHER_CASE, ..entry(classes::SUPERVISION) });
		refused(CLERK, on(&[elsewhere]), Error::OtherRecord);
		// A case that goes on in this one is this one.
		MockCases::update(OTHER_CASE, |facts| facts.merged_into = Some(CASE));
		put(CLERK, on(&[elsewhere]));
	});
}
