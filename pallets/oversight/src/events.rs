//! Events: everything that happens, old and new, so that the history can be rebuilt from them.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An alert was raised.
		#[codec(index = 0)]
		AlertRaised {
			/// The alert.
			alert: AlertId,
			/// Group of rules.
			rule: Rule,
			/// Severity.
			severity: Severity,
			/// Who must respond.
			owner: MemberId,
			/// What gave rise to it.
			source: Subject,
			/// Whom it is about, sealed.
			about: Option<H256>,
			/// Whose officer raised it; `None` when the runtime did.
			reporter: Option<MemberId>,
			/// The response clock, if there is one.
			clock: Option<ClockId>,
		},
		/// An open alert was raised again.
		#[codec(index = 1)]
		AlertRepeated {
			/// The alert.
			alert: AlertId,
			/// How often so far.
			times: u32,
		},
		/// A supervisor was told of an alert, or told again because it was raised again.
		#[codec(index = 2)]
		SupervisorTold {
			/// The alert.
			alert: AlertId,
			/// The supervisor.
			supervisor: MemberId,
		},
		/// An officer of the owner took an alert up.
		#[codec(index = 3)]
		AlertAcknowledged {
			/// The alert.
			alert: AlertId,
			/// The owner.
			owner: MemberId,
			/// The officer.
			by: T::AccountId,
		},
		/// It was found what is in an alert.
		#[codec(index = 4)]
		AlertFound {
			/// The alert.
			alert: AlertId,
			/// The officer.
			by: T::AccountId,
			/// What.
			outcome: Outcome,
			/// The finding.
			paper: Paper,
		},
		/// An alert was closed on its finding.
		#[codec(index = 5)]
		AlertClosed {
			/// The alert.
			alert: AlertId,
			/// The officer.
			by: T::AccountId,
			/// What it was found to be.
			outcome: Outcome,
		},
		/// What an alert is about has been settled; `closed` says whether that closed the alert.
		#[codec(index = 6)]
		AlertSettled {
			/// The alert.
			alert: AlertId,
			/// Whether the alert is closed by it.
			closed: bool,
		},
		/// An alert went to a superior.
		#[codec(index = 7)]
		AlertEscalated {
			/// The alert.
			alert: AlertId,
			/// The officer.
			by: T::AccountId,
			/// Its owner before.
			from: MemberId,
			/// Its owner now.
			to: MemberId,
			/// The response clock of the new owner, if there is one.
			clock: Option<ClockId>,
		},
		/// A notice was issued.
		#[codec(index = 8)]
		NoticeIssued {
			/// The notice.
			notice: NoticeId,
			/// Its kind.
			kind: NoticeKind,
			/// Who supervises.
			issuer: MemberId,
			/// Who must answer.
			addressee: MemberId,
			/// The officer.
			by: T::AccountId,
			/// Its text.
			paper: Paper,
			/// The day on which it was issued.
			issued: LegalDate,
			/// The last day for the reply, where the notice sets one.
			reply_by: Option<LegalDate>,
		},
		/// A notice was answered.
		#[codec(index = 9)]
		NoticeAnswered {
			/// The notice.
			notice: NoticeId,
			/// The officer.
			by: T::AccountId,
			/// What.
			answer: Answer,
			/// Its text.
			paper: Paper,
			/// The day of the reply.
			replied: LegalDate,
		},
		/// The addressee asks the issuer to review its notice (L34).
		#[codec(index = 10)]
		ReviewAsked {
			/// The notice.
			notice: NoticeId,
			/// The officer.
			by: T::AccountId,
			/// Why.
			paper: Paper,
			/// The day on which it asked.
			asked: LegalDate,
		},
		/// The issuer has reviewed its notice.
		#[codec(index = 11)]
		ReviewDecided {
			/// The notice.
			notice: NoticeId,
			/// The officer.
			by: T::AccountId,
			/// Whether the notice stands; otherwise it is taken back.
			upheld: bool,
			/// Why.
			paper: Paper,
			/// The day of the decision.
			decided: LegalDate,
			/// The last day for the reply to a notice that stands.
			reply_by: Option<LegalDate>,
		},
		/// A notice was not answered in time; its addressee is urged.
		#[codec(index = 12)]
		NoticeUrged {
			/// The notice.
			notice: NoticeId,
			/// Who must answer.
			addressee: MemberId,
		},
		/// The issuer has turned to its superior.
		#[codec(index = 13)]
		NoticeReportedUp {
			/// The notice.
			notice: NoticeId,
			/// The officer.
			by: T::AccountId,
			/// The superior.
			to: MemberId,
		},
		/// The answer is accepted, and the notice closed.
		#[codec(index = 14)]
		NoticeClosed {
			/// The notice.
			notice: NoticeId,
			/// The officer.
			by: T::AccountId,
			/// Its member: the issuer, or its superior.
			member: MemberId,
		},
		/// A notice was taken back.
		#[codec(index = 15)]
		NoticeWithdrawn {
			/// The notice.
			notice: NoticeId,
			/// The officer.
			by: T::AccountId,
			/// Its member: the issuer, or its superior.
			member: MemberId,
			/// Why.
			reason: Reason,
		},
		/// A lead was given to another agency.
		#[codec(index = 16)]
		LeadTransferred {
			/// The lead.
			lead: LeadId,
			/// Who gives it.
			from: MemberId,
			/// Who receives it.
			to: MemberId,
			/// The officer.
			by: T::AccountId,
			/// Its content, sealed.
			content: H256,
			/// Its severity.
			severity: Severity,
		},
		/// The receiver has a lead in its hands.
		#[codec(index = 17)]
		LeadAcknowledged {
			/// The lead.
			lead: LeadId,
			/// The officer.
			by: T::AccountId,
		},
		/// The receiver tells what became of a lead.
		#[codec(index = 18)]
		LeadConcluded {
			/// The lead.
			lead: LeadId,
			/// The officer.
			by: T::AccountId,
			/// What.
			outcome: LeadOutcome,
			/// The report, sealed.
			report: H256,
		},
		/// A record on which an alert's finding or a notice rests is no evidence any more, or is
		/// evidence again.
		#[codec(index = 19)]
		SourceCorrected {
			/// What rests on it.
			dependant: Subject,
			/// The record.
			source: RecordId,
			/// Its status now.
			to: RecordStatus,
		},
		/// A detector raises another severity from now on.
		#[codec(index = 20)]
		SeveritySet {
			/// The group of rules.
			rule: Rule,
			/// Before; `None` for the rule's own.
			from: Option<Severity>,
			/// Now; `None` for the rule's own.
			to: Option<Severity>,
		},
		/// Other numbers of refusals raise an alert from now on.
		#[codec(index = 21)]
		ThresholdsSet {
			/// Before.
			from: Thresholds,
			/// Now.
			to: Thresholds,
		},
		/// Members of a kind and level must anchor something every so many legal days.
		#[codec(index = 22)]
		UploadLimitSet {
			/// The kind.
			kind: MemberKind,
			/// The level.
			level: Level,
			/// Before.
			from: Option<u32>,
			/// Now; `None` if they need not.
			to: Option<u32>,
		},
	}
}
