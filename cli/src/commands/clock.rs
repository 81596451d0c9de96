//! Statutory clocks.

use crate::{
	casework::{cases, clocks, handles, now, wire},
	client::{hex, At},
	coded,
	context::Context,
	fail, failure,
	output::Record,
	say, time,
	vault::{
		commit::{Purpose, Sealing},
		Vault,
	},
	words,
};
use anyhow::Result;
use clap::{Args, Subcommand};
use pallet_statutory_clocks::{
	Change, ClockInfo, Closing, Group, Kind, Move, Outcome, PauseCause, Proposed, Source, Step,
};
use serde_json::{json, Value as Json};
use shejiao_primitives::{
	case::CaseId,
	clock::{ClockId, KindId},
	deadline::{ActTime, Due, Period},
	ids::MemberId,
	reason::Reason,
	record::RecordId,
	subject::Subject,
	time::{LegalDate, Moment},
};
use sp_core::{crypto::AccountId32, H256};

#[derive(Subcommand)]
pub enum Command {
	/// What is due for one's agency, or for a case
	List {
		/// Clocks of this case
		#[arg(long)]
		case: Option<String>,
		/// Clocks that this member must act on; one's own by default
		#[arg(long)]
		member: Option<u32>,
		/// Last days until then; 30 days from today by default
		#[arg(long, value_parser = coded::date)]
		until: Option<LegalDate>,
	},
	/// A clock with its history
	Show { clock: u64 },
	/// Complete a clock by the act that it waited for
	Complete {
		clock: u64,
		/// Day of the act, or its moment where hours are counted
		#[arg(long, value_parser = clocks::act_time)]
		done: ActTime,
		/// Number of the record of the act
		#[arg(long)]
		evidence: u64,
	},
	/// Stop a clock for a cause that its kind allows
	Pause {
		clock: u64,
		#[arg(long, value_parser = coded::coded::<PauseCause>)]
		cause: PauseCause,
		#[arg(long)]
		evidence: u64,
	},
	/// Let a clock run again
	Resume {
		clock: u64,
		#[arg(long)]
		evidence: u64,
	},
	/// An agreed extension: proposed by one side, accepted by the other
	#[command(subcommand)]
	Extend(Extend),
	/// End a clock without an act: proposed, then confirmed by a second officer
	#[command(subcommand)]
	Cancel(Cancel),
	/// Start a clock whose kind is sealed: its due day is computed here
	StartSealed(Sealed),
	/// Seal a clock anew, when its calendar has come or its trigger has changed
	Reseal(Resealed),
	/// Until when something would be due: computed here, and no node is told the kind
	Compute {
		/// Such as L8 or L38a
		#[arg(value_parser = clocks::kind)]
		kind: KindId,
		/// From when it is counted: a day of the chain, or a moment where hours are counted
		#[arg(long, value_parser = clocks::act_time)]
		from: ActTime,
	},
	/// Kinds of clocks and other numbers of the law
	Kinds,
	/// The calendar of a year
	Calendar { year: u16 },
}

#[derive(Subcommand)]
pub enum Extend {
	/// Propose that it ends later
	Propose {
		clock: u64,
		#[arg(long, value_parser = coded::date)]
		last_day: LegalDate,
		/// Number of the record of the agreement
		#[arg(long)]
		evidence: u64,
	},
	/// Accept the other side's proposal, as it stands
	Accept { clock: u64 },
}

#[derive(Subcommand)]
pub enum Cancel {
	/// Propose it
	Propose {
		clock: u64,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
		#[arg(long)]
		evidence: u64,
	},
	/// Confirm what another officer proposed, as it stands
	Confirm { clock: u64 },
}

#[derive(Args)]
pub struct Sealed {
	case: String,
	/// Such as L10; it is sealed
	#[arg(long, value_parser = clocks::kind)]
	kind: KindId,
	/// From when it is counted: a day of the chain, or a moment where hours are counted
	#[arg(long, value_parser = clocks::act_time)]
	from: ActTime,
	/// Who must act; one's own agency by default
	#[arg(long)]
	owner: Option<u32>,
}

