//! The table of transitions: for every step from where to where, who may make it, what evidence it
//! needs, and which clocks it starts, completes and cancels. There is no other way to a stage.

use crate::types::{Article, Law, StepKind};
use shejiao_primitives::{
	case::{CaseCategory, PartyRoles, Stage},
	clock::{kinds, KindId},
	duty::{Acts, Duties},
	member::MemberKind,
	record::{classes, ClassId},
};

/// Somebody who may: an officer of a party with this role.
pub struct Who {
	/// The role of the party.
	pub role: PartyRoles,
	/// Kinds of member that may have the role here.
	pub kinds: &'static [MemberKind],
	/// One of these duties.
	pub duties: Duties,
	/// Whether only a state functionary may (法 10, S29).
	pub functionary: bool,
	/// What must be delegated to the unit of an officer that belongs to one. `None`: the agency itself
	/// alone.
	pub unit: Option<Acts>,
}

/// When a clock is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
	/// Always.
	Always,
	/// The person reports: 管制, 缓刑, 假释.
	Reports,
	/// The person is handed over: 暂予监外执行.
	HandedOver,
}

impl When {
	/// Whether it holds in a case of `category`.
	pub fn holds(self, category: Option<CaseCategory>) -> bool {
		let handed_over = category == Some(CaseCategory::TemporaryRelease);
		match self {
			Self::Always => true,
			Self::Reports => !handed_over,
			Self::HandedOver => handed_over,
		}
	}
}

/// A clock that a step starts.
pub struct Start {
	/// Its kind.
	pub kind: KindId,
	/// Who must act: the first of these roles that a party has.
	pub owners: &'static [PartyRoles],
	/// When.
	pub when: When,
}

/// A row of the table.
pub struct Row {
	/// The step.
	pub step: StepKind,
	/// From one of these stages; none is the registration.
	pub from: &'static [Stage],
	/// To this one.
	pub to: Stage,
	/// At one of these it is entered afterwards, where the rule had ended the case: the act was earlier.
	/// The case stays where it has got to since.
	pub afterwards: &'static [Stage],
	/// Who may; nobody where a rule acts.
	pub who: &'static [Who],
	/// The evidence is of one of these classes. None where there can be no record yet.
	pub evidence: &'static [ClassId],
	/// Clocks that it starts, from the day of the act.
	pub starts: &'static [Start],
	/// Clocks that it completes, by the day of the act.
	pub completes: &'static [KindId],
	/// Clocks whose act is not due any more.
	pub cancels: &'static [KindId],
	/// By which article.
	pub article: Article,
}

impl Row {
	/// The stage to which it leads from `from`, if it does.
	pub fn leads(&self, from: Stage) -> Option<Stage> {
		if self.from.contains(&from) {
			return Some(self.to);
		}
		self.afterwards.contains(&from).then_some(from)
	}
}

pub(crate) const fn law(number: u16) -> Article {
	Article { law: Law::CommunityCorrections, number }
}

pub(crate) const fn measures(number: u16) -> Article {
	Article { law: Law::Implementation, number }
}

/// Stages at which a term runs: from the day on which the judgment is final, whether the person has been
/// received or not (L39).
pub const RUNNING: &[Stage] = &[Stage::AwaitingReception, Stage::Open];

/// The county's justice bureau.
pub(crate) const BUREAU: &[MemberKind] = &[MemberKind::JusticeBureau];
/// 社区矫正决定机关.
pub(crate) const DECIDERS: &[MemberKind] =
	&[MemberKind::Court, MemberKind::Prison, MemberKind::PublicSecurity];

/// An officer of the executing agency.
pub(crate) const fn executing(duties: Duties, functionary: bool, unit: Option<Acts>) -> Who {
	Who { role: PartyRoles::EXECUTING, kinds: BUREAU, duties, functionary, unit }
}

/// Whoever decides in court, prison or police.
pub(crate) const DECIDER: Who = Who {
	role: PartyRoles::DECIDING,
	kinds: DECIDERS,
	duties: Duties::DECISION,
	functionary: true,
	unit: None,
};

const COMMISSIONER: Who = Who { role: PartyRoles::COMMISSIONING, ..DECIDER };

/// Police and procuratorate may commission too (L3a).
const PROSECUTING: Who = Who {
	role: PartyRoles::COMMISSIONING,
	kinds: &[MemberKind::Procuratorate, MemberKind::PublicSecurity],
	duties: Duties::SUPERVISION.union(Duties::ENFORCEMENT),
	functionary: true,
	unit: None,
};

const BY_DECIDER: Start =
	Start { kind: kinds::EFFECT_NOTICE, owners: &[PartyRoles::DECIDING], when: When::Always };

/// What an effective decision starts: L4, L5, and L8 or L9.
const AFTER_DECISION: &[Start] = &[
	BY_DECIDER,
	Start { kind: kinds::DELIVER_DOCUMENTS, ..BY_DECIDER },
	Start { kind: kinds::REPORT, owners: &[PartyRoles::EXECUTING], when: When::Reports },
	Start {
		kind: kinds::HAND_OVER,
		owners: &[PartyRoles::CUSTODY, PartyRoles::DECIDING],
		when: When::HandedOver,
	},
];

const RECEIVED: Row = Row {
	step: StepKind::Receive,
	from: &[Stage::AwaitingReception],
	to: Stage::Open,
	afterwards: &[],
	who: &[executing(Duties::ENFORCEMENT, true, Some(Acts::RECEPTION))],
	evidence: &[classes::RECEPTION],
	starts: &[],
	completes: &[kinds::REPORT, kinds::HAND_OVER],
	cancels: &[],
	article: law(21),
};

