//! Statutory clocks: what is due, for whom, until when.

use super::wire;
use crate::{
	client::At,
	failure,
	output::Record,
	time,
	vault::{commit::Fields, sheets::Handle},
	words,
};
use anyhow::Result;
use pallet_statutory_clocks::{ClockHistory, ClockInfo, DuePage, Kind, KindInfo, Outcome};
use shejiao_primitives::{
	clock::{ClockId, KindId},
	deadline::{compute, ActTime, Computed, Due, Period, YearCalendar},
	ids::MemberId,
	subject::Subject,
	time::{LegalClock, LegalDate, Moment},
};
use sp_core::crypto::AccountId32;
use std::collections::BTreeMap;

/// Clocks asked for at once.
const PAGE: u32 = 500;

/// How a kind is called: `L8` and `L3a` as in the list of law, other rules by their number.
pub fn code(kind: KindId) -> String {
	match kind.0 {
		n @ 0..=99 => format!("L{n}"),
		n @ 100..=199 => format!("L{}a", n - 100),
		n => format!("K{n}"),
	}
}

/// A kind by its code or number.
pub fn kind(text: &str) -> Result<KindId, String> {
	let wrong = || crate::say!("usage.clock-kind");
	let number = |digits: &str| digits.parse::<u16>().map_err(|_| wrong());
	if let Some(rest) = text.strip_prefix(['L', 'l']) {
		return Ok(KindId(match rest.strip_suffix(['a', 'A']) {
			Some(rest) => number(rest)?.checked_add(100).ok_or_else(wrong)?,
			None => number(rest)?,
		}));
	}
	number(text.strip_prefix(['K', 'k']).unwrap_or(text)).map(KindId)
}

/// The open clocks of an object.
pub async fn of(at: &At, subject: Subject) -> Result<Vec<ClockInfo<AccountId32>>> {
	wire::ask(at, "StatutoryClocksApi", "open_clocks", (subject,)).await
}

/// Open clocks of a member whose last day is not after `until`, in the order of their last days.
pub async fn due(
	at: &At,
	owner: MemberId,
	until: LegalDate,
) -> Result<Vec<ClockInfo<AccountId32>>> {
	let mut list = Vec::new();
	let mut from: Option<(LegalDate, ClockId)> = None;
	loop {
		let page: DuePage<AccountId32> =
			wire::ask(at, "StatutoryClocksApi", "due", (owner, until, from, PAGE)).await?;
		list.extend(page.clocks);
		match page.next {
			Some(next) => from = Some(next),
			None => return Ok(list),
		}
	}
}

/// A clock with its history.
pub async fn history(at: &At, clock: ClockId) -> Result<ClockHistory<AccountId32>> {
	let clock_: Option<ClockHistory<AccountId32>> =
		wire::ask(at, "StatutoryClocksApi", "clock", (clock,)).await?;
	Ok(clock_.ok_or_else(|| failure!("no-clock", clock = clock.0))?)
}

/// Every kind as it holds at a moment.
pub async fn kinds(at: &At, moment: Option<Moment>) -> Result<Vec<KindInfo>> {
	wire::ask(at, "StatutoryClocksApi", "kinds", (moment,)).await
}

/// The calendar of a year, where the chain has it.
pub async fn calendar(at: &At, year: u16) -> Result<Option<YearCalendar>> {
	wire::ask(at, "StatutoryClocksApi", "calendar", (year,)).await
}

/// The rule of a kind that a clock counted from `from` follows: that of its trigger, or of now where it
/// counts back from a date to come, as the chain has it.
pub async fn rule_at(at: &At, kind: KindId, from: Moment, now: Moment) -> Result<(Kind, Period)> {
	let known = kinds(at, Some(from.min(now))).await?;
	let rule = known.iter().find(|info| info.id == kind).map(|info| info.rule);
	let rule = rule.filter(Kind::is_clock);
	let counted = rule.and_then(|rule| Some((rule, rule.period?)));
	Ok(counted.ok_or_else(|| failure!("no-period", kind = code(kind)))?)
}

