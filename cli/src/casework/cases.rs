//! Cases: registered, moved on, looked at.

use super::{act_date, wire};
use crate::{
	client::{hex, At},
	context::Context,
	failure, keys,
	submit::Report,
	time,
	vault::{
		commit::{self, Fields, Purpose},
		sheets::CaseSheet,
	},
	words,
};
use anyhow::Result;
use pallet_subject_identity::{
	views::{CaseHeader, TransitionView},
	Commitment, Founders, Interval, IntervalKind, Opening, Secrecy, Step, Term,
};
use serde::Deserialize;
use shejiao_primitives::{
	case::{CaseCategory, CaseId, PartyRoles},
	deadline::{Excluded, Length, Span, TermFacts, TermFault},
	ids::{MemberId, UnitId},
	record::RecordId,
	time::LegalDate,
};
use sp_core::{crypto::AccountId32, H256};

/// Entries asked for at once.
const PAGE: u32 = 128;

/// A case to register.
#[derive(Clone, Debug)]
pub struct Registration {
	/// Its sheet, with the identity sealed.
	pub sheet: CaseSheet,
	/// How it begins.
	pub opening: Opening,
	/// Its members.
	pub founders: Founders,
	/// Outcome of the secrecy review.
	pub secrecy: Secrecy,
	/// The document of the registration.
	pub document: Option<Vec<u8>>,
	/// Receipt of the commission, effect of the decision, or report; today when nothing is given.
	pub act_date: Option<LegalDate>,
}

/// A case that was registered.
#[derive(Clone, Debug)]
pub struct Registered {
	/// Its handle; nothing where the call was shown, or nobody waited.
	pub case: Option<CaseId>,
}

/// Register a case. Its sheet is in the vault before anything is sent.
pub async fn register(context: &Context, registration: Registration) -> Result<Registered> {
	let Registration { mut sheet, opening, founders, secrecy, document, act_date: date } =
		registration;
	context.ensure_signer()?;
	let vault = context.vault()?;
	let date = act_date(context, date).await?;
	let mut decision = sheet.facts.decision.clone();
	if let Some(document) = &document {
		let hash = commit::hash(sheet.suite, document)?;
		decision.insert("document".into(), hex(hash));
	}
	let basis = sheet.seal(Purpose::Decision, decision)?;
	let restriction = match sheet.facts.restricted.is_empty() {
		true => None,
		false => {
			let causes = causes(&sheet.facts.restricted)?;
			Some(H256(sheet.seal(Purpose::Restriction, causes)?.0))
		},
	};
	let identity = Commitment { suite: sheet.suite, hash: H256(sheet.identity()?.0) };
	vault.keep_draft(&sheet)?;
	let arguments = (opening, founders, identity, H256(basis.0), Some(secrecy), date, restriction);
	let call = wire::call("SubjectIdentity", "register", arguments);
	let mut report = Report::default();
	if let Err(error) = wire::send_into(context, call, &mut report).await {
		if !report.is_open() {
			vault.drop_draft(&sheet)?;
		}
		return Err(error);
	}
	let case = registered(&report).into_iter().find(|(_, hash)| *hash == identity.hash);
	let case = case.map(|(case, _)| case);
	if let Some(case) = case {
		match report.is_open() {
			true => vault.adopt_for_now(sheet, case)?,
			false => vault.adopt(sheet, case)?,
		};
	}
	Ok(Registered { case })
}

/// Cases that a transaction registered, each with its identity commitment.
pub fn registered(report: &Report) -> Vec<(CaseId, H256)> {
	let events = report.included.iter().flat_map(|(included, _)| &included.events);
	events
		.filter(|event| event.name == "SubjectIdentity.CaseRegistered")
		.filter_map(|event| {
			let case = keys::bytes::<16>(event.fields.get("case")?.as_str()?)?;
			let hash = keys::bytes::<32>(event.fields.pointer("/identity/hash")?.as_str()?)?;
			Some((CaseId(case), H256(hash)))
		})
		.collect()
}

