//! Events: everything that happens, so that the history can be rebuilt from them.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account represents the person of a case.
		#[codec(index = 0)]
		RepresentativeAppointed {
			/// The case.
			case: CaseId,
			/// The account.
			account: T::AccountId,
			/// On whose side it stands.
			kind: Kind,
			/// Commitment to who exactly it is.
			sealed: H256,
			/// Its last day.
			last_day: LegalDate,
			/// The record that shows its right.
			evidence: RecordId,
			/// The agency.
			member: MemberId,
			/// Its officer.
			officer: T::AccountId,
		},
		/// A representation has another last day.
		#[codec(index = 1)]
		RepresentativeRenewed {
			/// The case.
			case: CaseId,
			/// The account.
			account: T::AccountId,
			/// Its last day from now on.
			last_day: LegalDate,
			/// The record that shows its right.
			evidence: RecordId,
			/// The agency.
			member: MemberId,
			/// Its officer.
			officer: T::AccountId,
		},
		/// An account represents the person no more.
		#[codec(index = 2)]
		RepresentationEnded {
			/// The case.
			case: CaseId,
			/// The account.
			account: T::AccountId,
			/// How.
			ending: Ending,
			/// Who did it, and why: nobody where time or the case's archiving did.
			by: Option<(T::AccountId, Reason)>,
		},
		/// A representative acknowledged that it has been told of a record.
		#[codec(index = 3)]
		RecordAcknowledged {
			/// The case.
			case: CaseId,
			/// The record.
			record: RecordId,
			/// The representative.
			account: T::AccountId,
			/// On whose side it stands.
			kind: Kind,
		},
		/// The record that shows a representative's right has changed.
		#[codec(index = 4)]
		SourceCorrected {
			/// The case.
			case: CaseId,
			/// The representative.
			account: T::AccountId,
			/// The record.
			source: RecordId,
			/// What it is now.
			to: RecordStatus,
		},
	}
}
