//! What was expected against what came.

use super::encode::{ANY, SOME};
use serde_json::Value as Json;

/// The first place at which something else came than was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
	/// Path from the whole.
	pub path: String,
	/// What was expected there.
	pub expected: String,
	/// What came.
	pub found: String,
}

/// Compare what came with a pattern: fields that it leaves out may be anything.
pub fn differs(expected: &Json, found: &Json) -> Option<Difference> {
	at("", expected, found)
}

fn at(path: &str, expected: &Json, found: &Json) -> Option<Difference> {
	let different = || {
		Some(Difference {
			path: path.trim_start_matches('.').into(),
			expected: show(expected),
			found: show(found),
		})
	};
	match (expected, found) {
		(Json::String(text), _) if text == ANY => None,
		(Json::String(text), _) if text == SOME => match found {
			Json::Null => different(),
			Json::String(found) if found == "None" => different(),
			_ => None,
		},
		(Json::Object(pattern), _) if pattern.keys().any(|key| key.starts_with('$')) => {
			// The chain's answers show a list of one as that one.
			let single = [found.clone()];
			let list = found.as_array().map_or(&single[..], |list| &list[..]);
			let holds = |one: &Json| list.iter().any(|found| at("", one, found).is_none());
			pattern.iter().find_map(|(key, wanted)| match key.as_str() {
				"$has" if !holds(wanted) => different(),
				"$lacks" if holds(wanted) => different(),
				"$count" if wanted.as_u64() != Some(list.len() as u64) => different(),
				"$list" => {
					let single = [wanted.clone()];
					let wanted = wanted.as_array().map_or(&single[..], |list| &list[..]);
					if wanted.len() != list.len() {
						return different();
					}
					wanted.iter().zip(list).enumerate().find_map(|(index, (one, found))| {
						at(&format!("{path}.{index}"), one, found)
					})
				},
				_ => None,
			})
		},
		(Json::Object(pattern), Json::Object(map)) => pattern.iter().find_map(|(key, wanted)| {
			let path = format!("{path}.{key}");
			at(&path, wanted, map.get(key).unwrap_or(&Json::Null))
		}),
		// A variant whose fields do not matter.
		(Json::String(name), Json::Object(map)) if map.len() == 1 && map.contains_key(name) => None,
		(Json::Array(wanted), Json::Array(list)) if wanted.len() == list.len() => wanted
			.iter()
			.zip(list)
			.enumerate()
			.find_map(|(index, (one, found))| at(&format!("{path}.{index}"), one, found)),
		_ if expected == found => None,
		_ => different(),
	}
}

fn show(json: &Json) -> String {
	match json {
		Json::String(text) => text.clone(),
		other => other.to_string(),
	}
}

/// The value at `path` in `json`.
pub fn dig<'a>(json: &'a Json, path: &str) -> Option<&'a Json> {
	path.split('.').filter(|part| !part.is_empty()).try_fold(json, |json, part| match json {
		Json::Array(list) => list.get(part.parse::<usize>().ok()?),
		other => other.get(part),
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	#[test]
	fn fields_that_are_left_out_do_not_matter() {
		let found = json!({"case": "0x01", "stage": "Open", "owner": 4, "source": {"Clock": 7}});
		assert_eq!(differs(&json!({"stage": "Open", "case": "*"}), &found), None);
		assert_eq!(differs(&json!({"source": "Clock"}), &found), None);
		let difference = differs(&json!({"owner": 5}), &found).expect("4 is not 5; qed");
		assert_eq!(
			(difference.path.as_str(), difference.expected.as_str(), difference.found.as_str()),
			("owner", "5", "4")
		);
		assert_eq!(differs(&json!({"owner": "$some"}), &found), None);
		assert!(differs(&json!({"owner": "$some"}), &json!({"owner": "None"})).is_some());
		assert_eq!(differs(&json!({"missing": 1}), &found).map(|d| d.found), Some("null".into()));
	}

	#[test]
	fn lists_are_asked_for_what_they_hold() {
		let list = json!([{"kind": 8, "late": false}, {"kind": 4, "late": true}]);
		assert_eq!(differs(&json!({"$has": {"kind": 4, "late": true}}), &list), None);
		assert!(differs(&json!({"$has": {"kind": 4, "late": false}}), &list).is_some());
		assert_eq!(differs(&json!({"$lacks": {"kind": 5}}), &list), None);
		assert!(differs(&json!({"$lacks": {"kind": 8}}), &list).is_some());
		assert_eq!(differs(&json!({"$count": 2}), &list), None);
		assert_eq!(differs(&json!({"$count": 1}), &json!({"kind": 8})), None);
		assert!(differs(&json!({"$list": [{"kind": 8}]}), &list).is_some());
		let second = differs(&json!({"$list": ["*", {"kind": 5}]}), &list).map(|d| d.path);
		assert_eq!(second.as_deref(), Some("1.kind"));
	}

	#[test]
	fn paths_lead_into_lists_and_maps() {
		let json = json!({"a": [{"b": 1}, {"b": 2}]});
		assert_eq!(dig(&json, "a.1.b"), Some(&json!(2)));
		assert_eq!(dig(&json, "a.2.b"), None);
		assert_eq!(dig(&json, ""), Some(&json));
	}
}
