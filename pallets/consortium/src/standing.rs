//! Standing: suspension, expulsion, withdrawal and renewal.

use crate::*;
use frame_support::ensure;
use shejiao_primitives::{
	directory::OnMembership,
	governance::Body,
	member::Standing,
	reason::Reason,
	time::{LegalDate, LegalTime},
};

impl<T: Config> Pallet<T> {
	/// Enter a standing into the history.
	pub(crate) fn note_standing(
		member: MemberId,
		from: Option<Standing>,
		to: Standing,
		reason: Option<Reason>,
	) -> DispatchResult {
		StandingHistory::<T>::push(&member, Self::now(), Stood { standing: to, reason })
			.map_err(|_| Error::<T>::Exhausted)?;
		Self::deposit_event(Event::StandingChanged { member, from, to, reason });
		Ok(())
	}

	/// Change the standing of a member, with all that hangs on it. `record` is the stored one, apart
	/// from what the caller changed besides the standing.
	pub(crate) fn change_standing(
		member: MemberId,
		mut record: RecordOf<T>,
		to: Standing,
		reason: Option<Reason>,
		root: bool,
	) -> DispatchResult {
		let old = Self::record(member)?;
		let from = old.standing;
		record.standing = to;
		if to != Standing::Suspended {
			record.suspension = None;
			Self::cancel(Due::Suspension(member))?;
		}
		if !to.is_member() {
			record.withdrawal = None;
			record.renewal = None;
			record.overdue = false;
			Self::cancel(Due::Withdrawal(member))?;
			Self::cancel(Due::Renewal(member))?;
		}
		if to == Standing::Active {
			// Nobody acts any longer for an agency that acts itself.
			Self::end_order(member)?;
		}
		Self::store(member, Some(&old), record, root)?;
		Self::note_standing(member, Some(from), to, reason)?;
		T::OnMembership::standing_changed(member, from, to)?;
		if !to.is_member() {
			Self::release_peers(member)?;
		}
		Ok(())
	}

	/// The last day of something that ends `days` legal days after today.
	pub(crate) fn in_days(days: u32) -> LegalDate {
		T::LegalTime::today().plus(days)
	}

	pub(crate) fn do_suspend(
		member: MemberId,
		reason: Reason,
		until: Option<LegalDate>,
		root: bool,
	) -> DispatchResult {
		let mut record = Self::record(member)?;
		ensure!(record.standing == Standing::Active, Error::<T>::NotActive);
		let today = T::LegalTime::today();
		ensure!(
			root || record.rest_until.is_none_or(|rest| rest < today),
			Error::<T>::SuspendedTooRecently
		);
		let longest = Self::in_days(Params::<T>::get().suspension_days);
		let until = until.unwrap_or(longest);
		ensure!(today <= until && until <= longest, Error::<T>::InvalidDate);
		let suspension = Suspension { until: Some(until), confirmed: false };
		record.suspension = Some(suspension);
		Self::schedule(until, Due::Suspension(member))?;
		Self::change_standing(member, record, Standing::Suspended, Some(reason), root)?;
		Self::deposit_event(Event::SuspensionSet { member, old: None, new: suspension });
		Ok(())
	}

	pub(crate) fn do_confirm_suspension(
		member: MemberId,
		until: Option<LegalDate>,
	) -> DispatchResult {
		let mut record = Self::record(member)?;
		let old = record.suspension.ok_or(Error::<T>::NotSuspended)?;
		ensure!(!old.confirmed, Error::<T>::AlreadyConfirmed);
		ensure!(until.is_none_or(|until| T::LegalTime::today() <= until), Error::<T>::InvalidDate);
		Self::cancel(Due::Suspension(member))?;
		if let Some(until) = until {
			Self::schedule(until, Due::Suspension(member))?;
		}
		let new = Suspension { until, confirmed: true };
		record.suspension = Some(new);
		MemberRecords::<T>::insert(member, record);
		Self::deposit_event(Event::SuspensionSet { member, old: Some(old), new });
		Ok(())
	}

	pub(crate) fn do_lift_suspension(member: MemberId, reason: Reason) -> DispatchResult {
		let record = Self::record(member)?;
		ensure!(record.standing == Standing::Suspended, Error::<T>::NotSuspended);
		Self::change_standing(member, record, Standing::Active, Some(reason), false)
	}