/// Until when something is due that is counted from `from`: by the same code as the chain's, so that a
/// sealed kind need not be told to a node.
pub async fn compute_here(
	at: &At,
	period: &Period,
	from: Moment,
	clock: &LegalClock,
) -> Result<Computed> {
	let first = year_of(clock.date(from));
	let mut calendars = BTreeMap::new();
	// The longest period has fifty years; calendars are known a year or two ahead at most.
	for year in first.saturating_sub(1)..=first.saturating_add(3) {
		if let Some(calendar) = calendar(at, year).await? {
			calendars.insert(year, calendar);
		}
	}
	Ok(compute(period, from, &[], clock, &calendars))
}

fn year_of(date: LegalDate) -> u16 {
	let text = time::date(date);
	text.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
}

/// What a clock seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed {
	/// Its kind.
	pub kind: KindId,
	/// From when it is counted.
	pub from: ActTime,
	/// The period by which it is counted, where it was sealed.
	pub period: Option<Period>,
	/// The last day that was computed, where it was sealed.
	pub due: Option<LegalDate>,
	/// The year whose calendar was missing then.
	pub provisional: Option<u16>,
}

/// What is sealed of a clock that is counted by `period`.
pub fn sealed(
	kind: KindId,
	from: Moment,
	period: &Period,
	computed: &Computed,
	clock: &LegalClock,
) -> Fields {
	let mut fields = Fields::from([
		("kind".to_string(), code(kind)),
		("from".into(), from.to_string()),
		("period".into(), serde_json::to_string(period).unwrap_or_default()),
		("due".into(), time::date(computed.due.day(clock))),
	]);
	if let Some(year) = computed.missing {
		fields.insert("provisional".into(), year.to_string());
	}
	fields
}

/// What was sealed of a clock.
pub fn opened(fields: &Fields) -> Option<Sealed> {
	Some(Sealed {
		kind: kind(fields.get("kind")?).ok()?,
		from: act_time(fields.get("from")?).ok()?,
		period: fields.get("period").and_then(|text| serde_json::from_str(text).ok()),
		due: fields.get("due").and_then(|text| time::parse_date(text)),
		provisional: fields.get("provisional").and_then(|text| text.parse().ok()),
	})
}

/// What a reader who opens a sealed clock finds: whether its last day is that of what it seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
	/// The last day by the sealed trigger and period, and the calendars as they are now.
	pub due: LegalDate,
	/// The year whose calendar is missing still.
	pub missing: Option<u16>,
	/// Whether the chain has that day, the sealed day is the same, and the period is the law's.
	pub agrees: bool,
}

/// Check the last day `due` of a clock that seals `sealed`, of a kind for which the law says `lawful`,
/// against what `computed` says by the sealed period.
pub fn check(
	sealed: &Sealed,
	lawful: &Period,
	computed: &Computed,
	due: LegalDate,
	clock: &LegalClock,
) -> Check {
	let again = computed.due.day(clock);
	let agrees = again == due
		&& sealed.due.is_none_or(|sealed| sealed == due)
		&& sealed.period.is_none_or(|period| period == *lawful);
	Check { due: again, missing: computed.missing, agrees }
}

/// Until when, for people.
pub fn until(due: Due) -> String {
	match due {
		Due::Day(day) => time::date(day),
		Due::Moment(moment) => time::show(moment),
	}
}

/// When an act was done: a day, or where hours are counted a moment.
pub fn act_time(text: &str) -> Result<ActTime, String> {
	if let Some(day) = time::parse_date(text) {
		return Ok(ActTime::Day(day));
	}
	time::parse(text).map(ActTime::Moment).ok_or_else(|| crate::say!("usage.act-time"))
}

/// The moment at which an act stands that something is counted from: a day begins when the chain's does,
/// which in a demonstration is not the real one. Refused when it is still to come.
pub fn start(time: ActTime, clock: &LegalClock, now: Moment) -> Result<Moment> {
	let from = match time {
		ActTime::Day(day) => clock.start_of(day),
		ActTime::Moment(moment) => moment,
	};
	if from > now {
		return Err(failure!("from-in-future", today = time::date(clock.date(now))).into());
	}
	Ok(from)
}

