//! What records are, told naively: lists of acts, read anew each time.

use super::*;
use crate::{RecheckOutcome, Settlement};
use std::collections::BTreeSet;
use RecordStatus::{Anchored, Disputed, Frozen, Sealed, Shredded, Superseded, Trusted};

/// Days for which the classes of the property test keep working data.
pub const WORKING: u32 = 4;
/// Days after archiving, after which files freeze, and after which they may go.
pub const FREEZE: u32 = 2;
pub const KEEP: u32 = 3;

/// The member that an account works for.
pub fn member(who: u64) -> Option<MemberId> {
	match who {
		CLERK | CHIEF | DEPUTY | WARDEN => Some(COUNTY),
		JUDGE => Some(COURT),
		PROCURATOR => Some(PROCURATORATE),
		CONSTABLE => Some(POLICE),
		INSPECTOR => Some(CITY),
		NURSE => Some(HOSPITAL),
		_ => None,
	}
}

/// Whether the member has a role on the cases.
fn is_party(member: MemberId) -> bool {
	[COUNTY, COURT, PROCURATORATE, POLICE].contains(&member)
}

fn keeps_records(who: u64) -> bool {
	[CLERK, CHIEF, WARDEN, JUDGE, PROCURATOR, CONSTABLE, INSPECTOR, NURSE].contains(&who)
}

fn approves(who: u64) -> bool {
	[CHIEF, DEPUTY].contains(&who)
}

pub fn writes(who: u64, class: ClassId) -> bool {
	match class {
		classes::SUPERVISION => [CLERK, CHIEF, CONSTABLE].contains(&who),
		classes::CIRCUMSTANCES | classes::REVIEW => {
			[CLERK, CHIEF, JUDGE, PROCURATOR, CONSTABLE].contains(&who)
		},
		_ => false,
	}
}

#[derive(Clone, Debug)]
pub struct Rec {
	pub case: CaseId,
	pub class: ClassId,
	pub author: MemberId,
	pub officer: u64,
	pub entered_by: u64,
	pub entered: LegalDate,
	pub superseded_by: Option<u64>,
	pub sources: BTreeSet<u64>,
	pub log: Vec<(Moment, RecordStatus)>,
	pub vouched: BTreeSet<MemberId>,
	pub dispute: Option<(Option<MemberId>, Moment)>,
	pub shred: Option<(u64, u64)>,
}

impl Rec {
	pub fn status(&self) -> RecordStatus {
		self.log.last().expect("it began somehow; qed").1
	}

	fn stands(&self) -> bool {
		[Anchored, Trusted].contains(&self.status())
	}
}

#[derive(Clone, Debug)]
pub struct Check {
	pub day: LegalDate,
	pub place: Option<usize>,
	pub drawn: Option<(u64, LegalDate)>,
	pub outcome: Option<RecheckOutcome>,
}

#[derive(Default)]
pub struct Model {
	pub records: Vec<Rec>,
	pub archived: std::collections::BTreeMap<CaseId, LegalDate>,
	pub roots: BTreeSet<(MemberId, Option<UnitId>, LegalDate, ClassId)>,
	pub checks: Vec<Check>,
	/// Days for which classes beyond the founding ones keep; nothing once they are retired.
	pub classes: std::collections::BTreeMap<u16, Option<u32>>,
}

impl Model {
	pub fn get(&self, id: RecordId) -> Option<&Rec> {
		self.records.get(id.0 as usize)
	}

	fn change(&mut self, id: RecordId, to: RecordStatus) -> bool {
		let rec = &mut self.records[id.0 as usize];
		rec.log.push((now(), to));
		rec.dispute = rec.dispute.filter(|_| to == Disputed);
		rec.shred = rec.shred.filter(|_| to == Frozen);
		true
	}

	/// Whether what rests on the record has lost its ground.
	pub fn is_bad(&self, id: u64) -> bool {
		let rec = &self.records[id as usize];
		[Disputed, Superseded, Sealed, Shredded].contains(&rec.status())
			|| rec.superseded_by.is_some()
			|| self.is_marked(id)
	}

