//! A case file, and lists of cases.

use crate::{
	casework::{address, cases, clocks, handles, records},
	coded,
	context::Context,
	output::{Format, Record},
	time,
	vault::{
		commit::Sealing,
		sheets::{CaseSheet, Handle},
	},
	words,
};
use anyhow::Result;
use pallet_subject_identity::{views::CaseHeader, Interval};
use serde_json::json;
use shejiao_primitives::{
	case::{CaseFacts, CaseId, Stage},
	subject::Subject,
};
use sp_core::crypto::AccountId32;

/// What a case is now.
fn facts(record: Record, facts: &CaseFacts<AccountId32>) -> Record {
	record
		.maybe_term("category", "case-category", facts.category.as_ref())
		.term("stage", "stage", &facts.stage)
		.maybe("lastDay", facts.last_day.map(time::date))
		.flag("restricted", facts.restricted)
		.flag("fileClosed", facts.is_closed())
}

/// Who a case is about: on the terminal alone, and only where the officer asked for it.
pub fn person(record: Record, sheet: &CaseSheet) -> Record {
	let person = &sheet.facts.person;
	let documents: Vec<String> = person
		.documents
		.iter()
		.map(|d| format!("{} {}", words::term("document-type", &d.kind), d.number))
		.collect();
	record
		.put("personName", person.name.clone())
		.term("sex", "sex", &person.sex)
		.put("born", person.born.clone())
		.put("documents", documents.join("; "))
}

/// What is sealed, and what it seals.
pub fn sealing(sealing: &Sealing) -> Record {
	let value = serde_json::to_value(&sealing.value).unwrap_or_default();
	let parts = sealing.value.iter();
	let text: Vec<String> = parts.map(|(name, value)| format!("{name}: {value}")).collect();
	Record::new()
		.term("purpose", "sealing", &sealing.purpose)
		.put("commitment", sealing.commitment)
		.value("value", value, text.join("; "))
}

/// Lists of cases.
pub async fn list(
	context: &Context,
	mine: bool,
	officer: Option<&str>,
	stage: Option<Stage>,
	open: bool,
) -> Result<()> {
	let at = context.best().await?;
	let listed = match (mine, officer) {
		(true, _) => {
			let own = AccountId32::from(context.signer()?.account().0);
			handles::caseload(&at, &own).await?
		},
		(false, Some(officer)) => handles::caseload(&at, &records::account(officer)?).await?,
		(false, None) => {
			let member = handles::member(context, &at).await?;
			handles::cases_of(&at, member).await?
		},
	};
	let vault = context.vault()?;
	let chain = context.chain().await?;
	let mut list = Vec::new();
	for case in listed.iter().filter(|case| stage.is_none_or(|stage| case.facts.stage == stage)) {
		let record = facts(handle(context, case.case), &case.facts)
			.put("executing", case.facts.executing.0)
			.maybe("unit", case.facts.unit.map(|unit| unit.0))
			.maybe("officer", case.facts.officer.as_ref().map(|o| address(chain, o)));
		list.push(match open {
			true => {
				let sheet = vault.case(case.case)?;
				record.maybe("personName", sheet.map(|sheet| sheet.facts.person.name.clone()))
			},
			false => record,
		});
	}
	context.out.list(list);
	Ok(())
}

/// A record that begins with a handle: whole for programs, its beginning for people.
fn handle(context: &Context, case: CaseId) -> Record {
	let (whole, short) = (Handle(case).to_string(), handles::short(case));
	Record::new().put("case", if context.out.format == Format::Json { whole } else { short })
}

/// A whole case file.
pub async fn file(context: &Context, case: &str, open: bool) -> Result<()> {
	let case = handles::resolve(context, case).await?;
	let at = context.best().await?;
	let chain = context.chain().await?;
	let header = cases::header(&at, case).await?;
	let head = head(&header);
	let head = match open {
		true => person(head, &context.vault()?.sheet(case)?),
		false => head,
	};
	let head = head
		.maybe("unit", header.facts.unit.map(|unit| unit.0))
		.maybe("officer", header.facts.officer.as_ref().map(|o| address(chain, o)));
	let parties: Vec<Record> = header
		.parties
		.iter()
		.map(|party| {
			Record::new().put("member", party.member.0).terms(
				"roles",
				"party-role",
				&coded::names_of_roles(party.roles),
			)
		})
		.collect();
	let steps: Vec<Record> = cases::transitions(&at, case)
		.await?
		.iter()
		.map(|view| {
			let act = &view.transition.act;
			Record::new()
				.put("number", view.number)
				.term("step", "step", &view.transition.step)
				.term("stage", "stage", &view.transition.to)
				.put("actDate", time::date(act.date))
				.moment("entered", act.entered)
				.flag("lateEntry", view.late_entry)
				.maybe("evidence", act.evidence.map(|record| record.0))
		})
		.collect();
	let intervals: Vec<Record> =
		(0u32..).zip(cases::intervals(&at, case).await?).map(interval).collect();
	let clocks: Vec<Record> =
		clocks::of(&at, Subject::Case(case)).await?.iter().map(clocks::row).collect();
	let records: Vec<Record> =
		records::records_of(&at, case, true).await?.iter().map(records::row).collect();
	context.out.whole(
		head,
		vec![
			("parties", parties),
			("steps", steps),
			("intervals", intervals),
			("clocks", clocks),
			("records", records),
		],
	);
	Ok(())
}

fn head(header: &CaseHeader<AccountId32>) -> Record {
	facts(Record::new().put("case", Handle(header.case)), &header.facts)
		.maybe("mergedInto", header.facts.merged_into.map(Handle))
		.put("merged", header.merged)
		.moment("registered", header.registered)
		.put("sealedParties", header.sealed_parties)
		.maybe("termVersion", header.term.map(|term| term.version))
		.put("termVersions", header.terms)
		.maybe("certificate", header.certificate.as_ref().map(|act| time::date(act.date)))
		.value(
			"open",
			json!(header.open.iter().map(|o| words::code(&o.kind)).collect::<Vec<_>>()),
			{
				let open = header.open.iter().map(|open| words::term("interval", &open.kind));
				open.collect::<Vec<_>>().join(", ")
			},
		)
		.flag("sourceCorrected", header.source_corrected)
}

fn interval((number, interval): (u32, Interval<AccountId32>)) -> Record {
	Record::new()
		.put("number", number)
		.term("kind", "interval", &interval.kind)
		.put("from", time::date(interval.begun.date))
		.maybe("until", interval.ended.as_ref().map(|act| time::date(act.date)))
}