/// Why strict defaults may hold.
pub const CAUSES: [&str; 5] = ["minor", "illness", "pregnancy", "protected-address", "other"];

/// What is sealed of the causes of a restriction.
pub fn causes(causes: &[String]) -> Result<Fields> {
	let mut fields = Fields::new();
	for cause in causes {
		if !CAUSES.contains(&cause.as_str()) {
			return Err(failure!("bad-cause", cause = cause, known = CAUSES.join(", ")).into());
		}
		fields.insert(cause.clone(), "yes".into());
	}
	Ok(fields)
}

/// Seal something about a case into the vault: what goes on chain of it.
pub fn seal(context: &Context, case: CaseId, purpose: Purpose, value: Fields) -> Result<H256> {
	let commitment = context.vault()?.seal(Some(case), super::records::SUITE, purpose, value)?;
	Ok(H256(commitment.0))
}

/// Seal one named text about a case.
pub fn seal_text(
	context: &Context,
	case: CaseId,
	purpose: Purpose,
	name: &str,
	text: &str,
) -> Result<H256> {
	seal(context, case, purpose, Fields::from([(name.to_string(), text.to_string())]))
}

/// Move a case on.
pub async fn advance(
	context: &Context,
	case: CaseId,
	step: Step,
	date: Option<LegalDate>,
	evidence: RecordId,
) -> Result<Report> {
	let date = act_date(context, date).await?;
	wire::send(context, wire::call("SubjectIdentity", "advance", (case, step, date, evidence)))
		.await
}

/// Assign unit and officer.
pub async fn assign(
	context: &Context,
	case: CaseId,
	unit: Option<UnitId>,
	officer: Option<AccountId32>,
) -> Result<Report> {
	wire::send(context, wire::call("SubjectIdentity", "assign", (case, unit, officer))).await
}

/// What a term is computed from, as an officer writes it: YAML or JSON, dates as `YYYY-MM-DD`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermSheet {
	/// First day: of execution (管制), of finality (缓刑), of parole (假释), or from which the sentence
	/// is counted (暂予监外执行).
	pub start: String,
	/// How long, where the decision says a length.
	#[serde(default)]
	pub length: Option<Length>,
	/// The last day, where the decision names it.
	#[serde(default)]
	pub until: Option<String>,
	/// Days of custody before the judgment.
	#[serde(default)]
	pub custody_days: u16,
	/// 减刑, in the order in which it was granted.
	#[serde(default)]
	pub reductions: Vec<Length>,
	/// Periods that do not count (刑诉法 268(3)).
	#[serde(default)]
	pub excluded: Vec<ExcludedDays>,
}

/// Days that do not count, both included.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExcludedDays {
	/// The first.
	pub from: String,
	/// The last.
	pub until: String,
}

impl TermSheet {
	/// The facts of a case of `category`.
	pub fn facts(&self, category: CaseCategory) -> Result<TermFacts> {
		let day = |field: &str, text: &str| {
			time::parse_date(text).ok_or_else(|| {
				failure!("bad-term", field = field, reason = crate::say!("number.date"))
			})
		};
		let span = match (self.length, &self.until) {
			(Some(length), None) => Span::Length(length),
			(None, Some(until)) => Span::Until(day("until", until)?),
			_ => {
				return Err(failure!(
					"bad-term",
					field = "length",
					reason = crate::say!("term.one-of")
				)
				.into())
			},
		};
		let mut excluded = Vec::new();
		for days in &self.excluded {
			excluded.push(Excluded {
				from: day("excluded.from", &days.from)?,
				until: day("excluded.until", &days.until)?,
			});
		}
		Ok(TermFacts {
			category,
			start: day("start", &self.start)?,
			span,
			custody_days: self.custody_days,
			reductions: self.reductions.clone(),
			excluded,
		})
	}
}