	pub fn is_marked(&self, id: u64) -> bool {
		self.records[id as usize].sources.iter().any(|source| self.is_bad(*source))
	}

	pub fn anchor(&mut self, who: u64, entry: &Anchor<u64>) -> bool {
		let Some(author) = member(who) else { return false };
		let officer = entry.officer.unwrap_or(who);
		let old = entry.supersedes.map(|old| self.get(old).cloned());
		let archived = self.archived.get(&entry.case).copied();
		let sources: BTreeSet<u64> = entry.derived_from.iter().map(|source| source.0).collect();
		let good = writes(who, entry.class)
			&& entry.act_date <= today()
			&& entry.size <= 16
			&& entry.schema.is_none()
			&& entry.seal.as_ref().is_none_or(|seal| seal.len() == 64)
			&& member(officer) == Some(author)
			&& archived.is_none_or(|on| {
				old.is_some() || entry.class == classes::REVIEW || entry.act_date <= on
			}) && old.as_ref().is_none_or(|old| {
			old.as_ref().is_some_and(|old| {
				(old.case, old.class, old.author) == (entry.case, entry.class, author)
					&& old.superseded_by.is_none()
					&& [Anchored, Trusted, Disputed, Sealed, Frozen].contains(&old.status())
			})
		}) && sources.len() == entry.derived_from.len()
			&& sources.iter().all(|source| {
				self.get(RecordId(*source))
					.is_some_and(|rec| rec.case == entry.case && rec.status() != Shredded)
			});
		if !good {
			return false;
		}
		let competent = match entry.class {
			classes::SUPERVISION => author == COUNTY,
			classes::REVIEW => true,
			_ => false,
		};
		let trusted = competent && old.flatten().is_none_or(|old| Self::standing(&old) == Trusted);
		let id = self.records.len() as u64;
		self.records.push(Rec {
			case: entry.case,
			class: entry.class,
			author,
			officer,
			entered_by: who,
			entered: today(),
			superseded_by: None,
			sources,
			log: vec![(now(), if trusted { Trusted } else { Anchored })],
			vouched: BTreeSet::new(),
			dispute: None,
			shred: None,
		});
		if let Some(old) = entry.supersedes {
			self.records[old.0 as usize].superseded_by = Some(id);
			if self.records[old.0 as usize].status() != Sealed {
				self.change(old, Superseded);
			}
		}
		true
	}

	pub fn batch(&mut self, who: u64, entries: &[Anchor<u64>]) -> Result<(), Option<u32>> {
		let before = self.records.clone();
		for (place, entry) in entries.iter().enumerate() {
			if !self.anchor(who, entry) {
				self.records = before;
				return Err(Some(place as u32));
			}
		}
		if entries.is_empty() {
			return Err(None);
		}
		Ok(())
	}

	pub fn root(
		&mut self,
		who: u64,
		class: ClassId,
		unit: Option<UnitId>,
		day: LegalDate,
		count: u32,
	) -> bool {
		let positions = class == crate::classes::POSITIONS;
		let Some(of) = member(who) else { return false };
		let good = (positions || class == classes::DEVICE_READINGS)
			&& [CLERK, CHIEF, INSPECTOR].contains(&who)
			&& unit.is_none_or(|unit| of == COUNTY && [STATION, OTHER_STATION].contains(&unit))
			&& day < today()
			&& count > 0
			&& (!positions || unit == Some(STATION));
		good && self.roots.insert((of, unit, day, class))
	}

