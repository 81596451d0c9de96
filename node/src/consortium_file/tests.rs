use super::{parse, text, Consortium, Overrides};
use crate::chain_spec::{DEV, LOCAL, STAGING};
use sc_service::ChainType;
use shejiao_primitives::{
	duty::Duties,
	member::{Access, MemberKind, Seat},
	time::{LegalClock, LegalDate, DAY},
};

fn good(text: &str) -> Consortium {
	parse("test.toml", text, Overrides::default()).expect("the file is right")
}

fn faults(text: &str) -> Vec<String> {
	let faults = parse("test.toml", text, Overrides::default()).expect_err("the file is wrong");
	assert_eq!(faults.file, "test.toml");
	faults.faults.iter().map(ToString::to_string).collect()
}

/// The local file with one place changed.
fn local(from: &str, to: &str) -> String {
	assert!(LOCAL.contains(from), "the local file has no `{from}`");
	LOCAL.replacen(from, to, 1)
}

/// The one fault of a file, which stands at `at` and speaks of `about`.
#[track_caller]
fn one_fault(text: &str, at: &str, about: &str) {
	let faults = faults(text);
	let [fault] = faults.as_slice() else { panic!("one fault expected: {faults:#?}") };
	assert!(fault.starts_with(&format!("{at}: ")), "`{fault}` is not at {at}");
	assert!(fault.contains(about), "`{fault}` does not speak of {about}");
}

/// Some fault of a file stands at `at` and speaks of `about`.
#[track_caller]
fn a_fault(text: &str, at: &str, about: &str) {
	let faults = faults(text);
	let found = faults.iter().any(|f| f.starts_with(&format!("{at}: ")) && f.contains(about));
	assert!(found, "no fault at {at} about {about}: {faults:#?}");
}

#[test]
fn the_local_file_has_four_validators_and_three_supervising_seats() {
	let local = good(LOCAL);
	assert_eq!(local.chain_type, ChainType::Local);
	assert_eq!(local.members.len(), 9);
	assert_eq!(local.members.iter().filter(|m| m.seat == Seat::Voting).count(), 8);
	assert_eq!(local.members.iter().filter(|m| m.validator.is_some()).count(), 4);
	let seats = local.members.iter().filter(|m| m.kind.supervises() && m.seat == Seat::Voting);
	assert_eq!(seats.count(), 3);
	assert_eq!(local.boot_nodes.len(), 4);
	let justice = &local.members[4];
	assert_eq!(justice.kind, MemberKind::JusticeBureau);
	assert_eq!(justice.access, Access::FullNode);
	assert_eq!(justice.parent, Some(0));
	assert_eq!(justice.officers[3].unit, Some(0));
	assert!(justice.officers[0].duties.contains(Duties::HEAD));
	assert!(justice.peers[0].archive);
	assert_eq!(Some(justice.peers[0].id), justice.validator.as_ref().map(|v| v.peer));
}

#[test]
fn the_development_file_has_one_validator_whose_keys_the_node_has() {
	use sp_core::Pair;
	let dev = good(DEV);
	let validators: Vec<_> = dev.members.iter().filter_map(|m| m.validator.as_ref()).collect();
	let alice = sp_core::sr25519::Pair::from_string("//Alice", None).expect("a seed").public();
	assert_eq!(validators.iter().map(|v| v.aura).collect::<Vec<_>>(), [alice]);
	assert_eq!(validators[0].peer, text::test_node_key("dev").public().to_peer_id());
}

#[test]
fn the_staging_template_lists_what_is_to_be_filled_in_and_nothing_else() {
	let faults = faults(STAGING);
	assert!(faults.len() > 60, "{}", faults.len());
	for fault in &faults {
		assert!(
			fault.contains("fill it in")
				|| fault.contains("GB/T 2260")
				|| fault.contains("stays in this file"),
			"{fault}"
		);
	}
	for at in ["chain.name", "member[4].peer[0].id", "member[7].validator.grandpa"] {
		assert!(faults.iter().any(|f| f.starts_with(at)), "{at} is not named");
	}
	assert!(!STAGING.contains("//"), "a template has no known key");
}

