//! Benchmarks, each in the worst state that the bounds allow.

use super::*;
use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, EnsureOriginWithArg, Get},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use shejiao_primitives::{
	ids::{AreaCode, UnitId},
	member::{Access, Level, MemberKind, Seat, Standing},
	reason::Reason,
	suite::SuiteId,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;

fn key(byte: u8) -> SuiteKey {
	let mut bytes = vec![byte; 65];
	bytes[0] = 4;
	SuiteKey {
		suite: SuiteId::International,
		key: bytes.try_into().expect("65 bytes are the bound; qed"),
	}
}

fn peer(number: u32) -> Peer {
	let mut id = vec![0x12, 0x20];
	id.extend(sp_io::hashing::blake2_256(&number.to_le_bytes()));
	Peer { id: id.try_into().expect("34 of 64 bytes; qed"), archive: false }
}

fn peers(seed: u32) -> BoundedVec<Peer, sp_core::ConstU32<MAX_PEERS>> {
	let all: Vec<_> =
		(0..MAX_PEERS).map(|i| peer(seed.saturating_mul(1_000).saturating_add(i))).collect();
	all.try_into().expect("as many as the bound; qed")
}

fn placement(kind: MemberKind, parent: Option<MemberId>) -> Placement {
	let full = kind.may_run_full_node();
	Placement {
		level: Level::County,
		area: AreaCode(440_604),
		parent,
		seat: if kind.may_vote() { Seat::Voting } else { Seat::NonVoting },
		provider: false,
		access: if full { Access::FullNode } else { Access::Gateway },
	}
}

fn candidate<T: Config>(
	who: &T::AccountId,
	kind: MemberKind,
	parent: Option<MemberId>,
) -> Candidate<T::AccountId> {
	Candidate {
		account: who.clone(),
		kind,
		placement: placement(kind, parent),
		encryption: key(9),
		charter: H256::repeat_byte(1),
		evidence: H256::repeat_byte(2),
		peers: BoundedVec::new(),
		quota: 1_000,
		readmit: None,
	}
}

/// Admit a member past all procedure, for benchmarks of this and other pallets.
pub(crate) fn member<T: Config>(who: &T::AccountId, kind: MemberKind) -> MemberId {
	let mut candidate = candidate::<T>(who, kind, None);
	// The council may be full.
	if SeatCount::<T>::get(shejiao_primitives::governance::Body::Council) >= T::MaxSeats::get() {
		candidate.placement.seat = Seat::NonVoting;
	}
	let renewal = T::LegalTime::today().plus(1_000);
	Pallet::<T>::enrol(candidate, None, Some(renewal), 0).expect("there is room for it; qed")
}

fn begin<T: Config>() {
	T::LegalTime::benchmark_set_now(1_795_190_400_000);
}

/// A chain of superiors as deep as it may be; its lowest member.
fn superiors<T: Config>(length: u32) -> Option<MemberId> {
	let mut parent = None;
	for i in 0..length {
		let who: T::AccountId = account("superior", i, 0);
		let mut candidate = candidate::<T>(&who, MemberKind::CivilAffairs, parent);
		candidate.placement.seat = Seat::NonVoting;
		let made = Pallet::<T>::enrol(candidate, None, None, 0).expect("there is room; qed");
		parent = Some(made);
	}
	parent
}

/// Fill the consortium up to `room` free places: the supervisory committee first, then other seats,
/// then members without one. Every one has a renewal on the agenda.
fn fill<T: Config>(room: u32) {
	let current = CurrentMembers::<T>::get().len() as u32;
	let most = T::MaxMembers::get().saturating_sub(room);
	let seats = T::MaxSeats::get().saturating_sub(room);
	for i in current..most {
		let who: T::AccountId = account("member", i, 0);
		let kind = if i % 4 == 0 { MemberKind::Procuratorate } else { MemberKind::Court };
		let mut candidate = candidate::<T>(&who, kind, None);
		if SeatCount::<T>::get(shejiao_primitives::governance::Body::Council) >= seats {
			candidate.placement.seat = Seat::NonVoting;
		}
		let renewal = T::LegalTime::today().plus(2_000);
		Pallet::<T>::enrol(candidate, None, Some(renewal), 0).expect("there is room; qed");
	}
}

/// A procuratorate with a seat in every body and all nodes, in a full consortium with a deep tree.
fn crowded<T: Config>(room: u32) -> (MemberId, T::AccountId) {
	begin::<T>();
	let who: T::AccountId = account("subject", 0, 0);
	let parent = superiors::<T>(MAX_DEPTH.saturating_sub(1).min(T::MaxMembers::get() / 4));
	let mut candidate = candidate::<T>(&who, MemberKind::Procuratorate, parent);
	candidate.peers = peers(1);
	let renewal = T::LegalTime::today().plus(1_000);
	let member = Pallet::<T>::enrol(candidate, None, Some(renewal), 0).expect("there is room; qed");
	fill::<T>(room);
	(member, who)
}

fn governance<T: Config, O: EnsureOriginWithArg<T::RuntimeOrigin, MemberId>>(
	member: MemberId,
) -> Result<T::RuntimeOrigin, BenchmarkError> {
	O::try_successful_origin(&member).map_err(|_| BenchmarkError::Weightless)
}

/// Open `count` proposals with all their objections.
fn open_proposals<T: Config>(count: u32, sponsor: MemberId) {
	let today = T::LegalTime::today();
	let objections: Vec<_> = (0..MAX_OBJECTIONS)
		.map(|i| Objection {
			member: MemberId(u32::MAX.saturating_sub(i)),
			reason: Reason::Unqualified,
			document: H256::zero(),
		})
		.collect();
	for i in 0..count {
		let who: T::AccountId = account("candidate", i, 0);
		let mut candidate = candidate::<T>(&who, MemberKind::Audit, None);
		candidate.peers = peers(i.saturating_add(5));
		let id = NextProposal::<T>::get();
		NextProposal::<T>::put(ProposalId(id.0.saturating_add(1)));
		Pallet::<T>::schedule(today.plus(37), Due::Proposal(id)).expect("there is room; qed");
		Proposals::<T>::insert(
			id,
			Proposal {
				sponsor,
				candidate,
				opened: T::LegalTime::now(),
				public_until: today.plus(7),
				until: today.plus(37),
				objections: BoundedVec::truncate_from(objections.clone()),
			},
		);
	}
}

/// Move on to the day after `days` more.
fn pass<T: Config>(days: u32) {
	let clock = T::LegalTime::clock();
	T::LegalTime::benchmark_set_now(clock.end_of(T::LegalTime::today().plus(days)));
}

fn suspend_now<T: Config>(member: MemberId) {
	Pallet::<T>::do_suspend(member, Reason::DutyNeglected, None, true).expect("active; qed");
}

/// The superior of `member`.
fn superiors_of<T: Config>(member: MemberId) -> Option<MemberId> {
	MemberRecords::<T>::get(member).and_then(|record| record.placement.parent)
}

/// The account of the superior of `member`.
fn superior_of<T: Config>(member: MemberId) -> T::AccountId {
	superiors_of::<T>(member)
		.and_then(MemberRecords::<T>::get)
		.map(|record| record.institution)
		.expect("the subject has one; qed")
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn propose() {
		let (sponsor, who) = crowded::<T>(1);
		open_proposals::<T>(T::MaxProposals::get().saturating_sub(1), sponsor);
		let fresh: T::AccountId = account("fresh", 0, 0);
		let parent = superiors_of::<T>(sponsor);
		let mut candidate = candidate::<T>(&fresh, MemberKind::DrugRehabilitation, parent);
		candidate.peers = peers(900);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), Box::new(candidate));
		assert_eq!(Proposals::<T>::count(), T::MaxProposals::get());
	}

	#[benchmark]
	fn object() {
		let (sponsor, who) = crowded::<T>(1);
		open_proposals::<T>(1, sponsor);
		Proposals::<T>::mutate(ProposalId(0), |open| {
			if let Some(open) = open {
				open.objections.pop();
			}
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(who), ProposalId(0), Reason::Unqualified, H256::zero());
		let open = Proposals::<T>::get(ProposalId(0)).expect("still open; qed");
		assert_eq!(open.objections.len() as u32, MAX_OBJECTIONS);
	}

	#[benchmark]
	fn withdraw_proposal() {
		let (sponsor, who) = crowded::<T>(1);
		open_proposals::<T>(T::MaxProposals::get(), sponsor);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), ProposalId(0));
		assert_eq!(Outcomes::<T>::get(ProposalId(0)), Some(Outcome::Withdrawn));
	}

	/// A re-admission with new nodes in place of all old ones: more than a first admission.
	#[benchmark]
	fn admit() -> Result<(), BenchmarkError> {
		let (member, _) = crowded::<T>(0);
		let parent = superiors_of::<T>(member);
		Pallet::<T>::do_expel(member, Reason::RulesBroken, true).expect("a member; qed");
		// As if its validator had kept them.
		MemberRecords::<T>::mutate(member, |record| {
			if let Some(record) = record {
				record.peers = peers(1);
			}
		});
		for peer in peers(1) {
			PeerOwners::<T>::insert(peer.id, member);
		}
		Pallet::<T>::schedule(T::LegalTime::today(), Due::Peers(member)).expect("room; qed");
		let sponsor = CurrentMembers::<T>::get().first().copied().unwrap_or_default();
		open_proposals::<T>(T::MaxProposals::get(), sponsor);
		let fresh: T::AccountId = account("fresh", 0, 0);
		Proposals::<T>::mutate(ProposalId(0), |open| {
			if let Some(open) = open {
				open.candidate = Candidate {
					peers: peers(900),
					readmit: Some(member),
					encryption: key(77),
					..candidate::<T>(&fresh, MemberKind::Procuratorate, parent)
				};
			}
		});
		pass::<T>(7);
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ProposalId(0));
		assert_eq!(Outcomes::<T>::get(ProposalId(0)), Some(Outcome::Admitted(member)));
		Ok(())
	}

	#[benchmark]
	fn suspend() -> Result<(), BenchmarkError> {
		let (member, _) = crowded::<T>(0);
		let origin = governance::<T, T::SuspendOrigin>(member)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, member, Reason::DutyNeglected, None);
		assert_eq!(Pallet::<T>::record(member)?.standing, Standing::Suspended);
		Ok(())
	}

	#[benchmark]
	fn confirm_suspension() -> Result<(), BenchmarkError> {
		let (member, _) = crowded::<T>(0);
		suspend_now::<T>(member);
		let origin = governance::<T, T::ConfirmOrigin>(member)?;
		let until = T::LegalTime::today().plus(90);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, member, Some(until));
		let suspension = Suspension { until: Some(until), confirmed: true };
		assert_eq!(Pallet::<T>::record(member)?.suspension, Some(suspension));
		Ok(())
	}

	#[benchmark]
	fn lift_suspension() -> Result<(), BenchmarkError> {
		let (member, _) = crowded::<T>(0);
		suspend_now::<T>(member);
		Pallet::<T>::do_order_superior(member, None, H256::zero())?;
		let origin = governance::<T, T::SuspendOrigin>(member)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, member, Reason::Mistake);
		assert_eq!(Pallet::<T>::record(member)?.standing, Standing::Active);
		Ok(())
	}

	#[benchmark]
	fn expel() -> Result<(), BenchmarkError> {
		let (member, who) = crowded::<T>(0);
		Pallet::<T>::do_withdraw(who, Reason::OwnWish)?;
		let origin = governance::<T, T::ExpelOrigin>(member)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, member, Reason::LawBroken);
		assert_eq!(Pallet::<T>::record(member)?.standing, Standing::Expelled);
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let (member, who) = crowded::<T>(0);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), Reason::OwnWish);
		assert!(Pallet::<T>::record(member)?.withdrawal.is_some());
		Ok(())
	}

	#[benchmark]
	fn revoke_withdrawal() -> Result<(), BenchmarkError> {
		let (member, who) = crowded::<T>(0);
		Pallet::<T>::do_withdraw(who.clone(), Reason::OwnWish)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who));
		assert!(Pallet::<T>::record(member)?.withdrawal.is_none());
		Ok(())
	}

	/// Of a membership that lapsed.
	#[benchmark]
	fn renew() -> Result<(), BenchmarkError> {
		crowded::<T>(1);
		let who: T::AccountId = account("charity", 0, 0);
		let member = super::member::<T>(&who, MemberKind::SocialOrganisation);
		Pallet::<T>::cancel(Due::Renewal(member))?;
		Pallet::<T>::lapse_membership(member)?;
		let origin = governance::<T, T::RenewOrigin>(member)?;
		let until = T::LegalTime::today().plus(100);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, member, until);
		assert_eq!(Pallet::<T>::record(member)?.standing, Standing::Active);
		Ok(())
	}

	#[benchmark]
	fn change_key() -> Result<(), BenchmarkError> {
		let (member, who) = crowded::<T>(0);
		let (new, proof) = T::BenchmarkHelper::signed(|new| {
			Pallet::<T>::key_payload(member, new).unwrap_or_default()
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(who), new.clone(), proof);
		assert_eq!(Pallet::<T>::record(member)?.institution, new);
		Ok(())
	}

	#[benchmark]
	fn recover_key() -> Result<(), BenchmarkError> {
		let (member, _) = crowded::<T>(0);
		let origin = governance::<T, T::RecoverOrigin>(member)?;
		let (new, proof) = T::BenchmarkHelper::signed(|new| {
			Pallet::<T>::key_payload(member, new).unwrap_or_default()
		});
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, member, new.clone(), proof);
		assert_eq!(Pallet::<T>::record(member)?.institution, new);
		Ok(())
	}

	#[benchmark]
	fn rotate_encryption_key() -> Result<(), BenchmarkError> {
		let (member, who) = crowded::<T>(0);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), key(200));
		assert_eq!(Pallet::<T>::record(member)?.encryption, key(200));
		Ok(())
	}

	#[benchmark]
	fn add_peer() -> Result<(), BenchmarkError> {
		let (member, who) = crowded::<T>(0);
		let last = peers(1).last().cloned().expect("there are some; qed");
		Pallet::<T>::do_remove_peer(who.clone(), last.id)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who), peer(77));
		assert_eq!(PeerOwners::<T>::get(peer(77).id), Some(member));
		Ok(())
	}

	#[benchmark]
	fn remove_peer() -> Result<(), BenchmarkError> {
		let (_, who) = crowded::<T>(0);
		let last = peers(1).last().cloned().expect("there are some; qed");
		#[extrinsic_call]
		_(RawOrigin::Signed(who), last.id.clone());
		assert_eq!(PeerOwners::<T>::get(last.id), None);
		Ok(())
	}

	#[benchmark]
	fn open_unit() {
		begin::<T>();
		let who: T::AccountId = account("police", 0, 0);
		let member = super::member::<T>(&who, MemberKind::PublicSecurity);
		let unit = NextUnit::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), UnitKind::PoliceStation, AreaCode(440_604));
		assert_eq!(Units::<T>::get(unit).map(|unit| unit.owner), Some(member));
	}

	#[benchmark]
	fn close_unit() -> Result<(), BenchmarkError> {
		begin::<T>();
		let who: T::AccountId = account("police", 0, 0);
		let member = super::member::<T>(&who, MemberKind::PublicSecurity);
		let unit: UnitId = NextUnit::<T>::get();
		Pallet::<T>::add_unit(member, UnitKind::PoliceStation, AreaCode(440_604))?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who), unit, Reason::Reorganisation);
		assert!(Units::<T>::get(unit).is_some_and(|unit| unit.closed.is_some()));
		Ok(())
	}

	#[benchmark]
	fn reorganise() -> Result<(), BenchmarkError> {
		let (member, _) = crowded::<T>(0);
		let placement = Placement {
			level: Level::Township,
			seat: Seat::NonVoting,
			..Pallet::<T>::record(member)?.placement
		};
		let origin = governance::<T, T::ReorganiseOrigin>(member)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, member, placement);
		assert_eq!(Pallet::<T>::record(member)?.placement, placement);
		Ok(())
	}

	#[benchmark]
	fn order_superior() -> Result<(), BenchmarkError> {
		let (member, _) = crowded::<T>(0);
		suspend_now::<T>(member);
		let origin = superior_of::<T>(member);
		#[extrinsic_call]
		_(RawOrigin::Signed(origin), member, None, H256::zero());
		assert!(Pallet::<T>::superior_of(member).is_some());
		Ok(())
	}

	#[benchmark]
	fn revoke_order() -> Result<(), BenchmarkError> {
		let (member, _) = crowded::<T>(0);
		suspend_now::<T>(member);
		Pallet::<T>::do_order_superior(member, None, H256::zero())?;
		let origin = superior_of::<T>(member);
		#[extrinsic_call]
		_(RawOrigin::Signed(origin), member);
		assert!(Pallet::<T>::superior_of(member).is_none());
		Ok(())
	}

	#[benchmark]
	fn set_parameters() {
		let parameters = Parameters { publicity_days: 9, ..Default::default() };
		#[extrinsic_call]
		_(RawOrigin::Root, parameters);
		assert_eq!(Params::<T>::get(), parameters);
	}

	/// A block in which nothing is due.
	#[benchmark]
	fn on_poll() {
		crowded::<T>(0);
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::settle(&mut meter);
		}
	}

	/// A withdrawal from all bodies, with every node let go: the worst entry of the agenda.
	#[benchmark]
	fn settle() -> Result<(), BenchmarkError> {
		let (member, who) = crowded::<T>(0);
		Pallet::<T>::do_withdraw(who, Reason::OwnWish)?;
		Pallet::<T>::cancel(Due::Withdrawal(member))?;
		Pallet::<T>::schedule(LegalDate(0), Due::Withdrawal(member))?;
		#[block]
		{
			Pallet::<T>::settle_first()?;
		}
		assert_eq!(Pallet::<T>::record(member)?.standing, Standing::Withdrawn);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::benchmark_chain(), crate::mock::Test);
}