	pub fn attest(&mut self, who: u64, id: RecordId) -> bool {
		let (Some(of), Some(rec)) = (member(who), self.get(id)) else { return false };
		let entitled: &[MemberId] = match (rec.class, rec.author) {
			// The one that is competent does not vouch for itself.
			(classes::SUPERVISION, COUNTY) => &[COURT, PROCURATORATE, CITY],
			(classes::SUPERVISION, _) => &[COUNTY],
			(classes::CIRCUMSTANCES, _) => &[COUNTY, POLICE, PROCURATORATE],
			(_, COUNTY) => &[COURT, POLICE, PROCURATORATE, CITY],
			_ => &[COUNTY, COURT, POLICE, PROCURATORATE],
		};
		let good = (keeps_records(who) || approves(who))
			&& who != WARDEN
			&& of != rec.author
			&& entitled.contains(&of)
			&& rec.status() == Anchored
			&& !rec.vouched.contains(&of);
		if !good {
			return false;
		}
		let rec = &mut self.records[id.0 as usize];
		rec.vouched.insert(of);
		let having = rec.vouched.len() + usize::from(entitled.contains(&rec.author));
		if rec.class != classes::CIRCUMSTANCES || having >= 2 {
			self.change(id, Trusted);
		}
		true
	}

	fn serves(&self, basis: RecordId, id: RecordId, case: CaseId) -> Option<&Rec> {
		self.get(basis).filter(|rec| {
			basis != id && rec.case == case && rec.class == classes::REVIEW && rec.stands()
		})
	}

	pub fn dispute(&mut self, who: u64, id: RecordId, reasons: RecordId) -> bool {
		let Some(rec) = self.get(id) else { return false };
		let Some(given) = self.serves(reasons, id, rec.case) else { return false };
		let entitled = match member(who) {
			Some(of) => {
				keeps_records(who)
					&& who != WARDEN
					&& is_party(of) && of != rec.author
					&& given.author == of
			},
			None => who == GUARDIAN && rec.case == CASE,
		};
		if !entitled || ![Anchored, Trusted, Frozen].contains(&rec.status()) {
			return false;
		}
		self.change(id, Disputed);
		self.records[id.0 as usize].dispute = Some((member(who), now()));
		true
	}

	/// The status before the last change.
	fn before(rec: &Rec) -> RecordStatus {
		rec.log[rec.log.len() - 2].1
	}

	pub fn settle(
		&mut self,
		who: u64,
		id: RecordId,
		how: Settlement,
		evidence: Option<RecordId>,
	) -> bool {
		let Some(rec) = self.get(id) else { return false };
		let Some((by, since)) = rec.dispute else { return false };
		let good = match (how, member(who)) {
			(Settlement::Withdrawn, Some(of)) => {
				keeps_records(who) && who != WARDEN && by == Some(of)
			},
			(Settlement::Withdrawn, None) => who == GUARDIAN && rec.case == CASE && by.is_none(),
			(_, Some(of)) => {
				[CHIEF, JUDGE, PROCURATOR, INSPECTOR].contains(&who)
					&& of != rec.author
					&& by != Some(of)
					&& (is_party(of) || of == CITY && rec.author == COUNTY)
					&& evidence
						.and_then(|given| self.serves(given, id, rec.case))
						.is_some_and(|given| given.author == of && given.log[0].0 >= since)
			},
			(_, None) => false,
		};
		if !good {
			return false;
		}
		let before = Self::before(rec);
		if how == Settlement::Refuted {
			self.records[id.0 as usize].vouched.clear();
			self.change(id, Sealed)
		} else {
			self.change(id, before)
		}
	}

	/// The status, or the one before it was frozen or sealed.
	fn standing(rec: &Rec) -> RecordStatus {
		match rec.status() {
			Frozen | Sealed => Self::before(rec),
			status => status,
		}
	}

	/// A decision that `who` does not answer for.
	fn decides(&self, who: u64, basis: RecordId, id: RecordId, rec: &Rec) -> Option<&Rec> {
		let given = self.serves(basis, id, rec.case);
		given.filter(|given| ![given.officer, given.entered_by].contains(&who))
	}

	/// Whether the county may put away or bring back the record upon what `given` says.
	fn is_entitled(rec: &Rec, given: &Rec) -> bool {
		rec.author == COUNTY
			|| given.author == rec.author
			|| given.author == COURT && rec.author != PROCURATORATE
	}

