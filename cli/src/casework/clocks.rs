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
use pallet_statutory_clocks::{ClockHistory, ClockInfo, DuePage, KindInfo, Outcome};
use shejiao_primitives::{
	clock::{ClockId, KindId},
	deadline::{compute, ActTime, Computed, Due, YearCalendar},
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

/// Until when a clock of a kind is due that is counted from `from`: by the same code as the chain's, so
/// that a sealed kind need not be told to a node.
pub async fn compute_here(
	at: &At,
	kind: KindId,
	from: Moment,
	clock: &LegalClock,
) -> Result<Computed> {
	let known = kinds(at, Some(from)).await?;
	let rule = known.iter().find(|info| info.id == kind).map(|info| info.rule);
	let period = rule.filter(|rule| rule.is_clock()).and_then(|rule| rule.period);
	let period = period.ok_or_else(|| failure!("no-period", kind = code(kind)))?;
	let first = year_of(clock.date(from));
	let mut calendars = BTreeMap::new();
	// The longest period has fifty years; calendars are known a year or two ahead at most.
	for year in first.saturating_sub(1)..=first.saturating_add(3) {
		if let Some(calendar) = calendar(at, year).await? {
			calendars.insert(year, calendar);
		}
	}
	Ok(compute(&period, from, &[], clock, &calendars))
}

fn year_of(date: LegalDate) -> u16 {
	let text = time::date(date);
	text.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
}

/// What is sealed of a clock.
pub fn sealed(kind: KindId, from: Moment, due: LegalDate) -> Fields {
	Fields::from([
		("kind".to_string(), code(kind)),
		("from".into(), from.to_string()),
		("due".into(), time::date(due)),
	])
}

/// Kind and start of a clock that was sealed.
pub fn opened(fields: &Fields) -> Option<(KindId, ActTime)> {
	Some((kind(fields.get("kind")?).ok()?, act_time(fields.get("from")?).ok()?))
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

	#[test]
	fn what_was_sealed_of_a_clock_is_opened() {
		let fields = sealed(KindId(138), 1_795_190_400_000, LegalDate(20_781));
		assert_eq!(fields["due"], "2026-11-24");
		let from = ActTime::Moment(1_795_190_400_000);
		assert_eq!(opened(&fields), Some((KindId(138), from)));
		let fields = Fields::from([
			("kind".to_string(), "L38".to_string()),
			("from".into(), "2026-11-21".into()),
		]);
		let from = ActTime::Day(LegalDate(20_778));
		assert_eq!(opened(&fields), Some((KindId(38), from)), "as a scenario seals it");
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
