//! Tests, a file per call, and one for each thing that no single call does.

mod acts;
mod add_peer;
mod admit;
mod agenda;
mod change_key;
mod close_unit;
mod confirm_suspension;
mod expel;
mod genesis;
mod histories;
mod invariants;
mod lift_suspension;
mod model;
mod object;
mod open_unit;
mod order_superior;
mod properties;
mod propose;
mod recover_key;
mod remove_peer;
mod renew;
mod reorganise;
mod revoke_order;
mod revoke_withdrawal;
mod rotate_encryption_key;
mod seats;
mod set_parameters;
pub(crate) mod surroundings;
mod suspend;
mod views;
mod withdraw;
mod withdraw_proposal;

pub(crate) use crate::{mock::*, *};
pub(crate) use alloc::{boxed::Box, vec, vec::Vec};
pub(crate) use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::WeightMeter};
pub(crate) use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	directory::Members,
	governance::{Body, Seats},
	ids::{AreaCode, UnitId},
	member::{Access, Level, MemberKind, Seat, Standing},
	reason::Reason,
	suite::SuiteId,
	time::{LegalDate, LegalTime, Moment},
};
pub(crate) use shejiao_testing::{Externalities, MockLegalTime, MockOnMembership, Told, START};
pub(crate) use sp_core::{Bytes, H256};
pub(crate) use sp_runtime::{
	testing::TestSignature,
	traits::{BadOrigin, Dispatchable},
};

pub(crate) type E = Error<Test>;

/// The founders, by their ids.
pub(crate) const JUSTICE: MemberId = MemberId(0);
pub(crate) const COURT: MemberId = MemberId(1);
pub(crate) const PROCURATORATE: MemberId = MemberId(2);
pub(crate) const POLICE: MemberId = MemberId(3);
pub(crate) const CITY_JUSTICE: MemberId = MemberId(4);
pub(crate) const CITY_PROCURATORATE: MemberId = MemberId(5);
pub(crate) const INSPECTION: MemberId = MemberId(6);
pub(crate) const CHARITY: MemberId = MemberId(7);

/// The first member that comes after the founders, and the account that it signs with.
pub(crate) const NEXT: MemberId = MemberId(8);
pub(crate) const FRESH: u64 = 500;

/// A hash to stand for a document.
pub(crate) const DOCUMENT: H256 = H256::repeat_byte(7);

pub(crate) fn key(byte: u8) -> SuiteKey {
	let mut key = vec![byte; 65];
	key[0] = 4;
	SuiteKey { suite: SuiteId::International, key: key.try_into().expect("65 bytes; qed") }
}

pub(crate) fn peer(byte: u8) -> Peer {
	let mut id = vec![0x12, 0x20];
	id.extend([byte; 32]);
	Peer { id: id.try_into().expect("34 bytes; qed"), archive: false }
}

pub(crate) fn account(member: MemberId) -> u64 {
	100 + u64::from(member.0)
}

fn founder(id: u32, kind: MemberKind, level: Level, parent: Option<MemberId>) -> Founder<u64> {
	let full = kind.may_run_full_node() && level == Level::County;
	let votes = kind != MemberKind::SocialOrganisation;
	Founder {
		account: account(MemberId(id)),
		kind,
		placement: Placement {
			level,
			area: AreaCode(440_604),
			parent,
			seat: if votes { Seat::Voting } else { Seat::NonVoting },
			provider: !votes,
			access: if full { Access::FullNode } else { Access::Gateway },
		},
		suite: SuiteId::International,
		encryption_key: Bytes(key(id as u8).key.into_inner()),
		charter: H256::repeat_byte(id as u8),
		peers: if full {
			vec![FoundingPeer { peer: Bytes(peer(id as u8).id.into_inner()), archive: id == 2 }]
		} else {
			vec![]
		},
		quota: 1_000,
		renewal: (!votes).then(|| today_at(START).plus(365)),
		units: vec![],
	}
}

/// A county with its city: seven seats, three of them in the supervisory committee, and a provider.
pub(crate) fn founders() -> Vec<Founder<u64>> {
	use MemberKind::*;
	let mut all = vec![
		founder(0, JusticeBureau, Level::County, Some(CITY_JUSTICE)),
		founder(1, Court, Level::County, None),
		founder(2, Procuratorate, Level::County, Some(CITY_PROCURATORATE)),
		founder(3, PublicSecurity, Level::County, None),
		founder(4, JusticeBureau, Level::City, None),
		founder(5, Procuratorate, Level::City, None),
		founder(6, DisciplineInspection, Level::City, None),
		founder(7, SocialOrganisation, Level::County, Some(JUSTICE)),
	];
	all[0].units = vec![FoundingUnit { kind: UnitKind::JusticeOffice, area: AreaCode(440_604) }];
	all
}

