//! Who may do what does not change the stage.

use crate::{
	transitions::{executing, law, measures, Who, DECIDER, RUNNING},
	types::{Article, IntervalKind, Law},
};
use shejiao_primitives::{
	case::Stage,
	duty::{Acts, Duties},
	record::{classes, ClassId},
};

const WORK: Duties = Duties::CASEWORK.union(Duties::ENFORCEMENT);

/// Who may do something, by which article.
pub struct Permission {
	/// Who.
	pub who: &'static [Who],
	/// By which article.
	pub article: Article,
}

/// Computing a term.
pub const COMPUTE: Permission = Permission {
	who: &[executing(WORK, false, Some(Acts::DAILY_SUPERVISION))],
	article: Article { law: Law::CriminalProcedure, number: 268 },
};

/// Confirming a term that another officer has computed.
pub const CONFIRM: Permission =
	Permission { who: &[executing(Duties::APPROVAL, true, None)], article: COMPUTE.article };

/// Entering the certificate.
pub const CERTIFY: Permission = Permission {
	who: &[executing(Duties::ENFORCEMENT.union(Duties::APPROVAL), true, None)],
	article: law(44),
};

/// Assigning a unit and an officer.
pub const ASSIGN: Permission = Permission {
	who: &[executing(Duties::APPROVAL.union(Duties::HEAD), true, None)],
	article: law(10),
};

/// Adding and removing parties by decision.
pub const PARTIES: Permission =
	Permission { who: &[executing(Duties::APPROVAL, true, None)], article: law(20) };

/// Adding a sealed party by policy. The policy itself is not on chain: a state functionary says that there
/// is one, commits to it, and answers for that.
pub const POLICY: Permission =
	Permission { who: &[executing(WORK, true, Some(Acts::DAILY_SUPERVISION))], article: law(20) };

/// A row of the table of intervals.
pub struct IntervalRow {
	/// The kind.
	pub kind: IntervalKind,
	/// Who may open it.
	pub open: &'static [Who],
	/// Who may close it.
	pub close: &'static [Who],
	/// At which stages it may be opened. It may be closed at any: what has ended is entered late too.
	pub opens_at: &'static [Stage],
	/// The evidence of both acts is of one of these classes.
	pub evidence: &'static [ClassId],
	/// Whether several may be open at a time.
	pub several: bool,
	/// By which article.
	pub article: Article,
}

const BY_APPROVAL: &[Who] = &[executing(Duties::APPROVAL, true, None)];

/// A letter between agencies: of every interval the same class, since it stands in the open and would
/// tell a minor (a judgment), a patient (circumstances) or an escape (conduct). What the letter says, and
/// from what it is derived, is inside the record.
const LETTER: &[ClassId] = &[classes::CORRESPONDENCE];

const MEASURE: IntervalRow = IntervalRow {
	kind: IntervalKind::Measure,
	open: &[executing(WORK, false, Some(Acts::DAILY_SUPERVISION))],
	close: &[executing(WORK, false, Some(Acts::DAILY_SUPERVISION))],
	opens_at: &[Stage::Open],
	evidence: LETTER,
	several: false,
	article: measures(41),
};

const END_HELD: IntervalRow = IntervalRow {
	kind: IntervalKind::EndHeld,
	open: BY_APPROVAL,
	close: BY_APPROVAL,
	// What was decided in time is entered late: it does not undo an end by rule, but lets a decision of a
	// later day take the place of it.
	opens_at: &[
		Stage::AwaitingReception,
		Stage::Open,
		Stage::Ended,
		Stage::AfterCare,
		Stage::Archived,
	],
	evidence: LETTER,
	several: false,
	article: Article { law: Law::TermEndNotice, number: 0 },
};

const EXIT_BAN: IntervalRow = IntervalRow {
	kind: IntervalKind::ExitBan,
	open: &[executing(WORK, true, None)],
	close: &[executing(WORK, true, None)],
	opens_at: RUNNING,
	evidence: LETTER,
	several: false,
	article: Article { law: Law::ExitBanNotice, number: 0 },
};

const RESTRICTION: IntervalRow = IntervalRow {
	kind: IntervalKind::Restriction,
	open: &[executing(WORK, false, Some(Acts::DAILY_SUPERVISION)), DECIDER],
	close: BY_APPROVAL,
	// In the archive too: what must be closed is closed, whenever that is found.
	opens_at: &Stage::ALL,
	evidence: LETTER,
	several: true,
	article: law(54),
};

/// The row of a kind of interval.
pub const fn interval_row(kind: IntervalKind) -> &'static IntervalRow {
	match kind {
		IntervalKind::Measure => &MEASURE,
		IntervalKind::EndHeld => &END_HELD,
		IntervalKind::ExitBan => &EXIT_BAN,
		IntervalKind::Restriction => &RESTRICTION,
	}
}
