//! Acts of every class to send through the gate, and what the runtime would say of them.

#![allow(missing_docs)]

use crate::{mock, CallTable, ExtraCheck, Roles, Row, Signer, ValidatorOwner};
use frame_support::{parameter_types, traits::Contains, weights::Weight};
use shejiao_primitives::{
	attempt::{OnRefusal, RefusalKind},
	ids::MemberId,
	member::CallClass,
	refusal::Refusal,
};
use sp_runtime::{traits::Convert, DispatchError};

pub use pallet::*;

/// Picoseconds of a second.
pub const SECOND: u64 = 1_000_000_000_000;

#[frame_support::pallet(dev_mode)]
pub mod pallet {
	use super::*;
	use frame_support::{dispatch::DispatchResultWithPostInfo, pallet_prelude::*};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::Dispatchable;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::error]
	#[derive(Clone, PartialEq, Eq)]
	pub enum Error<T> {
		NotAuthorized,
		NotFound,
		SameOfficer,
	}

	#[derive(
		Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo,
	)]
	pub enum Ending {
		Success,
		NotAuthorized,
		BadOrigin,
		NotFound,
		SameOfficer,
	}

	/// What an act costs in seconds, what of it it uses, and how it ends.
	#[derive(
		Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo,
	)]
	pub struct Act {
		pub declared: u64,
		pub used: u64,
		pub ending: Ending,
	}

	impl Act {
		pub const fn of(seconds: u64) -> Self {
			Self { declared: seconds, used: seconds, ending: Ending::Success }
		}

		pub const fn ending(ending: Ending) -> Self {
			Self { ending, ..Self::of(1) }
		}

		pub fn weight(&self) -> Weight {
			Weight::from_parts(self.declared * SECOND, 0)
		}

		fn run<T: Config>(self) -> DispatchResultWithPostInfo {
			let used = Some(Weight::from_parts(self.used * SECOND, 0));
			let error = match self.ending {
				Ending::Success => return Ok(used.into()),
				Ending::NotAuthorized => Error::<T>::NotAuthorized.into(),
				Ending::BadOrigin => DispatchError::BadOrigin,
				Ending::NotFound => Error::<T>::NotFound.into(),
				Ending::SameOfficer => Error::<T>::SameOfficer.into(),
			};
			Err(sp_runtime::DispatchErrorWithPostInfo { post_info: used.into(), error })
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// The law orders it.
		#[pallet::call_index(0)]
		#[pallet::weight(act.weight())]
		pub fn report(_: OriginFor<T>, act: Act) -> DispatchResultWithPostInfo {
			act.run::<T>()
		}

		/// May be made or not.
		#[pallet::call_index(1)]
		#[pallet::weight(act.weight())]
		pub fn share(_: OriginFor<T>, act: Act) -> DispatchResultWithPostInfo {
			act.run::<T>()
		}

		/// For institutions alone.
		#[pallet::call_index(2)]
		#[pallet::weight(act.weight())]
		pub fn vote(_: OriginFor<T>, act: Act) -> DispatchResultWithPostInfo {
			act.run::<T>()
		}

		/// For validators alone.
		#[pallet::call_index(3)]
		#[pallet::weight(act.weight())]
		pub fn keys(_: OriginFor<T>, act: Act) -> DispatchResultWithPostInfo {
			act.run::<T>()
		}

		/// In no table.
		#[pallet::call_index(4)]
		#[pallet::weight(Weight::zero())]
		pub fn unlisted(_: OriginFor<T>) -> DispatchResult {
			Ok(())
		}

		/// Makes `call` as `account`, and hides how it ended.
		#[pallet::call_index(5)]
		#[pallet::weight(call.get_dispatch_info().call_weight)]
		pub fn jointly(
			_: OriginFor<T>,
			account: T::AccountId,
			call: Box<<T as frame_system::Config>::RuntimeCall>,
		) -> DispatchResult {
			let _ = call.dispatch(frame_system::RawOrigin::Signed(account).into());
			Ok(())
		}

		/// An inherent.
		#[pallet::call_index(6)]
		#[pallet::weight((Weight::zero(), DispatchClass::Mandatory))]
		pub fn inherent(_: OriginFor<T>) -> DispatchResult {
			Ok(())
		}

		/// The law orders it, of a person's representative too.
		#[pallet::call_index(8)]
		#[pallet::weight(act.weight())]
		pub fn acknowledge(_: OriginFor<T>, act: Act) -> DispatchResultWithPostInfo {
			act.run::<T>()
		}

		/// Needs no signature.
		#[pallet::call_index(7)]
		#[pallet::weight(Weight::zero())]
		pub fn evidence(_: OriginFor<T>) -> DispatchResult {
			Ok(())
		}
	}
}

