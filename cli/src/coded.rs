//! Coded values as arguments: names as the glossary gives them, hashes, dates.

use crate::{failure, keys, say, time};
use codec::Decode;
use serde::{de::DeserializeOwned, Serialize};
use shejiao_primitives::{
	case::PartyRoles,
	duty::{Acts, Duties},
	governance::{Body, Majority},
	record::{classes, ClassId},
	time::{LegalDate, Moment},
};
use sp_runtime::traits::{BlakeTwo256, Hash};
use std::path::Path;
use subxt::utils::H256;

/// Acts by their names.
pub const ACTS: [(&str, Acts); 11] = [
	("daily-supervision", Acts::DAILY_SUPERVISION),
	("short-leave", Acts::SHORT_LEAVE),
	("investigation", Acts::INVESTIGATION),
	("reception", Acts::RECEPTION),
	("correction-plan", Acts::CORRECTION_PLAN),
	("hand-over", Acts::HAND_OVER),
	("rewards-and-sanctions", Acts::REWARDS_AND_SANCTIONS),
	("long-leave", Acts::LONG_LEAVE),
	("relocation", Acts::RELOCATION),
	("positioning", Acts::POSITIONING),
	("proposals", Acts::PROPOSALS),
];

/// Classes of records of the founding genesis by their names.
pub const CLASSES: [(&str, ClassId); 14] = [
	("decisions", classes::DECISIONS),
	("reception", classes::RECEPTION),
	("assessment", classes::ASSESSMENT),
	("supervision", classes::SUPERVISION),
	("conduct", classes::CONDUCT),
	("circumstances", classes::CIRCUMSTANCES),
	("group-and-plan", classes::GROUP_AND_PLAN),
	("end", classes::END),
	("device-readings", classes::DEVICE_READINGS),
	("protected-party", classes::PROTECTED_PARTY),
	("review", classes::REVIEW),
	("correspondence", classes::CORRESPONDENCE),
	("identity", classes::IDENTITY),
	("positions", pallet_records::classes::POSITIONS),
];

/// A class of records: its name, or the number of one that governance has added.
pub fn class(text: &str) -> Result<ClassId, String> {
	let found = CLASSES.iter().find(|(name, _)| *name == text).map(|(_, class)| *class);
	found.or_else(|| text.parse().ok().map(ClassId)).ok_or_else(|| {
		let list: Vec<_> = CLASSES.iter().map(|(name, _)| *name).collect();
		say!("usage.unknown-class", code = text, known = list.join(", "))
	})
}

/// Name of a class, its number where it has none.
pub fn name_of_class(class: ClassId) -> String {
	let found = CLASSES.iter().find(|(_, known)| *known == class);
	found.map_or_else(|| class.0.to_string(), |(name, _)| (*name).into())
}

/// Roles of an agency on a case: names joined by commas.
pub fn roles(names: &str) -> Result<PartyRoles, String> {
	let bits = set(names, &PartyRoles::NAMED.map(|(name, role)| (name, u32::from(role.0))))?;
	u16::try_from(bits).map(PartyRoles).map_err(|e| e.to_string())
}

/// Names of the roles in a set.
pub fn names_of_roles(roles: PartyRoles) -> Vec<&'static str> {
	PartyRoles::NAMED
		.iter()
		.filter(|(_, role)| roles.contains(*role))
		.map(|(name, _)| *name)
		.collect()
}

/// A coded value by its name, such as `justice-bureau`.
pub fn coded<T: DeserializeOwned>(name: &str) -> Result<T, String> {
	serde_json::from_value(name.into()).map_err(|error| match variants(&error.to_string()) {
		Some(known) => say!("usage.unknown-code", code = name, known = known.join(", ")),
		None => error.to_string(),
	})
}

/// Codes of every value of a coded list.
pub fn every<T: Decode + Serialize>() -> Vec<String> {
	let values = (0..=u8::MAX).filter_map(|index| T::decode(&mut &[index][..]).ok());
	values.map(|value| crate::words::code(&value)).collect()
}