	/// Whether `who` keeps the record for its author or for the agency that executes.
	fn keeps(who: u64, rec: &Rec) -> bool {
		who != WARDEN && member(who).is_some_and(|of| of == rec.author || of == COUNTY)
	}

	pub fn seal(&mut self, who: u64, id: RecordId, basis: RecordId) -> bool {
		let Some(rec) = self.get(id) else { return false };
		let good = Self::keeps(who, rec)
			&& approves(who)
			&& ![rec.officer, rec.entered_by].contains(&who)
			&& [Anchored, Trusted, Superseded].contains(&rec.status())
			&& self.decides(who, basis, id, rec).is_some_and(|given| Self::is_entitled(rec, given));
		good && self.change(id, Sealed)
	}

	pub fn unseal(&mut self, who: u64, id: RecordId, basis: RecordId) -> bool {
		let Some(rec) = self.get(id) else { return false };
		let good = Self::keeps(who, rec)
			&& approves(who)
			&& ![rec.officer, rec.entered_by].contains(&who)
			&& rec.status() == Sealed
			&& self.decides(who, basis, id, rec).is_some_and(|given| {
				if Self::before(rec) == Disputed {
					// Others have refuted it: a third agency says otherwise, later.
					[COURT, PROCURATORATE].contains(&given.author)
						&& given.author != rec.author
						&& Some(&given.log[0].0) > rec.log.last().map(|(since, _)| since)
				} else {
					Self::is_entitled(rec, given)
				}
			});
		if !good {
			return false;
		}
		let to = match Self::before(rec) {
			_ if rec.superseded_by.is_some() => Superseded,
			Disputed => Anchored,
			before => before,
		};
		self.change(id, to)
	}

	/// The days from which it may be frozen and destroyed.
	fn ripe(&self, rec: &Rec) -> Option<(LegalDate, LegalDate)> {
		if rec.class == classes::REVIEW {
			let day = (*self.archived.get(&rec.case)?).max(rec.entered);
			Some((day.plus(FREEZE), day.plus(KEEP)))
		} else {
			let day = rec.entered.plus(WORKING);
			Some((day, day))
		}
	}

	pub fn freeze(&mut self, who: u64, id: RecordId) -> bool {
		let Some(rec) = self.get(id) else { return false };
		let good = Self::keeps(who, rec)
			&& keeps_records(who)
			&& [Anchored, Trusted, Superseded].contains(&rec.status())
			&& self.ripe(rec).is_some_and(|(freeze, _)| freeze <= today());
		good && self.change(id, Frozen)
	}

	fn may_go(&self, id: RecordId, basis: RecordId) -> bool {
		let Some(rec) = self.get(id) else { return false };
		let ready = match rec.class {
			classes::REVIEW => [Frozen, Sealed, Superseded].contains(&rec.status()),
			_ => ![Disputed, Shredded].contains(&rec.status()),
		};
		ready
			&& self.ripe(rec).is_some_and(|(_, shred)| shred <= today())
			&& self.serves(basis, id, rec.case).is_some()
	}

	pub fn propose_shred(&mut self, who: u64, id: RecordId, basis: RecordId) -> bool {
		let Some(rec) = self.get(id) else { return false };
		let good = Self::keeps(who, rec)
			&& (keeps_records(who) || approves(who))
			&& rec.shred.is_none()
			&& self.may_go(id, basis);
		if good {
			self.records[id.0 as usize].shred = Some((who, basis.0));
		}
		good
	}

	pub fn confirm_shred(&mut self, who: u64, id: RecordId) -> bool {
		let Some(rec) = self.get(id) else { return false };
		let Some((by, basis)) = rec.shred else { return false };
		let good =
			Self::keeps(who, rec) && approves(who) && who != by && self.may_go(id, RecordId(basis));
		good && self.change(id, Shredded)
	}