/// What is sealed of a calculation: whoever opens it can compute the term again.
pub fn calculation(facts: &TermFacts) -> Fields {
	let length = |l: &Length| format!("{}-{}-{}", l.years, l.months, l.days);
	let mut fields = Fields::from([
		("category".to_string(), words::code(&facts.category)),
		("start".into(), time::date(facts.start)),
		("custody-days".into(), facts.custody_days.to_string()),
	]);
	match &facts.span {
		Span::Length(span) => fields.insert("length".into(), length(span)),
		Span::Until(last) => fields.insert("until".into(), time::date(*last)),
	};
	if !facts.reductions.is_empty() {
		let list: Vec<String> = facts.reductions.iter().map(length).collect();
		fields.insert("reductions".into(), list.join(" "));
	}
	if !facts.excluded.is_empty() {
		let list = facts.excluded.iter();
		let list: Vec<String> =
			list.map(|e| format!("{}/{}", time::date(e.from), time::date(e.until))).collect();
		fields.insert("excluded".into(), list.join(" "));
	}
	fields
}

/// The facts of a calculation that was sealed.
pub fn facts_of(fields: &Fields) -> Option<TermFacts> {
	let get = |name: &str| fields.get(name).map(String::as_str);
	let length = |text: &str| {
		let mut parts = text.split('-');
		let length = Length::new(
			parts.next()?.parse().ok()?,
			parts.next()?.parse().ok()?,
			parts.next()?.parse().ok()?,
		);
		parts.next().is_none().then_some(length)
	};
	let span = match (get("length"), get("until")) {
		(Some(text), None) => Span::Length(length(text)?),
		(None, Some(text)) => Span::Until(time::parse_date(text)?),
		_ => return None,
	};
	let list = |name: &str| get(name).unwrap_or_default().split_whitespace();
	let excluded = |text: &str| {
		let (from, until) = text.split_once('/')?;
		Some(Excluded { from: time::parse_date(from)?, until: time::parse_date(until)? })
	};
	Some(TermFacts {
		category: crate::coded::coded(get("category")?).ok()?,
		start: time::parse_date(get("start")?)?,
		span,
		custody_days: get("custody-days")?.parse().ok()?,
		reductions: list("reductions").map(length).collect::<Option<_>>()?,
		excluded: list("excluded").map(excluded).collect::<Option<_>>()?,
	})
}

/// The last day of a term (L39), or why there is none.
pub fn last_day(facts: &TermFacts) -> Result<LegalDate> {
	let reason = |fault| match fault {
		TermFault::Empty => "term.empty",
		TermFault::Consumed => "term.consumed",
		TermFault::NothingExcludable => "term.nothing-excludable",
		TermFault::Disordered => "term.disordered",
	};
	let term = facts
		.term()
		.map_err(|fault| failure!("bad-term", field = "-", reason = crate::say!(reason(fault))))?;
	Ok(term.last_day)
}

/// Compute the term of a case, and wait for a second officer.
pub async fn compute_term(
	context: &Context,
	case: CaseId,
	facts: &TermFacts,
	date: Option<LegalDate>,
	evidence: RecordId,
) -> Result<(LegalDate, Report)> {
	let last = last_day(facts)?;
	let sealed = seal(context, case, Purpose::Term, calculation(facts))?;
	let date = act_date(context, date).await?;
	let arguments = (case, last, sealed, date, evidence);
	let report =
		wire::send(context, wire::call("SubjectIdentity", "compute_term", arguments)).await?;
	Ok((last, report))
}

/// Whether the last version of a term is what its sealed calculation gives; `None` where that is not in
/// the vault.
pub async fn check_term(
	context: &Context,
	case: CaseId,
) -> Result<(u32, Term<AccountId32>, Option<bool>)> {
	let at = context.best().await?;
	let versions = terms(&at, case).await?;
	let Some((version, term)) = (0u32..).zip(versions).last() else {
		return Err(failure!("no-term").into());
	};
	let sealing = context.vault()?.opened(Some(case), &term.calculation.0)?;
	let facts = sealing.as_ref().map(|sealing| facts_of(&sealing.value));
	let right = facts.map(|facts| {
		let computed = facts.and_then(|facts| facts.term().ok());
		computed.is_some_and(|computed| computed.last_day == term.last_day)
	});
	Ok((version, term, right))
}