/// How a clock stands.
pub fn state(clock: &ClockInfo<AccountId32>) -> &'static str {
	match &clock.closed {
		Some(closing) => match closing.outcome {
			Outcome::Completed { in_time: true, .. } => "in-time",
			Outcome::Completed { in_time: false, .. } => "too-late",
			Outcome::Cancelled { .. } => "cancelled",
		},
		None if clock.paused.is_some() => "paused",
		None if clock.expired.is_some() => "expired",
		None if clock.warned.is_some() => "warned",
		None => "running",
	}
}

/// The object that something is about: its kind by name, and which one.
fn parts(subject: &Subject) -> (&'static str, String) {
	match subject {
		Subject::Case(case) => ("case", Handle(*case).to_string()),
		Subject::Record(record) => ("record", record.0.to_string()),
		Subject::Document(document) => ("document", document.0.to_string()),
		Subject::Clock(clock) => ("clock", clock.0.to_string()),
		Subject::Alert(alert) => ("alert", alert.0.to_string()),
		Subject::Notice(notice) => ("notice", notice.0.to_string()),
		Subject::Member(member) => ("member", member.0.to_string()),
		Subject::Transition(case, number) => ("transition", format!("{} {number}", Handle(*case))),
		Subject::Term(case, version) => ("term", format!("{} {version}", Handle(*case))),
	}
}

/// `record` with the object that it is about.
pub fn about(record: Record, subject: &Subject) -> Record {
	let (kind, which) = parts(subject);
	let text = format!("{} {which}", words::term("subject", &kind));
	record.value("subject", format!("{kind} {which}").into(), text)
}

/// A clock as a row.
pub fn row(clock: &ClockInfo<AccountId32>) -> Record {
	let kind = clock.kind.map(|kind| code(kind.id));
	let text = match &kind {
		Some(kind) => format!("{kind} {}", words::term("clock-kind", kind)),
		None => words::term("clock-state", &"sealed"),
	};
	let record = Record::new().put("clock", clock.id.0).value("kind", kind.into(), text).term(
		"group",
		"clock-group",
		&clock.group,
	);
	about(record, &clock.subject)
		.put("owner", clock.owner.0)
		.put("due", until(clock.due))
		.term("state", "clock-state", &state(clock))
		.flag("provisional", clock.provisional.is_some())
		.flag("lateEntry", clock.late_entry)
}

#[cfg(test)]
mod tests {
	use super::*;
	use shejiao_primitives::deadline::Unit;

	#[test]
	fn kinds_are_called_as_in_the_list_of_law() {
		for (text, number) in [("L8", 8), ("l3a", 103), ("L38a", 138), ("K1004", 1_004), ("37", 37)]
		{
			assert_eq!(kind(text), Ok(KindId(number)), "{text}");
		}
		for known in pallet_statutory_clocks::law::kinds() {
			assert_eq!(kind(&code(known.0)), Ok(known.0));
		}
		for wrong in ["", "L", "La", "article 8", "L70000"] {
			assert!(kind(wrong).is_err(), "{wrong}");
		}
	}

	const START: Moment = 1_795_190_400_000;

	#[test]
	fn what_was_sealed_of_a_clock_is_opened() {
		let clock = LegalClock::REAL;
		let period = Period::new(3, Unit::CalendarDay).rolling();
		let computed = Computed::fixed(Due::Day(LegalDate(20_781)));
		let fields = sealed(KindId(138), START, &period, &computed, &clock);
		assert_eq!(fields["due"], "2026-11-24");
		assert!(!fields.contains_key("provisional"));
		let mut expected = Sealed {
			kind: KindId(138),
			from: ActTime::Moment(START),
			period: Some(period),
			due: Some(LegalDate(20_781)),
			provisional: None,
		};
		assert_eq!(opened(&fields), Some(expected));
		let computed = Computed { missing: Some(2_027), ..computed };
		expected.provisional = Some(2_027);
		let fields = sealed(KindId(138), START, &period, &computed, &clock);
		assert_eq!(opened(&fields), Some(expected));
		let fields = Fields::from([
			("kind".to_string(), "L38".to_string()),
			("from".into(), "2026-11-21".into()),
		]);
		let from = ActTime::Day(LegalDate(20_778));
		let by_scenario =
			Sealed { kind: KindId(38), from, period: None, due: None, provisional: None };
		assert_eq!(opened(&fields), Some(by_scenario), "as a scenario seals it");
	}

