//! Clocks as a list that is read day by day.

use super::*;
use shejiao_primitives::deadline::YearCalendar;
use std::collections::BTreeMap;

/// What a clock counts.
#[derive(Clone, Copy, PartialEq)]
pub enum Counts {
	Working(u16),
	Days(u16, bool),
	/// One month, to a working day.
	Month,
	Hours(u16),
	/// To a day that was given.
	Given,
}

#[derive(Clone)]
pub struct Modelled {
	pub case: usize,
	/// Place in [`KINDS`]; [`CERTIFICATE`] and sealed ones have none.
	pub kind: Option<usize>,
	pub sealed: bool,
	pub owner: MemberId,
	/// Whose officer sealed it.
	pub starter: Option<MemberId>,
	pub counts: Counts,
	pub lead: u64,
	pub from: Moment,
	pub given: LegalDate,
	pub started: Moment,
	pub pauses: Vec<(Moment, Option<Moment>)>,
	pub open: bool,
	pub warned: bool,
	pub expired: bool,
	/// Records that changed, and whether each is evidence.
	pub sources: BTreeMap<RecordId, bool>,
	pub proposal: Option<(Proposed, MemberId, u64)>,
}

pub struct Model {
	pub cases: Vec<(CaseId, RecordId)>,
	pub clocks: Vec<Modelled>,
	/// Clocks that were stopped, by case.
	pub stopped: BTreeMap<usize, Vec<usize>>,
	/// From when, and how many working days an assessment takes.
	pub lengths: Vec<(Moment, u16)>,
	/// Weekdays off and weekend days worked, by year.
	pub years: BTreeMap<u16, (Vec<LegalDate>, Vec<LegalDate>)>,
}

/// Days of 2026 to 2028 with their months, found by counting.
fn months() -> Vec<(u32, u32, u32)> {
	let mut days = Vec::new();
	for (year, february) in [(2026, 28), (2027, 28), (2028, 29)] {
		for (month, length) in
			[31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].into_iter().enumerate()
		{
			days.extend((1..=length).map(|day| (year, month as u32 + 1, day)));
		}
	}
	days
}

/// 2026-01-01.
pub const FIRST: u32 = 20_454;

thread_local! {
	static MONTHS: Vec<(u32, u32, u32)> = months();
}

fn civil(day: LegalDate) -> (u32, u32, u32) {
	MONTHS.with(|months| months[(day.0 - FIRST) as usize])
}

fn month_later(day: LegalDate) -> LegalDate {
	let (year, month, of_month) = civil(day);
	let is_last = civil(LegalDate(day.0 + 1)).1 != month;
	let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
	let mut found = day;
	for ahead in 1..70 {
		let candidate = LegalDate(day.0 + ahead);
		let (y, m, d) = civil(candidate);
		if (y, m) == next && (d <= of_month || is_last) {
			found = candidate;
		}
	}
	found
}

impl Model {
	pub fn new() -> Self {
		let cases = (0..6)
			.map(|_| {
				let case = case();
				(case, record(case))
			})
			.collect();
		let of_2026 = YearCalendar::of_2026();
		let years = BTreeMap::from([(2026, (of_2026.days_off.to_vec(), of_2026.make_up.to_vec()))]);
		let stopped = BTreeMap::new();
		Self { cases, clocks: vec![], stopped, lengths: vec![(0, 10)], years }
	}

	fn is_worked(&self, day: LegalDate) -> bool {
		let weekend = day.0 % 7 == 2 || day.0 % 7 == 3;
		match self.years.get(&(civil(day).0 as u16)) {
			Some((_, up)) if weekend => up.contains(&day),
			Some((off, _)) => !off.contains(&day),
			None => !weekend,
		}
	}

	pub fn due(&self, clock: &Modelled) -> Due {
		let time = MockLegalTime::clock();
		if let Counts::Hours(hours) = clock.counts {
			return Due::Moment(clock.from + u64::from(hours) * HOUR);
		}
		let paused = |day: LegalDate| {
			clock.pauses.iter().any(|(from, until)| {
				until.is_some_and(|until| time.date(*from) <= day && day < time.date(until))
			})
		};
		let (start, wanted) = match clock.counts {
			Counts::Given => {
				// A day is lost for every day of a pause that lies before the end.
				let mut day = clock.given;
				for (from, until) in &clock.pauses {
					if let Some(until) = until {
						day.0 += time.date(*until).0 - time.date(*from).0;
					}
				}
				return Due::Day(day);
			},
			Counts::Working(n) | Counts::Days(n, _) => (time.date(clock.from), u32::from(n)),
			Counts::Month | Counts::Hours(_) => {
				let start = time.date(clock.from);
				(start, month_later(start).0 - start.0)
			},
		};
		let (mut day, mut counted) = (start, 0);
		while counted < wanted {
			day.0 += 1;
			let counts = match clock.counts {
				Counts::Working(_) => self.is_worked(day),
				_ => true,
			};
			counted += u32::from(counts && !paused(day));
		}
		let rolls = matches!(clock.counts, Counts::Days(_, true) | Counts::Month);
		while rolls && (!self.is_worked(day) || paused(day)) {
			day.0 += 1;
		}
		Due::Day(day)
	}

	pub fn over(&self, clock: &Modelled) -> Moment {
		match self.due(clock) {
			Due::Day(day) => MockLegalTime::clock().start_of(LegalDate(day.0 + 1)),
			Due::Moment(moment) => moment + 1,
		}
	}

	pub fn open_of(&self, case: usize) -> usize {
		self.clocks.iter().filter(|c| c.open && c.case == case).count()
	}

	pub fn find(&self, kind: usize, case: usize) -> Option<usize> {
		self.clocks.iter().position(|c| c.open && c.case == case && c.kind == Some(kind))
	}

