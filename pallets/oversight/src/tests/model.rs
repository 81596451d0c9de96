//! The model of the property test: what was done, in lists.

use super::{properties::JUDGE2, *};
use shejiao_primitives::attempt::RefusalKind;

/// What the README says of the severity of what the pallet finds.
fn own_severity(rule: Rule) -> Severity {
	match rule {
		Rule::ClockWarning => Severity::Information,
		Rule::ClockExpired | Rule::AttemptOutsideDuty => Severity::Ordinary,
		Rule::SelfDealing | Rule::NoticeUnanswered => Severity::Serious,
		other => panic!("{other:?} does not happen here"),
	}
}

/// Member, and whether the officer approves or supervises.
pub fn office(who: u64) -> Option<(MemberId, bool, bool)> {
	Some(match who {
		OFFICER | TOWN => (BUREAU, false, false),
		CHIEF | DEPUTY => (BUREAU, true, false),
		JUDGE | JUDGE2 => (COURT, true, false),
		PROSECUTOR => (PROCURATORATE, false, true),
		SECOND => (PROCURATORATE, true, true),
		CITY_CHIEF => (CITY_BUREAU, true, false),
		CITY_PROSECUTOR => (CITY_PROCURATORATE, true, true),
		INSPECTOR => (INSPECTION, false, true),
		CONSTABLE => (POLICE, true, false),
		HELPER => (CHARITY, false, false),
		_ => return None,
	})
}

/// Who approves for a member, or supervises, other than `not`.
pub fn chief(member: MemberId, not: u64) -> u64 {
	match member {
		BUREAU if not == CHIEF => DEPUTY,
		BUREAU => CHIEF,
		COURT if not == JUDGE => JUDGE2,
		COURT => JUDGE,
		PROCURATORATE => SECOND,
		CITY_BUREAU => CITY_CHIEF,
		CITY_PROCURATORATE => CITY_PROSECUTOR,
		INSPECTION => INSPECTOR,
		POLICE => CONSTABLE,
		_ => STRANGER,
	}
}

pub fn above(owner: MemberId) -> Option<MemberId> {
	match owner {
		BUREAU => Some(CITY_BUREAU),
		CITY_BUREAU | PROCURATORATE => Some(CITY_PROCURATORATE),
		CITY_PROCURATORATE => None,
		_ => Some(PROCURATORATE),
	}
}

/// The procuratorate of the place, for others than itself.
pub fn of_the_place(member: MemberId) -> Option<MemberId> {
	let procuratorate = match member {
		CITY_BUREAU | CITY_PROCURATORATE => CITY_PROCURATORATE,
		_ => PROCURATORATE,
	};
	Some(procuratorate).filter(|of| *of != member)
}

