//! The law of the default genesis.

use super::*;
use crate::law::{kinds, more};
use shejiao_primitives::deadline::{Counting, Limits, Period, Unit};
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

/// The list of law and what practice adds, row by row: number, what it is, how long, who must act, its
/// group, where it stands and how sure that is, and whether it is sealed.
const LIST: &str = "
	1  | deadline | 10 working       | executing     | assessment  | 办法 14 K
	2  | deadline | 5 working        | executing     | assessment  | 办法 14 K
	3  | as set   | -                | executing     | assessment  | 办法 13 14 K
	103| permission | -              | commissioning | assessment  | 法发38 3 V, 规则 277 V
	4  | deadline | 5 days rolls     | deciding      | reception   | 法 20 V
	5  | deadline | 10 days rolls    | deciding      | reception   | 法 20 V
	6  | deadline | 5 days rolls     | executing     | reception   | 办法 16 K
	7  | deadline | 5 days rolls     | deciding      | reception   | 办法 16 K
	8  | deadline | 10 days rolls    | person        | reception   | 法 21 V
	9  | deadline | 10 days          | custody       | reception   | 法 21 V
	10 | deadline | 3 days rolls     | police        | execution   | 办法 41 K | sealed
	11 | deadline | 1 months         | person        | execution   | 办法 24 K | sealed
	12 | deadline | 3 months         | person        | execution   | 办法 24 K | sealed
	113| limit    | 1 months         | superior      | execution   | 办法 24 K | sealed
	13 | limit    | 3 months         | superior      | execution   | 办法 24 K | sealed
	14 | limit    | 3 months         | executing     | execution   | 法 29 V | sealed
	114| limit    | 3 months         | executing     | execution   | 法 29 V | sealed
	15 | deadline | 3 days before    | person        | execution   | 办法 27 K
	16 | limit    | 7 days           | executing     | execution   | 办法 27 K
	17 | limit    | 30 days          | executing     | execution   | 办法 27 K
	18 | limit    | 30 days          | superior      | execution   | 办法 27 K
	118| limit    | 2 months         | superior      | execution   | 办法 27 K
	19 | limit    | 6 months         | executing     | execution   | 办法 29 K
	20 | deadline | 1 months before  | person        | execution   | 办法 30 K
	21 | deadline | 5 days rolls     | executing     | execution   | 办法 30 K
	121| deadline | 5 days rolls     | receiving     | execution   | 办法 30 K
	22 | deadline | 5 days rolls     | executing     | execution   | 办法 30 K
	23 | deadline | 5 days rolls     | executing     | execution   | 办法 31 K
	123| deadline | 5 days rolls     | receiving     | execution   | 办法 31 K
	24 | deadline | 7 days rolls     | person        | execution   | 办法 31 K
	25 | limit    | 6 months         | executing     | execution   | 办法 33 K | sealed
	26 | deadline | 30 days rolls    | court         | execution   | 法 33 V | sealed
	27 | deadline | 48 hours         | court         | execution   | 法 47 V | sealed
	127| limit    | 30 days          | court         | execution   | 法 47 V | sealed
	28 | deadline | 30 days rolls    | court         | execution   | 法 48 V | sealed
	29 | deadline | 30 days rolls    | deciding      | execution   | 法 49 V | sealed
	30 | deadline | 30 days before   | executing     | conclusion  | 办法 53 K
	31 | as set   | -                | executing     | conclusion  | 法 44 V
	131| as set   | -                | executing     | conclusion  | 法 44 V
	32 | deadline | 1 months rolls   | procuratorate | supervision | 刑诉法 267 V
	33 | deadline | 20 days rolls    | procuratorate | supervision | 刑诉法 274 V
	133| deadline | 1 months rolls   | court         | supervision | 刑诉法 274 V
	34 | deadline | 7 days rolls     | procuratorate | supervision | 规则 554 V
	35 | as set   | 15 days          | supervised    | supervision | 规则 553 ~, 办法 57 K
	36 | deadline | 2 months rolls   | supervised    | supervision | 检察建议 19 K
	37 | deadline | 36 months        | executing     | conclusion  | 安置帮教 ~ | sealed
	137| deadline | 60 months        | executing     | conclusion  | 安置帮教 ~ | sealed
	38 | deadline | 3 days rolls     | court         | conclusion  | 封存 V | sealed
	138| deadline | 3 days rolls     | executing     | conclusion  | 封存 13 V | sealed
	39 | as set   | -                | executing     | conclusion  | 刑法 41 73 83 K | sealed
	201| deadline | 3 working        | recipient     | conclusion  | 封存 V | sealed
	202| deadline | 7 working        | supplier      | funding     | 采购 K
	203| deadline | 7 working        | purchaser     | funding     | 采购 K
	204| deadline | 15 working       | supplier      | funding     | 采购 K
	205| deadline | 30 working       | finance       | funding     | 采购 K
	206| limit    | 20 days          | purchaser     | funding     | 采购 K
	207| deadline | 30 days          | purchaser     | funding     | 采购 K
	208| deadline | 30 days          | purchaser     | funding     | 款项 9 V
	209| limit    | 60 days          | purchaser     | funding     | 款项 9 V
	1000 | deadline | 2 hours        | recipient     | response    | 本地 K
	1001 | deadline | 1 working      | recipient     | response    | 本地 K
	1002 | deadline | 3 working      | recipient     | response    | 本地 K
	1003 | deadline | 5 working      | recipient     | response    | 本地 K
	1004 | deadline | 5 days         | recipient     | response    | 本地 K
	1005 | deadline | 15 working     | supervised    | rights      | 本地 ~
	1006 | deadline | 10 working     | supervised    | rights      | 本地 ~
	1007 | deadline | 15 working     | supervised    | rights      | 本地 ~
	1008 | deadline | 15 working     | recipient     | response    | 本地 K
