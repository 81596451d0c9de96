//! The rules of the founding genesis: L1 to L39 of the project's list of law with their variants, what
//! practice adds, and the local rules. Every one is governed: this table is what a new chain starts
//! with, and nothing reads it afterwards.

use crate::kind::{
	Addressee, Audience, Confidence, Group, Kind, Law, Nature, PauseCause, PauseCauses, Source,
};
use alloc::{vec, vec::Vec};
use shejiao_primitives::{
	case::PartyRoles,
	clock::{kinds, KindId},
	deadline::{Period, Unit, YearCalendar},
	duty::Acts,
};

/// Numbers of rules that are parts of another rule or have none in the list. Of a rule `Ln` a second
/// part has n + 100.
pub mod more {
	use super::KindId;

	/// L3: the day that an agreed extension of an assessment sets.
	pub const AGREED_ASSESSMENT: KindId = KindId(3);
	/// L3a: police and procuratorate may commission an assessment too.
	pub const OTHER_COMMISSIONERS: KindId = KindId(103);
	/// L13: made longer by more than this, the provincial agency decides on the rhythm of L11 and L12.
	pub const LONGER_RHYTHM: KindId = KindId(13);
	/// L13: made longer by this or more, the next higher agency does.
	pub const LONG_RHYTHM: KindId = KindId(113);
	/// L14: most of a positioning order.
	pub const POSITIONING: KindId = KindId(14);
	/// L14: most of an extension of it.
	pub const POSITIONING_EXTENSION: KindId = KindId(114);
	/// L15: a leave is asked for ahead.
	pub const LEAVE_AHEAD: KindId = KindId(15);
	/// L16: longest leave that a 司法所 grants.
	pub const SHORT_LEAVE: KindId = KindId(16);
	/// L17: longest leave that a county agency grants at a time.
	pub const LONG_LEAVE: KindId = KindId(17);
	/// L18: leave within the window beyond which the next higher agency decides.
	pub const CUMULATIVE_LEAVE: KindId = KindId(18);
	/// L18: the window.
	pub const CUMULATIVE_LEAVE_WINDOW: KindId = KindId(118);
	/// L19: validity of an approval of regular activity elsewhere.
	pub const REGULAR_ACTIVITY: KindId = KindId(19);
	/// L20: a change of place is asked for ahead.
	pub const RELOCATION_AHEAD: KindId = KindId(20);
	/// L21: the agency asks the one of the new place.
	pub const RELOCATION_QUESTION: KindId = KindId(21);
	/// L21: that one answers.
	pub const RELOCATION_ANSWER: KindId = KindId(121);
	/// L22: a refusal is told to the person.
	pub const RELOCATION_REFUSAL: KindId = KindId(22);
	/// L23: the file is transferred.
	pub const FILE_TRANSFER: KindId = KindId(23);
	/// L23: the new agency returns the receipt.
	pub const FILE_RECEIPT: KindId = KindId(123);
	/// L24: the person reports at the new place.
	pub const REPORT_AT_NEW_PLACE: KindId = KindId(24);
	/// L25: least time in correction before a 表扬.
	pub const COMMENDATION: KindId = KindId(25);
	/// L27: longest custody after an arrest.
	pub const CUSTODY_AFTER_ARREST: KindId = KindId(127);
	/// L33: the court hears again.
	pub const RULING_REHEARING: KindId = KindId(133);
	/// L37: after-care of those released from prison.
	pub const AFTER_CARE_OF_PRISON: KindId = KindId(137);
	/// The certificate that there is no record (封存实施办法).
	pub const NO_RECORD_CERTIFICATE: KindId = KindId(201);
	/// 质疑: a question to the purchaser.
	pub const PROCUREMENT_QUESTION: KindId = KindId(202);
	/// The purchaser's reply.
	pub const PROCUREMENT_REPLY: KindId = KindId(203);
	/// 投诉: a complaint to the finance department.
	pub const PROCUREMENT_COMPLAINT: KindId = KindId(204);
	/// Its decision.
	pub const PROCUREMENT_DECISION: KindId = KindId(205);
	/// Least time to bid in an open tender.
	pub const TENDER: KindId = KindId(206);
	/// The contract after the award.
	pub const CONTRACT: KindId = KindId(207);
	/// Payment of what is due.
	pub const PAYMENT: KindId = KindId(208);
	/// The longest that a contract may set for it.
	pub const LONGEST_PAYMENT: KindId = KindId(209);
	/// Decision on a correction of facts (更正, PIPL 46 "promptly"): local rule.
	pub const FACT_CORRECTION: KindId = KindId(1_005);
	/// Decision on an objection to a sanction, a class or a leave (异议): local rule.
	pub const OBJECTION: KindId = KindId(1_006);
	/// Access to, or a copy of, one's own data (PIPL 45, 50): local rule.
	pub const OWN_DATA: KindId = KindId(1_007);
}