/// The names that serde knows, where it says that it does not know one.
fn variants(error: &str) -> Option<Vec<&str>> {
	let list = error.strip_prefix("unknown variant `")?.split_once("`, expected ")?.1;
	// Between marks: `one of` or nothing, a name, a comma or `or`, a name …
	Some(list.split('`').skip(1).step_by(2).collect())
}

/// A set of duties: names joined by commas.
pub fn duties(names: &str) -> Result<Duties, String> {
	set(names, &Duties::NAMED.map(|(name, duties)| (name, duties.0))).map(Duties)
}

/// A set of acts: names joined by commas.
pub fn acts(names: &str) -> Result<Acts, String> {
	set(names, &ACTS.map(|(name, acts)| (name, acts.0))).map(Acts)
}

fn set(names: &str, known: &[(&str, u32)]) -> Result<u32, String> {
	names.split(',').map(str::trim).try_fold(0, |bits, wanted| {
		let found = known.iter().find(|(name, _)| *name == wanted);
		found.map(|(_, bit)| bits | bit).ok_or_else(|| {
			let list: Vec<_> = known.iter().map(|(name, _)| *name).collect();
			say!("usage.unknown-codes", code = wanted, known = list.join(","))
		})
	})
}

/// Names of the duties in a set.
pub fn names_of_duties(duties: Duties) -> Vec<&'static str> {
	Duties::NAMED.iter().filter(|(_, duty)| duties.contains(*duty)).map(|(name, _)| *name).collect()
}

/// Names of the acts in a set.
pub fn names_of_acts(acts: Acts) -> Vec<&'static str> {
	ACTS.iter().filter(|(_, act)| acts.contains(*act)).map(|(name, _)| *name).collect()
}

/// A body by its name.
pub fn body(name: &str) -> Result<Body, String> {
	match name {
		"council" => Ok(Body::Council),
		"supervisory-committee" => Ok(Body::SupervisoryCommittee),
		"funding-council" => Ok(Body::FundingCouncil),
		_ => Err(say!(
			"usage.unknown-code",
			code = name,
			known = "council, supervisory-committee, funding-council"
		)),
	}
}

/// Name of a body, as in the glossary.
pub fn name_of_body(body: Body) -> &'static str {
	match body {
		Body::Council => "council",
		Body::SupervisoryCommittee => "supervisory-committee",
		Body::FundingCouncil => "funding-council",
	}
}

/// Name of the pallet that is a body.
pub fn pallet_of_body(body: Body) -> &'static str {
	match body {
		Body::Council => "Council",
		Body::SupervisoryCommittee => "SupervisoryCommittee",
		Body::FundingCouncil => "FundingCouncil",
	}
}

/// A majority by its name.
pub fn majority(name: &str) -> Result<Majority, String> {
	match name {
		"simple" => Ok(Majority::Simple),
		"two-thirds" => Ok(Majority::TwoThirds),
		"three-quarters" => Ok(Majority::ThreeQuarters),
		_ => Err(say!(
			"usage.unknown-code",
			code = name,
			known = "simple, two-thirds, three-quarters"
		)),
	}
}

/// A moment: milliseconds UTC, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS` in UTC+8.
pub fn moment(text: &str) -> Result<Moment, String> {
	time::parse(text).ok_or_else(|| say!("usage.moment"))
}

/// A legal date: `YYYY-MM-DD`.
pub fn date(text: &str) -> Result<LegalDate, String> {
	time::parse_date(text).ok_or_else(|| say!("usage.date"))
}

/// A hash: 32 bytes in hex.
pub fn hash(text: &str) -> Result<H256, String> {
	match text.starts_with("0x") {
		true => keys::bytes::<32>(text).map(H256).ok_or_else(|| say!("usage.hash")),
		false => Err(say!("usage.hash")),
	}
}

/// The hash by which the chain names calls, code and documents.
pub fn blake2_256(bytes: &[u8]) -> [u8; 32] {
	BlakeTwo256::hash(bytes).0
}

