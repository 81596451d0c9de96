//! Who may send which call.

use crate::{
	calls::{together, CallTable, ExtraCheck, ValidatorOwner, MAX_DEPTH},
	types::Signer,
	Config, Pallet, WeightInfo,
};
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	case::{CaseView, Representatives},
	directory::{Directory, Members},
	member::{CallClass, Standing},
	refusal::Refusal,
};

/// A call that is open to its signer.
pub(crate) struct Examined<AccountId> {
	/// Who signed.
	pub signer: Signer<AccountId>,
	/// The class of the call.
	pub class: CallClass,
	/// What the examination really weighed.
	pub weight: Weight,
}

impl<T: Config> Pallet<T> {
	/// Why `call` of `who` would be refused now, or every call if none is given. A dry run for
	/// clients: what other extensions weigh is left out of the quota's account.
	pub fn refusal(who: &T::AccountId, call: Option<&T::RuntimeCall>) -> Option<Refusal> {
		match call {
			Some(call) => Self::examine(who, call)
				.and_then(|examined| {
					let cost = Self::cost(&call.get_dispatch_info());
					Self::check_load(&Self::purse(&examined.signer, examined.class), cost, 1)
				})
				.err(),
			None => Self::signer(who, &mut Weight::zero())
				.and_then(|signer| Self::permit(&signer, CallClass::Statutory))
				.err(),
		}
	}

	/// The signer of `call`, which is open to it, and the class of the call.
	pub(crate) fn examine(
		who: &T::AccountId,
		call: &T::RuntimeCall,
	) -> Result<Examined<T::AccountId>, Refusal> {
		let mut weight = Weight::zero();
		let signer = Self::signer(who, &mut weight)?;
		let class = Self::class(&signer, call, MAX_DEPTH, &mut weight)?;
		Ok(Examined { signer, class, weight })
	}

	/// What [`Self::examine`] weighs at most: a wrapper may bring one more signer.
	pub(crate) fn examination_weight(call: &T::RuntimeCall) -> Weight {
		T::WeightInfo::check_membership().saturating_add(Self::inner_weight(call, MAX_DEPTH))
	}

	fn inner_weight(call: &T::RuntimeCall, depth: u32) -> Weight {
		let inner = T::CallTable::inner(call);
		let Some(depth) = depth.checked_sub(1).filter(|_| !inner.is_empty()) else {
			return T::ExtraCheck::weight(call);
		};
		inner.iter().fold(T::WeightInfo::check_membership(), |weight, call| {
			weight.saturating_add(Self::inner_weight(call, depth))
		})
	}

	/// Whom `account` signs for. Adds to `weight` what it took to find out.
	fn signer(
		account: &T::AccountId,
		weight: &mut Weight,
	) -> Result<Signer<T::AccountId>, Refusal> {
		let role = T::Accounts::role(account).ok_or(Refusal::NotAdmitted)?;
		weight.saturating_accrue(match role {
			AccountRole::Institution => T::WeightInfo::check_institution(),
			_ => T::WeightInfo::check_membership(),
		});
		let member = match role {
			AccountRole::Institution => T::Members::member(account).ok_or(Refusal::KeyRetired)?,
			AccountRole::Officer => {
				T::Directory::officer(account).ok_or(Refusal::OfficerInactive)?.member
			},
			AccountRole::Validator => {
				T::ValidatorOwner::owner(account).ok_or(Refusal::KeyRetired)?
			},
			// It acts in the affairs of the agency that executes, and at its expense.
			AccountRole::Representative => {
				T::Representatives::case_of(account)
					.and_then(T::Cases::facts)
					.ok_or(Refusal::KeyRetired)?
					.executing
			},
		};
		let profile = T::Members::profile(member).ok_or(Refusal::NoLongerMember)?;
		Ok(Signer { account: account.clone(), role, member, profile })
	}

	/// The class of `call`, if it and everything in it is open to `signer`.
	fn class(
		signer: &Signer<T::AccountId>,
		call: &T::RuntimeCall,
		depth: u32,
		weight: &mut Weight,
	) -> Result<CallClass, Refusal> {
		let row = T::CallTable::row(call)
			.filter(|row| row.roles.contains(signer.role))
			.ok_or(Refusal::CallNotOpen)?;
		let inner = T::CallTable::inner(call);
		if inner.is_empty() {
			if signer.role == AccountRole::Validator && row.class != CallClass::Consensus {
				return Err(Refusal::CallNotOpen);
			}
			Self::permit(signer, row.class)?;
			weight.saturating_accrue(T::ExtraCheck::weight(call));
			T::ExtraCheck::check(signer, call)?;
			return Ok(row.class);
		}

		let depth = depth.checked_sub(1).ok_or(Refusal::CallNotOpen)?;
		let other = T::CallTable::dispatches_as(call, &signer.account)
			.map(|account| Self::signer(&account, weight))
			.transpose()?;
		let mut class = None;
		for call in inner {
			let one = Self::class(other.as_ref().unwrap_or(signer), call, depth, weight)?;
			class = Some(class.map_or(one, |before| together(before, one)));
		}
		let class = class.unwrap_or(row.class);
		Self::permit(signer, class)?;
		Ok(class)
	}

	/// Whether the standing of the signer's member permits calls of `class`.
	fn permit(signer: &Signer<T::AccountId>, class: CallClass) -> Result<(), Refusal> {
		let profile = &signer.profile;
		if profile.standing.permits(profile.kind.is_statutory(), class) {
			return Ok(());
		}
		Err(match profile.standing {
			Standing::Suspended => Refusal::Suspended,
			_ => Refusal::NoLongerMember,
		})
	}
}
