//! Failures: one line that says what went wrong, where, and what to do.

use crate::words;
use std::fmt::{self, Display};

/// Exit code of a failure on this side: wrong input, no node, unreadable file.
pub const EXIT_HERE: u8 = 1;
/// Exit code when the chain refused: at the gate, or in the call.
pub const EXIT_REFUSED: u8 = 3;
/// Exit code when a transaction got lost, or its fate is not known.
pub const EXIT_LOST: u8 = 4;

/// A failure in the words of the user's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
	/// Stable name for programs, such as `no-node` or `Consortium.NotFound`.
	pub code: String,
	/// What went wrong, and where.
	pub what: String,
	/// What to do about it.
	pub remedy: String,
	/// Exit code of the program.
	pub exit: u8,
}

impl Failure {
	/// The failure whose wording stands under `failure.<code>`.
	pub fn new(code: &str, with: &[(&str, &dyn Display)]) -> Self {
		Self {
			code: code.into(),
			what: words::say(&format!("failure.{code}.what"), with),
			remedy: words::say(&format!("failure.{code}.remedy"), with),
			exit: EXIT_HERE,
		}
	}

	/// The same, ending the program with `exit`.
	pub fn exit(mut self, exit: u8) -> Self {
		self.exit = exit;
		self
	}
}

impl Display for Failure {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		write!(f, "{}", one_line(&self.what))?;
		if !self.remedy.is_empty() {
			write!(f, " {}", one_line(&self.remedy))?;
		}
		Ok(())
	}
}

impl std::error::Error for Failure {}

/// Shorthand for returning a [`Failure`].
#[macro_export]
macro_rules! fail {
	($code:expr $(, $name:ident = $value:expr)* $(,)?) => {
		return Err($crate::failure!($code $(, $name = $value)*).into())
	};
}

/// Shorthand for a [`Failure`].
#[macro_export]
macro_rules! failure {
	($code:expr $(, $name:ident = $value:expr)* $(,)?) => {
		$crate::error::Failure::new($code, &[$((stringify!($name), &$value as &dyn std::fmt::Display)),*])
	};
}

/// `text` without line breaks.
pub fn one_line(text: &str) -> String {
	text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whatever went wrong, as a failure.
pub fn from_any(error: &anyhow::Error) -> Failure {
	if let Some(failure) = error.chain().find_map(|cause| cause.downcast_ref::<Failure>()) {
		return failure.clone();
	}
	let text = one_line(&format!("{error:#}"));
	// The client's code was generated from metadata that this chain does not have any more.
	if text.contains("not compatible with the live chain") {
		return failure!("incompatible", reason = text);
	}
	failure!("unexpected", reason = text)
}
