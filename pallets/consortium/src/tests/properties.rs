//! Random histories against the model, and their events replayed.

use super::{
	acts::{Act, Who},
	model::Model,
	*,
};
use proptest::prelude::*;
use shejiao_testing::property::{histories, Tally};

const CALLS: [&str; 22] = [
	"propose",
	"object",
	"withdraw_proposal",
	"admit",
	"suspend",
	"confirm_suspension",
	"lift_suspension",
	"expel",
	"withdraw",
	"revoke_withdrawal",
	"renew",
	"change_key",
	"recover_key",
	"rotate_encryption_key",
	"add_peer",
	"remove_peer",
	"open_unit",
	"close_unit",
	"reorganise",
	"order_superior",
	"revoke_order",
	"set_parameters",
];

/// A draw: which call, how much time before it, and numbers that its arguments are made of. With
/// `aim` the numbers are moved on until the model expects the call to succeed, where that can be.
#[derive(Clone, Debug)]
struct Step {
	call: usize,
	days: u32,
	moment: Moment,
	aim: bool,
	numbers: [u32; 4],
}

fn step() -> impl Strategy<Value = Step> {
	let days = prop_oneof![
		12 => Just(0u32),
		4 => 1u32..4,
		4 => Just(8u32),
		1 => Just(31u32),
		1 => Just(95u32),
	];
	let numbers = proptest::array::uniform4(0u32..1_000);
	(0..CALLS.len(), days, 0u64..10_000, any::<bool>(), numbers)
		.prop_map(|(call, days, moment, aim, numbers)| Step { call, days, moment, aim, numbers })
}

/// The call that the numbers make in the state of the model.
fn make(model: &Model, call: usize, [a, b, c, d]: [u32; 4]) -> (Who, Act) {
	let count = model.agencies.len() as u32;
	let member = a % (count + 1);
	let vote = match b % 8 {
		0 => Who::Account(account(MemberId(c % 8))),
		1 => Who::Root,
		_ => Who::Council,
	};
	// Who signs for some member, or once did, or nobody.
	let signer = Who::Account(match b % 8 {
		0 => 1_000,
		1 => account(MemberId(c % 8)),
		_ => model.agencies[(c % count) as usize].account(),
	});
	let fresh = 500 + u64::from(d % 40);
	let day = |days: u32| model.today.saturating_sub(2) + days;
	let some_day = (d % 3 > 0).then(|| day(d % 35));
	// Mostly an open one.
	let open: Vec<u32> = (0u32..)
		.zip(&model.offers)
		.filter(|(_, offer)| !offer.ended && d % 4 > 0)
		.map(|(i, _)| i)
		.collect();
	let offer = match open.len() {
		0 => d % (model.offers.len() as u32 + 1),
		some => open[a as usize % some],
	};
	let node = 100 + (d % 12) as u8;
	match CALLS[call] {
		"propose" => (signer, Act::Propose(Box::new(offered(model, [a, b, c, d])))),
		"object" => (signer, Act::Object(offer)),
		"withdraw_proposal" => (signer, Act::WithdrawProposal(offer)),
		"admit" => (vote, Act::Admit(offer)),
		"suspend" => (vote, Act::Suspend(member, some_day)),
		"confirm_suspension" => (vote, Act::ConfirmSuspension(member, some_day)),
		"lift_suspension" => (vote, Act::LiftSuspension(member)),
		"expel" => (vote, Act::Expel(member)),
		"withdraw" => (signer, Act::Withdraw),
		"revoke_withdrawal" => (signer, Act::RevokeWithdrawal),
		"renew" => (vote, Act::Renew(member, day(if d % 4 == 0 { d * 2 } else { d % 60 }))),
		"change_key" => (signer, Act::ChangeKey(fresh, a % 4 > 0)),
		"recover_key" => (vote, Act::RecoverKey(member, fresh, c % 4 > 0)),
		"rotate_encryption_key" => (signer, Act::RotateEncryptionKey((a % 12) as u8, d % 4 > 0)),
		"add_peer" => (signer, Act::AddPeer(node)),
		"remove_peer" => {
			// Mostly one that the signer has.
			let Who::Account(who) = signer else { unreachable!() };
			let byte = model
				.agencies
				.iter()
				.find(|agency| agency.account() == who && !agency.peers.is_empty())
				.filter(|_| a % 4 > 0)
				.map_or(node, |agency| agency.peers[0][2]);
			(signer, Act::RemovePeer(byte))
		},
		"open_unit" => {
			let kinds =
				[UnitKind::JusticeOffice, UnitKind::PoliceStation, UnitKind::DetentionCentre];
			(signer, Act::OpenUnit(kinds[(a % 3) as usize]))
		},
		"close_unit" => (signer, Act::CloseUnit(a % (model.units.len() as u32 + 1))),
		"reorganise" => {
			let mut placement = model
				.agencies
				.get(member as usize)
				.map_or(candidate(1).placement, |agency| agency.place);
			match c % 6 {
				0 => placement.parent = None,
				1 | 2 => placement.parent = Some(MemberId(d % (count + 1))),
				3 => {
					placement.level =
						[Level::City, Level::County, Level::Township][(d % 3) as usize];
				},
				4 => {
					placement.seat = if d % 2 == 0 { Seat::Voting } else { Seat::NonVoting };
					placement.provider = d % 7 == 0;
				},
				_ => {
					placement.access = if d % 2 == 0 { Access::Gateway } else { Access::FullNode };
				},
			}
			(vote, Act::Reorganise(member, placement))
		},
		"order_superior" => {
			(order_giver(model, member, b, vote), Act::OrderSuperior(member, some_day))
		},
		"revoke_order" => (order_giver(model, member, b, vote), Act::RevokeOrder(member)),
		"set_parameters" => {
			let parameters = Parameters {
				publicity_days: a % 9,
				proposal_days: 20,
				objections: c % 5,
				suspension_days: 20 + b % 20,
				rest_days: d % 20,
				withdrawal_days: 14 + d % 50,
				renewal_days: 200,
			};
			(vote, Act::SetParameters(parameters))
		},
		other => unreachable!("{other}"),
	}
}

