#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod appointments;
mod authority;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod caseloads;
mod delegations;
mod deputies;
mod directory;
mod genesis;
mod histories;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use histories::{CaseloadsOf, DelegationsOf, DeputationsOf, DeputiesOf, Desk};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// Everything that the pallet declares.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		account::AccountRegistry,
		directory::Members,
		duty::{Acts, Category, Duties},
		history::Entry,
		ids::{DelegationId, MemberId, UnitId},
		reason::Reason,
		time::{LegalTime, Moment},
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime says.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Time as the law counts it.
		type Time: LegalTime;

		/// The members, their standing and units.
		type Members: Members<Self::AccountId>;

		/// Accounts ever admitted.
		type Accounts: AccountRegistry<Self::AccountId>;

		/// Most officers of a member, those included whose validity is over and who have not been
		/// dismissed.
		#[pallet::constant]
		type MaxOfficersPerMember: Get<u32>;

		/// Most deputies of an officer at a time, and most officers that one is deputy of. At least 1.
		#[pallet::constant]
		type MaxDeputiesPerOfficer: Get<u32>;

		/// Most caseloads that one officer carries. At least 1, its own.
		#[pallet::constant]
		type MaxCaseloadsPerOfficer: Get<u32>;

		/// Most delegations of a unit at a time. At least 1.
		#[pallet::constant]
		type MaxDelegationsPerUnit: Get<u32>;

		/// Sets up what benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Number of entries in the history of an account as an officer.
	#[pallet::storage]
	pub type PostCount<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// History of an account as an officer.
	#[pallet::storage]
	pub type Posts<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u32, Entry<Post>>;

	/// Officers by member: those not dismissed, whether valid or not.
	#[pallet::storage]
	pub type Officers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Blake2_128Concat, T::AccountId, ()>;

	/// Number of officers of a member in [`Officers`].
	#[pallet::storage]
	pub type OfficerCount<T: Config> = StorageMap<_, Twox64Concat, MemberId, u32, ValueQuery>;

	/// Number of entries in the history of an account as a deputy.
	#[pallet::storage]
	pub type DeputationCount<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// History of an account as a deputy. An entry holds every deputation that was open then; those
	/// that had run out are left out, so that it stays bounded and no past answer changes.
	#[pallet::storage]
	pub type Deputations<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		u32,
		Entry<DeputationsOf<T>>,
	>;

	/// Deputies of an officer: all whose deputation is open, and perhaps some whose is not any more.
	#[pallet::storage]
	pub type Deputies<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, DeputiesOf<T>, ValueQuery>;

	/// Number of entries in the history of a caseload.
	#[pallet::storage]
	pub type CarrierCount<T: Config> = StorageMap<_, Blake2_128Concat, Desk<T>, u32, ValueQuery>;

	/// History of a caseload, known by the member and the officer that it was first of: who carries
	/// it. Kept flat, so that no chain of handovers is ever followed.
	#[pallet::storage]
	pub type Carriers<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, Desk<T>, Twox64Concat, u32, Entry<T::AccountId>>;

	/// Caseloads that an officer carries now, by the officers they were first of.
	#[pallet::storage]
	pub type Carried<T: Config> =
		StorageMap<_, Blake2_128Concat, Desk<T>, CaseloadsOf<T>, ValueQuery>;

	/// Number of entries in the history of a unit's delegations.
	#[pallet::storage]
	pub type DelegationCount<T: Config> = StorageMap<_, Twox64Concat, UnitId, u32, ValueQuery>;

	/// History of a unit's delegations. An entry holds every delegation that was open then.
	#[pallet::storage]
	pub type Delegations<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Twox64Concat, u32, Entry<DelegationsOf<T>>>;

	/// Number of the next delegation.
	#[pallet::storage]
	pub type NextDelegation<T: Config> = StorageValue<_, DelegationId, ValueQuery>;

	/// Officers and delegations from the first block on. The members and units must be there before.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The founding members' officers.
		pub officers: Vec<FoundingOfficer<T::AccountId>>,
		/// What the founding agencies have delegated to their units.
		pub delegations: Vec<FoundingDelegation>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			genesis::build(self)
		}
	}

	/// What has happened. With the moments of the blocks these events tell the whole history.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account has become an officer.
		#[codec(index = 0)]
		OfficerAppointed {
			/// The officer.
			account: T::AccountId,
			/// The member it acts for.
			member: MemberId,
			/// Its unit, if any.
			unit: Option<UnitId>,
			/// Its duties.
			duties: Duties,
			/// Its category.
			category: Category,
			/// From when.
			valid_from: Moment,
			/// Until when, exclusive.
			valid_until: Moment,
			/// Who appointed it.
			by: T::AccountId,
		},
		/// What an officer is has changed, at once.
		#[codec(index = 1)]
		OfficerChanged {
			/// The officer.
			account: T::AccountId,
			/// The member it acts for.
			member: MemberId,
			/// Its unit, if any.
			unit: Option<UnitId>,
			/// Its duties.
			duties: Duties,
			/// Its category.
			category: Category,
			/// Until when, exclusive.
			valid_until: Moment,
			/// Who changed it.
			by: T::AccountId,
		},
		/// An officer has been dismissed, at once.
		#[codec(index = 2)]
		OfficerDismissed {
			/// The former officer.
			account: T::AccountId,
			/// The member it acted for.
			member: MemberId,
			/// Why.
			reason: Reason,
			/// Who dismissed it.
			by: T::AccountId,
		},
		/// An officer has got a deputy.
		#[codec(index = 3)]
		DeputySet {
			/// The officer.
			officer: T::AccountId,
			/// Its deputy.
			deputy: T::AccountId,
			/// Which of its duties.
			duties: Duties,
			/// From when.
			from: Moment,
			/// Until when, exclusive.
			until: Moment,
			/// Who set it.
			by: T::AccountId,
		},
		/// A deputy has been revoked, at once.
		#[codec(index = 4)]
		DeputyRevoked {
			/// The officer.
			officer: T::AccountId,
			/// Its former deputy.
			deputy: T::AccountId,
			/// Why.
			reason: Reason,
			/// Who revoked it.
			by: T::AccountId,
		},
		/// Every caseload that an officer carried is now carried by another.
		#[codec(index = 5)]
		CaseloadHandedOver {
			/// The member whose cases these are.
			member: MemberId,
			/// Who carried them.
			from: T::AccountId,
			/// Who carries them now.
			to: T::AccountId,
			/// How many caseloads of officers.
			caseloads: u32,
			/// Why.
			reason: Reason,
			/// Who decided it.
			by: T::AccountId,
		},
		/// An officer carries its own caseload again.
		#[codec(index = 6)]
		CaseloadTakenBack {
			/// The member whose cases these are.
			member: MemberId,
			/// The officer.
			officer: T::AccountId,
			/// Who carried it until now.
			from: T::AccountId,
			/// Who decided it.
			by: T::AccountId,
		},
		/// A county agency has delegated acts to one of its units.
		#[codec(index = 7)]
		ActsDelegated {
			/// The delegation.
			delegation: DelegationId,
			/// The agency.
			member: MemberId,
			/// The unit.
			unit: UnitId,
			/// What.
			acts: Acts,
			/// From when.
			from: Moment,
			/// Until when, exclusive.
			until: Moment,
			/// Hash of the document.
			document: H256,
			/// Who delegated.
			by: T::AccountId,
		},
		/// A delegation has been revoked, at once.
		#[codec(index = 8)]
		DelegationRevoked {
			/// The delegation.
			delegation: DelegationId,
			/// The agency.
			member: MemberId,
			/// The unit.
			unit: UnitId,
			/// Why.
			reason: Reason,
			/// Who revoked it.
			by: T::AccountId,
		},
	}

	/// Why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The caller may not do this for this member.
		#[codec(index = 0)]
		NotAuthorized,
		/// There is no such officer, deputy, unit or delegation now.
		#[codec(index = 1)]
		NotFound,
		/// The account is an officer already, or the deputy this officer's deputy.
		#[codec(index = 2)]
		AlreadyExists,
		/// No duty, or a bit that names none.
		#[codec(index = 3)]
		InvalidDuties,
		/// A state functionary alone may hold some of these duties (S29).
		#[codec(index = 4)]
		StateFunctionaryRequired,
		/// The unit is not one of this member.
		#[codec(index = 5)]
		UnitNotOfMember,
		/// The interval is empty, over already, or begins in the past.
		#[codec(index = 6)]
		InvalidInterval,
		/// The member has as many officers as it may.
		#[codec(index = 7)]
		MaxOfficersExceeded,
		/// The officer has as many deputies, or the deputy as many principals, as it may.
		#[codec(index = 8)]
		MaxDeputiesExceeded,
		/// The officer would carry more caseloads than it may.
		#[codec(index = 9)]
		MaxCaseloadsExceeded,
		/// The unit has as many delegations as it may.
		#[codec(index = 10)]
		MaxDelegationsExceeded,
		/// An officer with the duty of personnel may do nothing that concerns itself.
		#[codec(index = 11)]
		ActsOnItself,
		/// The member's institution alone may grant, or touch a holder of, personnel and head.
		#[codec(index = 12)]
		ReservedDuties,
		/// The two are not officers of the same member.
		#[codec(index = 13)]
		NotSameMember,
		/// The officer itself does not hold these duties.
		#[codec(index = 15)]
		DutiesNotHeld,
		/// No act, a bit that names none, or an act that must not be delegated.
		#[codec(index = 16)]
		NotDelegable,
		/// Only a county's justice bureau delegates.
		#[codec(index = 17)]
		NotDelegator,
		/// The standing of the member leaves its officers nothing.
		#[codec(index = 18)]
		MemberNotServing,
		/// The officer carries no caseload.
		#[codec(index = 19)]
		NothingCarried,
		/// The officer carries its own caseload already.
		#[codec(index = 20)]
		AlreadyCarried,
		/// Nobody is its own deputy, or hands a caseload over to itself.
		#[codec(index = 21)]
		ToItself,
	}

	/// The calls.
	///
	/// *The institution* is the account that signs for the member, or for a superior that acts for it
	/// by a recorded order. *Personnel* is an officer of the same member with that duty, a deputy's
	/// included; it neither grants nor touches personnel and head, nor does anything to itself.
	/// A member that its standing forbids even what the law orders does none of these.
	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Make `account` an officer of `member`, by default the caller's own.
		///
		/// *Caller*: the institution, or personnel. *Event*: `OfficerAppointed`.
		///
		/// An account is officer of one member at a time, and none of another role: the role is bound
		/// for ever. `valid_from` is now by default, never in the past; `valid_until` is exclusive.
		///
		/// *Errors*: `NotAuthorized`, `MemberNotServing`, `ActsOnItself`, `ReservedDuties`,
		/// `InvalidDuties`, `StateFunctionaryRequired`, `UnitNotOfMember`, `InvalidInterval`,
		/// `AlreadyExists`, `MaxOfficersExceeded`, or the registry's when the account has another
		/// role.
		#[pallet::call_index(0)]
		pub fn appoint(
			origin: OriginFor<T>,
			member: Option<MemberId>,
			account: T::AccountId,
			unit: Option<UnitId>,
			duties: Duties,
			category: Category,
			valid_from: Option<Moment>,
			valid_until: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_appoint(who, member, account, unit, duties, category, valid_from, valid_until)
		}

		/// Change unit, duties, category and end of validity of an officer, at once.
		///
		/// *Caller*: the institution, or personnel. *Event*: `OfficerChanged`.
		///
		/// *Errors*: `NotFound` when the post is over, `NotAuthorized`, `MemberNotServing`,
		/// `ActsOnItself`, `ReservedDuties` (before or after), `InvalidDuties`,
		/// `StateFunctionaryRequired`, `UnitNotOfMember`, `InvalidInterval`.
		#[pallet::call_index(1)]
		pub fn change(
			origin: OriginFor<T>,
			account: T::AccountId,
			unit: Option<UnitId>,
			duties: Duties,
			category: Category,
			valid_until: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_change(who, account, unit, duties, category, valid_until)
		}

		/// Dismiss an officer, at once. What it did before stays valid.
		///
		/// *Caller*: the institution, or personnel. *Event*: `OfficerDismissed`.
		///
		/// An officer whose validity is over may be dismissed too: it makes room for another.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `MemberNotServing`, `ActsOnItself`,
		/// `ReservedDuties`.
		#[pallet::call_index(2)]
		pub fn dismiss(
			origin: OriginFor<T>,
			account: T::AccountId,
			reason: Reason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dismiss(who, account, reason)
		}

		/// Give `officer` a deputy for an interval, with some of its duties.
		///
		/// *Caller*: the institution, or personnel. *Event*: `DeputySet`.
		///
		/// The deputy never has more than the officer's own duties at the moment in question, nor what
		/// its own category forbids (S29); what the officer has as a deputy of others does not pass
		/// on. Dismissal of either ends it for good.
		///
		/// *Errors*: `ToItself`, `NotFound`, `NotSameMember`, `NotAuthorized`, `MemberNotServing`,
		/// `ActsOnItself`, `ReservedDuties`, `InvalidDuties`, `DutiesNotHeld`,
		/// `StateFunctionaryRequired`, `InvalidInterval`, `AlreadyExists`, `MaxDeputiesExceeded`.
		#[pallet::call_index(3)]
		pub fn set_deputy(
			origin: OriginFor<T>,
			officer: T::AccountId,
			deputy: T::AccountId,
			duties: Duties,
			from: Option<Moment>,
			until: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_deputy(who, officer, deputy, duties, from, until)
		}

		/// Revoke a deputy, at once.
		///
		/// *Caller*: the institution, or personnel. *Event*: `DeputyRevoked`.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `MemberNotServing`, `ActsOnItself`,
		/// `ReservedDuties`.
		#[pallet::call_index(4)]
		pub fn revoke_deputy(
			origin: OriginFor<T>,
			officer: T::AccountId,
			deputy: T::AccountId,
			reason: Reason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke_deputy(who, officer, deputy, reason)
		}

		/// Hand everything that `from` carries, its own caseload and those of others, to `to`.
		///
		/// *Caller*: the institution, or personnel. *Event*: `CaseloadHandedOver`.
		///
		/// `to` is an officer now, and the cases are those of its member; `from` may be dismissed.
		///
		/// *Errors*: `ToItself`, `NotFound`, `NotAuthorized`, `MemberNotServing`, `ActsOnItself`,
		/// `NothingCarried`, `MaxCaseloadsExceeded`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::hand_over(T::MaxCaseloadsPerOfficer::get()))]
		pub fn hand_over(
			origin: OriginFor<T>,
			from: T::AccountId,
			to: T::AccountId,
			reason: Reason,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let caseloads = Self::do_hand_over(who, from, to, reason)?;
			Ok(Some(T::WeightInfo::hand_over(caseloads)).into())
		}

		/// Let an officer that has come back carry its own caseload again.
		///
		/// *Caller*: the institution, or personnel. *Event*: `CaseloadTakenBack`.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `MemberNotServing`, `ActsOnItself`,
		/// `AlreadyCarried`, `MaxCaseloadsExceeded`.
		#[pallet::call_index(6)]
		pub fn take_back(origin: OriginFor<T>, officer: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_take_back(who, officer)
		}

		/// Delegate acts of a county's justice bureau to one of its units.
		///
		/// *Caller*: the institution. *Event*: `ActsDelegated`.
		///
		/// Rewards and sanctions, leave of more than 7 days, relocation, positioning and proposals
		/// cannot be delegated.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `MemberNotServing`, `NotDelegator`, `NotDelegable`,
		/// `InvalidInterval`, `MaxDelegationsExceeded`.
		#[pallet::call_index(7)]
		pub fn delegate(
			origin: OriginFor<T>,
			unit: UnitId,
			acts: Acts,
			from: Option<Moment>,
			until: Moment,
			document: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_delegate(who, unit, acts, from, until, document)
		}

		/// Revoke a delegation, at once.
		///
		/// *Caller*: the institution. *Event*: `DelegationRevoked`.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `MemberNotServing`.
		#[pallet::call_index(8)]
		pub fn revoke_delegation(
			origin: OriginFor<T>,
			unit: UnitId,
			delegation: DelegationId,
			reason: Reason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke_delegation(who, unit, delegation, reason)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOfficersPerMember::get() > 0, "a member has officers");
			assert!(T::MaxDeputiesPerOfficer::get() > 0, "an officer has deputies");
			assert!(T::MaxCaseloadsPerOfficer::get() > 0, "an officer carries its own caseload");
			assert!(T::MaxDelegationsPerUnit::get() > 0, "a unit has delegations");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