/// Confirm the last version of a term, once it has been computed again from the sealed calculation.
pub async fn confirm_term(context: &Context, case: CaseId, unseen: bool) -> Result<Report> {
	let (version, term, right) = check_term(context, case).await?;
	match right {
		Some(true) => {},
		Some(false) => {
			return Err(failure!("term-differs", last = time::date(term.last_day)).into());
		},
		None if unseen => {},
		None => return Err(failure!("term-unseen").into()),
	}
	wire::send(context, wire::call("SubjectIdentity", "confirm_term", (case, version))).await
}

/// Enter the certificate of the end.
pub async fn certify(
	context: &Context,
	case: CaseId,
	date: Option<LegalDate>,
	evidence: RecordId,
) -> Result<Report> {
	let date = act_date(context, date).await?;
	wire::send(context, wire::call("SubjectIdentity", "certify", (case, date, evidence))).await
}

/// Open an interval for a sealed cause.
pub async fn open_interval(
	context: &Context,
	case: CaseId,
	kind: IntervalKind,
	cause: H256,
	date: Option<LegalDate>,
	evidence: RecordId,
) -> Result<Report> {
	let date = act_date(context, date).await?;
	let arguments = (case, kind, cause, date, evidence);
	wire::send(context, wire::call("SubjectIdentity", "open_interval", arguments)).await
}

/// The number of an open interval: of several of a kind the one with this number.
pub async fn interval(
	at: &At,
	case: CaseId,
	kind: IntervalKind,
	number: Option<u32>,
) -> Result<u32> {
	let open = header(at, case).await?.open;
	let mut fitting = open
		.iter()
		.filter(|open| open.kind == kind && number.is_none_or(|number| number == open.number));
	let (first, second) = (fitting.next(), fitting.next());
	let kind = words::term("interval", &kind);
	let first = first.ok_or_else(|| failure!("no-interval", kind = kind))?;
	if second.is_some() {
		return Err(failure!("which-interval", kind = kind).into());
	}
	Ok(first.number)
}

/// Close an open interval.
pub async fn close_interval(
	context: &Context,
	case: CaseId,
	number: u32,
	date: Option<LegalDate>,
	evidence: RecordId,
) -> Result<Report> {
	let date = act_date(context, date).await?;
	let arguments = (case, number, date, evidence);
	wire::send(context, wire::call("SubjectIdentity", "close_interval", arguments)).await
}

/// Give or take plain roles by a sealed decision.
pub async fn change_roles(
	context: &Context,
	case: CaseId,
	add: bool,
	member: MemberId,
	roles: PartyRoles,
	basis: H256,
) -> Result<Report> {
	let name = if add { "add_party" } else { "remove_party" };
	wire::send(context, wire::call("SubjectIdentity", name, (case, member, roles, basis))).await
}

/// The head of a case file.
pub async fn header(at: &At, case: CaseId) -> Result<CaseHeader<AccountId32>> {
	Ok(find(at, case).await?.ok_or_else(|| failure!("no-case", case = hex(case.0)))?)
}

/// The head of a case file, if the chain has it.
pub async fn find(at: &At, case: CaseId) -> Result<Option<CaseHeader<AccountId32>>> {
	wire::ask(at, "SubjectIdentityApi", "case", (case,)).await
}

/// Every transition of a case.
pub async fn transitions(at: &At, case: CaseId) -> Result<Vec<TransitionView<AccountId32>>> {
	all(at, "transitions", case).await
}

/// Every version of the term of a case.
pub async fn terms(at: &At, case: CaseId) -> Result<Vec<Term<AccountId32>>> {
	all(at, "terms", case).await
}

