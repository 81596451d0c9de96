//! Help in the language chosen, and wrong usage in one line.

use crate::{
	error::{one_line, Failure},
	output::Format,
	say, words,
};
use clap::{
	error::{ContextKind, ContextValue, ErrorKind},
	Arg, Command, ValueEnum,
};

/// Exit code of wrong usage.
const EXIT_USAGE: u8 = 2;

/// The language, before arguments are parsed: help is shown while parsing.
pub fn language(args: impl Iterator<Item = String>, env: Option<String>) -> &'static str {
	let wanted = option(args, "--lang").or(env).unwrap_or_default();
	words::LANGUAGES.into_iter().find(|language| *language == wanted).unwrap_or("zh")
}

/// The form of the output, before arguments are parsed: wrong usage is reported in it.
pub fn format(args: impl Iterator<Item = String>, env: Option<String>) -> Format {
	let wanted = option(args, "--output").or(env).unwrap_or_default();
	Format::from_str(&wanted, false).unwrap_or(Format::Table)
}

/// The value of an option: of several the last one counts.
fn option(mut args: impl Iterator<Item = String>, name: &str) -> Option<String> {
	let mut value = None;
	while let Some(arg) = args.next() {
		match arg.strip_prefix(name) {
			Some("") => value = args.next(),
			Some(rest) => value = rest.strip_prefix('=').map(String::from).or(value),
			None => {},
		}
	}
	value
}

/// `command` with its help in the language chosen, where that has wording; English is in the code.
pub fn localise(command: Command) -> Command {
	localise_under(command, "help")
}

fn localise_under(command: Command, path: &str) -> Command {
	let names: Vec<String> =
		command.get_subcommands().map(|command| command.get_name().to_string()).collect();
	let mut command = match words::lookup(&format!("{path}.about")) {
		Some(about) => command.about(about.clone()).long_about(about),
		None => command,
	};
	for name in names {
		let path = format!("{path}.{name}");
		command = command.mut_subcommand(name, |sub| localise_under(sub, &path));
	}
	if &*rust_i18n::locale() == "zh" {
		command = command
			.help_template("{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}")
			.subcommand_help_heading("命令")
			.mut_args(in_chinese);
	}
	command
}

/// What arguments are for: English as it stands in the code, a tab, Chinese.
const ARGUMENTS: &str = include_str!("../locales/arguments.zh.tsv");

/// The Chinese of what is said of an argument.
pub fn chinese(english: &str) -> Option<&'static str> {
	ARGUMENTS
		.lines()
		.filter_map(|line| line.split_once('\t'))
		.find_map(|(known, chinese)| (known == english.trim_end_matches('.')).then_some(chinese))
}

fn in_chinese(arg: Arg) -> Arg {
	let heading = if arg.is_positional() { "参数" } else { "选项" };
	let help = arg.get_help().map(|help| one_line(&help.to_string()));
	let arg = arg.help_heading(heading);
	match help.as_deref().and_then(chinese) {
		Some(help) => arg.help(help).long_help(help),
		None => arg,
	}
}

/// Wrong usage, in one line.
pub fn usage(error: &clap::Error) -> Failure {
	let what = wrong(error).unwrap_or_else(|| rendered(error));
	let what = one_line(&what);
	let mut failure = crate::failure!("usage", what = what.trim_end_matches(['.', '。']));
	failure.exit = EXIT_USAGE;
	failure
}

/// What is wrong, in the language chosen. `None` for what clap alone has words for.
fn wrong(error: &clap::Error) -> Option<String> {
	let get = |kind| match error.get(kind)? {
		ContextValue::String(text) => Some(text.clone()),
		ContextValue::Strings(list) => Some(list.join(", ")),
		ContextValue::StyledStr(text) => Some(text.to_string()),
		ContextValue::StyledStrs(list) => {
			Some(list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
		},
		ContextValue::Number(number) => Some(number.to_string()),
		_ => None,
	};
	let arg = get(ContextKind::InvalidArg);
	let value = get(ContextKind::InvalidValue).unwrap_or_default();
	let what = match error.kind() {
		ErrorKind::InvalidValue if value.is_empty() => say!("usage.no-value", arg = arg?),
		ErrorKind::InvalidValue => match get(ContextKind::ValidValue) {
			Some(known) => {
				let reason = say!("usage.unknown-code", code = value, known = known);
				say!("usage.bad-value", arg = arg?, reason = reason)
			},
			None => say!("usage.bad-value", arg = arg?, reason = format!("`{value}`")),
		},
		ErrorKind::ValueValidation => {
			let source = std::error::Error::source(error).map(ToString::to_string);
			let is_number = source.as_deref().is_some_and(|text| text.contains("digit found in"));
			let reason = match source {
				Some(source) if !is_number => source,
				_ => say!("usage.number", value = value),
			};
			say!("usage.bad-value", arg = arg?, reason = reason)
		},
		ErrorKind::MissingRequiredArgument => say!("usage.missing", args = arg?),
		ErrorKind::ArgumentConflict => {
			say!("usage.conflict", arg = arg?, other = get(ContextKind::PriorArg)?)
		},
		ErrorKind::UnknownArgument => say!("usage.unknown-argument", arg = arg?),
		ErrorKind::InvalidSubcommand => {
			say!("usage.unknown-command", name = get(ContextKind::InvalidSubcommand)?)
		},
		ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
			say!("usage.no-command")
		},
		_ => return None,
	};
	let suggested = get(ContextKind::SuggestedArg)
		.or_else(|| get(ContextKind::SuggestedSubcommand))
		.or_else(|| get(ContextKind::SuggestedValue));
	Some(match suggested {
		Some(suggested) => format!("{what} {}", say!("usage.suggested", name = suggested)),
		None => what,
	})
}

/// What clap says, without the usage that it shows with it.
fn rendered(error: &clap::Error) -> String {
	let text = error.render().to_string();
	let text = text.strip_prefix("error: ").unwrap_or(&text);
	let what = text.split("\n\nUsage:").next().unwrap_or(text);
	what.split("\n\nFor more information").next().unwrap_or(what).into()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_argument_has_help_in_chinese() {
		fn visit(command: &Command, missing: &mut std::collections::BTreeSet<String>) {
			for arg in command.get_arguments() {
				let help = arg.get_help().map(|help| one_line(&help.to_string()));
				missing.extend(help.filter(|help| chinese(help).is_none()));
			}
			command.get_subcommands().for_each(|command| visit(command, missing));
		}
		let mut missing = std::collections::BTreeSet::new();
		visit(&<crate::Args as clap::CommandFactory>::command(), &mut missing);
		let missing: Vec<String> = missing.into_iter().collect();
		assert!(missing.is_empty(), "{}", missing.join("\n"));
	}

	#[test]
	fn the_language_is_known_before_arguments_are_parsed() {
		let args = |line: &str| line.split(' ').map(String::from).collect::<Vec<_>>().into_iter();
		assert_eq!(language(args("shejiao --lang en time"), None), "en");
		assert_eq!(language(args("shejiao --lang=en time"), Some("zh".into())), "en");
		assert_eq!(language(args("shejiao time"), Some("en".into())), "en");
		assert_eq!(language(args("shejiao time"), None), "zh");
		assert_eq!(language(args("shejiao --lang zh --lang en"), None), "en");
		assert_eq!(language(args("shejiao --lang fr"), None), "zh");
	}
}
