//! Tables of comma-separated values (RFC 4180), row by row with their line.

use csv_core::{ReadFieldResult, Reader};

/// Longest field, in bytes.
const LONGEST: usize = 4_096;

/// A row: the line on which it begins, and its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
	/// Line, from 1.
	pub line: u64,
	/// Fields, without spaces around them.
	pub fields: Vec<String>,
}

/// Why a table cannot be read, and on which line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
	/// A field is longer than it may be.
	TooLong(u64),
	/// It is not UTF-8.
	Encoding(u64),
}

/// Every row of a table. Empty lines are left out.
pub fn rows(text: &[u8]) -> Result<Vec<Row>, Unreadable> {
	let mut input = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
	let mut reader = Reader::new();
	let mut buffer = [0; LONGEST];
	let (mut rows, mut fields, mut filled) = (Vec::new(), Vec::new(), 0);
	let mut line = 1;
	let mut begins = skip_empty(&mut input, &mut line);
	loop {
		let (result, read, written) = reader.read_field(input, &mut buffer[filled..]);
		line += ends(&input[..read]);
		input = &input[read..];
		filled += written;
		match result {
			// An empty input tells the reader that there is no more.
			ReadFieldResult::InputEmpty => {},
			ReadFieldResult::OutputFull => return Err(Unreadable::TooLong(begins)),
			ReadFieldResult::Field { record_end } => {
				let field = std::str::from_utf8(&buffer[..filled])
					.map_err(|_| Unreadable::Encoding(begins))?;
				fields.push(field.trim().to_string());
				filled = 0;
				if record_end {
					let fields = std::mem::take(&mut fields);
					rows.push(Row { line: begins, fields });
					begins = skip_empty(&mut input, &mut line);
				}
			},
			ReadFieldResult::End => return Ok(rows),
		}
	}
}

/// Line ends in `text`.
fn ends(text: &[u8]) -> u64 {
	text.iter().filter(|byte| **byte == b'\n').count() as u64
}

/// Go past line ends; the line on which the next row begins.
fn skip_empty(input: &mut &[u8], line: &mut u64) -> u64 {
	let empty = input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
	let (before, after) = input.split_at(empty);
	*line += ends(before);
	*input = after;
	*line
}

#[cfg(test)]
mod tests {
	use super::*;

	fn row(line: u64, fields: &[&str]) -> Row {
		Row { line, fields: fields.iter().map(ToString::to_string).collect() }
	}

	#[test]
	fn rows_know_their_line() {
		let text = "name,note\r\n王某某,\"a, b\"\n\n\"two\nlines\",x\nlast,\"say \"\"so\"\"\"";
		let expected = [
			row(1, &["name", "note"]),
			row(2, &["王某某", "a, b"]),
			row(4, &["two\nlines", "x"]),
			row(6, &["last", "say \"so\""]),
		];
		let found = rows(text.as_bytes()).expect("well formed; qed");
		assert_eq!(found, expected);
	}

	#[test]
	fn a_byte_order_mark_is_no_part_of_the_first_field() {
		let found = rows("\u{feff}name,born\n".as_bytes()).expect("well formed; qed");
		assert_eq!(found[0].fields, ["name", "born"]);
	}

	#[test]
	fn what_cannot_be_read_is_told_with_its_line() {
		let long = format!("a,b\nc,{}\n", "x".repeat(LONGEST + 1));
		assert_eq!(rows(long.as_bytes()), Err(Unreadable::TooLong(2)));
		assert_eq!(rows(b"a,b\nc,\xff\n"), Err(Unreadable::Encoding(2)));
		assert_eq!(rows(b""), Ok(vec![]));
	}
}