#[test]
fn a_malformed_file_is_refused_with_its_line() {
	one_fault(&local("id = \"shejiao_local\"", "id = shejiao"), "line 10, chain", "");
	one_fault("", "line 1", "missing field `chain`");
}

#[test]
fn an_unknown_a_missing_and_a_wrong_field_are_named_with_their_member() {
	let text = local("key = \"county-court\"", "key = \"county-court\"\nnickname = \"x\"");
	let all = faults(&text);
	assert!(all[0].contains("member[5]") && all[0].contains("nickname"), "{all:?}");
	let all = faults(&local("kind = \"public-security\"\n", ""));
	assert!(all[0].contains("member[7]") && all[0].contains("missing field `kind`"), "{all:?}");
	let all = faults(&local("area = 440600", "area = \"440600\""));
	assert!(all[0].contains("member[0]") && all[0].contains("expected u32"), "{all:?}");
	let all = faults(&local("category = \"auxiliary\"", "categories = \"auxiliary\""));
	assert!(all[0].contains("member[4].officer[5]"), "{all:?}");
}

#[test]
fn a_member_that_stands_twice_is_refused() {
	one_fault(
		&local("key = \"county-court\"", "key = \"county-justice\""),
		"member[5].key",
		"already the key of member[4]",
	);
}

#[test]
fn an_account_a_session_key_and_a_peer_are_used_once() {
	one_fault(
		&local("\"//county-court//clerk\"", "\"//county-justice\""),
		"member[5].officer[1].account",
		"already used by member[4].account",
	);
	one_fault(
		&local("aura = \"//county-court//session\"", "aura = \"//county-justice//session\""),
		"member[5].validator.aura",
		"already used by member[4].validator.aura",
	);
	let text = LOCAL.replace("\"//county-court\"\naddress", "\"//county-justice\"\naddress");
	a_fault(&text, "member[5].peer[0].id", "already used by member[4].peer[0].id");
}

#[test]
fn a_parent_must_exist_stand_above_and_make_no_circle() {
	one_fault(
		&local("parent = \"city-justice\"", "parent = \"province\""),
		"member[4].parent",
		"no member has the key `province`",
	);
	one_fault(
		&local("parent = \"city-justice\"", "parent = \"county-justice\""),
		"member[4].parent",
		"the member itself",
	);
	one_fault(
		&local("parent = \"city-justice\"", "parent = \"county-court\""),
		"member[4].parent",
		"not of a higher level",
	);
	let text = local(
		"level = \"city\"\narea = 440600\naccount = \"//city-justice\"",
		"level = \"city\"\nparent = \"county-justice\"\narea = 440600\naccount = \"//city-justice\"",
	);
	a_fault(&text, "member[0].parent", "stand above itself");
	a_fault(&text, "member[4].parent", "stand above itself");
	let text = local("level = \"city\"", "level = \"county\"\nparent = \"province\"") +
		"\n[[member]]\nkey = \"province\"\nname = \"x\"\nkind = \"finance\"\nlevel = \"province\"\n\
		 area = 440000\naccount = \"//province\"\nseat = \"voting\"\nsuite = \"international\"\n\
		 encryption-key = \"0x04" +
		&"11".repeat(64) + "\"\ncharter-hash = \"0x" +
		&"22".repeat(32) + "\"\n";
	a_fault(&text, "member[0].parent", "must stand further up in the file");
}

#[test]
fn unknown_coded_values_are_answered_with_the_known_ones() {
	one_fault(
		&local("kind = \"court\"", "kind = \"tribunal\""),
		"member[1].kind",
		"`justice-bureau`",
	);
	one_fault(&local("level = \"city\"", "level = \"town\""), "member[0].level", "`township`");
	one_fault(&local("seat = \"voting\"", "seat = \"chair\""), "member[0].seat", "`non-voting`");
	one_fault(&local("\"international\"", "\"rsa\""), "member[0].suite", "`gmt`");
	one_fault(
		&local("\"assessment\"", "\"assess\""),
		"member[4].officer[1].duties[2]",
		"expected one of personnel, casework",
	);
	one_fault(
		&local("\"short-leave\"", "\"long-leave\""),
		"member[4].unit[0].delegation.acts[1]",
		"unknown act `long-leave`",
	);
	one_fault(
		&local("type = \"local\"", "type = \"private\""),
		"chain.type",
		"development, local, live",
	);
}

