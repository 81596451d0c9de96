//! Whether something is one's to do, by which article, and what would help.

use crate::{
	casework::{handles, wire},
	client::At,
	context::Context,
	error::{Failure, EXIT_REFUSED},
	failure,
	output::Record,
	vault::sheets::Handle,
	words,
};
use anyhow::Result;
use clap::Args;
use pallet_subject_identity::{Action, Answer, Article, IntervalKind, Remedy, StepKind};
use serde_json::json;
use shejiao_primitives::case::CaseId;
use sp_core::crypto::AccountId32;

#[derive(Args)]
pub struct MayI {
	case: String,
	/// What: a step such as receive, an interval such as open:restriction or close:exit-ban, or
	/// compute-term, confirm-term, certify, assign, change-parties, apply-policy
	#[arg(value_parser = action)]
	action: Action,
}

/// Actions that are neither a step nor an interval.
const OTHERS: [&str; 6] =
	["compute-term", "confirm-term", "certify", "assign", "change-parties", "apply-policy"];

/// An action by its name.
fn action(text: &str) -> Result<Action, String> {
	let interval = |name: &str| crate::coded::coded::<IntervalKind>(name);
	Ok(match text.split_once(':') {
		Some(("open", kind)) => Action::OpenInterval(interval(kind)?),
		Some(("close", kind)) => Action::CloseInterval(interval(kind)?),
		Some(_) => return Err(unknown(text)),
		None => match text {
			"compute-term" => Action::ComputeTerm,
			"confirm-term" => Action::ConfirmTerm,
			"certify" => Action::Certify,
			"assign" => Action::Assign,
			"change-parties" => Action::ChangeParties,
			"apply-policy" => Action::ApplyPolicy,
			step => {
				Action::Advance(crate::coded::coded::<StepKind>(step).map_err(|_| unknown(step))?)
			},
		},
	})
}

/// That there is no such action, and which there are.
fn unknown(text: &str) -> String {
	let names = |codes: Vec<String>, before: &str| {
		codes.iter().map(|code| format!("{before}{code}")).collect::<Vec<_>>()
	};
	let mut known = names(crate::coded::every::<StepKind>(), "");
	known.extend(OTHERS.map(String::from));
	known.extend(names(crate::coded::every::<IntervalKind>(), "open:"));
	known.extend(names(crate::coded::every::<IntervalKind>(), "close:"));
	crate::say!("usage.unknown-code", code = text, known = known.join(", "))
}

/// `record` with an article: the text of law by its code for programs.
fn article(record: Record, article: &Article) -> Record {
	let law = words::term("case-law", &article.law);
	let text = match article.number {
		0 => law,
		number => crate::say!("law.article", law = law, number = number),
	};
	let code = json!({ "law": words::code(&article.law), "number": article.number });
	record.value("article", code, text)
}

/// What would help, in words.
fn remedy_in_words(remedy: &Remedy) -> (&'static str, String) {
	let names = |list: &str, names: &[&str]| {
		names.iter().map(|name| words::term(list, name)).collect::<Vec<_>>().join(", ")
	};
	match remedy {
		Remedy::AskOfficer { roles, duties } => (
			"ask-officer",
			crate::say!(
				"may.ask-officer",
				roles = names("party-role", &crate::coded::names_of_roles(*roles)),
				duties = names("duty", &crate::coded::names_of_duties(*duties))
			),
		),
		Remedy::AskColleague => ("ask-colleague", crate::say!("may.ask-colleague")),
		Remedy::OtherStage => ("other-stage", crate::say!("may.other-stage")),
		Remedy::ActOn(case) => ("act-on", crate::say!("may.act-on", case = Handle(*case))),
		Remedy::EndRestriction => ("end-restriction", crate::say!("may.end-restriction")),
		Remedy::EnterFirst => ("enter-first", crate::say!("may.enter-first")),
		Remedy::Wait => ("wait", crate::say!("may.wait")),
	}
}

/// What the chain answers.
async fn ask(context: &Context, at: &At, case: CaseId, action: Action) -> Result<Answer> {
	let account = AccountId32::from(context.signer()?.account().0);
	wire::ask(at, "SubjectIdentityApi", "may_i", (account, case, action)).await
}

/// Why not, in words.
fn why(at: &At, code: u8) -> Failure {
	wire::numbered("SubjectIdentity", code, at)
}

/// Refuse what the chain would refuse, before anything is anchored for it: evidence and dates apart.
pub async fn demand(context: &Context, case: CaseId, action: Action) -> Result<()> {
	let at = context.best().await?;
	let (code, help) = match ask(context, &at, case, action).await? {
		Answer::Yes { .. } => return Ok(()),
		Answer::No { code, remedy, .. } => {
			let why = why(&at, code);
			let help = match remedy {
				// The refusal itself says more.
				Remedy::OtherStage | Remedy::EnterFirst => why.remedy.clone(),
				_ => remedy_in_words(&remedy).1,
			};
			(why, help)
		},
		Answer::NotAvailable => {
			return Err(failure!("no-part", case = Handle(case)).exit(EXIT_REFUSED).into())
		},
	};
	Err(nothing_sent(code.code, &code.what, &help).into())
}

/// That nothing was sent, because the chain would refuse it with `code`.
pub fn nothing_sent(code: String, why: &str, help: &str) -> Failure {
	let help = help.trim_end_matches(['.', '。']);
	let failure = failure!("nothing-sent", why = why, remedy = help).exit(EXIT_REFUSED);
	Failure { code, ..failure }
}

/// Run the command.
pub async fn run(command: MayI, context: &Context) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let at = context.best().await?;
	let answer = ask(context, &at, case, command.action).await?;
	let record = Record::new().put("case", Handle(case));
	context.out.show(match &answer {
		Answer::NotAvailable => record.term("answer", "may", &"not-available"),
		Answer::Yes { article: by } => article(record.term("answer", "may", &"yes"), by),
		Answer::No { code, article: by, remedy: help } => {
			let (name, text) = remedy_in_words(help);
			let why = why(&at, *code);
			article(record.term("answer", "may", &"no"), by)
				.value("why", why.code.clone().into(), why.what)
				.value("remedy", name.into(), text)
		},
	});
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn actions_are_read_by_name() {
		assert_eq!(action("receive"), Ok(Action::Advance(StepKind::Receive)));
		assert_eq!(action("open:restriction"), Ok(Action::OpenInterval(IntervalKind::Restriction)));
		assert_eq!(action("close:exit-ban"), Ok(Action::CloseInterval(IntervalKind::ExitBan)));
		assert_eq!(action("confirm-term"), Ok(Action::ConfirmTerm));
		for wrong in ["", "open", "shut:exit-ban", "open:door", "promote"] {
			assert!(action(wrong).is_err(), "{wrong}");
		}
		let known = action("promote").expect_err("no such action; qed");
		for name in ["receive", "confirm-term", "open:restriction", "close:exit-ban"] {
			assert!(known.contains(name), "{known}");
			assert!(action(name).is_ok());
		}
		for name in OTHERS {
			assert!(action(name).is_ok(), "{name}");
		}
	}
}
