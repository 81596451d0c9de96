//! Attempts that were refused at dispatch, as the gate tells them.
//!
//! A failing call leaves nothing behind in storage, so a refusal can be counted only after the
//! dispatch, where its error is seen.

use crate::{coded, ids::MemberId};
use frame_support::weights::Weight;

coded! {
	/// What was refused. Append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum RefusalKind {
		/// The signer tried what is not its duty.
		#[codec(index = 0)]
		OutsideDuty,
		/// The signer tried to act on itself: to confirm its own act, decide on its own record, or
		/// accept what its own agency proposes.
		#[codec(index = 1)]
		SelfDealing,
	}
}

impl RefusalKind {
	/// What an error of a pallet says was refused, by the error's name; `None` for an error that
	/// accuses nobody. `runtime/attempts.txt` lists the errors of the runtime that do: a pallet gives
	/// one of these names to nothing else.
	pub fn of_error(name: &str) -> Option<Self> {
		match name {
			"NotAuthorized" | "NotMember" => Some(Self::OutsideDuty),
			"SameOfficer" | "OwnRecord" | "ActsOnItself" | "NotCounterpart" => {
				Some(Self::SelfDealing)
			},
			_ => None,
		}
	}
}

/// Told after a dispatch that was refused. Must not fail.
pub trait OnRefusal {
	/// A signer that acts for `member` tried `what`, and was refused.
	fn refused(member: MemberId, what: RefusalKind);

	/// Most weight that one call of [`Self::refused`] takes.
	fn weight() -> Weight;
}

#[impl_trait_for_tuples::impl_for_tuples(4)]
impl OnRefusal for Tuple {
	fn refused(member: MemberId, what: RefusalKind) {
		for_tuples!( #( Tuple::refused(member, what); )* );
	}

	fn weight() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::weight()); )* );
		weight
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_error_accuses_by_its_name() {
		for name in ["NotAuthorized", "NotMember"] {
			assert_eq!(RefusalKind::of_error(name), Some(RefusalKind::OutsideDuty));
		}
		for name in ["SameOfficer", "OwnRecord", "ActsOnItself", "NotCounterpart"] {
			assert_eq!(RefusalKind::of_error(name), Some(RefusalKind::SelfDealing));
		}
		assert_eq!(RefusalKind::of_error("NotFound"), None);
		assert_eq!(<() as OnRefusal>::weight(), Weight::zero());
	}
}