#[test]
fn a_bad_account_key_hash_address_and_date_are_refused() {
	one_fault(
		&local("account = \"//city-justice\"", "account = \"5Grwva\""),
		"member[0].account",
		"neither an SS58 address",
	);
	one_fault(&local("charter-hash = \"0x", "charter-hash = \"0"), "member[0].charter-hash", "64");
	let zero = format!("charter-hash = \"0x{}\" #", "0".repeat(64));
	one_fault(&local("charter-hash = ", &zero), "member[0].charter-hash", "hash of nothing");
	one_fault(
		&local("encryption-key = \"0x04", "encryption-key = \"0x03"),
		"member[0].encryption-key",
		"uncompressed point",
	);
	one_fault(
		&local("/ip4/127.0.0.1/tcp/30333", "127.0.0.1:30333"),
		"member[4].peer[0].address",
		"no address",
	);
	one_fault(
		&local("valid-until = \"2031-12-31\"", "valid-until = \"2031-02-29\""),
		"member[0].officer[0].valid-until",
		"no day",
	);
	one_fault(&local("area = 440600", "area = 44060"), "member[0].area", "six digits");
	one_fault(
		&local(
			"address = \"/ip4/127.0.0.1/tcp/30333\"",
			"address = \"/ip4/127.0.0.1/tcp/1/p2p/x\"",
		),
		"member[4].peer[0].address",
		"leave `/p2p/…` out",
	);
}

#[test]
fn too_few_validators_are_refused() {
	one_fault(
		&local("minimum-validators = 4", "minimum-validators = 5"),
		"governance.minimum-validators",
		"the file has 4 of them",
	);
	one_fault(
		&local("minimum-validators = 4", "minimum-validators = 3"),
		"governance.minimum-validators",
		"does not survive one loss",
	);
	let none = DEV.replacen("minimum-validators = 1", "minimum-validators = 0", 1);
	one_fault(&none, "governance.minimum-validators", "halt");
}

#[test]
fn duties_of_enforcement_need_a_state_functionary() {
	one_fault(
		&local("duties = [\"casework\"]", "duties = [\"casework\", \"enforcement\"]"),
		"member[4].officer[5].duties[1]",
		"state-functionary alone",
	);
	one_fault(
		&local("duties = [\"casework\"]", "duties = []"),
		"member[4].officer[5].duties",
		"at least one duty",
	);
	one_fault(
		&local("duties = [\"casework\"]", "duties = [\"casework\", \"casework\"]"),
		"member[4].officer[5].duties[1]",
		"named twice",
	);
}

#[test]
fn who_never_votes_and_who_has_no_node_is_known() {
	let ferdie = |from: &str, to: &str| {
		assert!(DEV.contains(from));
		DEV.replacen(from, to, 1)
	};
	one_fault(
		&ferdie("seat = \"non-voting\"", "seat = \"voting\""),
		"member[5].seat",
		"a provider never votes",
	);
	let bank = ferdie("kind = \"social-organisation\"", "kind = \"relying-party\"");
	let bank = bank.replacen("seat = \"non-voting\"\nprovider = true", "seat = \"voting\"", 1);
	one_fault(&bank, "member[5].seat", "relying-party never votes");
	one_fault(
		&ferdie("provider = true", "full-node = true"),
		"member[5].full-node",
		"has no full node",
	);
	one_fault(&ferdie("renewal = \"2029-12-31\"\n", ""), "member[5].renewal", "for a time");
	let text = local("full-node = true", "full-node = false");
	a_fault(&text, "member[4].peer", "needs `full-node = true`");
	a_fault(&text, "member[4].validator", "needs `full-node = true`");
}