#[derive(Args)]
pub struct Resealed {
	clock: u64,
	/// Such as L10; what the vault has sealed by default
	#[arg(long, value_parser = clocks::kind)]
	kind: Option<KindId>,
	/// From when it is counted; what the vault has sealed by default
	#[arg(long, value_parser = clocks::act_time)]
	from: Option<ActTime>,
	/// Number of the record that shows why
	#[arg(long)]
	evidence: u64,
}

const PALLET: &str = "StatutoryClocks";

/// Days ahead that the list looks.
const AHEAD: u32 = 30;

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let call = match command {
		Command::List { case, member, until } => {
			return list(context, case.as_deref(), member, until).await;
		},
		Command::Show { clock } => return show(context, ClockId(clock)).await,
		Command::Kinds => return kinds(context).await,
		Command::Calendar { year } => return calendar(context, year).await,
		Command::Compute { kind, from } => return compute(context, kind, from).await,
		Command::StartSealed(command) => return start_sealed(context, command).await,
		Command::Reseal(command) => return reseal(context, command).await,
		Command::Complete { clock, done, evidence } => {
			wire::call(PALLET, "complete", (ClockId(clock), done, RecordId(evidence)))
		},
		Command::Pause { clock, cause, evidence } => {
			wire::call(PALLET, "pause", (ClockId(clock), cause, RecordId(evidence)))
		},
		Command::Resume { clock, evidence } => {
			wire::call(PALLET, "resume", (ClockId(clock), RecordId(evidence)))
		},
		Command::Extend(Extend::Propose { clock, last_day, evidence }) => {
			let arguments = (ClockId(clock), last_day, RecordId(evidence));
			wire::call(PALLET, "propose_extension", arguments)
		},
		Command::Extend(Extend::Accept { clock }) => {
			let clock = ClockId(clock);
			match proposed(context, clock).await? {
				Proposed::Extension(last_day) => {
					wire::call(PALLET, "accept_extension", (clock, last_day))
				},
				Proposed::Cancellation(_) => return Err(nothing(clock)),
			}
		},
		Command::Cancel(Cancel::Propose { clock, reason, evidence }) => {
			let arguments = (ClockId(clock), reason, RecordId(evidence));
			wire::call(PALLET, "propose_cancellation", arguments)
		},
		Command::Cancel(Cancel::Confirm { clock }) => {
			let clock = ClockId(clock);
			match proposed(context, clock).await? {
				Proposed::Cancellation(reason) => {
					wire::call(PALLET, "confirm_cancellation", (clock, reason))
				},
				Proposed::Extension(_) => return Err(nothing(clock)),
			}
		},
	};
	wire::send(context, call).await?;
	Ok(())
}

/// What is proposed of a clock: whoever accepts it, accepts what it has seen.
async fn proposed(context: &Context, clock: ClockId) -> Result<Proposed> {
	let history = clocks::history(&context.best().await?, clock).await?;
	history.proposal.map(|proposal| proposal.what).ok_or_else(|| nothing(clock))
}

fn nothing(clock: ClockId) -> anyhow::Error {
	failure!("nothing-proposed", clock = clock.0).into()
}

async fn list(
	context: &Context,
	case: Option<&str>,
	member: Option<u32>,
	until: Option<LegalDate>,
) -> Result<()> {
	let at = context.best().await?;
	let found = match case {
		Some(case) => {
			let case = handles::resolve(context, case).await?;
			clocks::of(&at, Subject::Case(case)).await?
		},
		None => {
			let owner = match member {
				Some(member) => MemberId(member),
				None => handles::member(context, &at).await?,
			};
			let (moment, clock) = now(&at).await?;
			let until = until.unwrap_or_else(|| clock.date(moment).plus(AHEAD));
			clocks::due(&at, owner, until).await?
		},
	};
	let vault = context.vault()?;
	let mut rows = Vec::new();
	for clock in &found {
		let sealing = sealing(&vault, clock)?;
		let kind = sealing.and_then(|sealing| sealing.value.get("kind").cloned());
		rows.push(clocks::row(clock).maybe("sealedKind", kind));
	}
	context.out.list(rows);
	Ok(())
}

