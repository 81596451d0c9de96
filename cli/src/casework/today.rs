//! What a day asks of an officer, in the order of harm.

use super::{alerts, cases, clocks, documents, handles, now, records};
use crate::{client::At, context::Context, time};
use anyhow::Result;
use pallet_oversight::Part;
use pallet_statutory_clocks::ClockInfo;
use serde::Serialize;
use shejiao_primitives::{
	case::CaseId,
	ids::MemberId,
	oversight::Severity,
	subject::Subject,
	time::{LegalClock, LegalDate, Moment},
};
use sp_core::crypto::AccountId32;
use std::collections::BTreeMap;

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

/// Whose something is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
	/// The officer's own: the case is in its caseload.
	Own,
	/// Of every officer of the agency: of no case, or of one that none of them has.
	Everybody,
	/// A colleague's.
	Colleague,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
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
	/// Whose it is.
	pub whose: Whose,
}

impl Task {
	/// Harm first; then what has a last day, by that day.
	fn order(&self) -> (Urgency, bool, Option<LegalDate>, &'static str, u64) {
		(self.urgency, self.due.is_none(), self.due, self.what, self.number)
	}

	/// Whether it is shown to an officer that asks for no more than its own day. Whoever has no case
	/// looks after all of them, and the gravest is nobody's alone.
	fn concerns(&self, has_caseload: bool) -> bool {
		self.whose != Whose::Colleague || self.urgency == Urgency::Gravest || !has_caseload
	}
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

fn of_clock(info: &ClockInfo<AccountId32>, now: Moment, clock: &LegalClock) -> Task {
	let due = info.due.day(clock);
	let code = info.kind.map(|kind| clocks::code(kind.id));
	Task {
		urgency: urgency(info.over, due, now, clock),
		due: Some(due),
		what: "clock",
		number: info.id.0,
		list: if code.is_some() { "clock-kind" } else { "clock-group" },
		code: code.unwrap_or_else(|| crate::words::code(&info.group)),
		case: case_of(&info.subject),
		whose: Whose::Everybody,
	}
}

/// What the agency of the signer has to do, or what of it concerns the signer: clocks of the days
/// ahead, documents and notices to answer, alerts, leads.
pub async fn tasks(context: &Context, all: bool) -> Result<Vec<Task>> {
	let at = context.best().await?;
	let member = handles::member(context, &at).await?;
	let own = AccountId32::from(context.signer()?.account().0);
	let caseload = handles::caseload(&at, &own).await?;
	let mut known: BTreeMap<CaseId, Whose> =
		caseload.into_iter().map(|listed| (listed.case, Whose::Own)).collect();
	let has_caseload = !known.is_empty();
	let (moment, clock) = now(&at).await?;
	let mut tasks = of_member(&at, member, moment, &clock).await?;
	for task in &mut tasks {
		let Some(case) = task.case else { continue };
		task.whose = match known.get(&case) {
			Some(whose) => *whose,
			None => {
				let whose = of_others(&at, member, case).await?;
				known.insert(case, whose);
				whose
			},
		};
	}
	tasks.retain(|task| all || task.concerns(has_caseload));
	tasks.sort_by_key(Task::order);
	Ok(tasks)
}

/// Whose a case is that the officer itself does not have. Where it is assigned to somebody that is no
/// officer of the agency now, nobody would see it as a colleague's.
async fn of_others(at: &At, member: MemberId, case: CaseId) -> Result<Whose> {
	let assigned = cases::find(at, case).await?.and_then(|header| header.facts.officer);
	let actor = match assigned {
		Some(officer) => handles::officer(at, officer).await?,
		None => None,
	};
	let is_here = actor.is_some_and(|actor| actor.member == member);
	Ok(if is_here { Whose::Colleague } else { Whose::Everybody })
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
) -> Result<Vec<Task>> {
	let mut tasks = Vec::new();
	let until = clock.date(moment).plus(AHEAD);
	for info in clocks::due(at, member, until).await? {
		// Receipts and responses are listed as what they are for.
		if matches!(info.subject, Subject::Document(_) | Subject::Alert(_) | Subject::Notice(_)) {
			continue;
		}
		tasks.push(of_clock(&info, moment, clock));
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
			whose: Whose::Everybody,
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
			whose: Whose::Everybody,
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
			whose: Whose::Everybody,
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
			whose: Whose::Everybody,
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
				whose: Whose::Everybody,
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

	fn task(urgency: Urgency, due: Option<u32>, number: u64, whose: Whose) -> Task {
		Task {
			urgency,
			due: due.map(LegalDate),
			what: "clock",
			number,
			code: "L1".into(),
			list: "clock-kind",
			case: Some(CaseId([7; 16])),
			whose,
		}
	}

	#[test]
	fn of_equal_harm_what_has_a_last_day_comes_first() {
		let of = |urgency, due, number| task(urgency, due, number, Whose::Own);
		let mut tasks = [
			of(Urgency::Open, None, 1),
			of(Urgency::Open, Some(9), 2),
			of(Urgency::Soon, None, 3),
			of(Urgency::Open, Some(8), 4),
			of(Urgency::Gravest, None, 5),
			of(Urgency::Open, Some(8), 0),
		];
		tasks.sort_by_key(Task::order);
		assert_eq!(tasks.map(|task| task.number), [5, 3, 0, 4, 2, 1]);
	}

	#[test]
	fn what_nobody_has_is_everybodys() {
		let shown =
			|urgency, whose, has_caseload| task(urgency, Some(1), 0, whose).concerns(has_caseload);
		for has_caseload in [true, false] {
			assert!(shown(Urgency::Soon, Whose::Own, has_caseload));
			assert!(shown(Urgency::Soon, Whose::Everybody, has_caseload));
			assert!(shown(Urgency::Gravest, Whose::Colleague, has_caseload));
		}
		assert!(!shown(Urgency::Overdue, Whose::Colleague, true));
		assert!(shown(Urgency::Overdue, Whose::Colleague, false), "who has none looks after all");
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
