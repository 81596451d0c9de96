//! The law of the default genesis.

use super::*;
use crate::law::{kinds, more};
use shejiao_primitives::{
	clock::kinds as numbers,
	deadline::{Counting, Limits, Period, Unit},
};
use std::collections::BTreeMap;

fn table() -> BTreeMap<KindId, Kind> {
	kinds().into_iter().collect()
}

#[test]
fn every_rule_is_there_once_and_sound() {
	assert_eq!(table().len(), kinds().len());
	for (id, kind) in kinds() {
		assert_eq!(kind.check(), Ok(()), "{id:?}");
	}
	for number in 1..=39 {
		assert!(table().contains_key(&KindId(number)), "L{number}");
	}
	for variant in [103, 138] {
		assert!(table().contains_key(&KindId(variant)), "L{}a", variant - 100);
	}
	for id in [
		ALERT_GRAVEST,
		ALERT_SERIOUS,
		ALERT_ORDINARY,
		LEAD_ACKNOWLEDGEMENT,
		DOCUMENT_RECEIPT,
		ALERT_FINDING,
	] {
		assert!(table()[&id].source.is_local());
	}
}

/// The field table: exact kind plain for L1–L9, L15–L24, L30–L36; sealed for L10–L14, L25–L29, L37–L39.
#[test]
fn what_the_field_table_seals_is_sealed() {
	for (id, kind) in kinds() {
		let number = if id.0 < 200 { id.0 % 100 } else { id.0 };
		let sealed =
			matches!(number, 10..=14 | 25..=29 | 37..=39) || id == more::NO_RECORD_CERTIFICATE;
		assert_eq!(kind.sealed, sealed, "{id:?}");
	}
}

#[test]
fn custody_term_positioning_and_hours_never_roll() {
	for number in [9, 14, 27, 31, 37, 39, 114, 127, 131, 137] {
		assert!(!table()[&KindId(number)].period.is_some_and(|period| period.rolls), "L{number}");
	}
}

#[test]
fn the_numbers_are_those_of_the_law() {
	let periods: [(KindId, u16, Unit, bool); 27] = [
		(numbers::ASSESSMENT, 10, Unit::WorkingDay, false),
		(numbers::ASSESSMENT_FAST, 5, Unit::WorkingDay, false),
		(numbers::EFFECT_NOTICE, 5, Unit::CalendarDay, true),
		(numbers::DELIVER_DOCUMENTS, 10, Unit::CalendarDay, true),
		(numbers::RETURN_RECEIPT, 5, Unit::CalendarDay, true),
		(numbers::COMPLETE_DOCUMENTS, 5, Unit::CalendarDay, true),
		(numbers::REPORT, 10, Unit::CalendarDay, true),
		(numbers::HAND_OVER, 10, Unit::CalendarDay, false),
		(KindId(10), 3, Unit::CalendarDay, true),
		(KindId(11), 1, Unit::Month, false),
		(KindId(12), 3, Unit::Month, false),
		(more::POSITIONING, 3, Unit::Month, false),
		(more::SHORT_LEAVE, 7, Unit::CalendarDay, false),
		(more::LONG_LEAVE, 30, Unit::CalendarDay, false),
		(more::CUMULATIVE_LEAVE_WINDOW, 2, Unit::Month, false),
		(more::REGULAR_ACTIVITY, 6, Unit::Month, false),
		(more::RELOCATION_ANSWER, 5, Unit::CalendarDay, true),
		(more::REPORT_AT_NEW_PLACE, 7, Unit::CalendarDay, true),
		(more::COMMENDATION, 6, Unit::Month, false),
		(KindId(27), 48, Unit::Hour, false),
		(numbers::RULING_OPINION, 20, Unit::CalendarDay, true),
		(numbers::OPINION_REVIEW, 7, Unit::CalendarDay, true),
		(numbers::SUGGESTION_REPLY, 2, Unit::Month, true),
		(numbers::AFTER_CARE, 36, Unit::Month, false),
		(numbers::SEALING, 3, Unit::CalendarDay, true),
		(numbers::ALERT_GRAVEST, 2, Unit::Hour, false),
		(numbers::ALERT_FINDING, 15, Unit::WorkingDay, false),
	];
	for (id, length, unit, rolls) in periods {
		let expected = Period { length, unit, counting: Counting::After, rolls };
		assert_eq!(table()[&id].period, Some(expected), "{id:?}");
	}
	let appraisal = table()[&numbers::APPRAISAL].period.expect("a period; qed");
	assert_eq!((appraisal.length, appraisal.counting), (30, Counting::Before));
}

