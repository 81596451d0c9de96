#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod accounts;
mod admission;
mod agenda;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod errors;
mod events;
mod genesis;
mod members;
#[cfg(test)]
mod mock;
mod orders;
mod peers;
mod seats;
mod standing;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod units;
pub mod views;
pub mod weights;

pub use accounts::KEY_CONTEXT;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, pallet_prelude::*};
use shejiao_primitives::{
	history::{Entry, History},
	ids::MemberId,
};

pub(crate) const LOG_TARGET: &str = "runtime::consortium";

type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
type RecordOf<T> = MemberRecord<AccountIdOf<T>>;

/// History of the standing of members.
pub type StandingHistory<T> = History<MemberId, Stood, StandingCount<T>, StandingEntries<T>>;
/// History of the accounts that sign for members.
pub type InstitutionHistory<T> =
	History<MemberId, AccountIdOf<T>, InstitutionCount<T>, InstitutionEntries<T>>;
/// History of the encryption keys of members.
pub type EncryptionHistory<T> =
	History<MemberId, SuiteKey, EncryptionCount<T>, EncryptionEntries<T>>;
/// History of the orders by which superiors act for members.
pub type OrderHistory<T> = History<MemberId, Option<Order>, OrderCount<T>, OrderEntries<T>>;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::{
		traits::{ChangeMembers, EnsureOriginWithArg},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		account::AccountRole,
		directory::OnMembership,
		governance::Body,
		ids::{AreaCode, UnitId},
		member::Standing,
		reason::Reason,
		time::{LegalDate, LegalTime},
	};
	use sp_core::H256;
	use sp_runtime::traits::{IdentifyAccount, Verify};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The clock of the chain.
		type LegalTime: LegalTime;

		/// Told when a member comes or its standing changes.
		type OnMembership: OnMembership<Self::AccountId>;

		/// Whether the nodes of a former member must stay connected.
		type PeerRetention: PeerRetention;

		/// The council's collective.
		type Council: ChangeMembers<Self::AccountId>;

		/// The supervisory committee's collective.
		type SupervisoryCommittee: ChangeMembers<Self::AccountId>;

		/// The funding council's collective.
		type FundingCouncil: ChangeMembers<Self::AccountId>;

		/// Reads the three collectives, for `try_state`.
		type Roster: Roster<Self::AccountId>;

		/// Admits a candidate: two thirds of the council.
		type AdmitOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Suspends the member, or lifts its suspension: more than half of the council, the member
		/// itself neither voting nor counted.
		type SuspendOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, MemberId>;

		/// Confirms the suspension of the member: two thirds of the council without it.
		type ConfirmOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, MemberId>;

		/// Expels the member: three quarters of the council without it.
		type ExpelOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, MemberId>;

		/// Renews the membership: more than half of the council.
		type RenewOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, MemberId>;

		/// Gives the member a new account when its key is lost: two thirds of the council.
		type RecoverOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, MemberId>;

		/// Changes the place of the member, or orders its superior to act for it: two thirds of the
		/// council.
		type ReorganiseOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, MemberId>;

		/// Signature by which a new account proves that somebody holds its key.
		type Signature: Verify<Signer = Self::Signer> + Parameter;

		/// Signer of such a signature.
		type Signer: IdentifyAccount<AccountId = Self::AccountId>;

		/// Most members at a time.
		#[pallet::constant]
		type MaxMembers: Get<u32>;

		/// Most voting seats: the bound of the collectives.
		#[pallet::constant]
		type MaxSeats: Get<u32>;

		/// Most open proposals of admission.
		#[pallet::constant]
		type MaxProposals: Get<u32>;

		/// Most open units of a member.
		#[pallet::constant]
		type MaxUnits: Get<u32>;

		/// Legal days within which the council can expel, from motion to vote.
		#[pallet::constant]
		type ExpulsionDays: Get<u32>;

		/// What a change of one seat costs the collectives: each visits its open motions.
		type SeatsWeight: Get<Weight>;

		/// Weights of this pallet.
		type WeightInfo: WeightInfo;

		/// Makes signatures for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::Signature>;
	}

	/// Members, past and present.
	#[pallet::storage]
	pub type MemberRecords<T: Config> =
		StorageMap<_, Twox64Concat, MemberId, MemberRecord<T::AccountId>>;

	/// The id of the next member.
	#[pallet::storage]
	pub type NextMember<T> = StorageValue<_, MemberId, ValueQuery>;

	/// Members that belong to the consortium now, sorted: active or suspended.
	#[pallet::storage]
	pub type CurrentMembers<T: Config> =
		StorageValue<_, BoundedVec<MemberId, T::MaxMembers>, ValueQuery>;

	/// Roles of accounts ever admitted.
	#[pallet::storage]
	pub type Roles<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, AccountRole>;

	/// Accounts that sign or once signed for members.
	#[pallet::storage]
	pub type Institutions<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, MemberId>;

	/// Number of entries of the history of a member's standing.
	#[pallet::storage]
	pub type StandingCount<T> = StorageMap<_, Twox64Concat, MemberId, u32, ValueQuery>;

	/// History of the standing of members.
	#[pallet::storage]
	pub type StandingEntries<T> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, u32, Entry<Stood>>;

	/// Number of accounts that have signed for a member.
	#[pallet::storage]
	pub type InstitutionCount<T> = StorageMap<_, Twox64Concat, MemberId, u32, ValueQuery>;

	/// History of the accounts that sign for members.
	#[pallet::storage]
	pub type InstitutionEntries<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, u32, Entry<T::AccountId>>;

	/// Number of encryption keys of a member.
	#[pallet::storage]
	pub type EncryptionCount<T> = StorageMap<_, Twox64Concat, MemberId, u32, ValueQuery>;

	/// History of the encryption keys of members.
	#[pallet::storage]
	pub type EncryptionEntries<T> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, u32, Entry<SuiteKey>>;

	/// Number of entries of the history of orders about a member.
	#[pallet::storage]
	pub type OrderCount<T> = StorageMap<_, Twox64Concat, MemberId, u32, ValueQuery>;

	/// History of the orders by which superiors act for members.
	#[pallet::storage]
	pub type OrderEntries<T> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, u32, Entry<Option<Order>>>;

	/// Seats of a body, those of suspended members too.
	#[pallet::storage]
	pub type SeatCount<T> = StorageMap<_, Twox64Concat, Body, u32, ValueQuery>;

	/// Accounts that may vote in a body, sorted.
	#[pallet::storage]
	pub type Voters<T: Config> =
		StorageMap<_, Twox64Concat, Body, BoundedVec<T::AccountId, T::MaxSeats>, ValueQuery>;

	/// Number of changes of a body's seats or voters.
	#[pallet::storage]
	pub type Epochs<T> = StorageMap<_, Twox64Concat, Body, u32, ValueQuery>;

	/// Open proposals of admission.
	#[pallet::storage]
	pub type Proposals<T: Config> =
		CountedStorageMap<_, Twox64Concat, ProposalId, Proposal<T::AccountId>>;

	/// The id of the next proposal.
	#[pallet::storage]
	pub type NextProposal<T> = StorageValue<_, ProposalId, ValueQuery>;

	/// How closed proposals ended.
	#[pallet::storage]
	pub type Outcomes<T> = StorageMap<_, Twox64Concat, ProposalId, Outcome>;

	/// What falls due, sorted: each is done once its day has ended.
	#[pallet::storage]
	pub type Agenda<T: Config> =
		StorageValue<_, BoundedVec<(LegalDate, Due), agenda::MaxAgenda<T>>, ValueQuery>;

	/// The first day of the agenda, so that an idle block reads no more than this.
	#[pallet::storage]
	pub type NextDue<T> = StorageValue<_, LegalDate>;

	/// Units, open and closed.
	#[pallet::storage]
	pub type Units<T> = StorageMap<_, Twox64Concat, UnitId, Unit>;

	/// The id of the next unit.
	#[pallet::storage]
	pub type NextUnit<T> = StorageValue<_, UnitId, ValueQuery>;

	/// Units by member.
	#[pallet::storage]
	pub type UnitsOf<T> = StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, UnitId, ()>;

	/// Members by the peer ids of their nodes.
	#[pallet::storage]
	pub type PeerOwners<T> = StorageMap<_, Blake2_128Concat, PeerId, MemberId>;

	/// Governed numbers.
	#[pallet::storage]
	pub type Params<T> = StorageValue<_, Parameters, ValueQuery>;

	/// The founding consortium.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Founding members: the place in the list is the id.
		pub members: Vec<Founder<T::AccountId>>,
		/// Governed numbers.
		pub parameters: Parameters,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::found(&self.members, self.parameters);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Does what the ended days left due, at most a quarter of a block; the rest follows in the
		/// next blocks.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::settle(meter);
		}

		fn integrity_test() {
			assert!(
				Parameters::default().are_valid(T::ExpulsionDays::get()),
				"the withdrawal notice is no longer than an expulsion",
			);
			assert!(T::MaxSeats::get() <= T::MaxMembers::get(), "more seats than members");
			assert!(MAX_OBJECTIONS >= T::MaxMembers::get(), "members that cannot object");
			let quarter = T::BlockWeights::get().max_block / 4;
			assert!(
				quarter.all_gte(T::WeightInfo::on_poll().saturating_add(Self::settle_weight())),
				"nothing that falls due would ever be done",
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Propose a candidate. Objections are open until the end of the publicity period, then the
		/// council may admit it for some time.
		///
		/// Caller: institution account of an active member with a voting seat. Event:
		/// `MemberProposed`. Errors: `NotAuthorized`, `AlreadyExists`, `AlreadyMember`,
		/// `AccountTaken`, `NotFormerMember`, `MaxProposalsExceeded`, and whatever is wrong with the
		/// candidate.
		#[pallet::call_index(0)]
		pub fn propose(
			origin: OriginFor<T>,
			candidate: Box<Candidate<T::AccountId>>,
		) -> DispatchResult {
			Self::do_propose(ensure_signed(origin)?, *candidate)
		}

		/// Object to a proposal while it is public, with a reason and the hash of it in writing.
		///
		/// Caller: institution account of any active member, once. Event: `ObjectionRaised`. Errors:
		/// `NotFound`, `NotAuthorized`, `AlreadyMember`, `ProposalEnded`, `PublicityOver`,
		/// `AlreadyExists`, `MaxObjectionsExceeded`.
		#[pallet::call_index(1)]
		pub fn object(
			origin: OriginFor<T>,
			proposal: ProposalId,
			reason: Reason,
			document: H256,
		) -> DispatchResult {
			Self::do_object(ensure_signed(origin)?, proposal, reason, document)
		}

		/// Withdraw a proposal.
		///
		/// Caller: institution account of its sponsor. Event: `ProposalClosed`. Errors: `NotFound`,
		/// `NotAuthorized`, `AlreadyMember`, `ProposalEnded`.
		#[pallet::call_index(2)]
		pub fn withdraw_proposal(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::do_withdraw_proposal(ensure_signed(origin)?, proposal)
		}

		/// Admit the candidate of a proposal whose publicity is over: account, seat, quota, nodes and
		/// eligibility for a validator in one step.
		///
		/// Caller: `AdmitOrigin`, or Root. Events: `MemberAdmitted`, `StandingChanged`,
		/// `ProposalClosed`. Errors: `NotFound`, `AlreadyMember`, `ProposalEnded`,
		/// `PublicityRunning`, `SoleVoter`, the bounds, and whatever has become wrong with the
		/// candidate.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::admit().saturating_add(T::SeatsWeight::get()))]
		pub fn admit(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			T::AdmitOrigin::ensure_origin_or_root(origin)?;
			Self::do_admit(proposal)
		}

		/// Suspend an active member. It lapses after `until`, or after the governed number of days.
		///
		/// Caller: `SuspendOrigin`, or Root. Events: `StandingChanged`, `SuspensionSet`. Errors:
		/// `NotFound`, `NotActive`, `SuspendedTooRecently`, `InvalidDate`, `CommitteeTooSmall`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::suspend().saturating_add(T::SeatsWeight::get()))]
		pub fn suspend(
			origin: OriginFor<T>,
			member: MemberId,
			reason: Reason,
			until: Option<LegalDate>,
		) -> DispatchResult {
			let root = Self::governed::<T::SuspendOrigin>(origin, member)?;
			Self::do_suspend(member, reason, until, root)
		}

		/// Confirm a suspension: it then lasts to the end of `until`, or until it is lifted.
		///
		/// Caller: `ConfirmOrigin`, or Root. Event: `SuspensionSet`. Errors: `NotFound`,
		/// `NotSuspended`, `AlreadyConfirmed`, `InvalidDate`.
		#[pallet::call_index(5)]
		pub fn confirm_suspension(
			origin: OriginFor<T>,
			member: MemberId,
			until: Option<LegalDate>,
		) -> DispatchResult {
			Self::governed::<T::ConfirmOrigin>(origin, member)?;
			Self::do_confirm_suspension(member, until)
		}

		/// Lift a suspension.
		///
		/// Caller: `SuspendOrigin`, or Root. Event: `StandingChanged`. Errors: `NotFound`,
		/// `NotSuspended`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::lift_suspension().saturating_add(T::SeatsWeight::get()))]
		pub fn lift_suspension(
			origin: OriginFor<T>,
			member: MemberId,
			reason: Reason,
		) -> DispatchResult {
			Self::governed::<T::SuspendOrigin>(origin, member)?;
			Self::do_lift_suspension(member, reason)
		}

		/// Expel a member. A statutory agency keeps the calls that it must make by law.
		///
		/// Caller: `ExpelOrigin`, or Root. Event: `StandingChanged`. Errors: `NotFound`, `NotMember`,
		/// `CommitteeTooSmall`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::expel().saturating_add(T::SeatsWeight::get()))]
		pub fn expel(origin: OriginFor<T>, member: MemberId, reason: Reason) -> DispatchResult {
			let root = Self::governed::<T::ExpelOrigin>(origin, member)?;
			Self::do_expel(member, reason, root)
		}

		/// Give notice of withdrawal. It takes effect after a period in which the member can still be
		/// expelled.
		///
		/// Caller: institution account of a member. Event: `WithdrawalSet`. Errors: `NotAuthorized`,
		/// `AlreadyExists`, `CommitteeTooSmall`.
		#[pallet::call_index(8)]
		pub fn withdraw(origin: OriginFor<T>, reason: Reason) -> DispatchResult {
			Self::do_withdraw(ensure_signed(origin)?, reason)
		}

		/// Take back the notice of withdrawal.
		///
		/// Caller: institution account of the member. Event: `WithdrawalSet`. Errors:
		/// `NotAuthorized`, `NotFound`.
		#[pallet::call_index(9)]
		pub fn revoke_withdrawal(origin: OriginFor<T>) -> DispatchResult {
			Self::do_revoke_withdrawal(ensure_signed(origin)?)
		}

		/// Renew a membership to the end of `until`; one that lapsed comes back.
		///
		/// Caller: `RenewOrigin`, or Root. Events: `MembershipRenewed`, `StandingChanged` if it had
		/// lapsed. Errors: `NotFound`, `NotMember`, `InvalidDate`, the bounds.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::renew().saturating_add(T::SeatsWeight::get()))]
		pub fn renew(origin: OriginFor<T>, member: MemberId, until: LegalDate) -> DispatchResult {
			Self::governed::<T::RenewOrigin>(origin, member)?;
			Self::do_renew(member, until)
		}

		/// Let `new` sign for the member from now on; the caller is retired for ever. `proof` is the
		/// signature of `new` over the payload of [`Pallet::key_payload`], raw or wrapped in
		/// `<Bytes>`.
		///
		/// Caller: institution account of a member. Event: `InstitutionChanged`. Errors:
		/// `NotAuthorized`, `AccountTaken`, `InvalidProof`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::change_key().saturating_add(T::SeatsWeight::get()))]
		pub fn change_key(
			origin: OriginFor<T>,
			new: T::AccountId,
			proof: T::Signature,
		) -> DispatchResult {
			Self::do_change_key(ensure_signed(origin)?, new, proof)
		}

		/// Let `new` sign for a member whose key is lost; `proof` as for `change_key`.
		///
		/// Caller: `RecoverOrigin`, or Root. Event: `InstitutionChanged`. Errors: `NotFound`,
		/// `AccountTaken`, `InvalidProof`.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::recover_key().saturating_add(T::SeatsWeight::get()))]
		pub fn recover_key(
			origin: OriginFor<T>,
			member: MemberId,
			new: T::AccountId,
			proof: T::Signature,
		) -> DispatchResult {
			Self::governed::<T::RecoverOrigin>(origin, member)?;
			Self::replace_institution(member, new, proof, true)
		}

		/// Give the member a new encryption key.
		///
		/// Caller: institution account of the member. Event: `EncryptionKeyChanged`. Errors:
		/// `NotAuthorized`, `InvalidKey`, `NothingChanged`.
		#[pallet::call_index(13)]
		pub fn rotate_encryption_key(origin: OriginFor<T>, new: SuiteKey) -> DispatchResult {
			Self::do_rotate_encryption_key(ensure_signed(origin)?, new)
		}

		/// Let a node of the member connect.
		///
		/// Caller: institution account of a member with a full node. Event: `PeerAdded`. Errors:
		/// `NotAuthorized`, `AccessNotAllowed`, `InvalidPeer`, `AlreadyExists`, `MaxPeersExceeded`.
		#[pallet::call_index(14)]
		pub fn add_peer(origin: OriginFor<T>, peer: Peer) -> DispatchResult {
			Self::do_add_peer(ensure_signed(origin)?, peer)
		}

		/// Let a node of the member connect no more.
		///
		/// Caller: institution account of the member. Event: `PeerRemoved`. Errors: `NotAuthorized`,
		/// `NotFound`.
		#[pallet::call_index(15)]
		pub fn remove_peer(origin: OriginFor<T>, id: PeerId) -> DispatchResult {
			Self::do_remove_peer(ensure_signed(origin)?, id)
		}

		/// Open a unit of the member.
		///
		/// Caller: institution account of a member whose kind has such units. Event: `UnitOpened`.
		/// Errors: `NotAuthorized`, `UnitNotAllowed`, `InvalidArea`, `MaxUnitsExceeded`.
		#[pallet::call_index(16)]
		pub fn open_unit(origin: OriginFor<T>, kind: UnitKind, area: AreaCode) -> DispatchResult {
			Self::do_open_unit(ensure_signed(origin)?, kind, area)
		}

		/// Close a unit of the member, for ever.
		///
		/// Caller: institution account of the member. Event: `UnitClosed`. Errors: `NotAuthorized`,
		/// `NotFound`, `UnitIsClosed`.
		#[pallet::call_index(17)]
		pub fn close_unit(origin: OriginFor<T>, unit: UnitId, reason: Reason) -> DispatchResult {
			Self::do_close_unit(ensure_signed(origin)?, unit, reason)
		}

		/// Change level, area, superior, seat or access of a member.
		///
		/// Caller: `ReorganiseOrigin`, or Root. Event: `MemberReorganised`. Errors: `NotFound`,
		/// `NotMember`, `NothingChanged`, `InvalidArea`, `InvalidParent`, `SeatNotAllowed`,
		/// `AccessNotAllowed`, `MaxSeatsExceeded`, `CommitteeTooSmall`.
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::reorganise().saturating_add(T::SeatsWeight::get()))]
		pub fn reorganise(
			origin: OriginFor<T>,
			member: MemberId,
			placement: Placement,
		) -> DispatchResult {
			let root = Self::governed::<T::ReorganiseOrigin>(origin, member)?;
			Self::do_reorganise(member, placement, root)
		}

		/// Record the order by which the superior of a statutory agency acts for it while it may not
		/// act itself.
		///
		/// Caller: institution account of the superior while active, `ReorganiseOrigin`, or Root.
		/// Event: `OrderChanged`. Errors: `NotFound`, `NotAuthorized`, `OrderNotAllowed`,
		/// `InvalidDate`.
		#[pallet::call_index(19)]
		pub fn order_superior(
			origin: OriginFor<T>,
			member: MemberId,
			until: Option<LegalDate>,
			document: H256,
		) -> DispatchResult {
			Self::ensure_orders(origin, member)?;
			Self::do_order_superior(member, until, document)
		}

		/// End such an order.
		///
		/// Caller: as for `order_superior`. Event: `OrderChanged`. Errors: `NotFound`,
		/// `NotAuthorized`.
		#[pallet::call_index(20)]
		pub fn revoke_order(origin: OriginFor<T>, member: MemberId) -> DispatchResult {
			Self::ensure_orders(origin, member)?;
			Self::do_revoke_order(member)
		}

		/// Set the governed numbers. What runs already keeps its dates.
		///
		/// Caller: Root. Event: `ParametersChanged`. Errors: `InvalidParameters`.
		#[pallet::call_index(21)]
		pub fn set_parameters(origin: OriginFor<T>, parameters: Parameters) -> DispatchResult {
			ensure_root(origin)?;
			ensure!(parameters.are_valid(T::ExpulsionDays::get()), Error::<T>::InvalidParameters);
			let old = Params::<T>::mutate(|params| core::mem::replace(params, parameters));
			Self::deposit_event(Event::ParametersChanged { old, new: parameters });
			Ok(())
		}
	}
}