/// The hash of a document: given, or blake2-256 of the file at that path. The file stays here.
pub fn document(text: &str) -> Result<H256, String> {
	if text.starts_with("0x") {
		return hash(text);
	}
	let bytes = std::fs::read(Path::new(text))
		.map_err(|e| failure!("file-not-read", path = text, reason = e).to_string())?;
	Ok(H256(blake2_256(&bytes)))
}

/// Bytes in hex.
pub fn bytes(text: &str) -> Result<Vec<u8>, String> {
	let digits = text.strip_prefix("0x").ok_or_else(|| say!("usage.hex"))?;
	hex::decode(digits).map_err(|_| say!("usage.hex"))
}

/// Bytes in hex as one argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hex(pub Vec<u8>);

/// [`bytes`] for arguments: clap takes a `Vec` for a list.
pub fn hex_bytes(text: &str) -> Result<Hex, String> {
	bytes(text).map(Hex)
}

/// Yes or no, as a vote.
pub fn vote(text: &str) -> Result<bool, String> {
	match text {
		"yes" | "aye" | "赞成" => Ok(true),
		"no" | "nay" | "反对" => Ok(false),
		_ => Err(say!("usage.unknown-code", code = text, known = "yes, no")),
	}
}

/// A node's peer id as libp2p writes it (base58), as the bytes of its multihash.
pub fn peer_id(text: &str) -> Result<Hex, String> {
	match bs58::decode(text).into_vec() {
		Ok(bytes) if matches!(bytes[..], [0x00, 0x24, ..] | [0x12, 0x20, ..]) => Ok(Hex(bytes)),
		_ => Err(say!("usage.peer")),
	}
}

/// A peer id as libp2p writes it.
pub fn show_peer_id(bytes: &[u8]) -> String {
	bs58::encode(bytes).into_string()
}

#[cfg(test)]
mod tests {
	use super::*;
	use shejiao_primitives::{member::MemberKind, reason::Reason};

	#[test]
	fn codes_are_read_by_name() {
		assert_eq!(coded("court"), Ok(MemberKind::Court));
		assert_eq!(coded("data-breach"), Ok(Reason::DataBreach));
		let error = coded::<MemberKind>("tribunal").expect_err("no such kind; qed");
		assert!(error.contains("tribunal") && error.contains("justice-bureau"), "{error}");
		assert!(!error.contains("variant"), "in the words of the client: {error}");
		let error = coded::<shejiao_primitives::duty::Category>("boss").expect_err("none; qed");
		let known = every::<shejiao_primitives::duty::Category>();
		assert!(known.iter().all(|name| error.contains(name.as_str())), "{error}");
	}

	#[test]
	fn sets_are_read_and_written() {
		let set = duties("casework, enforcement").expect("both are duties; qed");
		assert_eq!(names_of_duties(set), ["casework", "enforcement"]);
		assert!(duties("casework,judging").is_err());
		assert_eq!(acts("short-leave"), Ok(Acts::SHORT_LEAVE));
		let all = ACTS.iter().fold(0, |bits, (_, act)| bits | act.0);
		assert_eq!(Acts(all), Acts::ALL);
	}

	#[test]
	fn classes_and_roles_are_read_and_written() {
		assert_eq!(class("review"), Ok(classes::REVIEW));
		assert_eq!(class("77"), Ok(ClassId(77)));
		assert!(class("gossip").is_err());
		for (name, known) in CLASSES {
			assert_eq!(name_of_class(known), name);
		}
		let set = roles("deciding,police").expect("both are roles; qed");
		assert_eq!(names_of_roles(set), ["deciding", "police"]);
		assert_eq!(names_of_roles(PartyRoles::ALL).len(), PartyRoles::NAMED.len());
	}

	#[test]
	fn peer_ids_are_read_back() {
		let text = "12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp";
		let Hex(bytes) = peer_id(text).expect("a peer id; qed");
		assert_eq!(bytes.len(), 38);
		assert_eq!(show_peer_id(&bytes), text);
		assert!(peer_id("12D3KooW").is_err());
	}
}