use Addressee as Who;
use Confidence::{Known, Rough, Verified};
use Law::{
	AfterCareOpinion, CommunityCorrections, Criminal, CriminalProcedure, ImplementationMeasures,
	JuvenileSealing, LeniencyOpinion, Local, ProcuratorateRules, ProcuratorialSuggestions,
	Procurement, SmallBusinessPayments,
};

const HEAD: Audience = Audience::HEAD;
const BOTH: Audience = Audience::HEAD.union(Audience::SUPERVISOR);

const fn days(n: u16) -> Period {
	Period::new(n, Unit::CalendarDay)
}

const fn working(n: u16) -> Period {
	Period::new(n, Unit::WorkingDay)
}

const fn months(n: u16) -> Period {
	Period::new(n, Unit::Month)
}

const fn hours(n: u16) -> Period {
	Period::new(n, Unit::Hour)
}

const fn source(law: Law, articles: [u16; 3], confidence: Confidence) -> Source {
	Source { law, articles, confidence }
}

/// A deadline that warns the head one to seven days ahead, and tells the supervisor too when it has run
/// out.
const fn deadline(period: Period, source: Source, who: Who, group: Group) -> Kind {
	let lead = match period.unit {
		Unit::CalendarDay | Unit::WorkingDay => {
			if period.length >= 10 {
				72
			} else if period.length >= 5 {
				48
			} else {
				24
			}
		},
		Unit::Month => 168,
		Unit::Hour => period.length / 2,
	};
	Kind {
		nature: Nature::Deadline,
		period: Some(period),
		source,
		also: None,
		who,
		warns: HEAD,
		expires: BOTH,
		lead,
		pauses: PauseCauses::NONE,
		extension: PartyRoles::NONE,
		sealed: false,
		group,
		acts: Acts(0),
	}
}

const fn limit(period: Period, source: Source, who: Who, group: Group) -> Kind {
	let kind = deadline(period, source, who, group);
	Kind { nature: Nature::Limit, lead: 0, warns: Audience::NONE, expires: Audience::NONE, ..kind }
}

const fn as_set(usual: Option<Period>, source: Source, who: Who, group: Group) -> Kind {
	let kind = deadline(days(5), source, who, group);
	Kind { nature: Nature::AsSet, period: usual, ..kind }
}

impl Kind {
	const fn sealed(self) -> Self {
		Self { sealed: true, ..self }
	}

	const fn also(self, source: Source) -> Self {
		Self { also: Some(source), ..self }
	}

	const fn under(self, acts: Acts) -> Self {
		Self { acts, ..self }
	}

	const fn lead(self, lead: u16) -> Self {
		Self { lead, ..self }
	}
}

/// An assessment pauses while materials are awaited and may be extended by agreement (L3); when it has
/// run out the commissioning body is told as well, which may decide without it.
const fn assessment(period: Period) -> Kind {
	let source = source(ImplementationMeasures, [14, 0, 0], Known);
	let kind = deadline(period, source, Who::Executing, Group::Assessment);
	Kind {
		pauses: PauseCauses::of(&[PauseCause::MaterialsAwaited, PauseCause::ForceMajeure]),
		extension: PartyRoles::COMMISSIONING,
		expires: BOTH.union(Audience::COMMISSIONING),
		acts: Acts::INVESTIGATION,
		..kind
	}
}

/// The kinds that a chain starts with.
pub fn kinds() -> Vec<(KindId, Kind)> {
	let mut all = before_and_at_reception();
	all.extend(in_correction());
	all.extend(at_the_end());
	all.extend(supervision());
	all.extend(funding());
	all.extend(local());
	all
}

/// The calendars that a chain starts with.
pub fn calendars() -> Vec<(u16, YearCalendar)> {
	vec![(2026, YearCalendar::of_2026())]
}

