use super::*;
use crate::case::CaseCategory::{self, *};
use proptest::prelude::*;
use std::{string::String, vec};

fn facts(category: CaseCategory, start: &str, length: Length) -> TermFacts {
	TermFacts {
		category,
		start: date(start),
		span: Span::Length(length),
		custody_days: 0,
		reductions: vec![],
		excluded: vec![],
	}
}

fn last(facts: TermFacts) -> Result<String, TermFault> {
	facts.term().map(|term| text(term.last_day))
}

#[test]
fn a_year_ends_on_the_day_before_the_same_day() {
	let probation = |start, length| last(facts(SuspendedSentence, start, length));
	assert_eq!(probation("2026-03-10", Length::new(1, 0, 0)), Ok("2027-03-09".into()));
	assert_eq!(probation("2026-03-10", Length::new(0, 2, 0)), Ok("2026-05-09".into()));
	assert_eq!(probation("2026-03-10", Length::new(0, 0, 15)), Ok("2026-03-24".into()));
	assert_eq!(probation("2026-01-31", Length::new(0, 1, 0)), Ok("2026-02-27".into()));
	assert_eq!(probation("2024-02-29", Length::new(1, 0, 0)), Ok("2025-02-27".into()));
	assert_eq!(probation("2024-02-29", Length::new(4, 0, 0)), Ok("2028-02-28".into()));
	assert_eq!(probation("2026-02-28", Length::new(0, 1, 0)), Ok("2026-03-30".into()));
	assert_eq!(probation("2026-03-01", Length::new(1, 6, 10)), Ok("2027-09-10".into()));
	let term = facts(SuspendedSentence, "2026-03-10", Length::new(0, 0, 1)).term();
	assert_eq!(term.map(|term| term.days()), Ok(1));
}

#[test]
fn a_day_of_custody_counts_two_days_of_surveillance_and_none_of_probation() {
	let with = |category| {
		last(TermFacts { custody_days: 20, ..facts(category, "2026-03-10", Length::new(0, 6, 0)) })
	};
	// Until 9 September, less 40, 0, 0 and 20 days.
	assert_eq!(with(PublicSurveillance), Ok("2026-07-31".into()));
	assert_eq!(with(SuspendedSentence), Ok("2026-09-09".into()));
	assert_eq!(with(Parole), Ok("2026-09-09".into()));
	assert_eq!(with(TemporaryRelease), Ok("2026-08-20".into()));
}

#[test]
fn a_last_day_that_the_decision_names_stands() {
	let parole = TermFacts {
		span: Span::Until(date("2028-05-01")),
		custody_days: 90,
		..facts(Parole, "2026-03-10", Length::default())
	};
	assert_eq!(last(parole.clone()), Ok("2028-05-01".into()));
	let surveillance = TermFacts { category: PublicSurveillance, ..parole };
	assert_eq!(last(surveillance), Ok("2028-05-01".into()));
}

#[test]
fn reductions_shorten_what_is_left() {
	let reduced = |reductions| {
		last(TermFacts {
			reductions,
			..facts(SuspendedSentence, "2026-03-10", Length::new(2, 0, 0))
		})
	};
	assert_eq!(reduced(vec![]), Ok("2028-03-09".into()));
	assert_eq!(reduced(vec![Length::new(0, 6, 0)]), Ok("2027-09-09".into()));
	assert_eq!(reduced(vec![Length::new(0, 6, 0), Length::new(0, 1, 10)]), Ok("2027-07-30".into()));
	assert_eq!(reduced(vec![Length::new(2, 0, 0)]), Err(TermFault::Consumed));
}

#[test]
fn escape_and_release_by_bribery_do_not_count() {
	let released = |excluded: &[(&str, &str)]| {
		let excluded = excluded
			.iter()
			.map(|(from, until)| Excluded { from: date(from), until: date(until) })
			.collect();
		last(TermFacts { excluded, ..facts(TemporaryRelease, "2026-03-10", Length::new(0, 6, 0)) })
	};
	assert_eq!(released(&[]), Ok("2026-09-09".into()));
	assert_eq!(released(&[("2026-04-01", "2026-04-10")]), Ok("2026-09-19".into()));
	// The second lies in what the first added.
	assert_eq!(
		released(&[("2026-04-01", "2026-04-10"), ("2026-09-19", "2026-09-19")]),
		Ok("2026-09-20".into())
	);
	// After the end nothing runs that could stand still.
	assert_eq!(released(&[("2026-09-10", "2026-09-12")]), Ok("2026-09-09".into()));
	assert_eq!(released(&[("2026-04-02", "2026-04-01")]), Err(TermFault::Disordered));
	assert_eq!(released(&[("2026-03-09", "2026-04-01")]), Err(TermFault::Disordered));
	assert_eq!(
		released(&[("2026-04-01", "2026-04-10"), ("2026-04-10", "2026-04-11")]),
		Err(TermFault::Disordered)
	);
	let parole = TermFacts {
		excluded: vec![Excluded { from: date("2026-04-01"), until: date("2026-04-10") }],
		..facts(Parole, "2026-03-10", Length::new(0, 6, 0))
	};
	assert_eq!(last(parole), Err(TermFault::NothingExcludable));
}