/// The superior itself, or whoever else.
fn order_giver(model: &Model, member: u32, number: u32, vote: Who) -> Who {
	model
		.agencies
		.get(member as usize)
		.and_then(|agency| agency.place.parent)
		.filter(|_| !number.is_multiple_of(3))
		.map_or(vote, |parent| Who::Account(model.agencies[parent.0 as usize].account()))
}

fn offered(model: &Model, [a, b, c, d]: [u32; 4]) -> Candidate<u64> {
	let kinds = [
		MemberKind::DrugRehabilitation,
		MemberKind::Audit,
		MemberKind::SocialOrganisation,
		MemberKind::RelyingParty,
	];
	let kind = kinds[(a % 4) as usize];
	let full = kind.is_statutory();
	let mut candidate = Candidate { kind, ..candidate(500 + u64::from(c % 40)) };
	let votes = kind != MemberKind::RelyingParty && d % 3 > 0;
	candidate.placement.seat = if votes { Seat::Voting } else { Seat::NonVoting };
	candidate.placement.access = if full { Access::FullNode } else { Access::Gateway };
	candidate.placement.parent = (d % 2 == 0).then_some(CITY_JUSTICE);
	candidate.peers = if full { vec![peer(100 + (c % 12) as u8)] } else { vec![] }
		.try_into()
		.expect("one node; qed");
	// Those who left come back when they can.
	let former: Vec<_> =
		(0..model.agencies.len()).filter(|i| !model.agencies[*i].belongs()).collect();
	if !former.is_empty() && a % 2 == 0 {
		let i = former[b as usize % former.len()];
		let agency = &model.agencies[i];
		candidate.readmit = Some(MemberId(i as u32));
		candidate.kind = agency.kind;
		candidate.placement = agency.place;
		candidate.placement.provider = false;
		candidate.peers = Default::default();
		if c % 3 > 0 {
			candidate.account = agency.account();
		}
	}
	match d % 12 {
		0 => candidate.quota = 0,
		1 => candidate.encryption.key = Default::default(),
		2 => candidate.placement.provider = true,
		3 => candidate.account = account(COURT),
		4 => candidate.placement.level = Level::Nation,
		_ => {},
	}
	candidate
}

