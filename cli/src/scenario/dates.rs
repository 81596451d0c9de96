//! Days as a scenario writes them: `2026-12-01`, `today + 3`, `$last_day - 30`, `$final + 2 months`.

use super::yaml::{Node, Read};
use crate::{say, time};
use shejiao_primitives::time::LegalDate;

/// Days of the week from the 1st of January 1970, a Thursday.
const WEEKDAYS: [&str; 7] =
	["thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"];

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
}

/// What is added to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
	/// Days.
	Days(i64),
	/// Months: the same day of another month, or its last.
	Months(i64),
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
				Some("year" | "years") => Shift::Months(sign * count * 12),
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
		match self {
			Self::Days(days) => {
				let day = i64::from(date.0).saturating_add(days).clamp(0, i64::from(u32::MAX));
				LegalDate(u32::try_from(day).unwrap_or(u32::MAX))
			},
			Self::Months(months) => add_months(date, months).unwrap_or(date),
		}
	}
}

fn add_months(date: LegalDate, months: i64) -> Option<LegalDate> {
	let text = time::date(date);
	let mut parts = text.split('-').map(|part| part.parse::<i64>().ok());
	let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
	let index = year * 12 + month - 1 + months;
	let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
	// The last day of a month that is shorter.
	(day.saturating_sub(3)..=day)
		.rev()
		.find_map(|day| time::parse_date(&format!("{year:04}-{month:02}-{day:02}")))
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

	fn shifted(text: &str, base: &str) -> String {
		time::date(DateExpr::parse(text).expect("well-formed; qed").from(date(base)))
	}

	#[test]
	fn days_are_counted() {
		assert_eq!(shifted("today + 3", "2026-12-30"), "2027-01-02");
		assert_eq!(shifted("today - 1 month", "2027-03-31"), "2027-02-28");
		assert_eq!(shifted("$x + 2 months - 1 day", "2026-12-15"), "2027-02-14");
		assert_eq!(shifted("$x + 3 years", "2028-02-29"), "2031-02-28");
		assert_eq!(shifted("$x + 2 weeks", "2026-11-21"), "2026-12-05");
	}

	#[test]
	fn what_is_no_day_is_refused() {
		for text in
			["", "tomorrow", "today +", "today + x", "today 3", "2026-02-30", "$x + 3 moons"]
		{
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
