//! What a day asks of an officer, in the order of harm.

use super::{alerts, clocks, documents, handles, now, records};
use crate::{client::At, context::Context, time};
use anyhow::Result;
use pallet_oversight::Part;
use pallet_statutory_clocks::ClockInfo;
use shejiao_primitives::{
	case::CaseId,
	ids::MemberId,
	oversight::Severity,
	subject::Subject,
	time::{LegalClock, LegalDate, Moment},
};
use sp_core::crypto::AccountId32;
use std::collections::BTreeSet;

/// Days ahead that a day looks.
pub const AHEAD: u32 = 7;

/// How much harm waiting does: the first is done first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
	/// Somebody's freedom or safety: the gravest alerts.
	Gravest,
	/// A limit of the law has run out.
	Overdue,
	/// Due before the day is over.
	Today,
	/// A serious alert.
	Serious,
	/// Due within the days ahead.
	Soon,
	/// To be answered or looked at without such a limit.
	Open,
}

impl Urgency {
	/// Its name.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Gravest => "gravest",
			Self::Overdue => "overdue",
			Self::Today => "today",
			Self::Serious => "serious",
			Self::Soon => "soon",
			Self::Open => "open",
		}
	}
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Task {
	/// How urgent.
	pub urgency: Urgency,
	/// Last day, where there is one.
	pub due: Option<LegalDate>,
	/// Kind of the object.
	pub what: &'static str,
	/// Its number.
	pub number: u64,
	/// What it is, by its code.
	pub code: String,
	/// The list of words that the code is from.
	pub list: &'static str,
	/// The case that it belongs to.
	pub case: Option<CaseId>,
	/// Whether the case is in the officer's own caseload.
	pub mine: bool,
}

/// How urgent a clock is at a moment.
fn urgency(over: Moment, due: LegalDate, now: Moment, clock: &LegalClock) -> Urgency {
	if over <= now {
		Urgency::Overdue
	} else if due <= clock.date(now) {
		Urgency::Today
	} else if due <= clock.date(now).plus(AHEAD) {
		Urgency::Soon
	} else {
		Urgency::Open
	}
}

/// The case that a clock is about.
fn case_of(subject: &Subject) -> Option<CaseId> {
	match subject {
		Subject::Case(case) | Subject::Transition(case, _) | Subject::Term(case, _) => Some(*case),
		_ => None,
	}
}

fn of_clock(
	info: &ClockInfo<AccountId32>,
	now: Moment,
	clock: &LegalClock,
	mine: &BTreeSet<CaseId>,
) -> Task {
	let due = info.due.day(clock);
	let case = case_of(&info.subject);
	let code = info.kind.map(|kind| clocks::code(kind.id));
	Task {
		urgency: urgency(info.over, due, now, clock),
		due: Some(due),
		what: "clock",
		number: info.id.0,
		list: if code.is_some() { "clock-kind" } else { "clock-group" },
		code: code.unwrap_or_else(|| crate::words::code(&info.group)),
		case,
		mine: case.is_some_and(|case| mine.contains(&case)),
	}
}

/// What the agency of the signer has to do, or what is the signer's own: clocks of the days ahead,
/// documents and notices to answer, alerts, leads.
pub async fn tasks(context: &Context, all: bool) -> Result<Vec<Task>> {
	let at = context.best().await?;
	let member = handles::member(context, &at).await?;
	let own = AccountId32::from(context.signer()?.account().0);
	let caseload = handles::caseload(&at, &own).await?;
	let mine: BTreeSet<CaseId> = caseload.into_iter().map(|listed| listed.case).collect();
	let (moment, clock) = now(&at).await?;
	let mut tasks = of_member(&at, member, moment, &clock, &mine).await?;
	// What belongs to a colleague's case is the colleague's; what belongs to none is everybody's.
	tasks.retain(|task| all || task.mine || task.case.is_none() || mine.is_empty());
	tasks.sort();
	Ok(tasks)
}

/// How urgent something of a severity is.
const fn of_severity(severity: Severity) -> Urgency {
	match severity {
		Severity::Gravest => Urgency::Gravest,
		Severity::Serious => Urgency::Serious,
		Severity::Ordinary | Severity::Information => Urgency::Open,
	}
}

/// How urgent the first open clock of an object is, and its last day.
async fn limit(
	at: &At,
	subject: Subject,
	now: Moment,
	clock: &LegalClock,
) -> Result<Option<(Urgency, LegalDate)>> {
	let open = clocks::of(at, subject).await?;
	Ok(open.first().map(|info| {
		let due = info.due.day(clock);
		(urgency(info.over, due, now, clock), due)
	}))
}