fn dispatch(who: Who, act: &Act) -> DispatchResult {
	let origin = match who {
		Who::Root => root(),
		Who::Council => council(),
		Who::Account(account) => RuntimeOrigin::signed(account),
	};
	let reason = Reason::DutyNeglected;
	let date = |day: Option<u32>| day.map(LegalDate);
	let signed = |member: MemberId, new: u64, good: bool| {
		let payload = Consortium::key_payload(member, &new).unwrap_or_default();
		TestSignature(if good { new } else { 1 }, payload)
	};
	let call = match act.clone() {
		Act::Propose(candidate) => Call::propose { candidate },
		Act::Object(id) => Call::object { proposal: ProposalId(id), reason, document: DOCUMENT },
		Act::WithdrawProposal(id) => Call::withdraw_proposal { proposal: ProposalId(id) },
		Act::Admit(id) => Call::admit { proposal: ProposalId(id) },
		Act::Suspend(id, until) => {
			Call::suspend { member: MemberId(id), reason, until: date(until) }
		},
		Act::ConfirmSuspension(id, until) => {
			Call::confirm_suspension { member: MemberId(id), until: date(until) }
		},
		Act::LiftSuspension(id) => Call::lift_suspension { member: MemberId(id), reason },
		Act::Expel(id) => Call::expel { member: MemberId(id), reason },
		Act::Withdraw => Call::withdraw { reason },
		Act::RevokeWithdrawal => Call::revoke_withdrawal {},
		Act::Renew(id, until) => Call::renew { member: MemberId(id), until: LegalDate(until) },
		Act::ChangeKey(new, good) => {
			let Who::Account(who) = who else { unreachable!() };
			let member = Consortium::member(&who).unwrap_or_default();
			Call::change_key { new, proof: signed(member, new, good) }
		},
		Act::RecoverKey(id, new, good) => {
			let member = MemberId(id);
			Call::recover_key { member, new, proof: signed(member, new, good) }
		},
		Act::RotateEncryptionKey(byte, good) => {
			let mut new = key(byte);
			if !good {
				new.key = Default::default();
			}
			Call::rotate_encryption_key { new }
		},
		Act::AddPeer(byte) => Call::add_peer { peer: peer(byte) },
		Act::RemovePeer(byte) => Call::remove_peer { id: peer(byte).id },
		Act::OpenUnit(kind) => Call::open_unit { kind, area: AreaCode(440_604) },
		Act::CloseUnit(id) => Call::close_unit { unit: UnitId(id), reason },
		Act::Reorganise(id, placement) => Call::reorganise { member: MemberId(id), placement },
		Act::OrderSuperior(id, until) => {
			Call::order_superior { member: MemberId(id), until: date(until), document: DOCUMENT }
		},
		Act::RevokeOrder(id) => Call::revoke_order { member: MemberId(id) },
		Act::SetParameters(parameters) => Call::set_parameters { parameters },
	};
	super::act(origin, call)
}

/// Everything that the pallet tells is what the model holds.
fn compare(model: &Model) {
	assert_eq!(NextMember::<Test>::get().0 as usize, model.agencies.len());
	for (i, agency) in model.agencies.iter().enumerate() {
		let id = MemberId(i as u32);
		let record = record(id);
		assert_eq!(record.standing, agency.standing(), "standing of {i}");
		assert_eq!(record.institution, agency.account(), "account of {i}");
		assert_eq!(record.placement, agency.place, "place of {i}");
		assert_eq!(record.encryption, agency.key, "key of {i}");
		assert_eq!(
			record.suspension.map(|s| (s.until.map(|day| day.0), s.confirmed)),
			agency.suspension,
			"suspension of {i}"
		);
		assert_eq!(record.withdrawal.map(|n| n.until.0), agency.notice, "notice of {i}");
		assert_eq!(record.renewal.map(|day| day.0), agency.renewal, "renewal of {i}");
		assert_eq!(record.overdue, agency.overdue, "overdue {i}");
		let peers: Vec<_> = record.peers.iter().map(|peer| peer.id.clone()).collect();
		assert_eq!(peers, agency.peers, "nodes of {i}");
		for superior in 0..model.agencies.len() as u32 {
			assert_eq!(
				Consortium::acts_for(MemberId(superior), id),
				model.represented_by(i as u32) == Some(superior),
				"{superior} for {i}"
			);
		}
	}
	for body in BODIES {
		let (seats, votes) = model.body(body);
		assert_eq!(Consortium::seats(body) as usize, seats.len());
		let members: Vec<_> = Consortium::view_body(body).members.iter().map(|m| m.0).collect();
		assert_eq!(members, seats);
		assert_eq!(Collective::voters(body), votes);
	}
	for (i, (owner, _, open)) in model.units.iter().enumerate() {
		let told = Consortium::unit_owner(UnitId(i as u32));
		assert_eq!(told, open.then_some(MemberId(*owner)));
	}
	let open = model.offers.iter().filter(|offer| !offer.ended).count();
	assert_eq!(Proposals::<Test>::count() as usize, open);
}

