//! Documents on their way.

use crate::{
	kinds::{classes, counted_from_receipt, receipt_clock, rule, KindRule},
	Act, CaseCount, CaseDocuments, Config, Document, Documents, Error, Event, ExecutionCopies,
	NextDocument, OpenOf, OpenOther, Pallet, Status, ToAnswer,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, traits::Get, BoundedVec};
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles, Stage},
	clock::{kinds, Deadlines, KindId},
	directory::{Actor, Directory, Members},
	document::{DocumentId, DocumentKind},
	duty::{Acts, Duties},
	ids::MemberId,
	reason::Reason,
	record::{ClassId, RecordId, RecordIndex},
	subject::Subject,
	time::{LegalDate, LegalTime, Moment},
};
use sp_runtime::{DispatchError, DispatchResult};

/// One document of a letter.
struct Copy {
	case: CaseId,
	kind: DocumentKind,
	record: RecordId,
	sender: MemberId,
	recipient: MemberId,
	letter: DocumentId,
	copies: u32,
	completed: bool,
	/// Whether the deciding body delivers for the first time, and does not complete what was missing.
	first: bool,
}

impl<T: Config> Pallet<T> {
	/// What `who` is as an officer with SERVICE. An officer of a unit acts for its agency within
	/// `delegated` alone.
	pub(crate) fn server(
		who: &T::AccountId,
		delegated: Option<Acts>,
	) -> Result<Actor, DispatchError> {
		let actor = T::Directory::officer(who).ok_or(Error::<T>::NotAuthorized)?;
		ensure!(actor.duties.contains(Duties::SERVICE), Error::<T>::NotAuthorized);
		if let Some(unit) = actor.unit {
			let now = T::Time::now();
			let may = delegated
				.is_some_and(|acts| T::Directory::delegated(actor.member, unit, acts, now));
			ensure!(may, Error::<T>::NotAuthorized);
		}
		Ok(actor)
	}

	/// The party as which `member` acts on `case`, with its roles: itself, or one that it acts for by
	/// a recorded order; if there is one, with a role of `wanted`.
	fn party(case: CaseId, member: MemberId, wanted: PartyRoles) -> Option<(MemberId, PartyRoles)> {
		let own = T::Cases::roles(case, member);
		if own.intersects(wanted) {
			return Some((member, own));
		}
		let parties: BTreeSet<_> = PartyRoles::NAMED
			.into_iter()
			.flat_map(|(_, role)| T::Cases::parties(case, role))
			.filter(|party| T::Members::stands_for(member, *party))
			.collect();
		let able: Vec<_> =
			parties.into_iter().map(|party| (party, T::Cases::roles(case, party))).collect();
		able.iter().find(|(_, roles)| roles.intersects(wanted)).or(able.first()).copied()
	}

	/// The moment by which the clocks judge an act of the day `date`: now, or the last one of it.
	pub(crate) fn moment_of(date: LegalDate) -> Moment {
		T::Time::now().min(T::Time::clock().end_of(date).saturating_sub(1))
	}

	/// An act of `who` on `date`, which has come.
	pub(crate) fn act(
		who: T::AccountId,
		date: LegalDate,
	) -> Result<Act<T::AccountId>, DispatchError> {
		ensure!(date <= T::Time::today(), Error::<T>::InTheFuture);
		Ok(Act { on: date, entered: T::Time::now(), by: who })
	}

	/// The case in which one that was merged goes on, or else itself.
	pub(crate) fn current(case: CaseId) -> CaseId {
		T::Cases::facts(case).and_then(|facts| facts.merged_into).unwrap_or(case)
	}

	/// Ensure that `record` of `case`, or of the one in which it goes on, may be served on `day` where
	/// one of `classes` is.
	pub(crate) fn examine(
		record: RecordId,
		case: CaseId,
		classes: &[ClassId],
		day: LegalDate,
	) -> DispatchResult {
		let facts = T::Records::facts(record).ok_or(Error::<T>::NotFound)?;
		let belongs = facts.case == case || facts.case == Self::current(case);
		ensure!(belongs && facts.status.is_evidence(), Error::<T>::NotEvidence);
		let fits = classes.is_empty() || classes.contains(&facts.class);
		ensure!(fits && !T::Records::is_hidden(record), Error::<T>::WrongClass);
		ensure!(facts.act_date <= day, Error::<T>::EvidenceLater);
		Ok(())
	}

