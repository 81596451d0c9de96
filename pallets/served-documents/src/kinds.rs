//! What the law says of each kind of document.

use shejiao_primitives::{
	case::{PartyRoles, Stage},
	clock::{kinds, KindId},
	document::DocumentKind as Kind,
	duty::Acts,
	record::{classes, ClassId},
};

/// The rule of a kind.
pub(crate) struct KindRule {
	/// Roles of which the sender has one.
	pub senders: PartyRoles,
	/// Roles of which everybody must be reached.
	pub reaches: &'static [PartyRoles],
	/// Clocks of the case that sending it completes.
	pub completes: &'static [KindId],
	/// The stage from which on it makes sense. Later stages never stop a late entry.
	pub from: Stage,
	/// The delegated act within which a unit sends it; `None` when the agency itself must.
	pub delegated: Option<Acts>,
}

const NOBODY: &[PartyRoles] = &[];
const NOTHING: &[KindId] = &[];

/// The rule of `kind`. A letter whose kind would tell the cause of a restriction is a [`Kind::Other`],
/// with its kind inside the record.
pub(crate) const fn rule(kind: Kind) -> KindRule {
	let decides = PartyRoles::COMMISSIONING.union(PartyRoles::DECIDING);
	match kind {
		// 办法 13.
		Kind::Commission => KindRule {
			senders: decides,
			reaches: &[PartyRoles::EXECUTING],
			completes: NOTHING,
			from: Stage::PreDecision,
			delegated: None,
		},
		// L1 to L3: the opinion goes to the commissioning body, a copy to the procuratorate.
		Kind::Opinion => KindRule {
			senders: PartyRoles::EXECUTING,
			reaches: &[PartyRoles::COMMISSIONING, PartyRoles::SUPERVISING],
			completes: &[kinds::ASSESSMENT, kinds::ASSESSMENT_FAST],
			from: Stage::PreDecision,
			delegated: Some(Acts::INVESTIGATION),
		},
		// L3: the judgment states whether the opinion was adopted.
		Kind::AdoptionResult => KindRule {
			senders: decides,
			reaches: &[PartyRoles::EXECUTING],
			completes: NOTHING,
			from: Stage::PreDecision,
			delegated: None,
		},
		// L5, 法 20: to the agency, copies to procuratorate and police, to those of the place of
		// decision as well; and L7, when some were missing.
		Kind::ExecutionDocuments => KindRule {
			senders: PartyRoles::DECIDING.union(PartyRoles::CUSTODY),
			reaches: &[
				PartyRoles::EXECUTING,
				PartyRoles::SUPERVISING,
				PartyRoles::POLICE,
				PartyRoles::COPIED,
			],
			completes: &[kinds::DELIVER_DOCUMENTS, kinds::COMPLETE_DOCUMENTS],
			from: Stage::AwaitingReception,
			delegated: None,
		},
		// L4, 法 20.
		Kind::EffectNotice => KindRule {
			senders: PartyRoles::DECIDING,
			reaches: &[PartyRoles::EXECUTING],
			completes: &[kinds::EFFECT_NOTICE],
			from: Stage::AwaitingReception,
			delegated: None,
		},
		// 办法 16, where the receipt is a document of its own.
		Kind::Receipt => KindRule {
			senders: PartyRoles::EXECUTING,
			reaches: &[PartyRoles::DECIDING],
			completes: NOTHING,
			from: Stage::AwaitingReception,
			delegated: Some(Acts::RECEPTION),
		},
		// L7, 办法 16.
		Kind::MissingDocuments => KindRule {
			senders: PartyRoles::EXECUTING,
			reaches: &[PartyRoles::DECIDING],
			completes: NOTHING,
			from: Stage::AwaitingReception,
			delegated: Some(Acts::RECEPTION),
		},
		Kind::ExitBan => KindRule {
			senders: PartyRoles::EXECUTING,
			reaches: &[PartyRoles::POLICE],
			completes: NOTHING,
			from: Stage::AwaitingReception,
			delegated: None,
		},
		// L31, 法 44.
		Kind::EndNotice => KindRule {
			senders: PartyRoles::EXECUTING,
			reaches: &[PartyRoles::DECIDING, PartyRoles::SUPERVISING, PartyRoles::POLICE],
			completes: &[kinds::END_NOTICES],
			// A term ends whether the person has been received or not.
			from: Stage::AwaitingReception,
			delegated: None,
		},
		// L30, 办法 53: the hand-over is the last of what is due 30 days before the end.
		Kind::AfterCareHandOver => KindRule {
			senders: PartyRoles::EXECUTING,
			reaches: NOBODY,
			completes: &[kinds::APPRAISAL],
			from: Stage::Open,
			delegated: Some(Acts::HAND_OVER),
		},
		Kind::Other => KindRule {
			senders: PartyRoles::ALL,
			reaches: NOBODY,
			completes: NOTHING,
			from: Stage::PreDecision,
			delegated: Some(Acts::DAILY_SUPERVISION),
		},
	}
}

/// Classes of which the record is one that a party with the roles `sender` serves as a document of
/// `kind`: any, where there is none.
pub(crate) const fn classes(kind: Kind, sender: PartyRoles) -> &'static [ClassId] {
	match kind {
		Kind::Commission => &[classes::CORRESPONDENCE, classes::ASSESSMENT],
		Kind::Opinion => &[classes::ASSESSMENT],
		// 办法 14: the judgment or decision itself says it.
		Kind::AdoptionResult => &[classes::DECISIONS],
		// What a custody hands over besides tells of the person, and decides nothing (法 20, 21).
		Kind::ExecutionDocuments if !sender.contains(PartyRoles::DECIDING) => {
			&[classes::DECISIONS, classes::RECEPTION, classes::CORRESPONDENCE]
		},
		Kind::ExecutionDocuments => &[classes::DECISIONS],
		Kind::EffectNotice => &[classes::DECISIONS, classes::CORRESPONDENCE],
		Kind::Receipt | Kind::MissingDocuments | Kind::ExitBan => &[classes::CORRESPONDENCE],
		Kind::EndNotice | Kind::AfterCareHandOver => &[classes::END],
		Kind::Other => &[],
	}
}

/// Clocks of the case that count from the day on which a recipient with `roles` received a document of
/// `kind`: the assessment from the commission with its materials (L1, L2, 办法 14), the hand-over from
/// the decision that the custody received (L9, 法 21).
pub(crate) const fn counted_from_receipt(kind: Kind, roles: PartyRoles) -> &'static [KindId] {
	match kind {
		Kind::Commission if roles.contains(PartyRoles::EXECUTING) => {
			&[kinds::ASSESSMENT, kinds::ASSESSMENT_FAST]
		},
		Kind::ExecutionDocuments if roles.contains(PartyRoles::CUSTODY) => &[kinds::HAND_OVER],
		_ => NOTHING,
	}
}

/// The clock of the receipt of a document of `kind` by a recipient with `roles`: the agency returns
/// the statutory one for execution documents (L6), everybody else the local one.
pub(crate) const fn receipt_clock(kind: Kind, roles: PartyRoles) -> KindId {
	match kind {
		Kind::ExecutionDocuments if roles.contains(PartyRoles::EXECUTING) => kinds::RETURN_RECEIPT,
		_ => kinds::DOCUMENT_RECEIPT,
	}
}
