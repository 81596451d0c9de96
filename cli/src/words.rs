//! Wording in both languages. What stands on chain is codes; the words are the client's.

use serde::Serialize;
use std::fmt::Display;

/// Languages of the client.
pub const LANGUAGES: [&str; 2] = ["zh", "en"];

/// The wording of `key` in `language`, if there is one.
pub fn lookup_in(language: &str, key: &str) -> Option<String> {
	crate::_rust_i18n_try_translate(language, key).map(|text| text.into_owned())
}

/// The wording of `key` in the language chosen, if there is one.
pub fn lookup(key: &str) -> Option<String> {
	lookup_in(&rust_i18n::locale(), key)
}

/// The wording of `key` with `%{name}` replaced; the key itself where the wording is missing.
pub fn say(key: &str, with: &[(&str, &dyn Display)]) -> String {
	let Some(text) = lookup(key) else { return key.into() };
	let names: Vec<&str> = with.iter().map(|(name, _)| *name).collect();
	let values: Vec<String> = with.iter().map(|(_, value)| value.to_string()).collect();
	rust_i18n::replace_patterns(&text, &names, &values)
}

/// [`say`] with named arguments.
#[macro_export]
macro_rules! say {
	($key:expr $(, $name:ident = $value:expr)* $(,)?) => {
		$crate::words::say($key, &[$((stringify!($name), &$value as &dyn std::fmt::Display)),*])
	};
}

/// The word for a coded value, from the list `list` of the glossary.
pub fn term(list: &str, value: &impl Serialize) -> String {
	let code = code(value);
	lookup(&format!("{list}.{code}")).unwrap_or(code)
}

