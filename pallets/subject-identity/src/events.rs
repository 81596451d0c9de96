//! Events: everything that happens, so that the history can be rebuilt from them.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A case has been registered or imported. Its parties, restriction and assignment follow as
		/// events of their own.
		#[codec(index = 0)]
		CaseRegistered {
			/// The case.
			case: CaseId,
			/// How.
			step: StepKind,
			/// Its category, if decided.
			category: Option<CaseCategory>,
			/// The agency that executes.
			executing: MemberId,
			/// Commitment to the person's identity.
			identity: Commitment,
			/// Commitment to the document of the registration.
			basis: H256,
			/// The day of the act.
			act_date: LegalDate,
			/// Who entered it.
			by: T::AccountId,
		},
		/// A case has moved on. With `from` = `to` an end by rule has become one by a decision that was
		/// earlier and entered later.
		#[codec(index = 1)]
		StageChanged {
			/// The case.
			case: CaseId,
			/// Number of the transition in the case.
			transition: u32,
			/// The row of the table.
			step: StepKind,
			/// From where.
			from: Stage,
			/// To where.
			to: Stage,
			/// The category, if decided.
			category: Option<CaseCategory>,
			/// The day of the act.
			act_date: LegalDate,
			/// What proves it.
			evidence: Option<RecordId>,
			/// Record of the lawful correction group.
			group: Option<RecordId>,
			/// Commitment to the reason.
			reason: Option<H256>,
			/// Who entered it; nobody when the rule acted.
			by: Option<T::AccountId>,
		},
		/// Unit and officer have been assigned.
		#[codec(index = 2)]
		CaseAssigned {
			/// The case.
			case: CaseId,
			/// Its unit.
			unit: Option<UnitId>,
			/// Its officer.
			officer: Option<T::AccountId>,
			/// Who assigned.
			by: T::AccountId,
		},
		/// A term has been computed, and waits for a second officer.
		#[codec(index = 3)]
		TermComputed {
			/// The case.
			case: CaseId,
			/// The version.
			version: u32,
			/// The last day.
			last_day: LegalDate,
			/// Commitment to the calculation.
			calculation: H256,
			/// The decision; none for a term taken over from paper.
			evidence: Option<RecordId>,
			/// Who computed.
			by: T::AccountId,
		},
		/// A term holds from now on.
		#[codec(index = 4)]
		TermConfirmed {
			/// The case.
			case: CaseId,
			/// The version.
			version: u32,
			/// The last day.
			last_day: LegalDate,
			/// Whether a certificate for an earlier last day has become void.
			certificate_void: bool,
			/// Who confirmed.
			by: T::AccountId,
		},
		/// A term has ended at 24:00 of its last day: duties, orders, class and grants have lapsed.
		#[codec(index = 5)]
		TermEnded {
			/// The case.
			case: CaseId,
			/// The last day.
			last_day: LegalDate,
		},
		/// The certificate of the end has been entered (法 44).
		#[codec(index = 6)]
		CertificateEntered {
			/// The case.
			case: CaseId,
			/// The day of the certificate.
			act_date: LegalDate,
			/// Its record.
			evidence: RecordId,
			/// Who entered it.
			by: T::AccountId,
		},
		/// An interval has been opened.
		#[codec(index = 7)]
		IntervalOpened {
			/// The case.
			case: CaseId,
			/// Its number in the case.
			number: u32,
			/// What.
			kind: IntervalKind,
			/// Commitment to the cause.
			cause: H256,
			/// The day of the act.
			act_date: LegalDate,
			/// What proves it; none at a registration.
			evidence: Option<RecordId>,
			/// Who entered it.
			by: T::AccountId,
		},
		/// An interval has been closed.
		#[codec(index = 8)]
		IntervalClosed {
			/// The case.
			case: CaseId,
			/// Its number in the case.
			number: u32,
			/// What.
			kind: IntervalKind,
			/// The day of the act.
			act_date: LegalDate,
			/// What proves it.
			evidence: RecordId,
			/// Who entered it.
			by: T::AccountId,
		},
		/// The plain roles of a member on a case have changed.
		#[codec(index = 9)]
		RolesChanged {
			/// The case.
			case: CaseId,
			/// The member.
			member: MemberId,
			/// All its roles from now on.
			roles: PartyRoles,
			/// Commitment to the basis; none where the registration or a revelation says it.
			basis: Option<H256>,
			/// Who changed them.
			by: T::AccountId,
		},
		/// A sealed party has been added.
		#[codec(index = 10)]
		SealedPartyAdded {
			/// The case.
			case: CaseId,
			/// Its tag.
			tag: H256,
			/// On what it rests.
			basis: PartyBasis,
			/// Commitment to the document.
			commitment: H256,
			/// Who added it.
			by: T::AccountId,
		},
		/// A sealed party has been removed before it was used.
		#[codec(index = 11)]
		SealedPartyRemoved {
			/// The case.
			case: CaseId,
			/// Its tag.
			tag: H256,
			/// Who removed it.
			by: T::AccountId,
		},
		/// A sealed party has revealed itself, and takes part from now on.
		#[codec(index = 12)]
		PartyRevealed {
			/// The case.
			case: CaseId,
			/// Its tag.
			tag: H256,
			/// The member.
			member: MemberId,
			/// Which of its officers did it.
			by: T::AccountId,
		},
		/// A registration goes on in another case.
		#[codec(index = 13)]
		CaseMerged {
			/// The registration that takes no more acts.
			case: CaseId,
			/// The case that goes on.
			into: CaseId,
		},
		/// A registration stands for itself again.
		#[codec(index = 14)]
		CaseSplit {
			/// The registration.
			case: CaseId,
			/// The case that went on for it.
			from: CaseId,
		},
		/// A record on which a transition, a term or something else of a case rests has changed.
		#[codec(index = 15)]
		SourceCorrected {
			/// The case.
			case: CaseId,
			/// What rests on it.
			dependant: Subject,
			/// The record.
			source: RecordId,
			/// Its status now; when it is evidence again, the mark is gone.
			status: RecordStatus,
		},
		/// The certificate of an end by rule is void, since a decision has ended the case.
		#[codec(index = 16)]
		CertificateVoid {
			/// The case.
			case: CaseId,
			/// Who entered the decision.
			by: T::AccountId,
		},
	}
}
