//! Mocks, with their state in thread-local storage.

use codec::{Codec, Encode};
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	directory::{Actor, Directory, Members, OnMembership},
	draw::{Candidates, Draw},
	duty::{Acts, Category, Duties},
	governance::{Body, Seats},
	ids::{AreaCode, DrawId, MemberId, UnitId},
	member::{Access, Level, MemberKind, Profile, Seat, Standing},
	time::{LegalClock, LegalTime, Moment},
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};
use std::{cell::RefCell, collections::BTreeMap};

/// What [`MockOnMembership`] was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
	/// A member came, with its quota.
	Admitted(MemberId, u64),
	/// A standing changed.
	StandingChanged(MemberId, Standing, Standing),
}

/// The voters of a body: member and whether it may vote now.
pub type Voters = Vec<(MemberId, bool)>;

#[derive(Clone)]
struct Member {
	account: Vec<u8>,
	profile: Profile,
	standings: Vec<(Moment, Standing)>,
}

type Terms = Vec<(Moment, Option<Actor>)>;

#[derive(Default)]
struct State {
	now: Moment,
	clock: LegalClock,
	members: Vec<Member>,
	units: BTreeMap<UnitId, (MemberId, Option<Moment>)>,
	orders: Vec<(MemberId, MemberId)>,
	roles: BTreeMap<Vec<u8>, AccountRole>,
	officers: BTreeMap<Vec<u8>, Terms>,
	delegations: Vec<(MemberId, UnitId, Acts, Moment, Moment)>,
	bodies: BTreeMap<Body, (Voters, u32)>,
	draws: Vec<(Candidates, Option<H256>)>,
	told: Vec<Told>,
}

thread_local! {
	static STATE: RefCell<State> = RefCell::new(State { now: crate::START, ..State::default() });
}

fn with<R>(f: impl FnOnce(&mut State) -> R) -> R {
	STATE.with_borrow_mut(f)
}

/// Forget everything.
pub(crate) fn reset() {
	crate::casework::reset();
	with(|s| *s = State { now: crate::START, ..State::default() });
}

fn last_at<T: Copy>(entries: &[(Moment, T)], at: Moment) -> Option<T> {
	entries.iter().rev().find(|(since, _)| *since <= at).map(|(_, value)| *value)
}

/// Time that tests move.
pub struct MockLegalTime;

impl MockLegalTime {
	/// Move to `now`.
	pub fn set(now: Moment) {
		with(|s| s.now = now);
	}

	/// Move on by `milliseconds`.
	pub fn advance(milliseconds: Moment) {
		with(|s| s.now = s.now.saturating_add(milliseconds));
	}

	/// Move on by legal days.
	pub fn advance_days(days: u32) {
		with(|s| s.now = s.now.saturating_add(s.clock.days(days)));
	}

	/// Use another clock.
	pub fn set_clock(clock: LegalClock) {
		with(|s| s.clock = clock);
	}
}

impl LegalTime for MockLegalTime {
	fn now() -> Moment {
		with(|s| s.now)
	}

	fn clock() -> LegalClock {
		with(|s| s.clock)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_now(now: Moment) {
		Self::set(now);
	}
}

/// Members, units and accounts that tests register.
pub struct MockMembers;

impl MockMembers {
	/// An active county member of `kind` for which `account` signs, with what its kind allows.
	pub fn add<A: Encode>(account: &A, kind: MemberKind) -> MemberId {
		let profile = Profile {
			kind,
			level: Level::County,
			area: AreaCode(440_604),
			parent: None,
			seat: if kind.may_vote() { Seat::Voting } else { Seat::NonVoting },
			access: if kind.may_run_full_node() { Access::FullNode } else { Access::Gateway },
			standing: Standing::Active,
		};
		Self::add_profile(account, profile)
	}

	/// A member with `profile` for which `account` signs.
	pub fn add_profile<A: Encode>(account: &A, profile: Profile) -> MemberId {
		with(|s| {
			let id = MemberId(s.members.len() as u32);
			s.roles.insert(account.encode(), AccountRole::Institution);
			let standings = vec![(s.now, profile.standing)];
			s.members.push(Member { account: account.encode(), profile, standings });
			id
		})
	}