	pub fn begin(&mut self, clock: Modelled) -> bool {
		let taken = clock.kind.is_some_and(|kind| self.find(kind, clock.case).is_some());
		let sealed = self.clocks.iter().filter(|c| c.open && c.case == clock.case && c.sealed);
		let starters: Vec<_> = sealed.map(|c| c.starter).collect();
		let own = starters.iter().filter(|starter| **starter == clock.starter).count();
		let fits = !clock.sealed || own + starters.len() < 2;
		let good = !taken && self.open_of(clock.case) < 4 && fits;
		if good {
			self.clocks.push(clock);
		}
		good
	}

	/// A clock of the bureau from now, for a given day.
	pub fn fresh(&self, case: usize, given: LegalDate) -> Modelled {
		Modelled {
			case,
			kind: None,
			sealed: false,
			owner: BUREAU,
			starter: None,
			counts: Counts::Given,
			lead: 48,
			from: now(),
			given,
			started: now(),
			pauses: vec![],
			open: true,
			warned: false,
			expired: false,
			sources: BTreeMap::new(),
			proposal: None,
		}
	}

	/// What `kind` counts by the rule that held at `at`.
	pub fn counts_at(&self, kind: usize, at: Moment) -> Counts {
		match kind {
			0 => Counts::Working(self.length_at(at)),
			1 => Counts::Days(10, true),
			2 => Counts::Days(10, false),
			3 => Counts::Month,
			_ => Counts::Hours(2),
		}
	}

	/// End every open clock of a case, and say which.
	pub fn end_all(&mut self, case: usize) -> Vec<usize> {
		let open = |c: &Modelled| c.open && c.case == case;
		let ended: Vec<_> = (0..self.clocks.len()).filter(|c| open(&self.clocks[*c])).collect();
		for clock in &ended {
			let clock = &mut self.clocks[*clock];
			(clock.open, clock.proposal) = (false, None);
		}
		ended
	}

	/// Let what was stopped of a case run again, if all of it has room.
	pub fn run_again(&mut self, case: usize) -> bool {
		let stopped = self.stopped.get(&case).cloned().unwrap_or_default();
		let mut again = Vec::new();
		for place in stopped {
			let kind = self.clocks[place].kind;
			let certificate = |c: &Modelled| c.kind.is_none() && !c.sealed;
			let taken = self.clocks.iter().any(|c| {
				let same = match kind {
					Some(_) => c.kind == kind,
					None => certificate(c) && certificate(&self.clocks[place]),
				};
				c.open && c.case == case && same
			});
			if !taken {
				again.push(place);
			}
		}
		let fits = self.open_of(case) + again.len() <= 4;
		if fits {
			self.stopped.remove(&case);
			for place in again {
				let clock = &mut self.clocks[place];
				(clock.open, clock.warned, clock.expired) = (true, false, false);
			}
		}
		fits
	}

	pub fn length_at(&self, at: Moment) -> u16 {
		self.lengths.iter().rfind(|(since, _)| *since <= at).map_or(0, |(_, length)| *length)
	}

	/// A clock by a drawn number: mostly one that `suits`, sometimes any or one that does not exist.
	pub fn pick(&self, drawn: usize, suits: impl Fn(&Modelled) -> bool) -> usize {
		let good: Vec<_> = (0..self.clocks.len()).filter(|c| suits(&self.clocks[*c])).collect();
		match drawn % 8 {
			0 => drawn / 8 % 20,
			_ => good.get(drawn / 8 % good.len().max(1)).copied().unwrap_or(drawn % 20),
		}
	}

	/// Whether an assessment runs that has not run out.
	pub fn runs(&self, clock: &Modelled) -> bool {
		clock.open
			&& Self::is_assessment(clock)
			&& !Self::is_paused(clock)
			&& now() < self.over(clock)
	}

	/// Whose officer `who` is, of those that may act.
	pub fn member(who: u64) -> Option<MemberId> {
		match who {
			CLERK | CHIEF => Some(BUREAU),
			JUDGE => Some(COURT),
			PROSECUTOR => Some(PROCURATORATE),
			_ => None,
		}
	}

	/// The clock, if `who` is an officer of its owner.
	pub fn owned(&self, who: u64, clock: usize) -> Option<&Modelled> {
		let member = Self::member(who)?;
		self.clocks.get(clock).filter(|c| c.owner == member)
	}

	pub fn is_assessment(clock: &Modelled) -> bool {
		clock.kind == Some(0)
	}

	pub fn is_paused(clock: &Modelled) -> bool {
		clock.pauses.last().is_some_and(|(_, until)| until.is_none())
	}

	/// Whether it may be extended by what was `agreed` on a day.
	pub fn extendable(&self, clock: &Modelled, last_day: LegalDate, agreed: LegalDate) -> bool {
		clock.open
			&& Self::is_assessment(clock)
			&& !Self::is_paused(clock)
			&& matches!(self.due(clock), Due::Day(day)
				if last_day > day && (now() < self.over(clock) || agreed <= day))
	}

	/// For which side `who` may agree on an extension of an assessment: the owner's, or the other.
	pub fn side(&self, who: u64, clock: usize) -> Option<MemberId> {
		self.clocks.get(clock).filter(|c| Self::is_assessment(c))?;
		match who {
			CLERK | CHIEF => Some(BUREAU),
			JUDGE => Some(COURT),
			_ => None,
		}
	}

	pub fn evidence(&self, clock: usize, foreign: bool) -> RecordId {
		let case = self.clocks.get(clock).map_or(0, |clock| clock.case);
		self.cases[if foreign { (case + 1) % 6 } else { case }].1
	}
}
