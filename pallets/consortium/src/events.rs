//! Events: everything that happens, old and new, so that the history can be rebuilt from them.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account was admitted in a role, for ever.
		#[codec(index = 0)]
		AccountAdmitted {
			/// The account.
			who: T::AccountId,
			/// Its role.
			role: AccountRole,
		},
		/// A candidate was proposed.
		#[codec(index = 1)]
		MemberProposed {
			/// The proposal.
			proposal: ProposalId,
			/// Who proposes.
			sponsor: MemberId,
			/// Who is proposed.
			candidate: Box<Candidate<T::AccountId>>,
			/// Last day of publicity.
			public_until: LegalDate,
			/// Last day for the council.
			until: LegalDate,
		},
		/// A member objected to a proposal.
		#[codec(index = 2)]
		ObjectionRaised {
			/// The proposal.
			proposal: ProposalId,
			/// Who objects.
			member: MemberId,
			/// Why.
			reason: Reason,
			/// Hash of the reasons in writing.
			document: H256,
		},
		/// A proposal ended.
		#[codec(index = 3)]
		ProposalClosed {
			/// The proposal.
			proposal: ProposalId,
			/// How.
			outcome: Outcome,
		},
		/// A member was admitted, or a former member again.
		#[codec(index = 4)]
		MemberAdmitted {
			/// The member.
			member: MemberId,
			/// The proposal; nothing for a founder.
			proposal: Option<ProposalId>,
			/// Everything it was admitted with.
			candidate: Box<Candidate<T::AccountId>>,
			/// Last day of its membership before renewal.
			renewal: Option<LegalDate>,
			/// Number of objections that were raised.
			objections: u32,
		},
		/// The standing of a member changed.
		#[codec(index = 5)]
		StandingChanged {
			/// The member.
			member: MemberId,
			/// From; nothing when it came.
			from: Option<Standing>,
			/// To.
			to: Standing,
			/// Why; nothing for an admission or a renewal.
			reason: Option<Reason>,
		},
		/// A suspension was set or confirmed.
		#[codec(index = 6)]
		SuspensionSet {
			/// The member.
			member: MemberId,
			/// The suspension before.
			old: Option<Suspension>,
			/// The suspension that holds.
			new: Suspension,
		},
		/// A member gave or took back notice of its withdrawal, or it was put off.
		#[codec(index = 7)]
		WithdrawalSet {
			/// The member.
			member: MemberId,
			/// The notice before.
			old: Option<Notice>,
			/// The notice that runs.
			new: Option<Notice>,
		},
		/// A membership was renewed.
		#[codec(index = 8)]
		MembershipRenewed {
			/// The member.
			member: MemberId,
			/// Last day before.
			old: Option<LegalDate>,
			/// Last day now.
			new: LegalDate,
		},
		/// The renewal of a statutory agency is overdue; it stays a member.
		#[codec(index = 9)]
		RenewalOverdue {
			/// The member.
			member: MemberId,
			/// The day that has ended.
			due: LegalDate,
		},
		/// Another account signs for a member.
		#[codec(index = 10)]
		InstitutionChanged {
			/// The member.
			member: MemberId,
			/// The account before, retired for ever.
			old: T::AccountId,
			/// The account now.
			new: T::AccountId,
			/// Whether the council did it because the key was lost.
			recovered: bool,
		},
		/// A member has a new encryption key.
		#[codec(index = 11)]
		EncryptionKeyChanged {
			/// The member.
			member: MemberId,
			/// The key before.
			old: SuiteKey,
			/// The key now.
			new: SuiteKey,
		},
		/// A node of a member may connect.
		#[codec(index = 12)]
		PeerAdded {
			/// The member.
			member: MemberId,
			/// The node.
			peer: Peer,
		},
		/// A node of a member may connect no more.
		#[codec(index = 13)]
		PeerRemoved {
			/// The member.
			member: MemberId,
			/// The node.
			peer: Peer,
		},
		/// A unit was opened.
		#[codec(index = 14)]
		UnitOpened {
			/// The unit.
			unit: UnitId,
			/// The member.
			member: MemberId,
			/// Its kind.
			kind: UnitKind,
			/// Where it works.
			area: AreaCode,
		},
		/// A unit was closed.
		#[codec(index = 15)]
		UnitClosed {
			/// The unit.
			unit: UnitId,
			/// The member.
			member: MemberId,
			/// Why.
			reason: Reason,
		},
		/// The place of a member changed.
		#[codec(index = 16)]
		MemberReorganised {
			/// The member.
			member: MemberId,
			/// The place before.
			old: Placement,
			/// The place now.
			new: Placement,
		},
		/// The order about a member changed by which its superior acts for it.
		#[codec(index = 17)]
		OrderChanged {
			/// The member.
			member: MemberId,
			/// The order before.
			old: Option<Order>,
			/// The order now.
			new: Option<Order>,
		},
		/// The seats of a body, or who votes from them, changed.
		#[codec(index = 18)]
		SeatsChanged {
			/// The body.
			body: Body,
			/// Number of seats.
			seats: u32,
			/// Who votes no more.
			outgoing: Option<T::AccountId>,
			/// Who votes now.
			incoming: Option<T::AccountId>,
			/// Number of changes so far.
			epoch: u32,
		},
		/// Governed numbers changed.
		#[codec(index = 19)]
		ParametersChanged {
			/// Before.
			old: Parameters,
			/// Now.
			new: Parameters,
		},
		/// What was due could not be done and is tried again after the next day.
		#[codec(index = 20)]
		DuePostponed {
			/// What.
			due: Due,
			/// The day after which it is tried again.
			until: LegalDate,
			/// Why.
			error: DispatchError,
		},
	}
}
