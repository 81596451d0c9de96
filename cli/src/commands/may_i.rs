//! Whether something is one's to do, by which article, and what would help.

use crate::{
	casework::{handles, wire},
	context::Context,
	output::Record,
	vault::sheets::Handle,
	words,
};
use anyhow::Result;
use clap::Args;
use pallet_subject_identity::{Action, Answer, Article, IntervalKind, Remedy, StepKind};
use sp_core::crypto::AccountId32;

#[derive(Args)]
pub struct MayI {
	case: String,
	/// What: a step such as receive, an interval such as open:restriction or close:exit-ban, or
	/// compute-term, confirm-term, certify, assign, change-parties, apply-policy
	#[arg(value_parser = action)]
	action: Action,
}

/// An action by its name.
fn action(text: &str) -> Result<Action, String> {
	let interval = |name: &str| crate::coded::coded::<IntervalKind>(name);
	Ok(match text.split_once(':') {
		Some(("open", kind)) => Action::OpenInterval(interval(kind)?),
		Some(("close", kind)) => Action::CloseInterval(interval(kind)?),
		Some(_) => return Err("expected open:KIND or close:KIND".into()),
		None => match text {
			"compute-term" => Action::ComputeTerm,
			"confirm-term" => Action::ConfirmTerm,
			"certify" => Action::Certify,
			"assign" => Action::Assign,
			"change-parties" => Action::ChangeParties,
			"apply-policy" => Action::ApplyPolicy,
			step => Action::Advance(crate::coded::coded::<StepKind>(step)?),
		},
	})
}

/// An article in words.
fn article(article: &Article) -> String {
	let law = words::term("case-law", &article.law);
	match article.number {
		0 => law,
		number => crate::say!("law.article", law = law, number = number),
	}
}

/// What would help, in words.
fn remedy(remedy: &Remedy) -> (&'static str, String) {
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

/// Run the command.
pub async fn run(command: MayI, context: &Context) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let at = context.best().await?;
	let account = AccountId32::from(context.signer()?.account().0);
	let answer: Answer =
		wire::ask(&at, "SubjectIdentityApi", "may_i", (account, case, command.action)).await?;
	let record = Record::new().put("case", Handle(case));
	context.out.show(match &answer {
		Answer::NotAvailable => record.term("answer", "may", &"not-available"),
		Answer::Yes { article: by } => {
			record.term("answer", "may", &"yes").put("article", article(by))
		},
		Answer::No { code, article: by, remedy: help } => {
			let (name, text) = remedy(help);
			let error = sp_runtime::DispatchError::Module(sp_runtime::ModuleError {
				index: wire::error_index(&at, "SubjectIdentity"),
				error: [*code, 0, 0, 0],
				message: None,
			});
			let why = wire::refusal(&error, &at);
			record
				.term("answer", "may", &"no")
				.put("article", article(by))
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
	}
}