fn before_and_at_reception() -> Vec<(KindId, Kind)> {
	let law = |article| source(CommunityCorrections, [article, 0, 0], Verified);
	let measures = |article| source(ImplementationMeasures, [article, 0, 0], Known);
	let (assessment_group, reception) = (Group::Assessment, Group::Reception);
	let agreed = source(ImplementationMeasures, [13, 14, 0], Known);
	let permission = Kind {
		nature: Nature::Permission,
		period: None,
		..limit(
			days(1),
			source(LeniencyOpinion, [3, 0, 0], Verified),
			Who::Commissioning,
			assessment_group,
		)
		.also(source(ProcuratorateRules, [277, 0, 0], Verified))
	};
	vec![
		(kinds::ASSESSMENT, assessment(working(10))),
		(kinds::ASSESSMENT_FAST, assessment(working(5))),
		(more::AGREED_ASSESSMENT, as_set(None, agreed, Who::Executing, assessment_group)),
		(more::OTHER_COMMISSIONERS, permission),
		(kinds::EFFECT_NOTICE, deadline(days(5).rolling(), law(20), Who::Deciding, reception)),
		(kinds::DELIVER_DOCUMENTS, deadline(days(10).rolling(), law(20), Who::Deciding, reception)),
		(
			kinds::RETURN_RECEIPT,
			deadline(days(5).rolling(), measures(16), Who::Executing, reception)
				.under(Acts::RECEPTION),
		),
		(
			kinds::COMPLETE_DOCUMENTS,
			deadline(days(5).rolling(), measures(16), Who::Deciding, reception),
		),
		(
			kinds::REPORT,
			deadline(days(10).rolling(), law(21), Who::Person, reception).under(Acts::RECEPTION),
		),
		// Custody: never rolls.
		(kinds::HAND_OVER, deadline(days(10), law(21), Who::Custody, reception)),
	]
}

fn in_correction() -> Vec<(KindId, Kind)> {
	let law = |article| source(CommunityCorrections, [article, 0, 0], Verified);
	let measures = |article| source(ImplementationMeasures, [article, 0, 0], Known);
	let group = Group::Execution;
	let executing = |period, source| deadline(period, source, Who::Executing, group);
	let daily = Acts::DAILY_SUPERVISION;
	vec![
		(KindId(10), deadline(days(3).rolling(), measures(41), Who::Police, group).sealed()),
		// The person reports and is examined again; the agency keeps the clock, as of L8.
		(KindId(11), deadline(months(1), measures(24), Who::Person, group).sealed().under(daily)),
		(KindId(12), deadline(months(3), measures(24), Who::Person, group).sealed().under(daily)),
		(more::LONGER_RHYTHM, limit(months(3), measures(24), Who::Superior, group).sealed()),
		(more::LONG_RHYTHM, limit(months(1), measures(24), Who::Superior, group).sealed()),
		(more::POSITIONING, limit(months(3), law(29), Who::Executing, group).sealed()),
		(more::POSITIONING_EXTENSION, limit(months(3), law(29), Who::Executing, group).sealed()),
		(
			more::LEAVE_AHEAD,
			deadline(days(3).before(), measures(27), Who::Person, group).under(Acts::SHORT_LEAVE),
		),
		(
			more::SHORT_LEAVE,
			limit(days(7), measures(27), Who::Executing, group).under(Acts::SHORT_LEAVE),
		),
		(more::LONG_LEAVE, limit(days(30), measures(27), Who::Executing, group)),
		(more::CUMULATIVE_LEAVE, limit(days(30), measures(27), Who::Superior, group)),
		(more::CUMULATIVE_LEAVE_WINDOW, limit(months(2), measures(27), Who::Superior, group)),
		(more::REGULAR_ACTIVITY, limit(months(6), measures(29), Who::Executing, group)),
		(more::RELOCATION_AHEAD, deadline(months(1).before(), measures(30), Who::Person, group)),
		(more::RELOCATION_QUESTION, executing(days(5).rolling(), measures(30))),
		(more::RELOCATION_ANSWER, deadline(days(5).rolling(), measures(30), Who::Receiving, group)),
		(more::RELOCATION_REFUSAL, executing(days(5).rolling(), measures(30))),
		(more::FILE_TRANSFER, executing(days(5).rolling(), measures(31))),
		(more::FILE_RECEIPT, deadline(days(5).rolling(), measures(31), Who::Receiving, group)),
		(more::REPORT_AT_NEW_PLACE, deadline(days(7).rolling(), measures(31), Who::Person, group)),
		(more::COMMENDATION, limit(months(6), measures(33), Who::Executing, group).sealed()),
		(KindId(26), deadline(days(30).rolling(), law(33), Who::Court, group).sealed()),
		(KindId(27), deadline(hours(48), law(47), Who::Court, group).sealed()),
		(more::CUSTODY_AFTER_ARREST, limit(days(30), law(47), Who::Court, group).sealed()),
		(KindId(28), deadline(days(30).rolling(), law(48), Who::Court, group).sealed()),
		(KindId(29), deadline(days(30).rolling(), law(49), Who::Deciding, group).sealed()),
	]
}