/// What a sealed clock seals, where the vault opens it.
fn sealing(vault: &Vault, clock: &ClockInfo<AccountId32>) -> Result<Option<Sealing>> {
	let Some(commitment) = clock.commitment else { return Ok(None) };
	vault.opened(case_of(clock), &commitment.0)
}

fn case_of(clock: &ClockInfo<AccountId32>) -> Option<CaseId> {
	match clock.subject {
		Subject::Case(case) => Some(case),
		_ => None,
	}
}

async fn show(context: &Context, clock: ClockId) -> Result<()> {
	let at = context.best().await?;
	let history = clocks::history(&at, clock).await?;
	let info = &history.info;
	let sealing = sealing(&context.vault()?, info)?;
	let sealed = sealing.as_ref().and_then(|sealing| sealing.value.get("kind").cloned());
	let opened = sealing.as_ref().and_then(|sealing| clocks::opened(&sealing.value));
	let check = match &opened {
		Some(opened) => Some(check(&at, info, opened).await?),
		None => None,
	};
	let proposed = history.proposal.as_ref();
	let steps = history.steps.iter().map(|one| (one.at, step(one)));
	let end = info.closed.as_ref().map(|end| (end.entered, closing(end)));
	// A source may lose its worth after the clock has ended.
	let mut steps: Vec<(Moment, Record)> = steps.chain(end).collect();
	steps.sort_by_key(|(at, _)| *at);
	let head = clocks::row(info)
		.moment("started", info.started)
		.maybe_moment("warned", info.warned)
		.maybe_moment("expired", info.expired)
		.maybe_term("paused", "pause-cause", info.paused.as_ref())
		.maybe("commitment", info.commitment.map(hex))
		.maybe("sealedKind", sealed)
		.maybe("provisionalYear", opened.and_then(|opened| opened.provisional))
		.maybe("computedAgain", check.map(|check| time::date(check.due)))
		.maybe_flag("agrees", check.map(|check| check.agrees))
		.value(
			"proposed",
			proposed.map_or(Json::Null, |proposal| proposal_json(&proposal.what)),
			proposed.map_or_else(|| "-".into(), |proposal| proposal_text(&proposal.what)),
		)
		.maybe("proposedBy", proposed.map(|proposal| proposal.member.0))
		.maybe("evidence", proposed.map(|proposal| proposal.evidence.0))
		.flag("sourceCorrected", info.corrected);
	context.out.whole(head, vec![("history", steps.into_iter().map(|(_, row)| row).collect())]);
	match check.filter(|check| !check.agrees) {
		Some(check) => {
			let due = clocks::until(info.due);
			let computed = time::date(check.due);
			fail!("clock-differs", clock = clock.0, due = due, computed = computed)
		},
		None => Ok(()),
	}
}

/// Whoever can open a sealed clock checks its last day (field table): by the period that was sealed, and
/// that against the law's.
async fn check(
	at: &At,
	info: &ClockInfo<AccountId32>,
	opened: &clocks::Sealed,
) -> Result<clocks::Check> {
	let (moment, time) = now(at).await?;
	let from = clocks::start(opened.from, &time, Moment::MAX)?;
	let (_, lawful) = clocks::rule_at(at, opened.kind, from, moment).await?;
	let period = opened.period.unwrap_or(lawful);
	let computed = clocks::compute_here(at, &period, from, &time).await?;
	Ok(clocks::check(opened, &lawful, &computed, info.due.day(&time), &time))
}

/// What is proposed of a clock, for programs.
fn proposal_json(what: &Proposed) -> Json {
	match what {
		Proposed::Extension(day) => json!({ "extension": time::date(*day) }),
		Proposed::Cancellation(reason) => json!({ "cancellation": words::code(reason) }),
	}
}

/// What is proposed of a clock, in words: whoever accepts it must know it.
fn proposal_text(what: &Proposed) -> String {
	match what {
		Proposed::Extension(day) => say!("clock.extension", day = time::date(*day)),
		Proposed::Cancellation(reason) => {
			say!("clock.cancellation", reason = words::term("reason", reason))
		},
	}
}

