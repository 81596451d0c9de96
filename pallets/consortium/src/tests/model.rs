//! An independent model of the consortium: plain lists, no agenda, everything computed anew.

use super::{
	acts::{Act, Day, Who},
	*,
};
use std::collections::BTreeSet;

pub(super) type R = Result<(), &'static str>;

#[derive(Clone, Debug)]
pub(super) struct Agency {
	pub kind: MemberKind,
	pub place: Placement,
	pub accounts: Vec<(Moment, u64)>,
	pub standings: Vec<(Moment, Standing)>,
	pub suspension: Option<(Option<Day>, bool)>,
	pub rest: Option<Day>,
	pub notice: Option<Day>,
	pub renewal: Option<Day>,
	pub overdue: bool,
	pub key: SuiteKey,
	pub peers: Vec<PeerId>,
	pub peers_due: Option<Day>,
	pub order: Option<(u32, Option<Day>)>,
}

impl Agency {
	pub fn standing(&self) -> Standing {
		self.standings.last().expect("never empty; qed").1
	}

	pub fn account(&self) -> u64 {
		self.accounts.last().expect("never empty; qed").1
	}

	pub fn belongs(&self) -> bool {
		matches!(self.standing(), Standing::Active | Standing::Suspended)
	}

	fn statutory(&self) -> bool {
		self.kind.is_statutory()
	}
}

#[derive(Clone, Debug)]
pub(super) struct Offer {
	pub sponsor: u32,
	pub candidate: Candidate<u64>,
	pub public: Day,
	pub until: Day,
	pub objectors: Vec<u32>,
	pub ended: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Model {
	pub now: Moment,
	pub today: Day,
	pub agencies: Vec<Agency>,
	pub taken: BTreeSet<u64>,
	pub offers: Vec<Offer>,
	pub units: Vec<(u32, UnitKind, bool)>,
	pub parameters: Parameters,
	pub kept: Vec<MemberId>,
}

fn need(holds: bool, why: &'static str) -> R {
	if holds {
		Ok(())
	} else {
		Err(why)
	}
}

impl Model {
	pub fn new(founders: &[Founder<u64>], now: Moment, today: Day) -> Self {
		let agencies = founders
			.iter()
			.map(|founder| Agency {
				kind: founder.kind,
				place: founder.placement,
				accounts: vec![(now, founder.account)],
				standings: vec![(now, Standing::Active)],
				suspension: None,
				rest: None,
				notice: None,
				renewal: founder.renewal.map(|day| day.0),
				overdue: false,
				key: SuiteKey {
					suite: founder.suite,
					key: founder.encryption_key.0.clone().try_into().expect("65 bytes; qed"),
				},
				peers: founder
					.peers
					.iter()
					.map(|p| p.peer.0.clone().try_into().expect("34 bytes; qed"))
					.collect(),
				peers_due: None,
				order: None,
			})
			.collect();
		let mut units = vec![];
		for (owner, founder) in founders.iter().enumerate() {
			units.extend(founder.units.iter().map(|unit| (owner as u32, unit.kind, true)));
		}
		Self {
			now,
			today,
			agencies,
			taken: founders.iter().map(|founder| founder.account).collect(),
			offers: vec![],
			units,
			parameters: Parameters::default(),
			kept: vec![],
		}
	}

	fn agency(&self, member: u32) -> Result<&Agency, &'static str> {
		self.agencies.get(member as usize).ok_or("unknown member")
	}

	fn agency_mut(&mut self, member: u32) -> &mut Agency {
		&mut self.agencies[member as usize]
	}

	/// Agencies whose seat counts in a body, and those of them that vote.
	pub fn body(&self, body: Body) -> (Vec<u32>, Vec<u64>) {
		let sits = |agency: &Agency| {
			agency.belongs()
				&& agency.place.seat == Seat::Voting
				&& (body != Body::SupervisoryCommittee || agency.kind.supervises())
				&& (body != Body::FundingCouncil || agency.kind != MemberKind::SocialOrganisation)
		};
		let all = self.agencies.iter().enumerate().filter(|(_, agency)| sits(agency));
		let seats = all.clone().map(|(i, _)| i as u32).collect();
		let mut votes: Vec<_> = all
			.filter(|(_, agency)| agency.standing() == Standing::Active)
			.map(|(_, agency)| agency.account())
			.collect();
		votes.sort();
		(seats, votes)
	}

