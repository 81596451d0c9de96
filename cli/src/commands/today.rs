//! What a day asks of an officer.

use crate::{
	casework::{handles, today},
	context::Context,
	output::{Format, Record},
	vault::sheets::Handle,
	words,
};
use anyhow::Result;
use clap::Args;

#[derive(Args)]
pub struct Today {
	/// What is a colleague's too: of the whole agency
	#[arg(long)]
	all: bool,
	/// With the names that the vault knows
	#[arg(long)]
	open: bool,
}

/// Run the command.
pub async fn run(command: Today, context: &Context) -> Result<()> {
	let tasks = today::tasks(context, command.all).await?;
	let vault = context.vault()?;
	let mut rows = Vec::new();
	for task in tasks {
		let case = task.case.map(|case| match context.out.format == Format::Json {
			true => Handle(case).to_string(),
			false => handles::short(case),
		});
		let row = Record::new()
			.term("urgency", "urgency", &task.urgency.name())
			.maybe("due", today::shown(task.due))
			.term("what", "task", &task.what)
			.put("number", task.number)
			.value("about", task.code.clone().into(), words::term(task.list, &task.code))
			.maybe("case", case)
			.term("whose", "whose", &task.whose);
		rows.push(match (command.open, task.case) {
			(true, Some(case)) => {
				let sheet = vault.case(case)?;
				row.maybe("personName", sheet.map(|sheet| sheet.facts.person.name.clone()))
			},
			(true, None) => row.maybe("personName", None::<String>),
			(false, _) => row,
		});
	}
	context.out.list(rows);
	Ok(())
}