/// Who supervises `owner`, in the matter of the one case that there is or in another.
pub fn supervisor(owner: MemberId, of_the_case: bool) -> Option<MemberId> {
	let procuratorate = matches!(owner, PROCURATORATE | CITY_PROCURATORATE);
	if of_the_case && !procuratorate {
		return Some(PROCURATORATE);
	}
	above(owner)
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Did {
	Raised(MemberId),
	TakenUp,
	Found(u64, bool),
	Escalated(MemberId),
	Closed(bool),
}

pub struct Alarm {
	pub rule: Rule,
	pub source: Option<Subject>,
	pub severity: Severity,
	pub times: u32,
	pub told: Vec<MemberId>,
	pub acts: Vec<Did>,
}

impl Alarm {
	pub fn tell(&mut self, tell: impl IntoIterator<Item = MemberId>) {
		for member in tell {
			let knows = member == self.owner() || self.told.contains(&member);
			if !knows && self.told.len() < MAX_TOLD as usize {
				self.told.push(member);
			}
		}
	}

	/// Whether officers of a unit may not take it up.
	pub fn is_about_attempts(&self) -> bool {
		matches!(self.rule, Rule::SelfDealing | Rule::AttemptOutsideDuty)
	}

	pub fn owner(&self) -> MemberId {
		let owner = |did: &Did| match did {
			Did::Raised(owner) | Did::Escalated(owner) => Some(*owner),
			_ => None,
		};
		self.acts.iter().rev().find_map(owner).expect("it was raised; qed")
	}

	/// Whether it is the open one of a rule and source that was raised for `owner`.
	fn is(&self, rule: Rule, owner: MemberId, source: Option<Subject>) -> bool {
		let same = (self.rule, self.source) == (rule, source);
		same && self.acts.first() == Some(&Did::Raised(owner)) && !self.is_closed()
	}

	pub fn is_closed(&self) -> bool {
		matches!(self.acts.last(), Some(Did::Closed(_)))
	}

	/// What was done by the present owner.
	pub fn own(&self) -> impl Iterator<Item = &Did> {
		let own = |did: &&Did| !matches!(did, Did::Raised(_) | Did::Escalated(_));
		self.acts.iter().rev().take_while(own)
	}

	pub fn finding(&self) -> Option<(u64, bool)> {
		self.own().find_map(|did| match did {
			Did::Found(who, good) => Some((*who, *good)),
			_ => None,
		})
	}
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
	Replied(bool),
	Asked,
	Upheld,
	Urged,
	Up,
	Over,
}

pub struct Letter {
	pub kind: NoticeKind,
	pub issuer: MemberId,
	pub to: MemberId,
	pub by: u64,
	pub reply_by: Option<LegalDate>,
	pub asked: Option<LegalDate>,
	pub turns: Vec<Turn>,
}

impl Letter {
	pub fn has(&self, turn: Turn) -> bool {
		self.turns.contains(&turn)
	}

	pub fn last(&self) -> Option<Turn> {
		let course = |turn: &&Turn| !matches!(turn, Turn::Urged | Turn::Up);
		self.turns.iter().rev().find(course).copied()
	}

	pub fn is_reviewable(&self) -> bool {
		matches!(self.kind, NoticeKind::Violation | NoticeKind::Opinion)
	}

	/// Unanswered, upheld or not adopted.
	pub fn may_go_up(&self) -> bool {
		let due = self.waits() && (self.has(Turn::Urged) || self.has(Turn::Upheld));
		due || self.last() == Some(Turn::Replied(false))
	}

	pub fn waits(&self) -> bool {
		matches!(self.last(), None | Some(Turn::Upheld))
	}
}

pub enum Numbered {
	Notice(Letter),
	Lead { from: MemberId, to: MemberId, steps: u32 },
}

#[derive(Default)]
pub struct Model {
	pub alarms: Vec<Alarm>,
	pub papers: Vec<Numbered>,
	pub severities: BTreeMap<Rule, Severity>,
	pub thresholds: Vec<(u32, u32)>,
	pub limits: Vec<Option<u32>>,
	pub refusals: Vec<(LegalDate, MemberId, RefusalKind)>,
	/// What was told about an alert at a moment.
	pub told: Vec<(Moment, AlertId, Option<crate::Step<u64>>)>,
}

fn numbered<T>(all: &[T]) -> impl DoubleEndedIterator<Item = (&T, u64)> {
	all.iter().enumerate().map(|(place, one)| (one, place as u64))
}

impl Model {
	fn open(&mut self, rule: Rule, owner: MemberId, source: Option<Subject>) -> Option<&mut Alarm> {
		let open = |alarm: &&mut Alarm| source.is_some() && alarm.is(rule, owner, source);
		self.alarms.iter_mut().find(open)
	}

	pub fn raise(
		&mut self,
		rule: Rule,
		owner: MemberId,
		source: Option<Subject>,
		severity: Severity,
		tell: &[MemberId],
	) {
		let tell = tell.iter().copied();
		if let Some(open) = self.open(rule, owner, source) {
			open.times += 1;
			return open.tell(tell);
		}
		let (told, acts) = (vec![], vec![Did::Raised(owner)]);
		let mut alarm = Alarm { rule, source, severity, times: 1, told, acts };
		alarm.tell(tell);
		self.alarms.push(alarm);
	}

	pub fn found(&mut self, rule: Rule, owner: MemberId, source: Subject, tell: &[MemberId]) {
		let severity = self.severities.get(&rule).copied().unwrap_or_else(|| own_severity(rule));
		self.raise(rule, owner, Some(source), severity, tell);
	}

	/// One more refusal of today.
	pub fn refused(&mut self, member: MemberId, what: RefusalKind) {
		let one = (today(), member, what);
		self.refusals.push(one);
		let times = self.refusals.iter().filter(|refusal| **refusal == one).count() as u32;
		let (outside, dealing) = self.thresholds.last().copied().unwrap_or((5, 1));
		let place = of_the_place(member);
		let (threshold, rule, owner, tell) = match what {
			RefusalKind::OutsideDuty => (outside, Rule::AttemptOutsideDuty, member, None),
			RefusalKind::SelfDealing => {
				(dealing, Rule::SelfDealing, above(member).unwrap_or(member), place)
			},
		};
		let source = Subject::Member(member);
		let again = times.is_multiple_of(threshold);
		if times >= threshold && (again || self.open(rule, owner, Some(source)).is_none()) {
			self.found(rule, owner, source, &Vec::from_iter(tell));
		}
	}

	/// What gave rise to an alarm is gone: it is closed, wherever it has been escalated to.
	pub fn settle(&mut self, rule: Rule, owner: MemberId, source: Subject) {
		for alarm in &mut self.alarms {
			if alarm.is(rule, owner, Some(source)) {
				alarm.acts.push(Did::Closed(false));
			}
		}
	}

	pub fn alarm(&mut self, id: u64) -> Option<&mut Alarm> {
		self.alarms.get_mut(id as usize).filter(|alarm| !alarm.is_closed())
	}

	/// The notice, or else the lead, that is the how manieth from the end.
	pub fn number(&self, back: u64, notice: bool) -> u64 {
		let ids = numbered(&self.papers).rev();
		let mut ids = ids.filter(|(paper, _)| matches!(paper, Numbered::Notice(_)) == notice);
		ids.nth(back as usize).map_or(9_999, |(_, id)| id)
	}

	/// What a call is about that is not aimed.
	pub fn pick(&self, call: usize, back: u64) -> u64 {
		match call {
			1..=4 => (self.alarms.len() as u64).wrapping_sub(1 + back).min(9_999),
			_ => self.number(back, call < 12),
		}
	}

	/// The last thing that waits for a call, and the officer from whom it does.
	pub fn aim(&self, call: usize) -> Option<(u64, u64)> {
		let alarms = || numbered(&self.alarms).rev().filter(|(a, _)| !a.is_closed());
		let letters = || {
			numbered(&self.papers).rev().filter_map(|(paper, id)| match paper {
				Numbered::Notice(letter) if !letter.has(Turn::Over) => Some((letter, id)),
				_ => None,
			})
		};
		match call {
			1 => alarms()
				.find(|(alarm, _)| alarm.own().next().is_none())
				.map(|(alarm, id)| (id, chief(alarm.owner(), 0))),
			2 => alarms()
				.find(|(alarm, _)| alarm.finding().is_none())
				.map(|(alarm, id)| (id, chief(alarm.owner(), 0))),
			3 => alarms().find_map(|(alarm, id)| {
				let (finder, _) = alarm.finding()?;
				Some((id, chief(alarm.owner(), finder)))
			}),
			6 => letters().find(|(l, _)| l.waits()).map(|(l, id)| (id, chief(l.to, 0))),
			7 => letters()
				.find(|(letter, _)| letter.last().is_none() && letter.is_reviewable())
				.map(|(letter, id)| (id, chief(letter.to, 0))),
			8 => letters()
				.find(|(letter, _)| {
					letter.last() == Some(Turn::Asked) && letter.issuer == PROCURATORATE
				})
				.map(|(letter, id)| (id, if letter.by == SECOND { PROSECUTOR } else { SECOND })),
			9 => letters()
				.find(|(letter, _)| {
					letter.may_go_up() && letter.issuer == PROCURATORATE && !letter.has(Turn::Up)
				})
				.map(|(_, id)| (id, SECOND)),
			10 => letters()
				.find(|(letter, _)| matches!(letter.last(), Some(Turn::Replied(_))))
				.map(|(letter, id)| (id, letter.by)),
			13 | 14 => numbered(&self.papers).rev().find_map(|(paper, id)| match paper {
				Numbered::Lead { to, steps, .. } if *steps == call as u32 - 13 => {
					Some((id, chief(*to, 0)))
				},
				_ => None,
			}),
			_ => None,
		}
	}

	pub fn letter(&mut self, id: u64) -> Option<&mut Letter> {
		match self.papers.get_mut(id as usize)? {
			Numbered::Notice(letter) if !letter.has(Turn::Over) => Some(letter),
			_ => None,
		}
	}
}