#[test]
fn the_bodies_and_the_archives_are_complete() {
	let text = DEV.replace("kind = \"discipline-inspection\"", "kind = \"finance\"");
	one_fault(&text, "member", "1 voting seats of procuratorates");
	a_fault(&LOCAL.replace("archive = true\n", ""), "member.peer", "two keep the history");
	let lines = LOCAL.lines().filter(|line| !line.starts_with("address = "));
	let text = lines.collect::<Vec<_>>().join("\n");
	one_fault(&text, "member.peer", "no archive has an `address`");
}

#[test]
fn a_unit_belongs_to_its_kind_of_member_and_an_officer_to_a_unit_that_exists() {
	one_fault(
		&local("kind = \"justice-office\"", "kind = \"police-station\""),
		"member[4].unit[0].kind",
		"a justice-bureau has no police-station",
	);
	one_fault(
		&local("unit = \"east-office\"", "unit = \"police-station\""),
		"member[4].officer[3].unit",
		"no unit `police-station`",
	);
	a_fault(
		&local("key = \"west-office\"", "key = \"east-office\""),
		"member[4].unit[1].key",
		"already",
	);
}

#[test]
fn a_validator_runs_on_a_node_of_its_member() {
	one_fault(
		&local("peer = \"//county-justice\"", "peer = \"//county-court\""),
		"member[4].validator.peer",
		"none of this member's",
	);
}

#[test]
fn a_live_chain_takes_no_known_key_in_any_form_and_no_shortened_day() {
	use sp_core::{crypto::Ss58Codec, Pair};
	let live = LOCAL.replace("type = \"local\"", "type = \"live\"");
	a_fault(&live, "member[0].account", "everybody knows");
	a_fault(&live, "member[4].peer[0].id", "everybody knows");
	a_fault(&live, "member[4].suite", "use `gmt`");
	a_fault(&live.replace("86_400_000", "5_000"), "chain.day-length-ms", "shortens the law's days");

	let known = sp_core::sr25519::Pair::from_string("//county-court//clerk", None).expect("a seed");
	let address = known.public().to_ss58check();
	let live = live.replace("\"//city-justice\"", &format!("\"{address}\""));
	a_fault(&live, "member[0].account", "the account is one that everybody knows");
}

#[test]
fn a_shortened_day_has_a_start() {
	let short = local("86_400_000", "5_000");
	one_fault(&short, "chain.start", "a shortened day needs");
	let text = short.replace("day-length-ms = ", "start = \"2026-11-21\"\nday-length-ms = ");
	let consortium = good(&text);
	let start = LegalClock::REAL.start_of(LegalDate(20_778));
	assert_eq!((consortium.day_length_ms, consortium.start), (5_000, start));
	// The last day of an appointment ends when the chain's own calendar says so.
	let days = 365 * 5 + 1 + 41;
	assert_eq!(consortium.members[0].officers[0].valid_until, start + days * 5_000);
	one_fault(&text.replace("= 5_000", "= 1_000"), "chain.day-length-ms", "not between");
	one_fault(
		&text.replacen("2031-12-31", "2026-11-20", 1),
		"member[0].officer[0].valid-until",
		"before the start",
	);
}

#[test]
fn the_command_line_can_shorten_the_day_but_not_of_a_live_chain() {
	let overrides = Overrides { day: Some((5_000, 1_795_190_400_000)) };
	let consortium = parse("test.toml", LOCAL, overrides).expect("the file is right");
	assert_eq!(consortium.start, 1_795_190_400_000);
	let faults = parse("test.toml", STAGING, overrides).expect_err("it is a live chain");
	assert!(faults.faults.iter().any(|fault| fault.at == "chain.day-length-ms"));
}

#[test]
fn days_are_counted_as_the_calendar_does() {
	assert_eq!(text::day("2026-11-21"), Ok(LegalDate(20_778)));
	assert_eq!(text::day("2000-03-01"), Ok(LegalDate(11_017)));
	assert_eq!(text::day("2028-02-29"), Ok(LegalDate(21_243)));
	for wrong in ["2026-13-01", "2026-00-10", "2026-04-31", "2026-1", "26-01-01", "x", "2100-02-29"]
	{
		assert!(text::day(wrong).is_err(), "{wrong}");
	}
	assert_eq!(good(LOCAL).day_length_ms, DAY);
}