pub(crate) fn with_founders(members: Vec<Founder<u64>>) -> Externalities<RuntimeGenesisConfig> {
	let consortium = GenesisConfig { members, parameters: Parameters::default() };
	let genesis = RuntimeGenesisConfig { consortium, ..Default::default() };
	Externalities::new(genesis, Consortium::do_try_state)
}

/// Run `test` on the founders, and check the state after it.
pub(crate) fn test(test: impl FnOnce()) {
	with_founders(founders()).execute_with(|| {
		begin();
		test();
	});
}

/// Leave the block of genesis, in which events are not kept.
pub(crate) fn begin() {
	Accused::set(None);
	System::set_block_number(1);
	MockOnMembership::take();
}

/// What try-state says when `test` has broken the state.
pub(crate) fn broken_by(test: impl FnOnce()) -> &'static str {
	with_founders(founders()).broken_by(test).into()
}

pub(crate) fn today_at(moment: Moment) -> LegalDate {
	MockLegalTime::clock().date(moment)
}

pub(crate) fn today() -> LegalDate {
	MockLegalTime::today()
}

/// The first block of the day that is `days` later.
pub(crate) fn pass_days(days: u32) {
	MockLegalTime::advance_days(days);
	poll();
}

pub(crate) fn poll() {
	Consortium::on_poll(System::block_number(), &mut WeightMeter::new());
}

/// Dispatch as a transaction does: a failure leaves nothing behind.
pub(crate) fn act(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call).dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

pub(crate) fn council() -> RuntimeOrigin {
	RuntimeOrigin::none()
}

pub(crate) fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

/// The institution account of a founder signs.
pub(crate) fn by(member: MemberId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(member))
}

pub(crate) fn record(member: MemberId) -> MemberRecord<u64> {
	MemberRecords::<Test>::get(member).expect("the member exists; qed")
}

pub(crate) fn standing(member: MemberId) -> Standing {
	record(member).standing
}

/// Events since the last time.
pub(crate) fn events() -> Vec<Event<Test>> {
	let events = System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Consortium(event) => Some(event),
			_ => None,
		})
		.collect();
	System::reset_events();
	events
}

/// A drug rehabilitation centre of the county to be admitted, with a node and a seat.
pub(crate) fn candidate(account: u64) -> Candidate<u64> {
	Candidate {
		account,
		kind: MemberKind::DrugRehabilitation,
		placement: Placement {
			level: Level::County,
			area: AreaCode(440_604),
			parent: Some(CITY_JUSTICE),
			seat: Seat::Voting,
			provider: false,
			access: Access::FullNode,
		},
		encryption: key(9),
		charter: DOCUMENT,
		evidence: DOCUMENT,
		peers: vec![peer(99)].try_into().expect("one node; qed"),
		quota: 5_000,
		readmit: None,
	}
}

pub(crate) fn propose(candidate: Candidate<u64>) -> DispatchResult {
	act(by(JUSTICE), Call::propose { candidate: Box::new(candidate) })
}

pub(crate) fn admit(proposal: u32) -> DispatchResult {
	act(council(), Call::admit { proposal: ProposalId(proposal) })
}

/// Propose and admit in one go.
pub(crate) fn welcome(candidate: Candidate<u64>) -> MemberId {
	let proposal = NextProposal::<Test>::get();
	assert_ok!(propose(candidate));
	pass_days(8);
	assert_ok!(admit(proposal.0));
	match Outcomes::<Test>::get(proposal) {
		Some(Outcome::Admitted(member)) => member,
		other => panic!("the proposal ended otherwise: {other:?}"),
	}
}

pub(crate) fn suspend(member: MemberId) -> DispatchResult {
	act(council(), Call::suspend { member, reason: Reason::DutyNeglected, until: None })
}

pub(crate) fn expel(member: MemberId) -> DispatchResult {
	act(council(), Call::expel { member, reason: Reason::RulesBroken })
}

/// The signature by which `new` takes over `member`.
pub(crate) fn proof(member: MemberId, new: u64) -> TestSignature {
	TestSignature(new, Consortium::key_payload(member, &new).expect("the member exists; qed"))
}

/// An empty consortium, for benchmarks run as tests.
#[cfg(feature = "runtime-benchmarks")]
pub(crate) fn benchmark_chain() -> sp_io::TestExternalities {
	use sp_runtime::BuildStorage;
	let storage = RuntimeGenesisConfig::default().build_storage().expect("empty; qed");
	let mut chain = sp_io::TestExternalities::new(storage);
	chain.execute_with(|| System::set_block_number(1));
	chain
}
