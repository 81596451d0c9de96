//! Days as a scenario writes them: `2026-12-01`, `today + 3`, `$last_day - 30`, `$final + 2 months`,
//! `calendar-end - 9`.

use super::yaml::{Node, Read};
use crate::{say, time};
use shejiao_primitives::{deadline::Civil, time::LegalDate};

/// Days of the week from the 1st of January 1970, a Thursday.
const WEEKDAYS: [&str; 7] =
	["thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"];

/// Stands for the day of the play while a file is checked without a chain.
pub const ANY_DAY: LegalDate = LegalDate(20_000);

/// A day that is not known before the scenario is played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateExpr {
	/// What it counts from.
	pub base: Base,
	/// What is added, in turn.
	pub shifts: Vec<Shift>,
}

/// What a day counts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
	/// The chain's legal date when it is asked.
	Today,
	/// A day of the calendar.
	Date(LegalDate),
	/// A variable, as a path.
	Variable(String),
	/// The last day of the last year, from the present one on, whose calendar is on chain.
	CalendarEnd,
}

/// What is added to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
	/// Days.
	Days(i64),
	/// Months, as the law counts a term: the same day of another month or its last, and from the last day of
	/// a month to the last of the other (刑诉法解释 202).
	Months(i64),
	/// Years: the same day of another year, or the last of that month.
	Years(i64),
}

impl DateExpr {
	/// Read a day.
	pub fn read(node: &Node) -> Read<Self> {
		let text = node.text()?;
		Self::parse(text).ok_or_else(|| node.flaw(say!("flaw.no-day", text = text)))
	}

	fn parse(text: &str) -> Option<Self> {
		let mut words = text.split_whitespace();
		let base = match words.next()? {
			"today" => Base::Today,
			"calendar-end" => Base::CalendarEnd,
			word => match word.strip_prefix('$') {
				Some(name) => Base::Variable(name.into()),
				None => Base::Date(time::parse_date(word)?),
			},
		};
		let mut shifts = Vec::new();
		let mut words = words.peekable();
		while let Some(sign) = words.next() {
			let sign = match sign {
				"+" => 1,
				"-" => -1,
				_ => return None,
			};
			let count: i64 = words.next()?.parse::<u16>().ok()?.into();
			let unit = words.next_if(|word| !["+", "-"].contains(word));
			shifts.push(match unit {
				None | Some("day" | "days") => Shift::Days(sign * count),
				Some("week" | "weeks") => Shift::Days(sign * count * 7),
				Some("month" | "months") => Shift::Months(sign * count),
				Some("year" | "years") => Shift::Years(sign * count),
				Some(_) => return None,
			});
		}
		Some(Self { base, shifts })
	}

	/// The day that it means when its base is `base`.
	pub fn from(&self, base: LegalDate) -> LegalDate {
		self.shifts.iter().fold(base, |date, shift| shift.of(date))
	}
}

impl Shift {
	fn of(self, date: LegalDate) -> LegalDate {
		let (civil, back) = (Civil::from(date), |count: i64| count < 0);
		let size = |count: i64| u32::try_from(count.unsigned_abs()).unwrap_or(u32::MAX);
		match self {
			Self::Days(days) if back(days) => date.minus(size(days)),
			Self::Days(days) => date.plus(size(days)),
			Self::Months(months) if back(months) => civil.minus_months_of_law(size(months)).date(),
			Self::Months(months) => civil.plus_months_of_law(size(months)).date(),
			Self::Years(years) if back(years) => civil.minus_months(size(years) * 12).date(),
			Self::Years(years) => civil.plus_months(size(years) * 12).date(),
		}
	}
}

/// The last day of `year`.
pub fn end_of(year: u16) -> Option<LegalDate> {
	time::parse_date(&format!("{year:04}-12-31"))
}

/// The name of the day of the week of `date`.
pub fn weekday(date: LegalDate) -> &'static str {
	WEEKDAYS.get((date.0 % 7) as usize).copied().unwrap_or("thursday")
}

/// A day of the week.
pub fn read_weekday(node: &Node) -> Read<&'static str> {
	let text = node.text()?;
	WEEKDAYS
		.into_iter()
		.find(|name| *name == text)
		.ok_or_else(|| node.flaw(say!("flaw.no-weekday", known = WEEKDAYS.join(", "))))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn date(text: &str) -> LegalDate {
		time::parse_date(text).expect("a date; qed")
	}

	#[test]
	fn a_year_ends_with_its_last_day() {
		assert_eq!(end_of(2026), Some(date("2026-12-31")));
		assert_eq!(end_of(1969), None, "before the first legal date");
		let parsed = DateExpr::parse("calendar-end - 9");
		assert_eq!(parsed.as_ref().map(|expr| &expr.base), Some(&Base::CalendarEnd));
		assert_eq!(shifted("calendar-end - 9", "2027-12-31"), "2027-12-22");
	}

	fn shifted(text: &str, base: &str) -> String {
		time::date(DateExpr::parse(text).expect("well-formed; qed").from(date(base)))
	}

	#[test]
	fn days_are_counted() {
		assert_eq!(shifted("today + 3", "2026-12-30"), "2027-01-02");
		assert_eq!(shifted("today - 1 month", "2027-03-31"), "2027-02-28");
		assert_eq!(shifted("$x + 2 months - 1 day", "2026-12-15"), "2027-02-14");
		assert_eq!(
			shifted("$x + 2 months", "2027-02-28"),
			"2027-04-30",
			"from a last day to a last"
		);
		assert_eq!(shifted("$x + 3 years", "2028-02-29"), "2031-02-28");
		assert_eq!(shifted("$x - 18 years", "2026-02-28"), "2008-02-28");
		assert_eq!(shifted("$x - 90 years", "2026-11-29"), "1970-01-29", "the first year");
		assert_eq!(shifted("$x + 2 weeks", "2026-11-21"), "2026-12-05");
	}

	#[test]
	fn what_is_no_day_is_refused() {
		for text in [
			"",
			"tomorrow",
			"today +",
			"today + x",
			"today 3",
			"2026-02-30",
			"$x + 3 moons",
			"calendar",
		] {
			assert_eq!(DateExpr::parse(text), None, "{text}");
		}
		let parsed = DateExpr::parse("$case.last_day").map(|expr| expr.base);
		assert_eq!(parsed, Some(Base::Variable("case.last_day".into())));
	}

	#[test]
	fn days_have_names() {
		assert_eq!(weekday(date("2026-11-21")), "saturday");
		assert_eq!(weekday(date("2026-11-22")), "sunday");
	}
}