	/// Compare a state with the one before a call: the bounds, and the committee unless `root`.
	fn bounds(&self, before: &Self, root: bool) -> R {
		let members = self.agencies.iter().filter(|agency| agency.belongs()).count();
		need(members <= 12, "too many members")?;
		for body in BODIES {
			need(self.body(body).0.len() <= 8, "too many seats")?;
		}
		let (seats, votes) = self.body(Body::SupervisoryCommittee);
		let (old_seats, old_votes) = before.body(Body::SupervisoryCommittee);
		if !root && (seats.len() < old_seats.len() || votes.len() < old_votes.len()) {
			let able = seats.len() >= 2 && votes.len() * 3 >= seats.len() * 2;
			need(able, "committee too small")?;
		}
		Ok(())
	}

	fn stand(&mut self, member: u32, to: Standing, root: bool) -> R {
		let before = self.clone();
		let (now, today) = (self.now, self.today);
		let kept = self.kept.contains(&MemberId(member));
		let agency = self.agency_mut(member);
		agency.standings.push((now, to));
		if to != Standing::Suspended {
			agency.suspension = None;
		}
		if to == Standing::Active {
			agency.order = None;
		}
		if !agency.belongs() {
			agency.notice = None;
			agency.renewal = None;
			agency.overdue = false;
			if kept && !agency.peers.is_empty() {
				agency.peers_due = Some(today);
			} else {
				agency.peers.clear();
			}
		}
		self.bounds(&before, root)
	}

	/// Move on, and do what the ended days left, the earliest first.
	pub fn pass(&mut self, now: Moment, today: Day) {
		self.now = now;
		self.today = today;
		let mut put_off = BTreeSet::new();
		loop {
			let mut due: Vec<(Day, Due)> = vec![];
			for (i, agency) in self.agencies.iter().enumerate() {
				let id = MemberId(i as u32);
				if let Some((Some(day), _)) = agency.suspension {
					due.push((day, Due::Suspension(id)));
				}
				if let Some(day) = agency.renewal.filter(|_| !agency.overdue) {
					due.push((day, Due::Renewal(id)));
				}
				if let Some(day) = agency.notice {
					due.push((day, Due::Withdrawal(id)));
				}
				if let Some(day) = agency.peers_due {
					due.push((day, Due::Peers(id)));
				}
			}
			due.retain(|(day, what)| *day < today && !put_off.contains(what));
			let Some((_, what)) = due.into_iter().min() else { break };
			let before = self.clone();
			let done = match what {
				Due::Suspension(id) => {
					self.agency_mut(id.0).rest = Some(today + self.parameters.rest_days);
					self.stand(id.0, Standing::Active, false)
				},
				Due::Renewal(id) if self.agency_mut(id.0).statutory() => {
					self.agency_mut(id.0).overdue = true;
					Ok(())
				},
				Due::Renewal(id) => self.stand(id.0, Standing::Lapsed, false),
				Due::Withdrawal(id) => self.stand(id.0, Standing::Withdrawn, false),
				Due::Peers(id) => {
					let kept = self.kept.contains(&id);
					let agency = self.agency_mut(id.0);
					agency.peers_due = kept.then_some(today);
					if !kept {
						agency.peers.clear();
					}
					Ok(())
				},
				Due::Proposal(_) => Ok(()),
			};
			if done.is_err() {
				*self = before;
				put_off.insert(what);
			}
		}
		for offer in self.offers.iter_mut().filter(|offer| offer.until < today) {
			offer.ended = true;
		}
	}