/// What the events say of standings and accounts, with the moments of their blocks.
#[derive(Default)]
struct Replay {
	standings: Vec<(MemberId, Moment, Standing)>,
	accounts: Vec<(MemberId, Moment, u64)>,
	epochs: [u32; 3],
}

impl Replay {
	fn read(&mut self) {
		let now = MockLegalTime::now();
		for event in events() {
			match event {
				Event::StandingChanged { member, from, to, .. } => {
					let before = self.standings.iter().rev().find(|(m, _, _)| *m == member);
					assert_eq!(before.map(|(_, _, standing)| *standing), from);
					self.standings.push((member, now, to));
				},
				Event::MemberAdmitted { member, candidate, .. } => {
					self.accounts.push((member, now, candidate.account));
				},
				Event::InstitutionChanged { member, new, .. } => {
					self.accounts.push((member, now, new));
				},
				Event::SeatsChanged { body, epoch, .. } => self.epochs[body as usize] = epoch,
				_ => {},
			}
		}
	}

	fn check(&self, at: Moment) {
		for i in 0..NextMember::<Test>::get().0 {
			let id = MemberId(i);
			let standing = self.standings.iter().rfind(|(m, since, _)| *m == id && *since <= at);
			assert_eq!(
				Consortium::standing_at(id, at),
				standing.map(|(_, _, standing)| *standing),
				"standing of {i} at {at}"
			);
			let account = self.accounts.iter().rfind(|(m, since, _)| *m == id && *since <= at);
			assert_eq!(
				InstitutionHistory::<Test>::at(&id, at),
				account.map(|(_, _, account)| *account),
				"account of {i} at {at}"
			);
		}
	}
}

fn play(steps: &[Step], tally: &mut Tally) {
	let mut founders = founders();
	for i in [1, 3, 6] {
		founders[i].placement.parent = Some(CITY_JUSTICE);
	}
	with_founders(founders.clone()).execute_with(|| {
		begin();
		let mut model = Model::new(&founders, START, today().0);
		let mut replay = Replay::default();
		for (i, founder) in founders.iter().enumerate() {
			let id = MemberId(i as u32);
			replay.standings.push((id, START, Standing::Active));
			replay.accounts.push((id, START, founder.account));
		}
		replay.epochs = BODIES.map(<Consortium as Seats<u64>>::epoch);
		for step in steps {
			if step.numbers[0] % 10 == 0 {
				model.kept = vec![MemberId(step.numbers[1] % 8)];
				Kept::set(model.kept.clone());
			}
			MockLegalTime::advance(step.moment);
			MockLegalTime::advance_days(step.days);
			poll();
			model.pass(MockLegalTime::now(), today().0);
			compare(&model);
			replay.read();

			let tries = if step.aim { 40 } else { 1 };
			let draws = (0..tries).map(|i| {
				let [a, b, c, d] = step.numbers;
				make(&model, step.call, [a + i, b + i * 3, c + i * 5, d + i * 7])
			});
			let mut last = None;
			for (who, act) in draws {
				let expected = model.clone().apply(who, &act);
				let found = expected.is_ok();
				last = Some((who, act));
				if found {
					break;
				}
			}
			let (who, act) = last.expect("at least one try; qed");
			let expected = model.apply(who, &act);
			let result = dispatch(who, &act);
			assert_eq!(
				result.is_ok(),
				expected.is_ok(),
				"{who:?} {act:?}: {result:?}, but the model says {expected:?}"
			);
			tally.note(CALLS[step.call], result.is_ok());
			compare(&model);
			replay.read();
		}
		let end = MockLegalTime::now();
		let moments = replay.standings.iter().map(|(_, since, _)| *since);
		let moments: Vec<_> =
			moments.flat_map(|at| [at - 1, at, at + 1]).chain([0, START - 1, end]).collect();
		for at in moments {
			replay.check(at);
		}
		assert_eq!(replay.epochs, BODIES.map(<Consortium as Seats<u64>>::epoch));
	});
}

#[test]
fn random_histories_go_as_the_model_and_their_events_say() {
	histories(step(), play).check(&CALLS);
}