/// A coded value as programs see it.
pub fn code(value: &impl Serialize) -> String {
	match serde_json::to_value(value) {
		Ok(serde_json::Value::String(text)) => text,
		Ok(other) => other.to_string(),
		Err(_) => String::new(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::vault::{commit::Purpose, identity::DocumentType};
	use crate::{chain, coded, refusals::wording_of_error};
	use codec::Decode;
	use proc_macro2::{TokenStream, TokenTree};
	use shejiao_primitives::{
		account::AccountRole,
		case::{CaseCategory, PartyRoles, Stage},
		document::DocumentKind,
		duty::{Category, Duties},
		member::{Access, CallClass, Level, MemberKind, Seat, Standing},
		oversight::{Rule, Severity},
		reason::Reason,
		record::RecordStatus,
		refusal::Refusal,
		regime::{Mode, ModuleId},
		suite::SuiteId,
	};
	use std::{collections::BTreeSet, fs, path::Path};
	use subxt::metadata::Metadata;

	/// Every value of a coded list.
	fn every<T: Decode>() -> Vec<T> {
		(0..=u8::MAX).filter_map(|index| T::decode(&mut &[index][..]).ok()).collect()
	}

	fn missing(keys: impl IntoIterator<Item = String>) -> Vec<String> {
		let mut list = Vec::new();
		for key in keys {
			for language in LANGUAGES {
				if lookup_in(language, &key).is_none_or(|text| text.is_empty()) {
					list.push(format!("{language}: {key}"));
				}
			}
		}
		list
	}

	fn keys<T: Decode + Serialize>(list: &str) -> Vec<String> {
		let all = every::<T>();
		assert!(all.len() > 1, "{list} has values");
		all.iter().map(|value| format!("{list}.{}", code(value))).collect()
	}

	fn names(list: &str, names: &[&str]) -> Vec<String> {
		names.iter().map(|name| format!("{list}.{name}")).collect()
	}

	#[test]
	fn every_coded_value_has_words_in_both_languages() {
		use crate::commands::compliance::{Duty, Kind, Source, Whom};
		let sealings = Purpose::ALL.map(|purpose| format!("sealing.{}", code(&purpose)));
		let documents = DocumentType::ALL.map(|kind| format!("document-type.{}", code(&kind)));
		let lists = [
			sealings.to_vec(),
			documents.to_vec(),
			keys::<Stage>("stage"),
			keys::<CaseCategory>("case-category"),
			keys::<pallet_subject_identity::StepKind>("step"),
			keys::<pallet_subject_identity::IntervalKind>("interval"),
			keys::<pallet_subject_identity::Secrecy>("secrecy"),
			keys::<pallet_subject_identity::PartyBasis>("party-basis"),
			keys::<pallet_subject_identity::Law>("case-law"),
			keys::<RecordStatus>("record-status"),
			keys::<pallet_records::Source>("record-source"),
			keys::<pallet_records::Settlement>("settlement"),
			keys::<pallet_records::RecheckOutcome>("recheck-outcome"),
			keys::<pallet_statutory_clocks::Group>("clock-group"),
			keys::<pallet_statutory_clocks::PauseCause>("pause-cause"),
			keys::<pallet_statutory_clocks::Nature>("nature"),
			keys::<pallet_statutory_clocks::Law>("law-text"),
			keys::<pallet_statutory_clocks::Confidence>("confidence"),
			keys::<pallet_statutory_clocks::Addressee>("who-acts"),
			keys::<shejiao_primitives::deadline::Unit>("unit-of-time"),
			keys::<DocumentKind>("document-kind"),
			keys::<pallet_served_documents::Status>("document-status"),
			keys::<Rule>("alert-rule"),
			keys::<Severity>("severity"),
			keys::<pallet_oversight::AlertStatus>("alert-status"),
			keys::<pallet_oversight::Outcome>("alert-outcome"),
			keys::<pallet_oversight::NoticeKind>("notice-kind"),
			keys::<pallet_oversight::NoticeStatus>("notice-status"),
			keys::<pallet_oversight::Answer>("notice-answer"),
			keys::<pallet_oversight::LeadOutcome>("lead-outcome"),
			keys::<pallet_oversight::Part>("notice-part"),
			keys::<pallet_representatives::Kind>("representative-kind"),
			names("party-role", &PartyRoles::NAMED.map(|(name, _)| name)),
			names("record-class", &coded::CLASSES.map(|(name, _)| name)),
			names("trust-rule", &["authoritative", "corroborated", "shared-fact"]),
			names("retention", &["statutory", "working"]),
			names("agreement", &["same", "different", "not-compared"]),
			names(
				"clock-state",
				&[
					"running",
					"warned",
					"expired",
					"paused",
					"in-time",
					"too-late",
					"cancelled",
					"sealed",
				],
			),
			names(
				"clock-step",
				&[
					"paused",
					"resumed",
					"extended",
					"restarted",
					"calendar",
					"source-changed",
					"resealed",
					"ran-again",
					"in-time",
					"too-late",
					"cancelled",
				],
			),
			names(
				"alert-step",
				&[
					"raised",
					"acknowledged",
					"found",
					"escalated",
					"told",
					"settled",
					"source-corrected",
					"closed",
				],
			),
			names("duplicate", &["proposed", "merged", "splitting"]),
			names("sex", &["male", "female"]),
			names("end-reason", &crate::commands::case::steps::REASONS),
			names("measure", &crate::commands::case::intervals::MEASURES),
			names("restriction-cause", &crate::casework::cases::CAUSES),
			names("urgency", &["gravest", "overdue", "today", "serious", "soon", "open"]),
			names("task", &["clock", "document", "alert", "notice", "lead", "recheck"]),
			names("whose", &["own", "everybody", "colleague"]),
			names("may", &["yes", "no", "not-available"]),
			names(
				"subject",
				&[
					"case",
					"record",
					"document",
					"clock",
					"alert",
					"notice",
					"member",
					"transition",
					"term",
				],
			),
			names(
				"part",
				&["parties", "steps", "intervals", "clocks", "records", "history", "sealings"],
			),
			keys::<MemberKind>("kind"),
			keys::<Level>("level"),
			keys::<Seat>("seat"),
			keys::<Access>("access"),
			keys::<Standing>("standing"),
			keys::<SuiteId>("suite"),
			keys::<Reason>("reason"),
			keys::<Category>("category"),
			keys::<AccountRole>("role"),
			keys::<CallClass>("class"),
			keys::<ModuleId>("module"),
			keys::<Mode>("mode"),
			names("duty", &Duties::NAMED.map(|(name, _)| name)),
			names("act", &coded::ACTS.map(|(name, _)| name)),
			names("body", &["council", "supervisory-committee", "funding-council"]),
			names("majority", &["simple", "two-thirds", "three-quarters"]),
			names("unit-kind", &["justice-office", "detention-centre", "police-station"]),
			names("validator-state", &["waiting", "active", "leaving", "left", "equivocated"]),
			names("incident", Kind::NAMES),
			names("obligation", Duty::NAMES),
			names("addressees", Whom::NAMES),
			names("law", Source::NAMES),
			names(
				"purpose",
				&["reviewer", "second-rater", "recheck", "expert-panel", "inspection"],
			),
		];
		assert_eq!(missing(lists.concat()), [""; 0]);
	}

	#[test]
	fn every_refusal_has_words_and_a_remedy_in_both_languages() {
		let all = every::<Refusal>();
		assert!(all.len() >= 11);
		let keys = all.iter().flat_map(|refusal| {
			["what", "remedy"].map(|part| format!("refusal.{refusal:?}.{part}"))
		});
		assert_eq!(missing(keys), [""; 0]);
	}

	#[test]
	fn every_error_of_the_runtime_has_words_in_both_languages() {
		let bytes = shejiao_runtime::Runtime::metadata_at_version(16)
			.expect("this release of the SDK has metadata version 16; qed");
		let metadata = Metadata::decode(&mut &bytes[..]).expect("subxt knows version 16; qed");
		let mut keys = Vec::new();
		for pallet in metadata.pallets() {
			for error in pallet.error_variants().unwrap_or_default() {
				let key = wording_of_error(pallet.name(), &error.name);
				keys.push(format!("{key}.what"));
			}
		}
		assert!(keys.len() > 100, "the metadata names errors");
		assert_eq!(missing(keys), [""; 0]);
	}

	#[test]
	fn every_wording_is_of_something_that_exists() {
		let bytes = shejiao_runtime::Runtime::metadata_at_version(16)
			.expect("this release of the SDK has metadata version 16; qed");
		let metadata = Metadata::decode(&mut &bytes[..]).expect("subxt knows version 16; qed");
		let known: BTreeSet<String> = metadata
			.pallets()
			.flat_map(|pallet| {
				let errors = pallet.error_variants().unwrap_or_default().iter();
				errors.map(|e| wording_of_error(pallet.name(), &e.name)).collect::<Vec<_>>()
			})
			.collect();
		let text = fs::read_to_string(locales().join("errors.en.yml")).expect("committed; qed");
		let mut pallet = "";
		let mut unknown = Vec::new();
		for line in text.lines() {
			let name = line.trim().trim_end_matches(':');
			match line.len() - line.trim_start().len() {
				2 => pallet = name,
				4 => {
					let key = format!("error.{pallet}.{name}");
					if !known.contains(&key) {
						unknown.push(key);
					}
				},
				_ => {},
			}
		}
		assert_eq!(unknown, [""; 0]);
	}

	/// Sources of the client, tests cut off.
	fn sources() -> Vec<String> {
		fn visit(folder: &Path, list: &mut Vec<String>) {
			for entry in fs::read_dir(folder).expect("a folder of the crate; qed") {
				let path = entry.expect("readable; qed").path();
				if path.is_dir() {
					visit(&path, list);
				} else {
					let text = fs::read_to_string(&path).expect("readable; qed");
					let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
					list.push(text.to_string());
				}
			}
		}
		let mut list = Vec::new();
		visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut list);
		list
	}

	fn locales() -> std::path::PathBuf {
		Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")
	}

	/// String literals that follow `before` in the sources.
	fn literals(before: &str) -> BTreeSet<String> {
		let mut found = BTreeSet::new();
		for text in sources() {
			for rest in text.split(before).skip(1) {
				let rest = rest.trim_start();
				if let Some(literal) = rest.strip_prefix('"').and_then(|r| r.split('"').next()) {
					found.insert(literal.to_string());
				}
			}
		}
		found
	}

	/// A call of a wording macro: the macro, its literal key, and the names that it is given.
	type Worded = (String, String, BTreeSet<String>);

	/// Calls of the wording macros with a literal key, inner ones included.
	fn worded(code: TokenStream, found: &mut Vec<Worded>) {
		let tokens: Vec<TokenTree> = code.into_iter().collect();
		for token in &tokens {
			if let TokenTree::Group(group) = token {
				worded(group.stream(), found);
			}
		}
		for part in tokens.windows(3) {
			let [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(group)] = part
			else {
				continue;
			};
			let is_macro = ["fail", "failure", "say"].iter().any(|known| name == known);
			if !is_macro || mark.as_char() != '!' {
				continue;
			}
			let arguments: Vec<TokenTree> = group.stream().into_iter().collect();
			let mut arguments = arguments
				.split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','));
			let Some([TokenTree::Literal(key)]) = arguments.next() else { continue };
			let names = arguments.filter_map(|argument| match argument {
				[TokenTree::Ident(name), TokenTree::Punct(mark), ..] if mark.as_char() == '=' => {
					Some(name.to_string())
				},
				_ => None,
			});
			let key = key.to_string().trim_matches('"').to_string();
			found.push((name.to_string(), key, names.collect()));
		}
	}

	/// The names that a wording has a place for.
	fn places(text: &str) -> BTreeSet<String> {
		let parts = text.split("%{").skip(1);
		parts.filter_map(|part| part.split('}').next()).map(String::from).collect()
	}

	#[test]
	fn every_place_in_a_wording_is_filled() {
		let mut found = Vec::new();
		for text in sources() {
			worded(text.parse().expect("Rust; qed"), &mut found);
		}
		assert!(found.len() > 250, "{}", found.len());
		let mut wrong = Vec::new();
		for (by, key, names) in found {
			let keys = match by.as_str() {
				"say" => vec![key],
				_ => ["what", "remedy"].map(|part| format!("failure.{key}.{part}")).to_vec(),
			};
			let texts = keys.iter().filter_map(|key| lookup_in("en", key));
			let wanted: BTreeSet<String> = texts.flat_map(|text| places(&text)).collect();
			if wanted != names {
				wrong.push(format!("{}: {wanted:?}, given {names:?}", keys[0]));
			}
		}
		assert_eq!(wrong, [""; 0]);
	}

	#[test]
	fn every_failure_has_words_and_a_remedy_in_both_languages() {
		let mut codes = literals("fail!(");
		codes.extend(literals("failure!("));
		assert!(codes.len() > 20, "{codes:?}");
		let keys = codes
			.iter()
			.flat_map(|code| ["what", "remedy"].map(|part| format!("failure.{code}.{part}")));
		assert_eq!(missing(keys), [""; 0]);
	}

	#[test]
	fn every_message_has_words_in_both_languages() {
		let mut keys = literals("say!(");
		keys.extend(["word.yes", "word.no", "key.written", "key.shown"].map(String::from));
		keys.extend(
			["ended", "usurped", "dropped", "invalid", "expired", "silent"]
				.map(|how| format!("lost.{how}")),
		);
		keys.extend(["after", "before"].map(|how| format!("clock.{how}")));
		keys.extend(
			["empty", "consumed", "nothing-excludable", "disordered"]
				.map(|fault| format!("term.{fault}")),
		);
		keys.extend(
			["characters", "form", "length", "check", "date", "empty", "twice", "contradicts"]
				.map(|fault| format!("number.{fault}")),
		);
		keys.extend(["import.unknown-column".to_string()]);
		keys.retain(|key| !key.contains('{'));
		assert!(keys.len() > 15, "{keys:?}");
		assert_eq!(missing(keys), [""; 0]);
	}

	#[test]
	fn every_heading_has_words_in_both_languages() {
		let mut keys = BTreeSet::new();
		for call in [
			"put",
			"maybe",
			"term",
			"maybe_term",
			"terms",
			"flag",
			"maybe_flag",
			"moment",
			"maybe_moment",
			"value",
		] {
			keys.extend(literals(&format!(".{call}(")));
		}
		assert!(keys.len() > 60, "{keys:?}");
		assert_eq!(missing(keys.iter().map(|key| format!("field.{key}"))), [""; 0]);
	}

	#[test]
	fn both_languages_name_the_same_values() {
		for file in ["scenario", "failures", "messages", "refusals", "errors", "terms", "fields"] {
			let read = |language: &str| {
				let path = locales().join(format!("{file}.{language}.yml"));
				fs::read_to_string(&path).expect("committed; qed")
			};
			let (zh, en) = (read("zh"), read("en"));
			assert_eq!(zh.lines().count(), en.lines().count(), "{file}");
			for (zh, en) in zh.lines().zip(en.lines()) {
				let key = |line: &str| line.split(':').next().map(String::from);
				assert_eq!(key(zh), key(en), "{file}");
				assert_eq!(places(zh), places(en), "{file}: {en}");
			}
		}
	}

	#[test]
	fn every_command_has_help_in_both_languages() {
		use clap::CommandFactory;
		fn visit(command: &clap::Command, path: &str, missing: &mut Vec<String>) {
			for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
				let path = format!("{path}.{}", sub.get_name());
				if sub.get_about().is_none() {
					missing.push(format!("en: {path}"));
				}
				if lookup_in("zh", &format!("{path}.about")).is_none_or(|text| {
					// Where the wording is missing, the fallback would answer in English.
					text.is_ascii()
				}) {
					missing.push(format!("zh: {path}"));
				}
				visit(sub, &path, missing);
			}
		}
		let mut missing = Vec::new();
		visit(&crate::Args::command(), "help", &mut missing);
		assert_eq!(missing, [""; 0]);
	}

	#[test]
	fn the_glossary_has_every_term() {
		let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/glossary.md");
		let glossary = fs::read_to_string(path).expect("committed; qed");
		let terms = fs::read_to_string(locales().join("terms.zh.yml")).expect("committed; qed");
		for line in terms.lines().filter(|line| line.starts_with("  ")) {
			let word = line.split('"').nth(1).expect("every term has a word; qed");
			assert!(glossary.contains(word), "{word} is not in docs/glossary.md");
		}
	}

	#[test]
	fn the_generated_code_is_that_of_the_runtime() {
		let bytes = shejiao_runtime::Runtime::metadata_at_version(16)
			.expect("this release of the SDK has metadata version 16; qed");
		let metadata = Metadata::decode(&mut &bytes[..]).expect("subxt knows version 16; qed");
		let call = chain::transactions()
			.consortium()
			.withdraw_proposal(chain::runtime_types::pallet_consortium::types::ProposalId(0));
		let details = subxt::transactions::Payload::validation_details(&call);
		let pallet = metadata.pallet_by_name("Consortium").expect("a pallet of the runtime; qed");
		assert_eq!(details.map(|details| details.hash), pallet.call_hash("withdraw_proposal"));
	}
}