	pub fn withdraw_shred(&mut self, who: u64, id: RecordId) -> bool {
		let Some(rec) = self.get(id) else { return false };
		let good =
			Self::keeps(who, rec) && (keeps_records(who) || approves(who)) && rec.shred.is_some();
		if good {
			self.records[id.0 as usize].shred = None;
		}
		good
	}

	pub fn add_lineage(&mut self, who: u64, id: RecordId, source: RecordId) -> bool {
		let (Some(rec), Some(ground)) = (self.get(id), self.get(source)) else { return false };
		let good = writes(who, rec.class)
			&& source < id
			&& !rec.sources.contains(&source.0)
			&& rec.case == ground.case
			&& ground.status() != Shredded
			&& rec.sources.len() < 8;
		if good {
			self.records[id.0 as usize].sources.insert(source.0);
		}
		good
	}

	/// What the county's agency itself anchored on a day.
	pub fn anchored_on(&self, day: LegalDate) -> Vec<u64> {
		let of = |(_, rec): &(usize, &Rec)| rec.author == COUNTY && rec.entered == day;
		self.records.iter().enumerate().filter(of).map(|(id, _)| id as u64).collect()
	}

	pub fn request(&mut self, who: u64, day: LegalDate) -> bool {
		let good = [PROCURATOR, INSPECTOR].contains(&who)
			&& day < today()
			&& !self.anchored_on(day).is_empty();
		if good {
			self.checks.push(Check { day, place: None, drawn: None, outcome: None });
		}
		good
	}

	pub fn answer(&mut self, who: u64, check: usize, matches: bool) -> bool {
		let Some(found) = self.checks.get(check) else { return false };
		let Some((id, _)) = found.drawn else { return false };
		let rec = &self.records[id as usize];
		let good = found.outcome.is_none()
			&& rec.status() != Shredded
			&& ([CHIEF, DEPUTY, PROCURATOR].contains(&who))
			&& ![rec.officer, rec.entered_by].contains(&who);
		if good {
			let outcome = if matches { RecheckOutcome::Matches } else { RecheckOutcome::Differs };
			self.checks[check].outcome = Some(outcome);
		}
		good
	}

	/// What happens by itself: what is ripe in archived cases freezes, draws are taken in order, and
	/// checks end unanswered.
	pub fn follow(&mut self) {
		for id in 0..self.records.len() {
			let rec = &self.records[id];
			let ripe = self.archived.contains_key(&rec.case)
				&& self.ripe(rec).is_some_and(|(freeze, _)| freeze <= today());
			if ripe && [Anchored, Trusted, Superseded].contains(&rec.status()) {
				self.change(RecordId(id as u64), Frozen);
			}
		}
		for number in 0..self.checks.len() {
			let Some(place) = self.checks[number].place else { break };
			if self.checks[number].drawn.is_none() {
				let id = self.anchored_on(self.checks[number].day)[place];
				self.checks[number].drawn = Some((id, today().plus(5)));
			}
		}
		for check in &mut self.checks {
			let late = check.drawn.is_some_and(|(_, due)| due < today());
			if late && check.outcome.is_none() {
				let (id, _) = check.drawn.expect("late; qed");
				let destroyed = self.records[id as usize].status() == Shredded;
				check.outcome = Some(match destroyed {
					true => RecheckOutcome::Destroyed,
					false => RecheckOutcome::Unanswered,
				});
			}
		}
	}

	/// A class beyond the founding ones gets a rule with so many days.
	pub fn set_class(&mut self, class: u16, days: u32) -> bool {
		let before = self.classes.get(&class);
		let good =
			days > 0 && days <= 36_500 && before.is_none_or(|d| d.is_some_and(|d| d != days));
		if good {
			self.classes.insert(class, Some(days));
		}
		good
	}

	pub fn retire_class(&mut self, class: u16) -> bool {
		let good = self.classes.get(&class).is_some_and(|days| days.is_some());
		if good {
			self.classes.insert(class, None);
		}
		good
	}
}