	/// Serve a record.
	pub(crate) fn do_send(
		who: T::AccountId,
		case: CaseId,
		kind: DocumentKind,
		record: RecordId,
		recipients: BoundedVec<MemberId, T::MaxRecipients>,
		sent: LegalDate,
	) -> DispatchResult {
		let rule = rule(kind);
		let actor = Self::server(&who, rule.delegated)?;
		let facts = T::Cases::facts(case).ok_or(Error::<T>::NotAuthorized)?;
		let (sender, roles) =
			Self::party(case, actor.member, rule.senders).ok_or(Error::<T>::NotAuthorized)?;
		ensure!(facts.stage != Stage::Archived, Error::<T>::CaseClosed);
		ensure!(facts.merged_into.is_none(), Error::<T>::CaseMerged);
		ensure!(facts.stage >= rule.from, Error::<T>::WrongStage);
		ensure!(roles.intersects(rule.senders), Error::<T>::WrongSender);
		let act = Self::act(who, sent)?;
		if kind == DocumentKind::EndNotice {
			let over = T::Cases::end_day(case).is_some_and(|end| end <= sent);
			ensure!(over, Error::<T>::ActTooEarly);
		}
		Self::examine(record, case, classes(kind, roles), sent)?;
		Self::check_recipients(case, sender, &recipients, &rule)?;
		let copies = recipients.len() as u32;
		Self::ensure_room(case, kind, copies)?;

		let fresh = !ExecutionCopies::<T>::contains_key(case, record);
		let first = T::Deadlines::open(kinds::DELIVER_DOCUMENTS, Subject::Case(case)).is_some();
		let completed = Self::complete_clocks(case, &rule, roles, fresh, sent)?;
		let letter = NextDocument::<T>::get();
		for recipient in &recipients {
			let recipient = *recipient;
			let copy =
				Copy { case, kind, record, sender, recipient, letter, copies, completed, first };
			Self::dispatch(copy, act.clone())?;
		}
		T::Records::link(record, Subject::Document(letter))?;
		if kind == DocumentKind::MissingDocuments {
			let decides =
				|member: &&MemberId| T::Cases::roles(case, **member).contains(PartyRoles::DECIDING);
			if let Some(owner) = recipients.iter().find(decides) {
				Self::demand_completion(case, *owner, sent)?;
			}
		}
		Ok(())
	}

	fn check_recipients(
		case: CaseId,
		sender: MemberId,
		recipients: &[MemberId],
		rule: &KindRule,
	) -> DispatchResult {
		ensure!(!recipients.is_empty(), Error::<T>::NoRecipient);
		for (place, recipient) in recipients.iter().enumerate() {
			ensure!(*recipient != sender, Error::<T>::ToItself);
			let before = recipients.get(..place).unwrap_or_default();
			ensure!(!before.contains(recipient), Error::<T>::DuplicateRecipient);
			ensure!(!T::Cases::roles(case, *recipient).is_none(), Error::<T>::NotParty);
		}
		for role in rule.reaches {
			let reached = |member: &MemberId| *member == sender || recipients.contains(member);
			let all = T::Cases::parties(case, *role).iter().all(reached);
			ensure!(all, Error::<T>::CopyMissing);
		}
		Ok(())
	}

	/// Complete the clocks of the case that a document completes by its day, and say whether there
	/// were some. The documents are owed by who decided (法 20): what the custody sends besides does
	/// not hide that they are late. Nor does what was served before complete them: that takes what is
	/// `fresh`.
	fn complete_clocks(
		case: CaseId,
		rule: &KindRule,
		sender: PartyRoles,
		fresh: bool,
		sent: LegalDate,
	) -> Result<bool, DispatchError> {
		let subject = Subject::Case(case);
		let owes = |kind: &&KindId| match **kind {
			kinds::DELIVER_DOCUMENTS => sender.contains(PartyRoles::DECIDING),
			kinds::COMPLETE_DOCUMENTS => fresh,
			_ => true,
		};
		let mut completed = false;
		for kind in rule.completes.iter().filter(owes) {
			if T::Deadlines::open(*kind, subject).is_some() {
				T::Deadlines::complete(*kind, subject, Self::moment_of(sent))?;
				completed = true;
			}
		}
		Ok(completed)
	}

