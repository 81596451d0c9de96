//! Moments and legal dates as people write them.

use shejiao_primitives::time::{LegalDate, Moment, DAY, UTC_OFFSET};

/// `moment` as date and time in UTC+8.
pub fn show(moment: Moment) -> String {
	let local = moment.saturating_add(UTC_OFFSET);
	let seconds = local % DAY / 1_000;
	format!(
		"{} {:02}:{:02}:{:02}",
		date(LegalDate(u32::try_from(local / DAY).unwrap_or(u32::MAX))),
		seconds / 3_600,
		seconds / 60 % 60,
		seconds % 60
	)
}

/// A legal date as `YYYY-MM-DD`.
pub fn date(date: LegalDate) -> String {
	let (year, month, day) = civil(i64::from(date.0));
	format!("{year:04}-{month:02}-{day:02}")
}

/// Milliseconds UTC of `text`: a number, a date or `YYYY-MM-DDTHH:MM:SS` in UTC+8.
pub fn parse(text: &str) -> Option<Moment> {
	if let Ok(moment) = text.parse() {
		return Some(moment);
	}
	let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, "00:00:00"));
	let numbers = |text: &str, by: char| -> Option<Vec<i64>> {
		text.split(by).map(|part| part.parse().ok()).collect()
	};
	let [year, month, day] = numbers(date, '-')?[..] else { return None };
	let time = numbers(time, ':')?;
	let (hour, minute) = (*time.first()?, *time.get(1)?);
	let second = time.get(2).copied().unwrap_or(0);
	let in_bounds = (1..=12).contains(&month)
		&& (1970..=9999).contains(&year)
		&& (0..24).contains(&hour)
		&& (0..60).contains(&minute)
		&& (0..60).contains(&second);
	if !in_bounds || time.len() > 3 {
		return None;
	}
	let days = days(year, month, day);
	// The 31st of February is no date.
	if civil(days) != (year, month, day) {
		return None;
	}
	let local = days * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1_000;
	u64::try_from(local).ok()?.checked_sub(UTC_OFFSET)
}

/// A legal date written as `YYYY-MM-DD`.
pub fn parse_date(text: &str) -> Option<LegalDate> {
	if text.len() != 10 || !text.contains('-') {
		return None;
	}
	let local = parse(text)?.checked_add(UTC_OFFSET)?;
	u32::try_from(local / DAY).ok().map(LegalDate)
}

/// Year, month and day of `YYYY-MM-DD`, before 1970 too: dates of birth.
pub fn calendar(text: &str) -> Option<(i64, i64, i64)> {
	let parts: Vec<&str> = text.split('-').collect();
	let [year, month, day] = parts[..] else { return None };
	if (year.len(), month.len(), day.len()) != (4, 2, 2) {
		return None;
	}
	let date = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
	(civil(days(date.0, date.1, date.2)) == date).then_some(date)
}

/// Days since 1970-01-01 of a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
	// Years begin in March, so that the leap day is the last of its year; 400 years repeat.
	let year = if month <= 2 { year - 1 } else { year };
	let era = year.div_euclid(400);
	let year_of_era = year.rem_euclid(400);
	let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
	era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The date that many days after 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
	let days = days + 719_468;
	let era = days.div_euclid(146_097);
	let day_of_era = days.rem_euclid(146_097);
	let year_of_era =
		(day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
	let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	let shifted = (5 * day_of_year + 2) / 153;
	let day = day_of_year - (153 * shifted + 2) / 5 + 1;
	let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
	let year = year_of_era + era * 400 + i64::from(month <= 2);
	(year, month, day)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn moments_are_shown_in_utc_plus_8() {
		assert_eq!(show(1_795_190_400_000), "2026-11-21 00:00:00");
		assert_eq!(show(1_795_190_399_000), "2026-11-20 23:59:59");
		assert_eq!(date(LegalDate(0)), "1970-01-01");
		assert_eq!(date(LegalDate(11_016)), "2000-02-29");
	}

	#[test]
	fn what_is_shown_is_read_back() {
		for day in (0..60_000).step_by(7) {
			let moment = day * DAY + 3 * DAY / 7 / 1_000 * 1_000;
			assert_eq!(parse(&show(moment)), Some(moment));
		}
		assert_eq!(parse("2026-11-21"), Some(1_795_190_400_000));
		assert_eq!(parse("1795190400000"), Some(1_795_190_400_000));
		assert_eq!(parse_date("2026-11-21"), Some(LegalDate(20_778)));
		assert_eq!(parse_date("1795190400000"), None);
	}

	#[test]
	fn dates_of_birth_may_lie_before_1970() {
		assert_eq!(calendar("1949-12-31"), Some((1949, 12, 31)));
		assert_eq!(calendar("1968-02-29"), Some((1968, 2, 29)));
		for text in ["1949-13-01", "1967-02-29", "49-12-31", "1949-1-1", "19491231", ""] {
			assert_eq!(calendar(text), None, "{text}");
		}
	}

	#[test]
	fn what_is_no_date_is_refused() {
		for text in ["", "tomorrow", "2026-02-30", "2026-13-01", "2026-11-21T25:00", "2026-11"] {
			assert_eq!(parse(text), None, "{text}");
		}
	}
}
