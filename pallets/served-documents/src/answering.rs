//! Deliveries and receipts.

use crate::{kinds::classes, Config, Document, Documents, Error, Event, Pallet, Receipt, Status};
use frame_support::ensure;
use shejiao_primitives::{
	case::PartyRoles,
	clock::{kinds, Deadlines},
	directory::Members,
	document::{DocumentId, DocumentKind},
	duty::Acts,
	record::{RecordId, RecordIndex},
	subject::Subject,
	time::{LegalDate, LegalTime},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// A document that `who` may answer.
	fn received(
		who: &T::AccountId,
		id: DocumentId,
	) -> Result<Document<T::AccountId>, DispatchError> {
		let document = Documents::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let actor = Self::server(who, Some(Acts::DAILY_SUPERVISION))?;
		ensure!(
			T::Members::stands_for(actor.member, document.recipient),
			Error::<T>::NotAuthorized
		);
		Ok(document)
	}

	/// Open a document.
	pub(crate) fn do_deliver(
		who: T::AccountId,
		id: DocumentId,
		delivered: LegalDate,
	) -> DispatchResult {
		let document = Self::received(&who, id)?;
		ensure!(document.status == Status::Sent, Error::<T>::WrongStatus);
		let document = Self::delivered(who, id, document, delivered)?;
		Documents::<T>::insert(id, document);
		Ok(())
	}

	fn delivered(
		who: T::AccountId,
		id: DocumentId,
		mut document: Document<T::AccountId>,
		delivered: LegalDate,
	) -> Result<Document<T::AccountId>, DispatchError> {
		ensure!(delivered >= document.sent.on, Error::<T>::OutOfOrder);
		document.delivered = Some(Self::act(who.clone(), delivered)?);
		document.status = Status::Delivered;
		if delivered < T::Time::clock().date(document.sent.entered) {
			let from = Self::moment_of(delivered);
			T::Deadlines::restart(document.clock, Subject::Document(id), from)?;
			if document.completed || document.kind != DocumentKind::ExecutionDocuments {
				let Document { case, kind, recipient, .. } = document;
				Self::count_from_receipt(case, kind, recipient, from)?;
			}
		}
		Self::deposit_event(Event::DocumentDelivered { document: id, by: who, delivered });
		Ok(document)
	}

	/// Give a receipt.
	pub(crate) fn do_receipt(
		who: T::AccountId,
		id: DocumentId,
		receipted: LegalDate,
		record: Option<RecordId>,
		missing: Option<RecordId>,
	) -> DispatchResult {
		let mut document = Self::received(&who, id)?;
		ensure!(document.status.is_live(), Error::<T>::WrongStatus);
		ensure!(
			missing.is_none() || document.clock == kinds::RETURN_RECEIPT,
			Error::<T>::WrongKind
		);
		let papers = [(DocumentKind::Receipt, record), (DocumentKind::MissingDocuments, missing)];
		for (kind, paper) in papers {
			let Some(paper) = paper else { continue };
			Self::examine(paper, document.case, classes(kind, PartyRoles::NONE), receipted)?;
			T::Records::link(paper, Subject::Document(id))?;
		}
		if document.status == Status::Sent {
			document = Self::delivered(who.clone(), id, document, receipted)?;
		}
		let delivered = document.delivered.as_ref().map(|act| act.on);
		ensure!(delivered.is_none_or(|day| receipted >= day), Error::<T>::OutOfOrder);
		let act = Self::act(who.clone(), receipted)?;
		document.receipt = Some(Receipt { act, record, missing });
		document.status = Status::Receipted;
		Self::forget(id, &document);
		let (case, sender, clock) = (document.case, document.sender, document.clock);
		Documents::<T>::insert(id, document);
		T::Deadlines::complete(clock, Subject::Document(id), Self::moment_of(receipted))?;
		Self::deposit_event(Event::DocumentReceipted {
			document: id,
			by: who,
			receipted,
			record,
			missing,
		});
		if missing.is_some() {
			Self::demand_completion(case, sender, receipted)?;
		}
		Ok(())
	}
}