	fn signer(&self, who: Who) -> Result<u32, &'static str> {
		let Who::Account(account) = who else { return Err("not signed") };
		let member = self
			.agencies
			.iter()
			.position(|agency| agency.account() == account)
			.ok_or("not an institution")?;
		let agency = &self.agencies[member];
		need(agency.belongs() || agency.statutory(), "no longer a member")?;
		Ok(member as u32)
	}

	fn signer_that(
		&self,
		who: Who,
		holds: impl FnOnce(&Agency) -> bool,
	) -> Result<u32, &'static str> {
		let member = self.signer(who)?;
		need(holds(self.agency(member)?), "not in that standing")?;
		Ok(member)
	}

	fn placed(&self, member: Option<u32>, kind: MemberKind, place: &Placement) -> R {
		need((110_000..1_000_000).contains(&place.area.0), "area")?;
		let mute = matches!(
			kind,
			MemberKind::RelyingParty
				| MemberKind::University
				| MemberKind::PublicGateway
				| MemberKind::Operator
		);
		need(place.seat == Seat::NonVoting || !(mute || place.provider), "seat")?;
		need(place.access == Access::Gateway || kind.is_statutory(), "access")?;
		let mut above = vec![];
		let mut next = place.parent;
		while let Some(parent) = next {
			need(Some(parent.0) != member && !above.contains(&parent), "loop")?;
			above.push(parent);
			next = self.agency(parent.0)?.place.parent;
		}
		if let Some(parent) = place.parent {
			need(self.agency(parent.0)?.place.level <= place.level, "level above")?;
		}
		for agency in self.agencies.iter().filter(|agency| agency.belongs()) {
			let below = member.is_some() && agency.place.parent.map(|p| p.0) == member;
			need(!below || place.level <= agency.place.level, "level below")?;
		}
		Ok(())
	}

	fn fit(&self, candidate: &Candidate<u64>) -> R {
		let free = !self.taken.contains(&candidate.account);
		match candidate.readmit {
			None => need(free, "account")?,
			Some(member) => {
				let agency = self.agency(member.0)?;
				need(!agency.belongs() && agency.kind == candidate.kind, "readmit")?;
				need(free || agency.account() == candidate.account, "account")?;
			},
		}
		let member = candidate.readmit.map(|member| member.0);
		self.placed(member, candidate.kind, &candidate.placement)?;
		need(candidate.quota > 0 && candidate.encryption.key.len() == 65, "equipment")?;
		let full = candidate.placement.access == Access::FullNode;
		need(full || candidate.peers.is_empty(), "nodes")?;
		for peer in &candidate.peers {
			let owner = self.peer_owner(&peer.id);
			need(owner.is_none() || owner == member, "node of another")?;
		}
		Ok(())
	}

	fn peer_owner(&self, id: &PeerId) -> Option<u32> {
		self.agencies.iter().position(|agency| agency.peers.contains(id)).map(|i| i as u32)
	}

	fn offer(&mut self, id: u32) -> Result<&mut Offer, &'static str> {
		let offer = self.offers.get_mut(id as usize).ok_or("unknown proposal")?;
		need(!offer.ended, "ended")?;
		Ok(offer)
	}

	fn take_over(&mut self, member: u32, new: u64, proven: bool) -> R {
		self.agency(member)?;
		need(self.taken.insert(new) && proven, "account or proof")?;
		let now = self.now;
		self.agency_mut(member).accounts.push((now, new));
		Ok(())
	}

	/// The call as its documentation says, or what is wrong with it.
	pub fn apply(&mut self, who: Who, act: &Act) -> R {
		let mut next = self.clone();
		next.act(who, act)?;
		*self = next;
		Ok(())
	}

	fn act(&mut self, who: Who, act: &Act) -> R {
		let today = self.today;
		let root = who == Who::Root;
		let voted = need(matches!(who, Who::Root | Who::Council), "not the council");
		match act.clone() {
			Act::Propose(candidate) => {
				let sponsor = self.signer_that(who, |agency| {
					agency.standing() == Standing::Active && agency.place.seat == Seat::Voting
				})?;
				let open = || self.offers.iter().filter(|offer| !offer.ended);
				need(open().count() < 4, "too many proposals")?;
				need(
					open().all(|offer| {
						offer.candidate.account != candidate.account
							&& (offer.candidate.readmit.is_none()
								|| offer.candidate.readmit != candidate.readmit)
					}),
					"proposed already",
				)?;
				self.fit(&candidate)?;
				let public = today + self.parameters.publicity_days;
				self.offers.push(Offer {
					sponsor,
					candidate: *candidate,
					public,
					until: public + self.parameters.proposal_days,
					objectors: vec![],
					ended: false,
				});
			},
			Act::Object(id) => {
				let member = self.signer_that(who, |a| a.standing() == Standing::Active)?;
				let most = self.parameters.objections as usize;
				let offer = self.offer(id)?;
				need(today <= offer.public, "late")?;
				need(!offer.objectors.contains(&member), "twice")?;
				need(offer.objectors.len() < most, "too many objections")?;
				offer.objectors.push(member);
			},
			Act::WithdrawProposal(id) => {
				let member = self.signer_that(who, Agency::belongs)?;
				let offer = self.offer(id)?;
				need(offer.sponsor == member, "not the sponsor")?;
				offer.ended = true;
			},
			Act::Admit(id) => {
				voted?;
				need(self.body(Body::Council).0.len() > 1, "sole voter")?;
				let offer = self.offer(id)?;
				need(offer.public < today && today <= offer.until, "not now")?;
				offer.ended = true;
				let candidate = offer.candidate.clone();
				self.fit(&candidate)?;
				self.admit(candidate)?;
			},
			Act::Suspend(member, until) => {
				voted?;
				let longest = today + self.parameters.suspension_days;
				let agency = self.agency(member)?;
				need(agency.standing() == Standing::Active, "not active")?;
				need(root || agency.rest.is_none_or(|rest| rest < today), "too soon")?;
				let until = until.unwrap_or(longest);
				need((today..=longest).contains(&until), "date")?;
				self.agency_mut(member).suspension = Some((Some(until), false));
				self.stand(member, Standing::Suspended, root)?;
			},
			Act::ConfirmSuspension(member, until) => {
				voted?;
				let (_, confirmed) = self.agency(member)?.suspension.ok_or("not suspended")?;
				need(!confirmed && until.is_none_or(|until| today <= until), "confirmed or past")?;
				self.agency_mut(member).suspension = Some((until, true));
			},
			Act::LiftSuspension(member) => {
				voted?;
				need(self.agency(member)?.standing() == Standing::Suspended, "not suspended")?;
				self.stand(member, Standing::Active, false)?;
			},
			Act::Expel(member) => {
				voted?;
				need(self.agency(member)?.belongs(), "no member")?;
				self.stand(member, Standing::Expelled, root)?;
			},
			Act::Withdraw => {
				let member = self.signer_that(who, Agency::belongs)?;
				need(self.agency(member)?.notice.is_none(), "given")?;
				// As if it left at once.
				let mut gone = self.clone();
				gone.stand(member, Standing::Withdrawn, false)?;
				let until = today + self.parameters.withdrawal_days;
				self.agency_mut(member).notice = Some(until);
			},
			Act::RevokeWithdrawal => {
				let member = self.signer_that(who, Agency::belongs)?;
				self.agency_mut(member).notice.take().ok_or("no notice")?;
			},
			Act::Renew(member, until) => {
				voted?;
				let standing = self.agency(member)?.standing();
				let lapsed = standing == Standing::Lapsed;
				need(self.agency(member)?.belongs() || lapsed, "no member")?;
				let longest = today + self.parameters.renewal_days;
				need((today..=longest).contains(&until), "date")?;
				self.agency_mut(member).renewal = Some(until);
				self.agency_mut(member).overdue = false;
				if lapsed {
					self.stand(member, Standing::Active, false)?;
				}
			},
			Act::ChangeKey(new, proven) => {
				let member = self.signer(who)?;
				self.take_over(member, new, proven)?;
			},
			Act::RecoverKey(member, new, proven) => {
				voted?;
				self.take_over(member, new, proven)?;
			},
			Act::RotateEncryptionKey(byte, good) => {
				let member = self.signer(who)?;
				need(good && self.agency(member)?.key != key(byte), "key")?;
				self.agency_mut(member).key = key(byte);
			},
			Act::AddPeer(byte) => {
				let member = self.signer_that(who, Agency::belongs)?;
				let id = peer(byte).id;
				let agency = self.agency(member)?;
				need(agency.place.access == Access::FullNode, "gateway")?;
				need(agency.peers.len() < 8 && self.peer_owner(&id).is_none(), "node")?;
				self.agency_mut(member).peers.push(id);
			},
			Act::RemovePeer(byte) => {
				let member = self.signer_that(who, Agency::belongs)?;
				let id = peer(byte).id;
				need(self.peer_owner(&id) == Some(member), "node of another")?;
				self.agency_mut(member).peers.retain(|other| *other != id);
			},
			Act::OpenUnit(kind) => {
				let member = self.signer(who)?;
				need(self.agency(member)?.kind == kind.owner(), "kind")?;
				let open = self.units.iter().filter(|(o, _, open)| *o == member && *open).count();
				need(open < 3, "too many units")?;
				self.units.push((member, kind, true));
			},
			Act::CloseUnit(unit) => {
				let member = self.signer(who)?;
				let unit = self.units.get_mut(unit as usize).ok_or("unknown unit")?;
				need(unit.0 == member && unit.2, "unit")?;
				unit.2 = false;
			},
			Act::Reorganise(member, place) => {
				voted?;
				let agency = self.agency(member)?;
				need(agency.belongs() && agency.place != place, "nothing")?;
				self.placed(Some(member), agency.kind, &place)?;
				let bare = agency.peers.is_empty() && !self.kept.contains(&MemberId(member));
				need(place.access == Access::FullNode || bare, "nodes")?;
				let before = self.clone();
				let agency = self.agency_mut(member);
				if agency.place.parent != place.parent {
					agency.order = None;
				}
				agency.place = place;
				self.bounds(&before, root)?;
			},
			Act::OrderSuperior(member, until) => {
				let superior = self.may_order(who, member)?;
				let agency = self.agency(member)?;
				need(agency.statutory() && agency.standing() != Standing::Active, "acts itself")?;
				let superior = superior.ok_or("no superior")?;
				need(self.agency(superior)?.standing() == Standing::Active, "superior")?;
				need(until.is_none_or(|until| today <= until), "past")?;
				self.agency_mut(member).order = Some((superior, until));
			},
			Act::RevokeOrder(member) => {
				self.may_order(who, member)?;
				self.agency(member)?;
				self.agency_mut(member).order.take().ok_or("no order")?;
			},
			Act::SetParameters(parameters) => {
				need(root, "not root")?;
				let days = [
					parameters.publicity_days,
					parameters.proposal_days,
					parameters.suspension_days,
					parameters.renewal_days,
				];
				need(days.iter().all(|d| *d > 0) && parameters.withdrawal_days > 14, "bounds")?;
				need((1..=128).contains(&parameters.objections), "bounds")?;
				self.parameters = parameters;
			},
		}
		Ok(())
	}

	/// The superior of `member`, if `who` may give orders about it.
	fn may_order(&self, who: Who, member: u32) -> Result<Option<u32>, &'static str> {
		if !matches!(who, Who::Account(_)) {
			return Ok(self.agency(member)?.place.parent.map(|parent| parent.0));
		}
		let superior = self.signer_that(who, |agency| agency.standing() == Standing::Active)?;
		let parent = self.agency(member)?.place.parent.map(|parent| parent.0);
		need(parent == Some(superior), "not the superior")?;
		Ok(parent)
	}

	fn admit(&mut self, candidate: Candidate<u64>) -> R {
		let now = self.now;
		let before = self.clone();
		let mut agency = match candidate.readmit {
			Some(member) => self.agency(member.0)?.clone(),
			None => Agency {
				kind: candidate.kind,
				place: candidate.placement,
				accounts: vec![],
				standings: vec![],
				suspension: None,
				rest: None,
				notice: None,
				renewal: None,
				overdue: false,
				key: candidate.encryption.clone(),
				peers: vec![],
				peers_due: None,
				order: None,
			},
		};
		if agency.accounts.last().map(|(_, account)| *account) != Some(candidate.account) {
			agency.accounts.push((now, candidate.account));
		}
		self.taken.insert(candidate.account);
		agency.place = candidate.placement;
		agency.standings.push((now, Standing::Active));
		agency.renewal = Some(self.today + self.parameters.renewal_days);
		agency.key = candidate.encryption;
		agency.peers = candidate.peers.iter().map(|peer| peer.id.clone()).collect();
		agency.peers_due = None;
		agency.order = None;
		match candidate.readmit {
			Some(member) => *self.agency_mut(member.0) = agency,
			None => self.agencies.push(agency),
		}
		self.bounds(&before, false)
	}

	/// The agency that acts for another by order.
	pub fn represented_by(&self, member: u32) -> Option<u32> {
		let agency = self.agency(member).ok()?;
		let (superior, until) = agency.order?;
		(until.is_none_or(|until| self.today <= until)
			&& agency.standing() != Standing::Active
			&& self.agency(superior).ok()?.standing() == Standing::Active)
			.then_some(superior)
	}
}