	fn dispatch(copy: Copy, sent: Act<T::AccountId>) -> DispatchResult {
		let Copy { case, kind, record, sender, recipient, letter, copies, completed, first } = copy;
		let id = NextDocument::<T>::get();
		let next = id.0.checked_add(1).ok_or(Error::<T>::MaxCountExceeded)?;
		NextDocument::<T>::put(DocumentId(next));
		let clock = receipt_clock(kind, T::Cases::roles(case, recipient));
		let (by, on) = (sent.by.clone(), sent.on);
		Documents::<T>::insert(
			id,
			Document {
				case,
				kind,
				record,
				sender,
				recipient,
				letter,
				copies,
				sent,
				clock,
				completed,
				status: Status::Sent,
				delivered: None,
				receipt: None,
				withdrawn: None,
				corrected: false,
			},
		);
		ToAnswer::<T>::insert(recipient, id, ());
		OpenOf::<T>::try_append(case, id).map_err(|_| Error::<T>::MaxOpenExceeded)?;
		match kind {
			DocumentKind::Other => OpenOther::<T>::mutate(case, one_more),
			DocumentKind::ExecutionDocuments => {
				ExecutionCopies::<T>::mutate(case, record, one_more)
			},
			_ => (),
		}
		let place = CaseCount::<T>::get(case);
		CaseDocuments::<T>::insert(case, place, id);
		let count = place.checked_add(1).ok_or(Error::<T>::MaxCountExceeded)?;
		CaseCount::<T>::insert(case, count);
		T::Deadlines::start(clock, Subject::Document(id), recipient, T::Time::now())?;
		if first || kind != DocumentKind::ExecutionDocuments {
			Self::count_from_receipt(case, kind, recipient, T::Time::now())?;
		}
		Self::deposit_event(Event::DocumentSent {
			document: id,
			letter,
			case,
			kind,
			record,
			sender,
			recipient,
			by,
			sent: on,
			clock,
			completed,
		});
		Ok(())
	}

	/// Ensure that so many more documents of `case` may wait for a receipt. Letters that the law does
	/// not name leave half of the places to it: nobody keeps what it orders from being served by leaving
	/// them unanswered.
	fn ensure_room(case: CaseId, kind: DocumentKind, copies: u32) -> DispatchResult {
		let most = T::MaxOpen::get();
		let open = OpenOf::<T>::decode_len(case).unwrap_or_default() as u32;
		let mut room = most.saturating_sub(open);
		if kind == DocumentKind::Other {
			room = room.min((most / 2).saturating_sub(OpenOther::<T>::get(case)));
		}
		ensure!(copies <= room, Error::<T>::MaxOpenExceeded);
		Ok(())
	}

	/// Let the clocks of the case that count from a receipt count from that of `recipient`.
	pub(crate) fn count_from_receipt(
		case: CaseId,
		kind: DocumentKind,
		recipient: MemberId,
		from: Moment,
	) -> DispatchResult {
		for clock in counted_from_receipt(kind, T::Cases::roles(case, recipient)) {
			T::Deadlines::restart(*clock, Subject::Case(case), from)?;
		}
		Ok(())
	}

	/// Let `owner` complete the execution documents of `case` within the days of L7, unless it has
	/// to already, or the case is archived.
	pub(crate) fn demand_completion(
		case: CaseId,
		owner: MemberId,
		from: LegalDate,
	) -> DispatchResult {
		let case = Self::current(case);
		let subject = Subject::Case(case);
		let runs = T::Deadlines::open(kinds::COMPLETE_DOCUMENTS, subject).is_some();
		// Nothing is due in an archived case, which may be the one that a merged one goes on in.
		if runs || !T::Cases::is_live(case) {
			return Ok(());
		}
		T::Deadlines::start(kinds::COMPLETE_DOCUMENTS, subject, owner, Self::moment_of(from))?;
		Self::deposit_event(Event::CompletionDue { case, owner, from });
		Ok(())
	}

	/// Take a document back.
	pub(crate) fn do_withdraw(who: T::AccountId, id: DocumentId, reason: Reason) -> DispatchResult {
		let mut document = Documents::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let actor = Self::server(&who, None)?;
		ensure!(T::Members::stands_for(actor.member, document.sender), Error::<T>::NotAuthorized);
		ensure!(document.status == Status::Sent, Error::<T>::WrongStatus);
		ensure!(!document.completed, Error::<T>::ClockCompleted);
		document.status = Status::Withdrawn;
		document.withdrawn = Some((Self::act(who.clone(), T::Time::today())?, reason));
		Self::forget(id, &document);
		if document.kind == DocumentKind::ExecutionDocuments {
			ExecutionCopies::<T>::mutate_exists(document.case, document.record, one_less);
		}
		Documents::<T>::insert(id, document);
		T::Deadlines::cancel_all(Subject::Document(id), reason)?;
		Self::deposit_event(Event::DocumentWithdrawn { document: id, by: who, reason });
		Ok(())
	}

	/// Nobody owes a receipt any more.
	pub(crate) fn forget(id: DocumentId, document: &Document<T::AccountId>) {
		ToAnswer::<T>::remove(document.recipient, id);
		OpenOf::<T>::mutate_exists(document.case, |open| {
			if let Some(list) = open {
				list.retain(|other| *other != id);
				if list.is_empty() {
					*open = None;
				}
			}
		});
		if document.kind == DocumentKind::Other {
			OpenOther::<T>::mutate_exists(document.case, one_less);
		}
	}
}

/// A count with one more.
fn one_more(count: &mut u32) {
	*count = count.saturating_add(1);
}

/// A count without one of what it counts.
fn one_less(count: &mut Option<u32>) {
	*count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
}