/// A change of a clock, as a row of its history.
fn step(step: &Step<AccountId32>) -> Record {
	let (code, from, to, evidence) = match &step.change {
		Change::Paused { evidence, .. } => ("paused", None, None, Some(evidence.0)),
		Change::Moved { why, from, to, .. } => {
			let (code, evidence) = match why {
				Move::Resumed(record) => ("resumed", Some(record.0)),
				Move::Extended(record) => ("extended", Some(record.0)),
				Move::Restarted(_) => ("restarted", None),
				Move::Calendar(_) => ("calendar", None),
				Move::Resealed(record) => ("resealed", Some(record.0)),
			};
			(code, Some(*from), Some(*to), evidence)
		},
		Change::SourceChanged { source, .. } => ("source-changed", None, None, Some(source.0)),
		Change::Resealed { evidence, .. } => ("resealed", None, None, Some(evidence.0)),
		Change::RanAgain { .. } => ("ran-again", None, None, None),
	};
	entry(step.at, code, from, to, evidence).maybe("actDate", None::<String>)
}

/// The end of a clock, as the last row of its history.
fn closing(closing: &Closing<AccountId32>) -> Record {
	let (code, done, evidence) = match &closing.outcome {
		Outcome::Completed { in_time: true, done, evidence } => ("in-time", Some(*done), *evidence),
		Outcome::Completed { in_time: false, done, evidence } => {
			("too-late", Some(*done), *evidence)
		},
		Outcome::Cancelled { evidence, .. } => ("cancelled", None, *evidence),
	};
	let row = entry(closing.entered, code, None, None, evidence.map(|record| record.0));
	row.maybe("actDate", done.map(shown))
}

/// When an act was done, for people.
fn shown(time: ActTime) -> String {
	match time {
		ActTime::Day(day) => time::date(day),
		ActTime::Moment(moment) => time::show(moment),
	}
}

fn entry(
	at: Moment,
	code: &str,
	from: Option<Due>,
	to: Option<Due>,
	evidence: Option<u64>,
) -> Record {
	Record::new()
		.moment("since", at)
		.term("step", "clock-step", &code)
		.maybe("from", from.map(clocks::until))
		.maybe("due", to.map(clocks::until))
		.maybe("evidence", evidence)
}

/// A period in words: `10 working days`.
fn period(period: &Period) -> String {
	let unit = words::term("unit-of-time", &period.unit);
	let key = match period.counting {
		shejiao_primitives::deadline::Counting::After => "clock.after",
		shejiao_primitives::deadline::Counting::Before => "clock.before",
	};
	let text = say!(key, length = period.length, unit = unit);
	match period.rolls {
		true => say!("clock.rolls", period = text),
		false => text,
	}
}

