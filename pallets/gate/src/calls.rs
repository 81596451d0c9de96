//! What the gate asks of the runtime: its table of calls, further checks, and where the nonce is.

use crate::types::{Row, Signer};
use codec::Decode;
use core::marker::PhantomData;
use frame_support::weights::Weight;
use shejiao_primitives::{ids::MemberId, member::CallClass, refusal::Refusal};

/// How deep wrappers may be nested.
pub const MAX_DEPTH: u32 = 4;

/// The runtime's table of calls.
pub trait CallTable<AccountId, Call> {
	/// What `call` is to the law, and whom it is open to. `None` closes it to everybody.
	fn row(call: &Call) -> Option<Row>;

	/// The calls that `call` dispatches, which must share its fate: empty if it wraps none.
	fn inner(call: &Call) -> &[Call];

	/// The account that the inner calls of `call` are dispatched as, if not as `signer`.
	fn dispatches_as(call: &Call, signer: &AccountId) -> Option<AccountId>;
}

/// Checks that the runtime adds for each call that wraps none.
pub trait ExtraCheck<AccountId, Call> {
	/// Whether `signer`, whom the call is open to, may make it at this moment.
	fn check(signer: &Signer<AccountId>, call: &Call) -> Result<(), Refusal>;

	/// The most that [`Self::check`] of `call` weighs.
	fn weight(call: &Call) -> Weight;
}

impl<AccountId, Call> ExtraCheck<AccountId, Call> for () {
	fn check(_: &Signer<AccountId>, _: &Call) -> Result<(), Refusal> {
		Ok(())
	}

	fn weight(_: &Call) -> Weight {
		Weight::zero()
	}
}

/// Whose validator an account is.
pub trait ValidatorOwner<AccountId> {
	/// The member that `validator` works for, leaving or not; `None` once it is out.
	fn owner(validator: &AccountId) -> Option<MemberId>;
}

/// Finds the nonce of a transaction in what the extensions after the gate encode.
pub trait NonceOf<Nonce> {
	/// The nonce; `None` if it is not where it should be.
	fn nonce(explicit: &[u8]) -> Option<Nonce>;
}

/// The nonce of `frame_system::CheckNonce`, which comes after the gate and `Before`: a tuple of the
/// extensions between the two, as in the runtime's own list.
pub struct NonceAfter<T, Before = ()>(PhantomData<(T, Before)>);

impl<T: frame_system::Config, Before: Decode> NonceOf<T::Nonce> for NonceAfter<T, Before> {
	fn nonce(mut explicit: &[u8]) -> Option<T::Nonce> {
		Before::decode(&mut explicit).ok()?;
		frame_system::CheckNonce::<T>::decode(&mut explicit).ok().map(|nonce| nonce.0)
	}
}

/// Class of two calls that share their fate: a mixture is discretionary, so that no wrapper carries
/// a call past a standing that does not permit it.
pub(crate) fn together(one: CallClass, other: CallClass) -> CallClass {
	if one == other {
		one
	} else {
		CallClass::Discretionary
	}
}