	/// L38 from 29 December 2026: three days on weekends alone, until the calendar of 2027 comes.
	#[test]
	fn what_a_sealed_clock_says_is_checked() {
		let clock = LegalClock::REAL;
		let day = |text: &str| time::parse_date(text).expect("a date; qed");
		let from = clock.start_of(day("2026-12-29"));
		let period = Period::new(3, Unit::CalendarDay).rolling();
		let mut known = BTreeMap::from([(2_026, YearCalendar::of_2026())]);
		let early = compute(&period, from, &[], &clock, &known);
		assert_eq!((early.due.day(&clock), early.missing), (day("2027-01-01"), Some(2_027)));
		let fields = sealed(KindId(38), from, &period, &early, &clock);
		let told = opened(&fields).expect("it was just sealed; qed");
		assert_eq!(told.provisional, Some(2_027));
		let new_year = day("2027-01-01");
		let found = check(&told, &period, &early, new_year, &clock);
		assert_eq!(found, Check { due: new_year, missing: Some(2_027), agrees: true });
		// Another day on chain, another in the seal, a period that is not the law's.
		assert!(!check(&told, &period, &early, day("2027-01-04"), &clock).agrees);
		let other = Sealed { due: Some(day("2027-01-02")), ..told };
		assert!(!check(&other, &period, &early, new_year, &clock).agrees);
		let longer = Sealed { period: Some(Period::new(9, Unit::CalendarDay)), ..told };
		assert!(!check(&longer, &period, &early, new_year, &clock).agrees);
		// The calendar comes: the day that was sealed is not the right one any more.
		let calendar = YearCalendar::new(2_027, vec![new_year], vec![]).expect("one; qed");
		known.insert(2_027, calendar);
		let late = compute(&period, from, &[], &clock, &known);
		let found = check(&told, &period, &late, new_year, &clock);
		assert_eq!(found, Check { due: day("2027-01-04"), missing: None, agrees: false });
	}

	#[test]
	fn acts_are_days_or_moments() {
		assert_eq!(act_time("2026-11-21"), Ok(ActTime::Day(LegalDate(20_778))));
		assert_eq!(act_time("2026-11-21T00:00:01"), Ok(ActTime::Moment(1_795_190_401_000)));
		assert!(act_time("today").is_err());
	}

	#[test]
	fn a_period_begins_with_the_day_of_the_chain() {
		let genesis = 1_795_190_400_000;
		let clock = LegalClock::starting(15_000, genesis).expect("shorter than a day; qed");
		let today = clock.date(genesis);
		let now = clock.start_of(today.plus(40)) + 7_000;
		for (day, offset) in [(today, 0), (today.plus(10), 150_000), (today.plus(40), 600_000)] {
			let from = start(ActTime::Day(day), &clock, now).expect("the day has come; qed");
			assert_eq!((from, clock.date(from)), (clock.start_of(today) + offset, day));
		}
		for time in [ActTime::Day(today.plus(41)), ActTime::Moment(now + 1)] {
			let error = start(time, &clock, now).expect_err("it has not come; qed");
			assert_eq!(crate::error::from_any(&error).code, "from-in-future");
		}
		assert_eq!(start(ActTime::Moment(now), &clock, now).ok(), Some(now));
	}

	#[test]
	fn every_kind_of_the_founding_genesis_has_words() {
		for (known, _) in pallet_statutory_clocks::law::kinds() {
			for language in words::LANGUAGES {
				let key = format!("clock-kind.{}", code(known));
				assert!(words::lookup_in(language, &key).is_some(), "{language}: {key}");
			}
		}
	}
}