fn articles(source: &Source) -> String {
	let articles = source.articles.iter().filter(|article| **article != 0);
	articles.map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Where a rule stands as well.
fn also(source: &Source) -> String {
	format!("{} {}", words::term("law-text", &source.law), articles(source))
}

async fn kinds(context: &Context) -> Result<()> {
	let at = context.best().await?;
	let mut kinds = clocks::kinds(&at, None).await?;
	// A second part stands beside its rule: L21, L21a.
	kinds.sort_by_key(|info| match info.id.0 {
		number @ 0..=199 => (number % 100, number / 100),
		number => (number, 0),
	});
	let rows = kinds.into_iter().map(|info| {
		let rule: Kind = info.rule;
		let code = clocks::code(info.id);
		Record::new()
			.put("code", code.clone())
			.term("name", "clock-kind", &code)
			.term("nature", "nature", &rule.nature)
			.value("length", serde_json::to_value(rule.period).unwrap_or_default(), {
				rule.period.as_ref().map_or_else(|| "-".into(), period)
			})
			.term("law", "law-text", &rule.source.law)
			.put("articles", articles(&rule.source))
			.maybe("also", rule.also.as_ref().map(also))
			.term("confidence", "confidence", &rule.source.confidence)
			.term("who", "who-acts", &rule.who)
			.flag("sealed", rule.sealed)
	});
	context.out.list(rows.collect());
	Ok(())
}

async fn calendar(context: &Context, year: u16) -> Result<()> {
	let calendar = clocks::calendar(&context.best().await?, year).await?;
	let calendar = calendar.ok_or_else(|| failure!("no-calendar", year = year))?;
	let dates =
		|days: &[LegalDate]| days.iter().map(|day| time::date(*day)).collect::<Vec<_>>().join(", ");
	context.out.show(
		Record::new()
			.put("year", year)
			.put("daysOff", dates(&calendar.days_off))
			.put("makeUp", dates(&calendar.make_up)),
	);
	Ok(())
}

async fn compute(context: &Context, kind: KindId, from: ActTime) -> Result<()> {
	let at = context.best().await?;
	let (moment, clock) = now(&at).await?;
	let told = shown(from);
	// What will be due may be asked of days to come.
	let from = clocks::start(from, &clock, Moment::MAX)?;
	let (_, period) = clocks::rule_at(&at, kind, from, moment).await?;
	let computed = clocks::compute_here(&at, &period, from, &clock).await?;
	context.out.show(
		Record::new()
			.put("code", clocks::code(kind))
			.put("from", told)
			.put("due", clocks::until(computed.due))
			.maybe("provisionalYear", computed.missing)
			.flag("provisional", computed.is_provisional()),
	);
	Ok(())
}

/// What is to be sealed of a clock: its group, last day and commitment, and the year whose calendar is
/// missing.
struct ToSeal {
	group: Group,
	due: LegalDate,
	commitment: H256,
	missing: Option<u16>,
}

/// Compute the last day of a clock of a sealed kind, and seal what it follows from.
async fn seal(
	context: &Context,
	at: &At,
	case: CaseId,
	kind: KindId,
	from: ActTime,
) -> Result<ToSeal> {
	let (moment, clock) = now(at).await?;
	let from = clocks::start(from, &clock, moment)?;
	let (rule, period) = clocks::rule_at(at, kind, from, moment).await?;
	if !rule.sealed {
		fail!("not-sealed", kind = clocks::code(kind));
	}
	let computed = clocks::compute_here(at, &period, from, &clock).await?;
	let value = clocks::sealed(kind, from, &period, &computed, &clock);
	let commitment = cases::seal(context, case, Purpose::Clock, value)?;
	let (due, missing) = (computed.due.day(&clock), computed.missing);
	Ok(ToSeal { group: rule.group, due, commitment, missing })
}

/// Say what was sealed, and that it must be sealed anew when a calendar comes.
fn tell(context: &Context, sealed: &ToSeal) {
	let due = time::date(sealed.due);
	context.out.line(match sealed.missing {
		Some(year) => say!("clock.sealed-provisional", due = due, year = year),
		None => say!("clock.sealed", due = due),
	});
}

async fn start_sealed(context: &Context, command: Sealed) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let at = context.best().await?;
	let owner = match command.owner {
		Some(owner) => MemberId(owner),
		None => handles::member(context, &at).await?,
	};
	let sealed = seal(context, &at, case, command.kind, command.from).await?;
	let arguments = (case, sealed.group, sealed.due, sealed.commitment, owner);
	wire::send(context, wire::call(PALLET, "start_sealed", arguments)).await?;
	tell(context, &sealed);
	Ok(())
}

async fn reseal(context: &Context, command: Resealed) -> Result<()> {
	let clock = ClockId(command.clock);
	let at = context.best().await?;
	let info = clocks::history(&at, clock).await?.info;
	let before = sealing(&context.vault()?, &info)?;
	let before = before.and_then(|sealing| clocks::opened(&sealing.value));
	let unknown = || failure!("clock-not-opened", clock = clock.0);
	let case = case_of(&info).ok_or_else(unknown)?;
	let kind = command.kind.or(before.map(|before| before.kind)).ok_or_else(unknown)?;
	let from = command.from.or(before.map(|before| before.from)).ok_or_else(unknown)?;
	let sealed = seal(context, &at, case, kind, from).await?;
	let arguments = (clock, sealed.due, sealed.commitment, RecordId(command.evidence));
	wire::send(context, wire::call(PALLET, "reseal", arguments)).await?;
	tell(context, &sealed);
	Ok(())
}