/// The list of law, row by row: where each rule stands, and how sure that is.
#[test]
fn every_rule_names_its_article_and_how_sure_it_is() {
	use Confidence::{Known as K, Rough, Verified as V};
	use Law::*;
	let rows: [(u16, Law, &[u16], Confidence); 47] = [
		(1, ImplementationMeasures, &[14], K),
		(2, ImplementationMeasures, &[14], K),
		(3, ImplementationMeasures, &[13, 14], K),
		(103, LeniencyOpinion, &[3], V),
		(4, CommunityCorrections, &[20], V),
		(5, CommunityCorrections, &[20], V),
		(6, ImplementationMeasures, &[16], K),
		(7, ImplementationMeasures, &[16], K),
		(8, CommunityCorrections, &[21], V),
		(9, CommunityCorrections, &[21], V),
		(10, ImplementationMeasures, &[41], K),
		(11, ImplementationMeasures, &[24], K),
		(12, ImplementationMeasures, &[24], K),
		(13, ImplementationMeasures, &[24], K),
		(14, CommunityCorrections, &[29], V),
		(114, CommunityCorrections, &[29], V),
		(15, ImplementationMeasures, &[27], K),
		(16, ImplementationMeasures, &[27], K),
		(17, ImplementationMeasures, &[27], K),
		(18, ImplementationMeasures, &[27], K),
		(19, ImplementationMeasures, &[29], K),
		(20, ImplementationMeasures, &[30], K),
		(21, ImplementationMeasures, &[30], K),
		(121, ImplementationMeasures, &[30], K),
		(22, ImplementationMeasures, &[30], K),
		(23, ImplementationMeasures, &[31], K),
		(123, ImplementationMeasures, &[31], K),
		(24, ImplementationMeasures, &[31], K),
		(25, ImplementationMeasures, &[33], K),
		(26, CommunityCorrections, &[33], V),
		(27, CommunityCorrections, &[47], V),
		(127, CommunityCorrections, &[47], V),
		(28, CommunityCorrections, &[48], V),
		(29, CommunityCorrections, &[49], V),
		(30, ImplementationMeasures, &[53], K),
		(31, CommunityCorrections, &[44], V),
		(131, CommunityCorrections, &[44], V),
		(32, CriminalProcedure, &[267], V),
		(33, CriminalProcedure, &[274], V),
		(133, CriminalProcedure, &[274], V),
		(34, ProcuratorateRules, &[554], V),
		(35, ProcuratorateRules, &[553], Rough),
		(36, ProcuratorialSuggestions, &[19], K),
		(37, AfterCareOpinion, &[], Rough),
		(38, JuvenileSealing, &[], V),
		(138, JuvenileSealing, &[13], V),
		(39, Criminal, &[41, 73, 83], K),
	];
	for (number, law, named, confidence) in rows {
		let mut articles = [0; 3];
		articles[..named.len()].copy_from_slice(named);
		let source = Source { law, articles, confidence };
		assert_eq!(table()[&KindId(number)].source, source, "L{number}");
	}
}

/// First the responsible head; then the supervisor, or of what the procuratorate owes the agency above.
/// Of an assessment the court that waits for it as well.
#[test]
fn the_head_is_told_first_and_then_the_supervisor() {
	for (id, kind) in kinds().into_iter().filter(|(_, kind)| kind.is_clock()) {
		assert_eq!(kind.warns, Audience::HEAD, "{id:?}");
		let next = match (kind.who, kind.group) {
			(Addressee::Procuratorate, _) => Audience::SUPERIOR,
			(_, Group::Funding) => Audience::NONE,
			_ => Audience::SUPERVISOR,
		};
		let waits = match id {
			ASSESSMENT | ASSESSMENT_FAST => Audience::COMMISSIONING,
			_ => Audience::NONE,
		};
		assert_eq!(kind.expires, Audience::HEAD.union(next).union(waits), "{id:?}");
		assert!(kind.lead > 0, "{id:?} warns before it runs out");
	}
	assert_eq!(crate::agenda::SEALED_EXPIRES, Audience::HEAD.union(Audience::SUPERVISOR));
}

#[test]
fn what_is_a_permission_is_no_deadline() {
	for number in [13, 16, 17, 18, 19, 25, 14] {
		assert_eq!(table()[&KindId(number)].nature, Nature::Limit, "L{number}");
	}
	assert_eq!(table()[&more::OTHER_COMMISSIONERS].nature, Nature::Permission);
	for number in [3, 31, 35, 39] {
		assert_eq!(table()[&KindId(number)].nature, Nature::AsSet, "L{number}");
	}
}

#[test]
fn assessments_alone_are_extended_by_agreement() {
	for (id, kind) in kinds() {
		let assessment = id == ASSESSMENT || id == ASSESSMENT_FAST;
		assert_eq!(!kind.extension.is_none(), assessment, "{id:?}");
	}
}

#[test]
fn later_pallets_read_the_limits() {
	chain(|| {
		let limit = |id| <StatutoryClocks as Limits>::limit(id, now());
		assert_eq!(limit(more::SHORT_LEAVE), Some(Period::new(7, Unit::CalendarDay)));
		assert_eq!(limit(more::OTHER_COMMISSIONERS), None);
		assert_eq!(limit(KindId(9_999)), None);
	});
}

#[test]
fn the_genesis_goes_through_json() {
	chain(|| {
		let genesis = GenesisConfig::<Test>::default();
		let text = serde_json::to_string(&genesis).expect("it serialises; qed");
		let back: GenesisConfig<Test> = serde_json::from_str(&text).expect("it comes back; qed");
		assert_eq!((&back.kinds, &back.calendars), (&genesis.kinds, &genesis.calendars));
		assert_eq!(StatutoryClocks::kinds(None).len(), kinds().len());
		assert!(StatutoryClocks::calendar_of(2026).is_some());
	});
}

#[test]
#[should_panic(expected = "contradicts itself or is named twice")]
fn a_kind_named_twice_is_refused() {
	let mut twice = kinds();
	twice.extend(kinds().into_iter().next());
	let statutory_clocks = GenesisConfig { kinds: twice, ..Default::default() };
	let genesis = RuntimeGenesisConfig { statutory_clocks, ..Default::default() };
	Externalities::new(genesis, StatutoryClocks::do_try_state).execute_with(|| ());
}

#[test]
#[should_panic(expected = "2027 is no calendar: OtherYear")]
fn a_calendar_of_another_year_is_refused() {
	let mut calendars = GenesisConfig::<Test>::default().calendars;
	calendars.push(CalendarData { year: 2027, ..calendars[0].clone() });
	let statutory_clocks = GenesisConfig { calendars, ..Default::default() };
	let genesis = RuntimeGenesisConfig { statutory_clocks, ..Default::default() };
	Externalities::new(genesis, StatutoryClocks::do_try_state).execute_with(|| ());
}