/// Every interval of a case.
pub async fn intervals(at: &At, case: CaseId) -> Result<Vec<Interval<AccountId32>>> {
	all(at, "intervals", case).await
}

async fn all<T: codec::Decode>(at: &At, method: &'static str, case: CaseId) -> Result<Vec<T>> {
	let mut list: Vec<T> = Vec::new();
	loop {
		let from = list.len() as u32;
		let page: Vec<T> = wire::ask(at, "SubjectIdentityApi", method, (case, from, PAGE)).await?;
		let full = page.len() == PAGE as usize;
		list.extend(page);
		if !full {
			return Ok(list);
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{error::from_any, vault::sheets};
	use std::path::Path;

	fn sheet(text: &str) -> TermSheet {
		sheets::parse(Path::new("term.yaml"), text.as_bytes()).expect("well formed; qed")
	}

	#[test]
	fn a_term_is_computed_again_from_what_was_sealed() {
		let written = sheet(
			"start: 2026-03-02\nlength: {years: 1, months: 6}\ncustody_days: 12\nreductions: [{months: 2}]\n",
		);
		let facts = written.facts(CaseCategory::PublicSurveillance).expect("dates; qed");
		let last = last_day(&facts).expect("a term; qed");
		assert_eq!(time::date(last), "2027-06-08");
		let opened = facts_of(&calculation(&facts)).expect("what was sealed; qed");
		assert_eq!(opened, facts);
		assert_eq!(last_day(&opened).ok(), Some(last));
	}

	#[test]
	fn the_samples_concern_nobody_and_give_a_term() {
		let text = include_bytes!("../../samples/case.yaml");
		let facts: crate::vault::sheets::NewCase =
			sheets::parse(Path::new("case.yaml"), text).expect("well formed; qed");
		assert!(facts.person.is_fictitious().expect("valid numbers; qed"));
		let term = sheet(include_str!("../../samples/term.yaml"));
		let category = facts.category.expect("the sample is decided; qed");
		let facts = term.facts(category).expect("dates; qed");
		assert_eq!(last_day(&facts).map(time::date).ok().as_deref(), Some("2028-11-01"));
	}

	#[test]
	fn periods_that_do_not_count_are_sealed_too() {
		let written = sheet(
			"start: 2026-01-10\nuntil: 2027-01-09\nexcluded:\n  - {from: 2026-05-01, until: 2026-05-10}\n",
		);
		let facts = written.facts(CaseCategory::TemporaryRelease).expect("dates; qed");
		assert_eq!(last_day(&facts).map(time::date).ok().as_deref(), Some("2027-01-19"));
		assert_eq!(facts_of(&calculation(&facts)), Some(facts));
	}

	#[test]
	fn what_is_no_term_is_refused_in_words() {
		for (text, field) in [
			("start: 2026-02-30\nlength: {years: 1}\n", "start"),
			("start: 2026-01-10\n", "length"),
			("start: 2026-01-10\nlength: {years: 1}\nuntil: 2027-01-09\n", "length"),
			("start: 2026-01-10\nlength: {years: 0}\n", "-"),
			("start: 2026-01-10\nuntil: 2026-01-09\n", "-"),
		] {
			let facts = sheet(text).facts(CaseCategory::Parole);
			let error = facts.and_then(|facts| last_day(&facts)).expect_err("no term; qed");
			let failure = from_any(&error);
			assert_eq!(failure.code, "bad-term");
			assert!(failure.what.contains(field), "{}", failure.what);
		}
	}

	#[test]
	fn causes_of_a_restriction_are_known() {
		let sealed = causes(&["minor".into(), "illness".into()]).expect("both are known; qed");
		assert_eq!(sealed.len(), 2);
		let error = causes(&["rumour".into()]).expect_err("no cause; qed");
		assert_eq!(from_any(&error).code, "bad-cause");
	}
}