#[test]
fn no_time_is_no_term() {
	assert_eq!(last(facts(Parole, "2026-03-10", Length::default())), Err(TermFault::Empty));
	let before = Span::Until(date("2026-03-09"));
	let backwards = TermFacts { span: before, ..facts(Parole, "2026-03-10", Length::default()) };
	assert_eq!(last(backwards), Err(TermFault::Empty));
	let one_day = Span::Until(date("2026-03-10"));
	let short = TermFacts { span: one_day, ..facts(Parole, "2026-03-10", Length::default()) };
	assert_eq!(last(short), Ok("2026-03-10".into()));
	let custody = TermFacts {
		custody_days: 45,
		..facts(PublicSurveillance, "2026-03-10", Length::new(0, 3, 0))
	};
	// 92 days, less 90.
	assert_eq!(last(custody.clone()), Ok("2026-03-11".into()));
	assert_eq!(last(TermFacts { custody_days: 46, ..custody }), Err(TermFault::Consumed));
}

fn category() -> impl Strategy<Value = CaseCategory> {
	proptest::sample::select(&[PublicSurveillance, SuspendedSentence, Parole, TemporaryRelease][..])
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn every_term_ends_where_serving_it_day_by_day_ends(
		category in category(),
		start in 0..3_000u32,
		(years, months, days) in (0..12u8, 0..14u16, 0..40u16),
		custody_days in 0..60u16,
		gaps in proptest::collection::vec((1..200u32, 0..60u32), 0..4),
	) {
		let table = Table::new();
		let start = LegalDate(Table::FIRST + start);
		// What is to be served: days from the start to the day before the anniversary.
		let mut end = table.months(start, i32::from(years) * 12, false);
		if months > 0 {
			end = table.months(end, months.into(), true);
		}
		let sentence = i64::from(end.0 + u32::from(days)) - i64::from(start.0);
		let credit = match category {
			PublicSurveillance => 2 * i64::from(custody_days),
			TemporaryRelease => i64::from(custody_days),
			_ => 0,
		};
		let mut excluded = vec![];
		let mut at = start.0;
		for (gap, length) in gaps {
			if category == TemporaryRelease {
				excluded.push(Excluded { from: LegalDate(at + gap), until: LegalDate(at + gap + length) });
				at += gap + length;
			}
		}
		let counts = |day: u32| !excluded.iter().any(|e| e.from.0 <= day && day <= e.until.0);
		let facts = TermFacts {
			category,
			start,
			span: Span::Length(Length::new(years, months, days)),
			custody_days,
			reductions: vec![],
			excluded: excluded.clone(),
		};
		if sentence == 0 {
			prop_assert_eq!(facts.term(), Err(TermFault::Empty));
		} else if sentence <= credit {
			prop_assert_eq!(facts.term(), Err(TermFault::Consumed));
		} else {
			let (mut day, mut left) = (start.0, sentence - credit);
			loop {
				left -= i64::from(counts(day));
				if left == 0 {
					break;
				}
				day += 1;
			}
			let term = facts.term().expect("time is left; qed");
			prop_assert_eq!(term.last_day, LegalDate(day));
			prop_assert_eq!(term.first_day, start);
			// Never before the exclusions, and by exactly their days that lie in it.
			let free = TermFacts { excluded: vec![], ..facts }.term().expect("time is left; qed");
			let still = (start.0..=day).filter(|day| !counts(*day)).count() as u32;
			prop_assert_eq!(term.days(), free.days() + still);
		}
	}

	#[test]
	fn a_reduction_by_months_takes_off_calendar_months(
		start in 0..3_000u32, years in 2..5u8, months in 1..20u16, days in 0..30u16,
	) {
		let table = Table::new();
		let start = LegalDate(Table::FIRST + start);
		let end = table.months(start, i32::from(years) * 12, false);
		let reduced = table.months(LegalDate(end.0 - u32::from(days)), -i32::from(months), false);
		let facts = TermFacts {
			category: PublicSurveillance,
			start,
			span: Span::Length(Length::new(years, 0, 0)),
			custody_days: 0,
			reductions: vec![Length::new(0, months, days)],
			excluded: vec![],
		};
		prop_assert_eq!(facts.term().map(|t| t.last_day), Ok(LegalDate(reduced.0 - 1)));
	}
}
