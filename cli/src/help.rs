//! Help in the language chosen, and wrong usage in one line.

use crate::{
	error::{one_line, Failure},
	output::Format,
	words,
};
use clap::{Command, ValueEnum};

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
	command
}

/// Wrong usage, in one line.
pub fn usage(error: &clap::Error) -> Failure {
	let text = error.render().to_string();
	let text = text.strip_prefix("error: ").unwrap_or(&text);
	let what = text.split("\n\nUsage:").next().unwrap_or(text);
	let what = what.split("\n\nFor more information").next().unwrap_or(what);
	let mut failure = crate::failure!("usage", what = one_line(what));
	failure.exit = EXIT_USAGE;
	failure
}

#[cfg(test)]
mod tests {
	use super::*;

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