";

fn source(text: &str) -> Source {
	use Law::*;
	let mut words: Vec<&str> = text.split_whitespace().collect();
	let confidence = match words.pop() {
		Some("V") => Confidence::Verified,
		Some("K") => Confidence::Known,
		Some("~") => Confidence::Rough,
		other => panic!("{other:?}"),
	};
	let law = match words.remove(0) {
		"法" => CommunityCorrections,
		"办法" => ImplementationMeasures,
		"刑法" => Criminal,
		"刑诉法" => CriminalProcedure,
		"规则" => ProcuratorateRules,
		"检察建议" => ProcuratorialSuggestions,
		"封存" => JuvenileSealing,
		"法发38" => LeniencyOpinion,
		"安置帮教" => AfterCareOpinion,
		"采购" => Procurement,
		"款项" => SmallBusinessPayments,
		"本地" => Local,
		other => panic!("{other}"),
	};
	let mut articles = [0; 3];
	for (place, word) in words.into_iter().enumerate() {
		articles[place] = word.parse().expect("an article; qed");
	}
	Source { law, articles, confidence }
}

fn period(text: &str) -> Option<Period> {
	let words: Vec<&str> = text.split_whitespace().collect();
	if words == ["-"] {
		return None;
	}
	let unit = match words[1] {
		"working" => Unit::WorkingDay,
		"days" => Unit::CalendarDay,
		"months" => Unit::Month,
		"hours" => Unit::Hour,
		other => panic!("{other}"),
	};
	let counting = if words.contains(&"before") { Counting::Before } else { Counting::After };
	let length = words[0].parse().expect("a number; qed");
	Some(Period { length, unit, counting, rolls: words.contains(&"rolls") })
}

fn group(text: &str) -> Group {
	match text {
		"assessment" => Group::Assessment,
		"reception" => Group::Reception,
		"execution" => Group::Execution,
		"conclusion" => Group::Conclusion,
		"supervision" => Group::Supervision,
		"response" => Group::Response,
		"rights" => Group::Rights,
		"funding" => Group::Funding,
		other => panic!("{other}"),
	}
}

fn addressee(text: &str) -> Addressee {
	use Addressee::*;
	match text {
		"executing" => Executing,
		"commissioning" => Commissioning,
		"deciding" => Deciding,
		"person" => Person,
		"custody" => Custody,
		"procuratorate" => Procuratorate,
		"court" => Court,
		"receiving" => Receiving,
		"superior" => Superior,
		"police" => Police,
		"supervised" => Supervised,
		"supplier" => Supplier,
		"purchaser" => Purchaser,
		"finance" => Finance,
		"recipient" => Recipient,
		other => panic!("{other}"),
	}
}

#[test]
fn every_rule_is_as_the_list_of_law_says() {
	let mut table = table();
	for line in LIST.lines().filter(|line| !line.trim().is_empty()) {
		let cells: Vec<&str> = line.split('|').map(str::trim).collect();
		let id = KindId(cells[0].parse().expect("a number; qed"));
		let kind = table.remove(&id).unwrap_or_else(|| panic!("{line} is missing"));
		let nature = match cells[1] {
			"deadline" => Nature::Deadline,
			"as set" => Nature::AsSet,
			"limit" => Nature::Limit,
			"permission" => Nature::Permission,
			other => panic!("{other}"),
		};
		let (first, second) = match cells[5].split_once(',') {
			Some((first, second)) => (source(first), Some(source(second))),
			None => (source(cells[5]), None),
		};
		assert_eq!((kind.nature, kind.period), (nature, period(cells[2])), "{line}");
		assert_eq!((kind.who, kind.group), (addressee(cells[3]), group(cells[4])), "{line}");
		assert_eq!((kind.source, kind.also), (first, second), "{line}");
		assert_eq!(kind.sealed, cells.get(6) == Some(&"sealed"), "{line}");
	}
	assert!(table.is_empty(), "the list has no {:?}", table.keys());
}

#[test]
fn custody_term_positioning_and_hours_never_roll() {
	for number in [9, 14, 27, 31, 37, 39, 114, 127, 131, 137] {
		assert!(!table()[&KindId(number)].period.is_some_and(|period| period.rolls), "L{number}");
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