	/// Change what a member is, its standing excepted.
	pub fn update(member: MemberId, f: impl FnOnce(&mut Profile)) {
		with(|s| {
			if let Some(m) = s.members.get_mut(member.0 as usize) {
				let standing = m.profile.standing;
				f(&mut m.profile);
				m.profile.standing = standing;
			}
		});
	}

	/// Change the standing of a member from now on.
	pub fn set_standing(member: MemberId, standing: Standing) {
		with(|s| {
			let now = s.now;
			if let Some(m) = s.members.get_mut(member.0 as usize) {
				m.profile.standing = standing;
				m.standings.push((now, standing));
			}
		});
	}

	/// Let another account sign for a member.
	pub fn set_account<A: Encode>(member: MemberId, account: &A) {
		with(|s| {
			s.roles.insert(account.encode(), AccountRole::Institution);
			if let Some(m) = s.members.get_mut(member.0 as usize) {
				m.account = account.encode();
			}
		});
	}

	/// A unit of a member that was there from the beginning.
	pub fn add_unit(member: MemberId) -> UnitId {
		with(|s| {
			let unit = UnitId(s.units.len() as u32);
			s.units.insert(unit, (member, None));
			unit
		})
	}

	/// Close a unit.
	pub fn close_unit(unit: UnitId) {
		with(|s| {
			let now = s.now;
			if let Some((_, closed)) = s.units.get_mut(&unit) {
				*closed = Some(now);
			}
		});
	}

	/// Record the order by which `superior` acts for `member`.
	pub fn add_order(superior: MemberId, member: MemberId) {
		with(|s| s.orders.push((superior, member)));
	}
}

impl<A: Codec> Members<A> for MockMembers {
	fn member(account: &A) -> Option<MemberId> {
		let account = account.encode();
		with(|s| s.members.iter().position(|m| m.account == account).map(|i| MemberId(i as u32)))
	}

	fn institution(member: MemberId) -> Option<A> {
		with(|s| {
			let m = s.members.get(member.0 as usize)?;
			A::decode(&mut &m.account[..]).ok()
		})
	}

	fn profile(member: MemberId) -> Option<Profile> {
		with(|s| s.members.get(member.0 as usize).map(|m| m.profile))
	}

	fn standing_at(member: MemberId, at: Moment) -> Option<Standing> {
		with(|s| last_at(&s.members.get(member.0 as usize)?.standings, at))
	}

	fn unit_owner(unit: UnitId) -> Option<MemberId> {
		with(|s| s.units.get(&unit).filter(|(_, closed)| closed.is_none()).map(|u| u.0))
	}

	fn unit_owner_at(unit: UnitId, at: Moment) -> Option<MemberId> {
		with(|s| {
			let (owner, closed) = s.units.get(&unit)?;
			closed.is_none_or(|closed| at < closed).then_some(*owner)
		})
	}

	fn acts_for(superior: MemberId, member: MemberId) -> bool {
		with(|s| s.orders.contains(&(superior, member)))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_member(account: &A, kind: MemberKind) -> MemberId {
		Self::add(account, kind)
	}
}

impl<A: Encode> AccountRegistry<A> for MockMembers {
	fn admit(who: &A, role: AccountRole) -> DispatchResult {
		with(|s| match s.roles.insert(who.encode(), role) {
			Some(before) if before != role => {
				s.roles.insert(who.encode(), before);
				Err(DispatchError::Other("the account has another role"))
			},
			_ => Ok(()),
		})
	}

	fn role(who: &A) -> Option<AccountRole> {
		with(|s| s.roles.get(&who.encode()).copied())
	}
}

/// Officers that tests register.
pub struct MockDirectory;

impl MockDirectory {
	/// Make `account` an officer from now on.
	pub fn appoint<A: Encode>(account: &A, actor: Actor) {
		with(|s| {
			let now = s.now;
			s.roles.insert(account.encode(), AccountRole::Officer);
			s.officers.entry(account.encode()).or_default().push((now, Some(actor)));
		});
	}

