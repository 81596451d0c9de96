use super::*;
use sp_runtime::BuildStorage;

/// What the panic of building a genesis says.
fn fault(change: impl FnOnce(&mut Vec<Founder<u64>>)) -> String {
	let mut members = founders();
	change(&mut members);
	let genesis = RuntimeGenesisConfig {
		consortium: GenesisConfig { members, parameters: Parameters::default() },
		..Default::default()
	};
	let panic = std::panic::catch_unwind(|| genesis.build_storage())
		.expect_err("a faulty genesis was built");
	panic.downcast_ref::<String>().cloned().unwrap_or_else(|| {
		panic.downcast_ref::<&str>().expect("panics carry a text; qed").to_string()
	})
}

#[test]
fn the_founders_are_complete_from_the_first_block() {
	test(|| {
		assert_eq!(NextMember::<Test>::get(), NEXT);
		for body in BODIES {
			let seats = if body == Body::SupervisoryCommittee { 3 } else { 7 };
			assert_eq!(Consortium::seats(body), seats);
			assert_eq!(Collective::voters(body).len(), seats as usize);
		}
		assert_eq!(Consortium::peers().len(), 4);
		assert_eq!(Consortium::unit_owner(UnitId(0)), Some(JUSTICE));
		assert_eq!(Consortium::standing_at(COURT, START), Some(Standing::Active));
		assert_eq!(System::providers(&account(COURT)), 1);
	});
}

#[test]
fn quotas_are_told_at_genesis() {
	with_founders(founders()).execute_with(|| {
		let told = MockOnMembership::take();
		assert_eq!(told.len(), 8);
		assert_eq!(told[7], Told::Admitted(CHARITY, 1_000));
	});
}

#[test]
fn an_empty_consortium_is_no_fault() {
	with_founders(vec![]).execute_with(|| assert_eq!(NextMember::<Test>::get(), MemberId(0)));
}

#[test]
fn a_fault_is_named_with_its_field() {
	let says = |text: String, parts: [&str; 2]| {
		assert!(parts.iter().all(|part| text.contains(part)), "{text}");
	};
	says(fault(|m| m[2].account = 100), ["members[2].account", "AlreadyMember"]);
	let short = Bytes(vec![4; 64]);
	says(fault(|m| m[1].encryption_key = short), ["members[1].encryptionKey", "InvalidKey"]);
	let long = Bytes(vec![4; 99]);
	says(fault(|m| m[1].encryption_key = long), ["members[1].encryptionKey", "InvalidKey"]);
	says(fault(|m| m[3].quota = 0), ["members[3].quota", "InvalidQuota"]);
	says(fault(|m| m[0].peers[0].peer.0.truncate(3)), ["members[0].peers", "InvalidPeer"]);
	says(fault(|m| m[0].peers[0].peer.0 = vec![0; 70]), ["members[0].peers", "InvalidPeer"]);
	says(fault(|m| m[3].peers = m[0].peers.clone()), ["members[3].peers", "AlreadyExists"]);
	says(fault(|m| m[7].renewal = None), ["members[7].renewal", "InvalidDate"]);
	says(fault(|m| m[0].units[0].area = AreaCode(1)), ["members[0].units", "InvalidArea"]);
	says(
		fault(|m| m[0].placement.parent = Some(MemberId(40))),
		["members[0].placement.parent", "InvalidParent"],
	);
	says(
		fault(|m| m[7].placement.parent = Some(CHARITY)),
		["members[7].placement.parent", "InvalidParent"],
	);
	says(
		fault(|m| m[1].placement.area = AreaCode(1)),
		["members[1].placement.area", "InvalidArea"],
	);
	says(
		fault(|m| m[7].placement.seat = Seat::Voting),
		["members[7].placement.seat", "SeatNotAllowed"],
	);
	says(
		fault(|m| {
			for founder in m.iter_mut().skip(4) {
				founder.placement.seat = Seat::NonVoting;
			}
		}),
		["supervisory committee", "two seats"],
	);
}

#[test]
#[should_panic(expected = "consortium.parameters")]
fn parameters_that_let_members_escape_are_refused() {
	let parameters = Parameters { withdrawal_days: 2, ..Default::default() };
	let consortium = GenesisConfig { members: founders(), parameters };
	let genesis = RuntimeGenesisConfig { consortium, ..Default::default() };
	let _ = genesis.build_storage();
}

#[test]
fn the_file_is_read_in_camel_case_and_without_unknown_fields() {
	let genesis = GenesisConfig::<Test> { members: founders(), parameters: Parameters::default() };
	let json = serde_json::to_value(&genesis).expect("it is plain data; qed");
	let first = &json["members"][0];
	assert_eq!(first["kind"], "justice-bureau");
	assert_eq!(first["placement"]["parent"], 4);
	assert_eq!(first["suite"], "international");
	assert_eq!(first["encryptionKey"].as_str().map(|key| key.len()), Some(132));
	assert_eq!(json["parameters"]["publicityDays"], 7);
	let back: GenesisConfig<Test> = serde_json::from_value(json.clone()).expect("as written; qed");
	assert_eq!(back.members, genesis.members);
	let mut odd = json;
	odd["members"][0]["name"] = "a person".into();
	assert!(serde_json::from_value::<GenesisConfig<Test>>(odd).is_err());
}
