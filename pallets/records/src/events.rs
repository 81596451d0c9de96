//! Events: everything that happens, so that the history can be rebuilt from them.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A class has another rule from now on.
		#[codec(index = 0)]
		ClassSet {
			/// The class.
			class: ClassId,
			/// Its rule.
			rule: Box<Class>,
		},
		/// A class takes no more records.
		#[codec(index = 1)]
		ClassRetired {
			/// The class.
			class: ClassId,
		},
		/// A record was anchored.
		#[codec(index = 2)]
		Anchored {
			/// The record.
			record: RecordId,
			/// All that is known of it.
			header: Box<Header<T::AccountId>>,
		},
		/// The readings of an office and day were anchored under one root.
		#[codec(index = 3)]
		DeviceRootAnchored {
			/// The office.
			office: Office,
			/// The day of the readings.
			day: LegalDate,
			/// The class.
			class: ClassId,
			/// Root, number and schema.
			root: DeviceRoot,
			/// The officer that signed.
			by: T::AccountId,
		},
		/// A record has another status from now on.
		#[codec(index = 4)]
		StatusChanged {
			/// The record.
			record: RecordId,
			/// Before.
			from: RecordStatus,
			/// Now.
			to: RecordStatus,
		},
		/// A member vouched for a record.
		#[codec(index = 5)]
		Attested {
			/// The record.
			record: RecordId,
			/// The member.
			member: MemberId,
			/// Its officer.
			officer: T::AccountId,
		},
		/// A record was disputed.
		#[codec(index = 6)]
		RecordDisputed {
			/// The record.
			record: RecordId,
			/// The member; nothing for the person or a representative.
			member: Option<MemberId>,
			/// The account.
			by: T::AccountId,
			/// The record that gives the reasons.
			reasons: RecordId,
		},
		/// A dispute ended.
		#[codec(index = 7)]
		DisputeSettled {
			/// The record.
			record: RecordId,
			/// How.
			settlement: Settlement,
			/// By whom.
			by: T::AccountId,
			/// The record of the review; nothing for a withdrawal.
			evidence: Option<RecordId>,
		},
		/// A record was replaced by a later one.
		#[codec(index = 8)]
		RecordSuperseded {
			/// The record.
			record: RecordId,
			/// The later one.
			by: RecordId,
		},
		/// A record was sealed: kept as evidence, out of every default view.
		#[codec(index = 9)]
		RecordSealed {
			/// The record.
			record: RecordId,
			/// By whom.
			by: T::AccountId,
			/// On which decision.
			basis: RecordId,
		},
		/// A record was unsealed.
		#[codec(index = 10)]
		RecordUnsealed {
			/// The record.
			record: RecordId,
			/// By whom.
			by: T::AccountId,
			/// On which decision.
			basis: RecordId,
		},
		/// The retention of a record has run out: no processing but keeping safe (PIPL 47).
		#[codec(index = 11)]
		RecordFrozen {
			/// The record.
			record: RecordId,
			/// By whom; nothing when its day had come.
			by: Option<T::AccountId>,
		},
		/// The destruction of a record was proposed.
		#[codec(index = 12)]
		ShredProposed {
			/// The record.
			record: RecordId,
			/// By whom.
			by: T::AccountId,
			/// The record of appraisal and approved list.
			basis: RecordId,
		},
		/// A proposal of destruction fell, because it was withdrawn or the record's status changed.
		#[codec(index = 13)]
		ShredDropped {
			/// The record.
			record: RecordId,
		},
		/// A record is a tombstone: ciphertext, salt and keys are to be destroyed.
		#[codec(index = 14)]
		RecordShredded {
			/// The record.
			record: RecordId,
			/// Who proposed it.
			proposed_by: T::AccountId,
			/// Who confirmed it.
			confirmed_by: T::AccountId,
			/// The record of appraisal and approved list.
			basis: RecordId,
		},
		/// Something rests on a record.
		#[codec(index = 15)]
		DependantLinked {
			/// The record.
			source: RecordId,
			/// What rests on it.
			dependant: Subject,
		},
		/// A record rests, at whatever remove, on one that was disputed or corrected, or no more.
		#[codec(index = 16)]
		SourceMarked {
			/// The record.
			record: RecordId,
			/// The one that changed.
			source: RecordId,
			/// What that is now.
			to: RecordStatus,
			/// Whether some source is in doubt now.
			corrected: bool,
		},
		/// Every dependant of a record has been told.
		#[codec(index = 17)]
		DependantsTold {
			/// The record that changed.
			root: RecordId,
			/// The record whose dependants were told.
			node: RecordId,
			/// What the first is now.
			to: RecordStatus,
		},
		/// A check of a day's anchors was asked for.
		#[codec(index = 18)]
		RecheckRequested {
			/// The check.
			recheck: RecheckId,
			/// The office.
			office: Office,
			/// The day.
			day: LegalDate,
			/// Which part of the day's anchors.
			part: u32,
			/// The member that asked.
			by: MemberId,
			/// The draw.
			draw: DrawId,
		},
		/// A record was drawn for a check.
		#[codec(index = 19)]
		RecheckDrawn {
			/// The check.
			recheck: RecheckId,
			/// The record.
			record: RecordId,
			/// Last day to answer.
			due: LegalDate,
		},
		/// A check has its outcome.
		#[codec(index = 20)]
		RecheckClosed {
			/// The check.
			recheck: RecheckId,
			/// The record.
			record: RecordId,
			/// What it came to.
			outcome: RecheckOutcome,
			/// Who answered; nothing when nobody did.
			by: Option<T::AccountId>,
		},
	}
}