const COMMISSIONED: Row = Row {
	step: StepKind::Commission,
	from: &[],
	to: Stage::PreDecision,
	afterwards: &[],
	who: &[COMMISSIONER, PROSECUTING],
	evidence: &[],
	starts: &[Start {
		kind: kinds::ASSESSMENT,
		owners: &[PartyRoles::EXECUTING],
		when: When::Always,
	}],
	completes: &[],
	cancels: &[],
	article: measures(13),
};

/// The table, in the order of [`StepKind`].
pub const TABLE: [Row; 13] = [
	COMMISSIONED,
	Row {
		step: StepKind::CommissionFast,
		starts: &[Start {
			kind: kinds::ASSESSMENT_FAST,
			owners: &[PartyRoles::EXECUTING],
			when: When::Always,
		}],
		..COMMISSIONED
	},
	Row {
		step: StepKind::RegisterDecided,
		to: Stage::AwaitingReception,
		who: &[DECIDER],
		starts: AFTER_DECISION,
		article: law(20),
		..COMMISSIONED
	},
	Row {
		step: StepKind::RegisterIncomplete,
		to: Stage::AwaitingReception,
		who: &[executing(Duties::ENFORCEMENT, true, Some(Acts::RECEPTION))],
		starts: &[Start { kind: kinds::COMPLETE_DOCUMENTS, ..BY_DECIDER }],
		article: measures(16),
		..COMMISSIONED
	},
	Row {
		step: StepKind::Import,
		to: Stage::Open,
		who: &[executing(Duties::APPROVAL, true, None)],
		starts: &[],
		article: law(20),
		..COMMISSIONED
	},
	Row {
		step: StepKind::Decide,
		from: &[Stage::PreDecision],
		to: Stage::AwaitingReception,
		who: &[DECIDER],
		evidence: &[classes::DECISIONS],
		starts: AFTER_DECISION,
		completes: &[],
		// It may be made without the opinion, which is not awaited any more.
		cancels: &[kinds::ASSESSMENT, kinds::ASSESSMENT_FAST],
		article: law(20),
		..RECEIVED
	},
	Row {
		step: StepKind::Drop,
		from: &[Stage::PreDecision],
		to: Stage::Archived,
		who: &[COMMISSIONER, PROSECUTING, DECIDER],
		evidence: &[classes::DECISIONS, classes::CORRESPONDENCE],
		completes: &[],
		article: measures(14),
		..RECEIVED
	},
	RECEIVED,
	Row {
		step: StepKind::Return,
		from: &[Stage::AwaitingReception],
		to: Stage::Ended,
		who: &[DECIDER, executing(Duties::APPROVAL, true, None)],
		evidence: &[classes::DECISIONS],
		completes: &[],
		cancels: &[
			kinds::EFFECT_NOTICE,
			kinds::DELIVER_DOCUMENTS,
			kinds::COMPLETE_DOCUMENTS,
			kinds::REPORT,
			kinds::HAND_OVER,
			kinds::APPRAISAL,
			kinds::CERTIFICATE,
			kinds::END_NOTICES,
		],
		article: law(46),
		..RECEIVED
	},
	Row {
		step: StepKind::End,
		from: &[Stage::Open],
		to: Stage::Ended,
		afterwards: &[Stage::Ended, Stage::AfterCare, Stage::Archived],
		who: &[DECIDER, executing(Duties::APPROVAL, true, None)],
		evidence: &[classes::END],
		completes: &[],
		cancels: &[kinds::APPRAISAL, kinds::CERTIFICATE, kinds::END_NOTICES],
		article: law(45),
		..RECEIVED
	},
	Row {
		step: StepKind::EndByRule,
		from: RUNNING,
		to: Stage::Ended,
		who: &[],
		evidence: &[],
		completes: &[],
		cancels: &[kinds::REPORT, kinds::HAND_OVER],
		article: law(44),
		..RECEIVED
	},
	Row {
		step: StepKind::BeginAfterCare,
		from: &[Stage::Ended],
		to: Stage::AfterCare,
		who: &[executing(
			Duties::CASEWORK.union(Duties::ENFORCEMENT),
			false,
			Some(Acts::HAND_OVER),
		)],
		evidence: &[classes::END],
		completes: &[],
		article: measures(53),
		..RECEIVED
	},
	Row {
		step: StepKind::Archive,
		from: &[Stage::Ended, Stage::AfterCare],
		to: Stage::Archived,
		who: &[executing(Duties::APPROVAL.union(Duties::RECORDS), false, None)],
		evidence: &[classes::END],
		completes: &[],
		article: Article { law: Law::Archives, number: 0 },
		..RECEIVED
	},
];

/// The row of a step.
pub const fn row(step: StepKind) -> &'static Row {
	const ROWS: &[Row; 13] = &TABLE;
	let [commission, fast, decided, incomplete, import, decide, drop, receive, r#return, end, by_rule, after_care, archive] =
		ROWS;
	match step {
		StepKind::Commission => commission,
		StepKind::CommissionFast => fast,
		StepKind::RegisterDecided => decided,
		StepKind::RegisterIncomplete => incomplete,
		StepKind::Import => import,
		StepKind::Decide => decide,
		StepKind::Drop => drop,
		StepKind::Receive => receive,
		StepKind::Return => r#return,
		StepKind::End => end,
		StepKind::EndByRule => by_rule,
		StepKind::BeginAfterCare => after_care,
		StepKind::Archive => archive,
	}
}