parameter_types! {
	pub const MaxPending: u32 = 4;
	pub const MaxQuota: u64 = 1_000 * SECOND;
	pub const MinReserve: u64 = SECOND;
	pub static Owners: Vec<(u64, MemberId)> = vec![];
	pub static Paused: bool = false;
	pub static Accused: Option<MemberId> = None;
	pub static Told: Vec<(MemberId, RefusalKind)> = vec![];
}

pub struct Validators;
impl ValidatorOwner<u64> for Validators {
	fn owner(validator: &u64) -> Option<MemberId> {
		Owners::get().iter().find(|(account, _)| account == validator).map(|(_, member)| *member)
	}
}

pub struct Table;
impl CallTable<u64, mock::RuntimeCall> for Table {
	fn row(call: &mock::RuntimeCall) -> Option<Row> {
		use mock::RuntimeCall::{Acts, Utility};
		let staff = Roles::INSTITUTION.union(Roles::OFFICER);
		let everybody = staff.union(Roles::VALIDATOR);
		let (class, roles) = match call {
			Acts(Call::report { .. }) => (CallClass::Statutory, everybody),
			Acts(Call::share { .. }) => (CallClass::Discretionary, staff),
			Acts(Call::vote { .. }) => (CallClass::Discretionary, Roles::INSTITUTION),
			Acts(Call::keys { .. }) => (CallClass::Consensus, Roles::VALIDATOR),
			Acts(Call::acknowledge { .. }) => {
				(CallClass::Statutory, staff.union(Roles::REPRESENTATIVE))
			},
			Acts(Call::jointly { .. }) => (CallClass::Discretionary, everybody),
			Utility(pallet_utility::Call::batch_all { .. }) => {
				(CallClass::Discretionary, everybody)
			},
			_ => return None,
		};
		Some(Row { class, roles })
	}

	fn inner(call: &mock::RuntimeCall) -> &[mock::RuntimeCall] {
		match call {
			mock::RuntimeCall::Utility(pallet_utility::Call::batch_all { calls }) => calls,
			mock::RuntimeCall::Acts(Call::jointly { call, .. }) => {
				core::slice::from_ref(call.as_ref())
			},
			_ => &[],
		}
	}

	fn dispatches_as(call: &mock::RuntimeCall, _: &u64) -> Option<u64> {
		match call {
			mock::RuntimeCall::Acts(Call::jointly { account, .. }) => Some(*account),
			_ => None,
		}
	}
}

/// Sharing may be paused; the accused does not vote.
pub struct Extra;
impl ExtraCheck<u64, mock::RuntimeCall> for Extra {
	fn check(signer: &Signer<u64>, call: &mock::RuntimeCall) -> Result<(), Refusal> {
		match call {
			mock::RuntimeCall::Acts(Call::share { .. }) if Paused::get() => {
				Err(Refusal::ModulePaused)
			},
			mock::RuntimeCall::Acts(Call::vote { .. }) if Accused::get() == Some(signer.member) => {
				Err(Refusal::AccusedMayNotVote)
			},
			_ => Ok(()),
		}
	}

	fn weight(_: &mock::RuntimeCall) -> Weight {
		Weight::from_parts(7, 0)
	}
}

pub struct Bare;
impl Contains<mock::RuntimeCall> for Bare {
	fn contains(call: &mock::RuntimeCall) -> bool {
		matches!(call, mock::RuntimeCall::Acts(Call::evidence {}))
	}
}

/// By the names of errors.
pub struct NotAllowed;
impl Convert<DispatchError, Option<RefusalKind>> for NotAllowed {
	fn convert(error: DispatchError) -> Option<RefusalKind> {
		match error {
			DispatchError::BadOrigin => Some(RefusalKind::OutsideDuty),
			DispatchError::Module(error) => RefusalKind::of_error(error.message?),
			_ => None,
		}
	}
}

/// Remembers what it was told.
pub struct Watch;
impl OnRefusal for Watch {
	fn refused(member: MemberId, what: RefusalKind) {
		Told::mutate(|told| told.push((member, what)));
	}

	fn weight() -> Weight {
		WATCHING
	}
}

/// What telling takes at most.
pub const WATCHING: Weight = Weight::from_parts(3_000, 5);

/// An officer with a history.
#[cfg(feature = "runtime-benchmarks")]
pub struct Stage;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<u64, mock::RuntimeCall> for Stage {
	fn longest() -> (u64, mock::RuntimeCall) {
		use super::{actor, share, COURT, COURT_ID, JUDGE};
		use shejiao_primitives::member::MemberKind;
		use shejiao_testing::{MockDirectory, MockMembers};
		MockMembers::add(&COURT, MemberKind::Court);
		for _ in 0..64 {
			MockDirectory::appoint(&JUDGE, actor(COURT_ID));
		}
		(JUDGE, share(Act::of(1)))
	}
}
