//! Notices that must be answered (S68, L34 to L36, 法 62).

use crate::{
	papers::ANSWERS, Answer, Config, Error, Event, Notice, NoticeKind, NoticeStatus, Notices,
	NoticesOf, Pallet, Paper, Part, Reply, Review,
};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles},
	clock::{kinds, Audience, Deadlines},
	directory::Members,
	duty::Duties,
	ids::MemberId,
	member::MemberKind,
	oversight::{Alerting, NoticeId, Rule},
	reason::Reason,
	subject::Subject,
	time::{LegalDate, LegalTime},
};
use sp_runtime::{DispatchError, DispatchResult};

impl NoticeKind {
	/// Whether a member of `kind` issues such notices. Those of the procuratorate are its alone.
	pub const fn is_of(self, kind: MemberKind) -> bool {
		match self {
			Self::Own => matches!(kind, MemberKind::Audit | MemberKind::DisciplineInspection),
			Self::Violation | Self::Suggestion | Self::Opinion => {
				matches!(kind, MemberKind::Procuratorate)
			},
		}
	}
}

impl<T: Config> Pallet<T> {
	fn notice_of(id: NoticeId) -> Result<Notice<T::AccountId>, DispatchError> {
		Ok(Notices::<T>::get(id).ok_or(Error::<T>::NotFound)?)
	}

	/// The case that a notice is about, where that stands in the open.
	pub fn case_of_notice(id: NoticeId) -> Option<CaseId> {
		Self::case_of_paper(&Notices::<T>::get(id)?.paper)
	}

	/// Whether a notice or lead exists and something may still be due for it.
	pub fn is_live_notice(id: NoticeId) -> bool {
		match Notices::<T>::get(id) {
			Some(notice) => notice.status.is_live(),
			None => crate::Leads::<T>::get(id).is_some_and(|lead| lead.result.is_none()),
		}
	}

	/// Issue a notice.
	pub(crate) fn do_issue(
		who: T::AccountId,
		kind: NoticeKind,
		addressee: MemberId,
		paper: Paper,
		issued: LegalDate,
		reply_by: Option<LegalDate>,
	) -> DispatchResult {
		let actor = Self::of_agency(&who)?;
		let issuer = actor.member;
		ensure!(actor.duties.contains(Duties::SUPERVISION), Error::<T>::NotAuthorized);
		let profile = Self::profile(issuer)?;
		ensure!(profile.kind.supervises(), Error::<T>::NotAuthorized);
		ensure!(kind.is_of(profile.kind), Error::<T>::WrongKind);
		ensure!(addressee != issuer, Error::<T>::ToItself);
		Self::profile(addressee)?;
		Self::ensure_past(issued)?;
		ensure!(kind == NoticeKind::Suggestion || reply_by.is_some(), Error::<T>::ReplyDateMissing);
		Self::ensure_period(kind, issued, reply_by)?;
		if let Some(case) = Self::examine(&paper, issuer, issued)? {
			let supervises = T::Cases::roles(case, issuer).contains(PartyRoles::SUPERVISING);
			let takes_part = !T::Cases::roles(case, addressee).is_none();
			ensure!(supervises && takes_part, Error::<T>::NotParty);
		}

		let id = Self::next_notice()?;
		let subject = Subject::Notice(id);
		Notices::<T>::insert(
			id,
			Notice {
				kind,
				issuer,
				addressee,
				by: who.clone(),
				paper,
				issued,
				entered: T::Time::now(),
				reply_by,
				status: NoticeStatus::Issued,
				replies: Default::default(),
				review: None,
				urged: None,
				reported_to: None,
				corrected: Default::default(),
			},
		);
		NoticesOf::<T>::insert(issuer, id, Part::Sender);
		NoticesOf::<T>::insert(addressee, id, Part::Addressee);
		Self::rest_on(&paper, subject)?;
		match reply_by {
			Some(last) => T::Deadlines::start_until(kind.reply_clock(), subject, addressee, last)?,
			None => {
				let from = Self::moment_of(issued);
				T::Deadlines::start(kind.reply_clock(), subject, addressee, from)?
			},
		};
		Self::deposit_event(Event::NoticeIssued {
			notice: id,
			kind,
			issuer,
			addressee,
			by: who,
			paper,
			issued,
			reply_by,
		});
		Ok(())
	}

	/// Ensure that a period for the reply does not end before it begins, and that of a suggestion not
	/// after the one of the law (L36).
	fn ensure_period(
		kind: NoticeKind,
		issued: LegalDate,
		reply_by: Option<LegalDate>,
	) -> DispatchResult {
		let Some(last) = reply_by else { return Ok(()) };
		let longest = match kind {
			NoticeKind::Suggestion => {
				T::Deadlines::last_day(kind.reply_clock(), Self::moment_of(issued))
			},
			NoticeKind::Violation | NoticeKind::Opinion | NoticeKind::Own => None,
		};
		let fits = last >= issued && longest.is_none_or(|longest| last <= longest);
		ensure!(fits, Error::<T>::PeriodOutOfBounds);
		Ok(())
	}

