#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod answering;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod kinds;
mod listeners;
#[cfg(test)]
mod mock;
mod sending;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

pub(crate) const LOG_TARGET: &str = "runtime::served-documents";

/// Everything that the pallet declares.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		case::{CaseId, CaseView},
		clock::{Deadlines, KindId},
		directory::{Directory, Members},
		document::{DocumentId, DocumentKind},
		ids::MemberId,
		oversight::Alerting,
		reason::Reason,
		record::{RecordId, RecordIndex, RecordStatus},
		time::{LegalDate, LegalTime},
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime says.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The clock.
		type Time: LegalTime;

		/// The members of the consortium.
		type Members: Members<Self::AccountId>;

		/// Their officers.
		type Directory: Directory<Self::AccountId>;

		/// Cases and their parties.
		type Cases: CaseView<Self::AccountId>;

		/// Records: what is served.
		type Records: RecordIndex<Self::AccountId>;

		/// Statutory clocks.
		type Deadlines: Deadlines;

		/// Raises alerts.
		type Alerts: Alerting;

		/// Most recipients of one letter.
		#[pallet::constant]
		type MaxRecipients: Get<u32>;

		/// Most documents of one case that wait for a receipt at a time; of those that the law does
		/// not name, half as many.
		#[pallet::constant]
		type MaxOpen: Get<u32>;

		/// Weights.
		type WeightInfo: WeightInfo;

		/// Sets up what benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The number that the next document gets.
	#[pallet::storage]
	pub type NextDocument<T: Config> = StorageValue<_, DocumentId, ValueQuery>;

	/// Every document ever sent.
	#[pallet::storage]
	pub type Documents<T: Config> =
		StorageMap<_, Twox64Concat, DocumentId, Document<T::AccountId>, OptionQuery>;

	/// Documents to which a member owes a receipt.
	#[pallet::storage]
	pub type ToAnswer<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, DocumentId, (), OptionQuery>;

	/// Documents of a case that wait for a receipt.
	#[pallet::storage]
	pub type OpenOf<T: Config> =
		StorageMap<_, Identity, CaseId, BoundedVec<DocumentId, T::MaxOpen>, ValueQuery>;

	/// How many of them are of the kind [`DocumentKind::Other`].
	#[pallet::storage]
	pub type OpenOther<T: Config> = StorageMap<_, Identity, CaseId, u32, ValueQuery>;

	/// Documents by which a record was served in a case as execution documents, and not taken back.
	#[pallet::storage]
	pub type ExecutionCopies<T: Config> =
		StorageDoubleMap<_, Identity, CaseId, Twox64Concat, RecordId, u32, ValueQuery>;

	/// How many documents of a case have been sent.
	#[pallet::storage]
	pub type CaseCount<T: Config> = StorageMap<_, Identity, CaseId, u32, ValueQuery>;

	/// Every document of a case, in the order of entry.
	#[pallet::storage]
	pub type CaseDocuments<T: Config> =
		StorageDoubleMap<_, Identity, CaseId, Twox64Concat, u32, DocumentId, OptionQuery>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A document was sent to a recipient.
		#[codec(index = 0)]
		DocumentSent {
			/// The document.
			document: DocumentId,
			/// The first document of its letter.
			letter: DocumentId,
			/// The case.
			case: CaseId,
			/// Its kind.
			kind: DocumentKind,
			/// What is served.
			record: RecordId,
			/// Who serves it.
			sender: MemberId,
			/// Who receives it.
			recipient: MemberId,
			/// The officer.
			by: T::AccountId,
			/// The day of sending.
			sent: LegalDate,
			/// The clock of the receipt.
			clock: KindId,
			/// Whether sending it completed a clock of the case.
			completed: bool,
		},
		/// An officer of the recipient has opened a document.
		#[codec(index = 1)]
		DocumentDelivered {
			/// The document.
			document: DocumentId,
			/// The officer.
			by: T::AccountId,
			/// The day of delivery.
			delivered: LegalDate,
		},
		/// The recipient has given a receipt.
		#[codec(index = 2)]
		DocumentReceipted {
			/// The document.
			document: DocumentId,
			/// The officer.
			by: T::AccountId,
			/// The day of the receipt.
			receipted: LegalDate,
			/// The receipt itself.
			record: Option<RecordId>,
			/// The list of what was missing.
			missing: Option<RecordId>,
		},
		/// The sender took a document back.
		#[codec(index = 3)]
		DocumentWithdrawn {
			/// The document.
			document: DocumentId,
			/// The officer.
			by: T::AccountId,
			/// Why.
			reason: Reason,
		},
		/// No receipt is due for a document any more: its case was archived.
		#[codec(index = 4)]
		DocumentLapsed {
			/// The document.
			document: DocumentId,
		},
		/// Somebody has to complete execution documents (L7).
		#[codec(index = 5)]
		CompletionDue {
			/// The case.
			case: CaseId,
			/// Who.
			owner: MemberId,
			/// The day from which the period counts.
			from: LegalDate,
		},
		/// A record on which a document or its receipt rests has been corrected, or stands again.
		#[codec(index = 6)]
		SourceCorrected {
			/// The document.
			document: DocumentId,
			/// The record.
			source: RecordId,
			/// Its status now.
			to: RecordStatus,
		},
	}

	/// Why a call fails.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such document or record.
		#[codec(index = 0)]
		NotFound,
		/// The signer is no officer with SERVICE of the member that may do this, or of a unit to
		/// which it is not delegated; its member has no part in the case, or there is no such case.
		#[codec(index = 1)]
		NotAuthorized,
		/// A recipient has no part in the case.
		#[codec(index = 2)]
		NotParty,
		/// The sender has not the part by which this kind of document is sent.
		#[codec(index = 3)]
		WrongSender,
		/// Somebody whom the law names is not among the recipients.
		#[codec(index = 4)]
		CopyMissing,
		/// There is no recipient.
		#[codec(index = 5)]
		NoRecipient,
		/// Nobody serves a document on itself.
		#[codec(index = 6)]
		ToItself,
		/// A recipient is named twice.
		#[codec(index = 7)]
		DuplicateRecipient,
		// 8 was `KindSealed`.
		/// It is too early in the case for this kind of document.
		#[codec(index = 9)]
		WrongStage,
		/// The case is archived.
		#[codec(index = 10)]
		CaseClosed,
		/// The case goes on in another one.
		#[codec(index = 11)]
		CaseMerged,
		/// The record does not belong to the case, or is no evidence any more.
		#[codec(index = 12)]
		NotEvidence,
		/// This kind of document serves no record of that class; nor does any those about protected
		/// third parties.
		#[codec(index = 13)]
		WrongClass,
		/// It was done on a day that has not come.
		#[codec(index = 14)]
		InTheFuture,
		/// It was done before what it follows.
		#[codec(index = 15)]
		OutOfOrder,
		/// The document is not so far, or further, or over.
		#[codec(index = 16)]
		WrongStatus,
		/// Only execution documents that the executing agency receives can have gaps.
		#[codec(index = 17)]
		WrongKind,
		/// Sending it completed a statutory clock: it stands, and a better one follows it.
		#[codec(index = 18)]
		ClockCompleted,
		/// Too many documents of the case wait for a receipt, or too many that the law does not name.
		#[codec(index = 19)]
		MaxOpenExceeded,
		/// No number is left.
		#[codec(index = 20)]
		MaxCountExceeded,
		/// Execution is not over on the day of sending.
		#[codec(index = 21)]
		ActTooEarly,
		/// The record is of a later day than the act that it proves.
		#[codec(index = 22)]
		EvidenceLater,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxRecipients::get() > 4, "the law names recipients by up to four roles");
			assert!(T::MaxOpen::get() / 2 >= T::MaxRecipients::get(), "there is room for a letter");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Serve `record` on each of `recipients` (S83): a document for each, all of one letter.
		///
		/// By an officer with SERVICE of a party whose role the kind demands, or of one that acts for
		/// it by a recorded order; of a unit only within what is delegated. `sent` is the day of the
		/// act, by which the clocks of the case that the kind completes are judged (L1, L2, L4, L5,
		/// L7, L30, and the second part of L31). The clock of each receipt starts now: what is
		/// electronic is received when it enters the recipient's system.
		///
		/// Event: `DocumentSent` for each, `CompletionDue`. Errors: `NotAuthorized`, `NotFound`,
		/// `CaseClosed`, `CaseMerged`, `WrongStage`, `WrongSender`, `InTheFuture`, `ActTooEarly`,
		/// `NotEvidence`, `WrongClass`, `EvidenceLater`, `NoRecipient`, `ToItself`,
		/// `DuplicateRecipient`, `NotParty`, `CopyMissing`, `MaxOpenExceeded`, and those of the clocks.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::send(recipients.len() as u32))]
		pub fn send(
			origin: OriginFor<T>,
			case: CaseId,
			kind: DocumentKind,
			record: RecordId,
			recipients: BoundedVec<MemberId, T::MaxRecipients>,
			sent: LegalDate,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_send(who, case, kind, record, recipients, sent)
		}

		/// Open a document. Where it came on paper before it was entered, the clock of the receipt
		/// counts from the day `delivered`.
		///
		/// By an officer with SERVICE of the recipient, or of one that acts for it by a recorded order;
		/// of a unit only within what is delegated.
		///
		/// Event: `DocumentDelivered`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`,
		/// `InTheFuture`, `OutOfOrder`.
		#[pallet::call_index(1)]
		pub fn deliver(
			origin: OriginFor<T>,
			document: DocumentId,
			delivered: LegalDate,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deliver(who, document, delivered)
		}

		/// Give a receipt for a document by an act of the day `receipted`, which completes its clock
		/// (L6). A document that was not opened is delivered by it. Execution documents may have
		/// gaps: with the list `missing` the sender has to complete them (L7).
		///
		/// By the same officers as [`Self::deliver`].
		///
		/// Event: `DocumentReceipted`, `DocumentDelivered`, `CompletionDue`. Errors: `NotFound`,
		/// `NotAuthorized`, `WrongStatus`, `WrongKind`, `NotEvidence`, `WrongClass`, `EvidenceLater`,
		/// `InTheFuture`, `OutOfOrder`, and those of the clocks.
		#[pallet::call_index(2)]
		pub fn receipt(
			origin: OriginFor<T>,
			document: DocumentId,
			receipted: LegalDate,
			record: Option<RecordId>,
			missing: Option<RecordId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_receipt(who, document, receipted, record, missing)
		}

		/// Take back a document that was sent by mistake, before anybody has opened it. One that
		/// completed a statutory clock stands.
		///
		/// By an officer with SERVICE of the sending agency itself, or of one that acts for it by a
		/// recorded order.
		///
		/// Event: `DocumentWithdrawn`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`,
		/// `ClockCompleted`.
		#[pallet::call_index(3)]
		pub fn withdraw(
			origin: OriginFor<T>,
			document: DocumentId,
			reason: Reason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, document, reason)
		}
	}
}