	/// Make `account` a state functionary of `member` itself with `duties`, from now on.
	pub fn appoint_functionary<A: Encode>(account: &A, member: MemberId, duties: Duties) {
		let category = Category::StateFunctionary;
		Self::appoint(account, Actor { member, unit: None, duties, category });
	}

	/// End it.
	pub fn dismiss<A: Encode>(account: &A) {
		with(|s| {
			let now = s.now;
			s.officers.entry(account.encode()).or_default().push((now, None));
		});
	}

	/// Delegate `acts` for an interval.
	pub fn delegate(member: MemberId, unit: UnitId, acts: Acts, from: Moment, until: Moment) {
		with(|s| s.delegations.push((member, unit, acts, from, until)));
	}
}

impl<A: Encode> Directory<A> for MockDirectory {
	fn officer_at(account: &A, at: Moment) -> Option<Actor> {
		with(|s| last_at(s.officers.get(&account.encode())?, at).flatten())
	}

	fn officer(account: &A) -> Option<Actor> {
		let now = with(|s| s.now);
		Self::officer_at(account, now)
	}

	fn delegated(member: MemberId, unit: UnitId, acts: Acts, at: Moment) -> bool {
		with(|s| {
			s.delegations.iter().any(|(m, u, a, from, until)| {
				*m == member && *u == unit && a.contains(acts) && *from <= at && at < *until
			})
		})
	}
}

/// Bodies that tests fill.
pub struct MockSeats;

impl MockSeats {
	/// Give `body` these seats: member and whether it may vote. Its epoch grows.
	pub fn set(body: Body, voters: Voters) {
		with(|s| {
			let entry = s.bodies.entry(body).or_default();
			*entry = (voters, entry.1 + 1);
		});
	}
}

impl<A: Encode + Codec> Seats<A> for MockSeats {
	fn seats(body: Body) -> u32 {
		with(|s| s.bodies.get(&body).map_or(0, |(voters, _)| voters.len() as u32))
	}

	fn has_seat(body: Body, member: MemberId) -> bool {
		with(|s| s.bodies.get(&body).is_some_and(|(v, _)| v.iter().any(|(m, _)| *m == member)))
	}

	fn may_vote(body: Body, who: &A) -> bool {
		let Some(member) = <MockMembers as Members<A>>::member(who) else { return false };
		with(|s| s.bodies.get(&body).is_some_and(|(v, _)| v.contains(&(member, true))))
	}

	fn epoch(body: Body) -> u32 {
		with(|s| s.bodies.get(&body).map_or(0, |(_, epoch)| *epoch))
	}
}

/// Draws that tests decide.
pub struct MockDraw;

impl MockDraw {
	/// Decide draw `id` for the candidate at `place`.
	pub fn decide(id: DrawId, place: usize) {
		with(|s| {
			if let Some((candidates, outcome)) = s.draws.get_mut(id.0 as usize) {
				*outcome = candidates.get(place).copied();
			}
		});
	}
}

impl Draw for MockDraw {
	fn request(candidates: Candidates) -> Result<DrawId, DispatchError> {
		if candidates.is_empty() {
			return Err(DispatchError::Other("no candidates"));
		}
		with(|s| {
			s.draws.push((candidates, None));
			Ok(DrawId(s.draws.len() as u32 - 1))
		})
	}

	fn outcome(id: DrawId) -> Option<H256> {
		with(|s| s.draws.get(id.0 as usize).and_then(|(_, outcome)| *outcome))
	}
}

/// Remembers what it was told.
pub struct MockOnMembership;

impl MockOnMembership {
	/// What it was told since the last time.
	pub fn take() -> Vec<Told> {
		with(|s| core::mem::take(&mut s.told))
	}
}

impl<A> OnMembership<A> for MockOnMembership {
	fn admitted(member: MemberId, _: &A, quota: u64) -> DispatchResult {
		with(|s| s.told.push(Told::Admitted(member, quota)));
		Ok(())
	}

	fn standing_changed(member: MemberId, from: Standing, to: Standing) -> DispatchResult {
		with(|s| s.told.push(Told::StandingChanged(member, from, to)));
		Ok(())
	}
}