async fn of_member(
	at: &At,
	member: MemberId,
	moment: Moment,
	clock: &LegalClock,
	mine: &BTreeSet<CaseId>,
) -> Result<Vec<Task>> {
	let mut tasks = Vec::new();
	let until = clock.date(moment).plus(AHEAD);
	for info in clocks::due(at, member, until).await? {
		// Receipts and responses are listed as what they are for.
		if matches!(info.subject, Subject::Document(_) | Subject::Alert(_) | Subject::Notice(_)) {
			continue;
		}
		tasks.push(of_clock(&info, moment, clock, mine));
	}
	for info in documents::to_answer(at, member).await? {
		let limit = limit(at, Subject::Document(info.id), moment, clock).await?;
		tasks.push(Task {
			urgency: limit.map_or(Urgency::Open, |(urgency, _)| urgency),
			due: limit.map(|(_, due)| due),
			what: "document",
			number: info.id.0,
			code: crate::words::code(&info.document.kind),
			list: "document-kind",
			case: Some(info.document.case),
			mine: mine.contains(&info.document.case),
		});
	}
	for (id, recheck) in records::open_rechecks(at).await? {
		let Some(drawn) = recheck.drawn.filter(|_| recheck.office.member == member) else {
			continue;
		};
		tasks.push(Task {
			urgency: urgency(clock.end_of(drawn.due), drawn.due, moment, clock),
			due: Some(drawn.due),
			what: "recheck",
			number: id.0.into(),
			code: drawn.record.0.to_string(),
			list: "record",
			case: None,
			mine: false,
		});
	}
	for (id, alert) in alerts::of(at, member, false).await? {
		let limit = limit(at, Subject::Alert(id), moment, clock).await?;
		let of_clock = limit.map_or(Urgency::Open, |(urgency, _)| urgency);
		tasks.push(Task {
			urgency: of_severity(alert.severity).min(of_clock),
			due: limit.map(|(_, due)| due),
			what: "alert",
			number: id.0,
			code: crate::words::code(&alert.rule),
			list: "alert-rule",
			case: case_of(&alert.source),
			mine: case_of(&alert.source).is_some_and(|case| mine.contains(&case)),
		});
	}
	for (id, notice) in alerts::notices(at, member, Part::Addressee).await? {
		if notice.status != pallet_oversight::NoticeStatus::Issued {
			continue;
		}
		let limit = limit(at, Subject::Notice(id), moment, clock).await?;
		tasks.push(Task {
			urgency: limit.map_or(Urgency::Open, |(urgency, _)| urgency),
			due: limit.map(|(_, due)| due).or(notice.reply_by),
			what: "notice",
			number: id.0,
			code: crate::words::code(&notice.kind),
			list: "notice-kind",
			case: None,
			mine: false,
		});
	}
	for (id, lead) in alerts::leads(at, member, Part::Addressee).await? {
		if lead.acknowledged.is_none() {
			let limit = limit(at, Subject::Notice(id), moment, clock).await?;
			let of_clock = limit.map_or(Urgency::Open, |(urgency, _)| urgency);
			tasks.push(Task {
				urgency: of_severity(lead.severity).min(of_clock),
				due: limit.map(|(_, due)| due),
				what: "lead",
				number: id.0,
				code: crate::words::code(&lead.severity),
				list: "severity",
				case: None,
				mine: false,
			});
		}
	}
	Ok(tasks)
}

/// A last day for people.
pub fn shown(due: Option<LegalDate>) -> Option<String> {
	due.map(time::date)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn harm_comes_before_haste() {
		let order = [
			Urgency::Gravest,
			Urgency::Overdue,
			Urgency::Today,
			Urgency::Serious,
			Urgency::Soon,
			Urgency::Open,
		];
		assert!(order.windows(2).all(|pair| pair[0] < pair[1]));
	}

	#[test]
	fn a_clock_is_overdue_from_the_first_moment_that_is_too_late() {
		let clock = LegalClock::REAL;
		let day = LegalDate(20_778);
		let over = clock.end_of(day);
		assert_eq!(urgency(over, day, over, &clock), Urgency::Overdue);
		assert_eq!(urgency(over, day, over - 1, &clock), Urgency::Today);
		assert_eq!(urgency(over, day, clock.start_of(day) - 1, &clock), Urgency::Soon);
		let long_before = clock.start_of(LegalDate(day.0 - AHEAD)) - 1;
		assert_eq!(urgency(over, day, long_before, &clock), Urgency::Open);
	}
}
