//! How the questions that clients ask are named: generated clients write the names of arguments into
//! source code of theirs.

use crate::*;

/// Words that JavaScript or TypeScript keeps for itself, in modules and in strict mode.
const RESERVED: [&str; 49] = [
	"arguments",
	"async",
	"await",
	"break",
	"case",
	"catch",
	"class",
	"const",
	"continue",
	"debugger",
	"default",
	"delete",
	"do",
	"else",
	"enum",
	"eval",
	"export",
	"extends",
	"false",
	"finally",
	"for",
	"function",
	"if",
	"implements",
	"import",
	"in",
	"instanceof",
	"interface",
	"let",
	"new",
	"null",
	"package",
	"private",
	"protected",
	"public",
	"return",
	"static",
	"super",
	"switch",
	"this",
	"throw",
	"true",
	"try",
	"typeof",
	"var",
	"void",
	"while",
	"with",
	"yield",
];

/// Whether a client can write `name` as a name of its own.
fn is_writable(name: &str) -> bool {
	let mut letters = name.chars();
	letters.next().is_some_and(|first| first.is_ascii_lowercase())
		&& letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
		&& !RESERVED.contains(&name)
}

/// Every argument of every question: a method of a runtime API, or a view function of a pallet.
fn arguments() -> Vec<(String, &'static str)> {
	let metadata = Runtime::metadata_ir();
	let methods = metadata.apis.iter().flat_map(|api| {
		api.methods.iter().flat_map(move |method| {
			let place = format!("{}.{}", api.name, method.name);
			method.inputs.iter().map(move |input| (place.clone(), input.name))
		})
	});
	let views = metadata.pallets.iter().flat_map(|pallet| {
		pallet.view_functions.iter().flat_map(move |view| {
			let place = format!("{}.{}", pallet.name, view.name);
			view.inputs.iter().map(move |input| (place.clone(), input.name))
		})
	});
	methods.chain(views).collect()
}

#[test]
fn no_argument_of_a_question_is_a_reserved_word() {
	let all = arguments();
	let asked_by_ours = |pallet: &str| all.iter().any(|(place, _)| place.starts_with(pallet));
	for api in ["SubjectIdentityApi.", "RecordsApi.", "OversightApi.", "IdentityTags.", "GateApi."]
	{
		assert!(asked_by_ours(api), "{api} has no arguments");
	}
	let wrong: Vec<_> = all.iter().filter(|(_, name)| !is_writable(name)).collect();
	assert!(wrong.is_empty(), "clients cannot write {wrong:?}");
}

#[test]
fn a_reserved_word_is_found() {
	for name in ["case", "class", "new", "in", "typeof", "yield", "_", "", "1st", "a-b", "r#type"] {
		assert!(!is_writable(name), "{name}");
	}
	for name in ["case_id", "class_id", "from", "of", "at", "account"] {
		assert!(is_writable(name), "{name}");
	}
}