fn at_the_end() -> Vec<(KindId, Kind)> {
	let measures = source(ImplementationMeasures, [53, 0, 0], Known);
	let last_day = source(CommunityCorrections, [44, 0, 0], Verified);
	let care = |confidence| source(AfterCareOpinion, [0, 0, 0], confidence);
	let sealing = |article, confidence| source(JuvenileSealing, [article, 0, 0], confidence);
	let group = Group::Conclusion;
	vec![
		(
			kinds::APPRAISAL,
			deadline(days(30).before(), measures, Who::Executing, group)
				.under(Acts::HAND_OVER)
				.lead(168),
		),
		(kinds::CERTIFICATE, as_set(None, last_day, Who::Executing, group)),
		(kinds::END_NOTICES, as_set(None, last_day, Who::Executing, group)),
		(
			kinds::AFTER_CARE,
			deadline(months(36), care(Rough), Who::Executing, group)
				.sealed()
				.under(Acts::HAND_OVER),
		),
		(
			more::AFTER_CARE_OF_PRISON,
			deadline(months(60), care(Rough), Who::Executing, group)
				.sealed()
				.under(Acts::HAND_OVER),
		),
		(
			kinds::SEALING_NOTICE,
			deadline(days(3).rolling(), sealing(0, Verified), Who::Court, group).sealed(),
		),
		(
			kinds::SEALING,
			deadline(days(3).rolling(), sealing(13, Verified), Who::Executing, group).sealed(),
		),
		// The term itself: computed from the decision, never by a period of this table.
		(
			KindId(39),
			as_set(None, source(Criminal, [41, 73, 83], Known), Who::Executing, group).sealed(),
		),
		(
			more::NO_RECORD_CERTIFICATE,
			deadline(working(3), sealing(0, Verified), Who::Recipient, group).sealed(),
		),
	]
}

fn supervision() -> Vec<(KindId, Kind)> {
	let procedure = |article| source(CriminalProcedure, [article, 0, 0], Verified);
	let rules = |article, confidence| source(ProcuratorateRules, [article, 0, 0], confidence);
	let group = Group::Supervision;
	let superior = Audience::HEAD.union(Audience::SUPERIOR);
	let of_procuratorate = |period, source| Kind {
		expires: superior,
		..deadline(period, source, Who::Procuratorate, group)
	};
	vec![
		(kinds::RELEASE_OPINION, of_procuratorate(months(1).rolling(), procedure(267))),
		(kinds::RULING_OPINION, of_procuratorate(days(20).rolling(), procedure(274))),
		(more::RULING_REHEARING, deadline(months(1).rolling(), procedure(274), Who::Court, group)),
		(kinds::OPINION_REVIEW, of_procuratorate(days(7).rolling(), rules(554, Verified))),
		(
			kinds::VIOLATION_REPLY,
			as_set(Some(days(15)), rules(553, Rough), Who::Supervised, group).also(source(
				ImplementationMeasures,
				[57, 0, 0],
				Known,
			)),
		),
		(
			kinds::SUGGESTION_REPLY,
			deadline(
				months(2).rolling(),
				source(ProcuratorialSuggestions, [19, 0, 0], Known),
				Who::Supervised,
				group,
			),
		),
	]
}

fn funding() -> Vec<(KindId, Kind)> {
	let procurement = source(Procurement, [0, 0, 0], Known);
	let payment = |article| source(SmallBusinessPayments, [article, 0, 0], Verified);
	let group = Group::Funding;
	let due = |period, source, who| Kind { expires: HEAD, ..deadline(period, source, who, group) };
	vec![
		(more::PROCUREMENT_QUESTION, due(working(7), procurement, Who::Supplier)),
		(more::PROCUREMENT_REPLY, due(working(7), procurement, Who::Purchaser)),
		(more::PROCUREMENT_COMPLAINT, due(working(15), procurement, Who::Supplier)),
		(more::PROCUREMENT_DECISION, due(working(30), procurement, Who::Finance)),
		(more::TENDER, limit(days(20), procurement, Who::Purchaser, group)),
		(more::CONTRACT, due(days(30), procurement, Who::Purchaser)),
		(more::PAYMENT, due(days(30), payment(9), Who::Purchaser)),
		(more::LONGEST_PAYMENT, limit(days(60), payment(9), Who::Purchaser, group)),
	]
}

fn local() -> Vec<(KindId, Kind)> {
	let rule = source(Local, [0, 0, 0], Known);
	let rough = source(Local, [0, 0, 0], Rough);
	let response = |period| deadline(period, rule, Who::Recipient, Group::Response);
	let rights = |period| deadline(period, rough, Who::Supervised, Group::Rights);
	vec![
		(kinds::ALERT_GRAVEST, response(hours(2))),
		(kinds::ALERT_SERIOUS, response(working(1)).lead(8)),
		(kinds::ALERT_ORDINARY, response(working(3))),
		(kinds::LEAD_ACKNOWLEDGEMENT, response(working(5))),
		(kinds::DOCUMENT_RECEIPT, response(days(5)).under(Acts::RECEPTION)),
		(more::FACT_CORRECTION, rights(working(15))),
		(more::OBJECTION, rights(working(10))),
		(more::OWN_DATA, rights(working(15))),
		(kinds::ALERT_FINDING, response(working(15))),
	]
}