	/// Answer a notice.
	pub(crate) fn do_reply(
		who: T::AccountId,
		id: NoticeId,
		answer: Answer,
		paper: Paper,
		replied: LegalDate,
	) -> DispatchResult {
		let mut notice = Self::notice_of(id)?;
		Self::ensure_officer(&who, notice.addressee, ANSWERS)?;
		let open = match notice.status {
			NoticeStatus::Issued => true,
			NoticeStatus::Answered => notice.answer() == Some(Answer::NotAdopted),
			_ => false,
		};
		ensure!(open, Error::<T>::WrongStatus);
		Self::ensure_past(replied)?;
		ensure!(replied >= notice.earliest_reply(), Error::<T>::OutOfOrder);
		let case = Self::case_of_paper(&notice.paper);
		Self::examine_in(&paper, notice.addressee, replied, case)?;
		Self::rest_on(&paper, Subject::Notice(id))?;
		let reply = Reply { answer, paper, by: who.clone(), replied, entered: T::Time::now() };
		let room = notice.replies.try_push(reply);
		room.map_err(|_| Error::<T>::MaxRepliesExceeded)?;
		notice.status = NoticeStatus::Answered;
		let (kind, addressee) = (notice.kind.reply_clock(), notice.addressee);
		Notices::<T>::insert(id, notice);
		T::Deadlines::complete(kind, Subject::Notice(id), Self::moment_of(replied))?;
		Self::done_late(Rule::NoticeUnanswered, Subject::Notice(id), addressee);
		Self::deposit_event(Event::NoticeAnswered { notice: id, by: who, answer, paper, replied });
		Ok(())
	}

	/// Ask for a review.
	pub(crate) fn do_ask_review(
		who: T::AccountId,
		id: NoticeId,
		paper: Paper,
		asked: LegalDate,
	) -> DispatchResult {
		let mut notice = Self::notice_of(id)?;
		Self::ensure_officer(&who, notice.addressee, ANSWERS)?;
		ensure!(notice.status == NoticeStatus::Issued, Error::<T>::WrongStatus);
		ensure!(notice.kind.is_reviewable() && notice.review.is_none(), Error::<T>::NotReviewable);
		Self::ensure_past(asked)?;
		ensure!(asked >= notice.issued, Error::<T>::OutOfOrder);
		let case = Self::case_of_paper(&notice.paper);
		Self::examine_in(&paper, notice.addressee, asked, case)?;
		Self::rest_on(&paper, Subject::Notice(id))?;
		let issuer = notice.issuer;
		notice.review = Some(Review { paper, asked, decided: None });
		notice.status = NoticeStatus::UnderReview;
		Notices::<T>::insert(id, notice);
		let from = Self::moment_of(asked);
		T::Deadlines::start(kinds::OPINION_REVIEW, Subject::Notice(id), issuer, from)?;
		Self::deposit_event(Event::ReviewAsked { notice: id, by: who, paper, asked });
		Ok(())
	}

	/// Decide a review.
	pub(crate) fn do_decide_review(
		who: T::AccountId,
		id: NoticeId,
		upheld: bool,
		paper: Paper,
		decided: LegalDate,
		reply_by: Option<LegalDate>,
	) -> DispatchResult {
		let mut notice = Self::notice_of(id)?;
		Self::ensure_officer(&who, notice.issuer, Duties::SUPERVISION)?;
		ensure!(notice.by != who, Error::<T>::SameOfficer);
		ensure!(notice.status == NoticeStatus::UnderReview, Error::<T>::WrongStatus);
		let review = notice.review.as_mut().ok_or(Error::<T>::WrongStatus)?;
		Self::ensure_past(decided)?;
		ensure!(decided >= review.asked, Error::<T>::OutOfOrder);
		let reply_by = reply_by.filter(|_| upheld);
		if upheld {
			let last = reply_by.ok_or(Error::<T>::ReplyDateMissing)?;
			ensure!(last >= decided, Error::<T>::PeriodOutOfBounds);
		}
		review.decided = Some((decided, upheld));
		let case = Self::case_of_paper(&notice.paper);
		Self::examine_in(&paper, notice.issuer, decided, case)?;
		Self::rest_on(&paper, Subject::Notice(id))?;

		let (subject, reply) = (Subject::Notice(id), notice.kind.reply_clock());
		let addressee = notice.addressee;
		let late = upheld && notice.was_overdue();
		if upheld {
			notice.status = NoticeStatus::Issued;
			notice.reply_by = reply_by;
			notice.urged = None;
		} else {
			notice.status = NoticeStatus::Withdrawn;
			Self::forget_parts(id, &notice);
		}
		Notices::<T>::insert(id, notice);
		T::Deadlines::complete(kinds::OPINION_REVIEW, subject, Self::moment_of(decided))?;
		T::Deadlines::cancel(reply, subject, Reason::Judgment)?;
		// Until the new last day, or for ever, nothing is unanswered. But a review that was asked for
		// late does not make good that nobody had answered.
		if late {
			Self::done_late(Rule::NoticeUnanswered, subject, addressee);
		} else {
			Self::settle(Rule::NoticeUnanswered, subject, addressee);
		}
		if let Some(last) = reply_by {
			T::Deadlines::start_until(reply, subject, addressee, last)?;
		}
		Self::deposit_event(Event::ReviewDecided {
			notice: id,
			by: who,
			upheld,
			paper,
			decided,
			reply_by,
		});
		Ok(())
	}