	/// The day of the suspension has ended.
	pub(crate) fn lapse_suspension(member: MemberId) -> DispatchResult {
		let mut record = Self::record(member)?;
		// Else a simple majority could suspend for ever, one lapse after the other.
		record.rest_until = Some(Self::in_days(Params::<T>::get().rest_days));
		Self::change_standing(member, record, Standing::Active, Some(Reason::TermEnded), false)
	}

	pub(crate) fn do_expel(member: MemberId, reason: Reason, root: bool) -> DispatchResult {
		let record = Self::record(member)?;
		ensure!(record.standing.is_member(), Error::<T>::NotMember);
		Self::change_standing(member, record, Standing::Expelled, Some(reason), root)
	}

	pub(crate) fn do_withdraw(who: T::AccountId, reason: Reason) -> DispatchResult {
		let (member, mut record) = Self::belonging(&who)?;
		ensure!(record.withdrawal.is_none(), Error::<T>::AlreadyExists);
		// Seen again when it takes effect; refused now so that nobody waits in vain.
		if record.sits_in(Body::SupervisoryCommittee) {
			let body = Body::SupervisoryCommittee;
			let votes = u32::from(record.votes_in(body));
			let voters = (Voters::<T>::decode_len(body).unwrap_or(0) as u32).saturating_sub(votes);
			ensure!(
				seats::can_decide(SeatCount::<T>::get(body).saturating_sub(1), voters),
				Error::<T>::CommitteeTooSmall
			);
		}
		let until = Self::in_days(Params::<T>::get().withdrawal_days);
		let notice = Notice { until, reason };
		record.withdrawal = Some(notice);
		Self::schedule(until, Due::Withdrawal(member))?;
		MemberRecords::<T>::insert(member, record);
		Self::deposit_event(Event::WithdrawalSet { member, old: None, new: Some(notice) });
		Ok(())
	}

	pub(crate) fn do_revoke_withdrawal(who: T::AccountId) -> DispatchResult {
		let (member, mut record) = Self::belonging(&who)?;
		let old = record.withdrawal.take().ok_or(Error::<T>::NotFound)?;
		Self::cancel(Due::Withdrawal(member))?;
		MemberRecords::<T>::insert(member, record);
		Self::deposit_event(Event::WithdrawalSet { member, old: Some(old), new: None });
		Ok(())
	}

	/// The day of the notice has ended.
	pub(crate) fn complete_withdrawal(member: MemberId) -> DispatchResult {
		let record = Self::record(member)?;
		let notice = record.withdrawal.ok_or(Error::<T>::NotFound)?;
		Self::change_standing(member, record, Standing::Withdrawn, Some(notice.reason), false)
	}

	pub(crate) fn do_renew(member: MemberId, until: LegalDate) -> DispatchResult {
		let mut record = Self::record(member)?;
		let lapsed = record.standing == Standing::Lapsed;
		ensure!(record.standing.is_member() || lapsed, Error::<T>::NotMember);
		let longest = Self::in_days(Params::<T>::get().renewal_days);
		ensure!(T::LegalTime::today() <= until && until <= longest, Error::<T>::InvalidDate);
		let old = record.renewal.replace(until);
		record.overdue = false;
		Self::cancel(Due::Renewal(member))?;
		Self::schedule(until, Due::Renewal(member))?;
		if lapsed {
			Self::change_standing(member, record, Standing::Active, None, false)?;
		} else {
			MemberRecords::<T>::insert(member, record);
		}
		Self::deposit_event(Event::MembershipRenewed { member, old, new: until });
		Ok(())
	}

	/// The last day of the membership has ended.
	pub(crate) fn lapse_membership(member: MemberId) -> DispatchResult {
		let mut record = Self::record(member)?;
		let due = record.renewal.ok_or(Error::<T>::NotFound)?;
		if record.kind.is_statutory() {
			record.overdue = true;
			MemberRecords::<T>::insert(member, record);
			Self::deposit_event(Event::RenewalOverdue { member, due });
			return Ok(());
		}
		Self::change_standing(member, record, Standing::Lapsed, Some(Reason::TermEnded), false)
	}
}