	/// Tell the superior of the issuer.
	pub(crate) fn do_report_up(who: T::AccountId, id: NoticeId) -> DispatchResult {
		let mut notice = Self::notice_of(id)?;
		Self::ensure_officer(&who, notice.issuer, Duties::SUPERVISION)?;
		ensure!(notice.may_be_reported(), Error::<T>::NothingToReport);
		ensure!(notice.reported_to.is_none(), Error::<T>::AlreadyExists);
		let to = Self::profile(notice.issuer)?.parent.ok_or(Error::<T>::NoSuperior)?;
		let fit = to != notice.addressee && Self::profile(to)?.kind.supervises();
		ensure!(fit, Error::<T>::NoSuperior);
		notice.reported_to = Some(to);
		Notices::<T>::insert(id, notice);
		NoticesOf::<T>::insert(to, id, Part::Superior);
		Self::deposit_event(Event::NoticeReportedUp { notice: id, by: who, to });
		Ok(())
	}

	/// Accept the answer.
	pub(crate) fn do_close_notice(who: T::AccountId, id: NoticeId) -> DispatchResult {
		let mut notice = Self::notice_of(id)?;
		let member = Self::supervises(&who, &notice)?;
		ensure!(notice.status == NoticeStatus::Answered, Error::<T>::WrongStatus);
		notice.status = NoticeStatus::Closed;
		Self::forget_parts(id, &notice);
		Notices::<T>::insert(id, notice);
		Self::deposit_event(Event::NoticeClosed { notice: id, by: who, member });
		Ok(())
	}

	/// Take a notice back.
	pub(crate) fn do_withdraw_notice(
		who: T::AccountId,
		id: NoticeId,
		reason: Reason,
	) -> DispatchResult {
		let mut notice = Self::notice_of(id)?;
		let member = Self::supervises(&who, &notice)?;
		ensure!(notice.status.is_live(), Error::<T>::WrongStatus);
		notice.status = NoticeStatus::Withdrawn;
		Self::forget_parts(id, &notice);
		let addressee = notice.addressee;
		Notices::<T>::insert(id, notice);
		T::Deadlines::cancel_all(Subject::Notice(id), reason)?;
		// What is taken back was not due: nobody has to say why it was not answered.
		Self::settle(Rule::NoticeUnanswered, Subject::Notice(id), addressee);
		Self::deposit_event(Event::NoticeWithdrawn { notice: id, by: who, member, reason });
		Ok(())
	}

	/// The clock of a reply has run out: urge the addressee, and tell the issuer, then those that the
	/// rule of the clock names.
	pub(crate) fn urge(id: NoticeId, mut notice: Notice<T::AccountId>, told: Audience) {
		let (issuer, addressee) = (notice.issuer, notice.addressee);
		let audience = Self::audience(told, addressee, Self::case_of_paper(&notice.paper));
		let tell = core::iter::once(issuer).chain(audience);
		notice.urged = Some(T::Time::now());
		Notices::<T>::insert(id, notice);
		Self::deposit_event(Event::NoticeUrged { notice: id, addressee });
		Self::raise_found(Rule::NoticeUnanswered, addressee, Subject::Notice(id), tell);
	}

	/// The member for which `who` supervises a notice: the issuer, or the superior it was told.
	fn supervises(
		who: &T::AccountId,
		notice: &Notice<T::AccountId>,
	) -> Result<MemberId, DispatchError> {
		let actor = Self::of_agency(who)?;
		ensure!(actor.duties.contains(Duties::SUPERVISION), Error::<T>::NotAuthorized);
		let parts = [Some(notice.issuer), notice.reported_to];
		let own = parts.into_iter().flatten().find(|member| *member == actor.member);
		let issuer =
			Some(notice.issuer).filter(|issuer| T::Members::stands_for(actor.member, *issuer));
		Ok(own.or(issuer).ok_or(Error::<T>::NotAuthorized)?)
	}

	fn forget_parts(id: NoticeId, notice: &Notice<T::AccountId>) {
		let parts = [Some(notice.issuer), Some(notice.addressee), notice.reported_to];
		parts.into_iter().flatten().for_each(|member| NoticesOf::<T>::remove(member, id));
	}
}
