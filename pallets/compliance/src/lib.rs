#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod attestations;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod incidents;
#[cfg(test)]
mod mock;
mod modes;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::{
	Addressees, Attestation, DueInfo, Incident, IncidentId, IncidentInfo, IncidentKind, Law,
	Obligation, Pause, Rule,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		directory::{Directory, Members},
		history::Entry,
		ids::MemberId,
		regime::{Mode, ModuleId, Modules, Scope},
		time::{LegalDate, LegalTime, Moment},
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The clock.
		type Time: LegalTime;

		/// The members of the consortium.
		type Members: Members<Self::AccountId>;

		/// Their officers.
		type Directory: Directory<Self::AccountId>;

		/// Who sets modes, obligations and parameters, confirms pauses and closes incidents.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Open incidents of one member that pause what they name; more, of a statutory agency, are
		/// recorded alone.
		#[pallet::constant]
		type MaxOpenIncidents: Get<u32>;

		/// Pauses of one module that are kept at a time.
		#[pallet::constant]
		type MaxPauses: Get<u32>;

		/// Longest pause by a report, in legal hours.
		#[pallet::constant]
		type MaxPauseHours: Get<u32>;

		/// Longest pause by a confirmation, in legal days. A confirmation may be repeated.
		#[pallet::constant]
		type MaxConfirmedDays: Get<u32>;

		/// Weights.
		type WeightInfo: WeightInfo;
	}

	/// Number of entries in the history of a mode.
	#[pallet::storage]
	pub type ModesCount<T: Config> =
		StorageMap<_, Blake2_128Concat, (ModuleId, Scope), u32, ValueQuery>;

	/// History of the mode of a module in a scope; `None` since it follows the wider scope.
	#[pallet::storage]
	pub type Modes<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		(ModuleId, Scope),
		Twox64Concat,
		u32,
		Entry<Option<Mode>>,
		OptionQuery,
	>;

	/// Legal hours for which a report pauses what it names.
	#[pallet::storage]
	pub type PauseHours<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// The number that the next incident gets.
	#[pallet::storage]
	pub type NextIncident<T: Config> = StorageValue<_, IncidentId, ValueQuery>;

	/// Every incident ever reported.
	#[pallet::storage]
	pub type Incidents<T: Config> = StorageMap<_, Twox64Concat, IncidentId, Incident, OptionQuery>;

	/// Those that are not closed.
	#[pallet::storage]
	pub type OpenIncidents<T: Config> = StorageMap<_, Twox64Concat, IncidentId, (), OptionQuery>;

	/// How many open incidents a member has reported.
	#[pallet::storage]
	pub type OpenOf<T: Config> = StorageMap<_, Twox64Concat, MemberId, u32, ValueQuery>;

	/// What pauses a module; entries that have ended are removed when the next one comes.
	#[pallet::storage]
	pub type Pauses<T: Config> =
		StorageMap<_, Twox64Concat, ModuleId, BoundedVec<Pause, T::MaxPauses>, ValueQuery>;

	/// Number of entries in the history of a rule.
	#[pallet::storage]
	pub type RulesCount<T: Config> = StorageMap<_, Twox64Concat, Obligation, u32, ValueQuery>;

	/// History of the rule of an obligation; `None` since it is lifted.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Obligation,
		Twox64Concat,
		u32,
		Entry<Option<Rule>>,
		OptionQuery,
	>;

	/// Number of attestations of a member.
	#[pallet::storage]
	pub type AttestationsCount<T: Config> =
		StorageMap<_, Twox64Concat, (MemberId, Obligation), u32, ValueQuery>;

	/// Attestations of a member, by entry.
	#[pallet::storage]
	pub type Attestations<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		(MemberId, Obligation),
		Twox64Concat,
		u32,
		Entry<Attestation>,
		OptionQuery,
	>;

	/// The day on which a member was admitted.
	#[pallet::storage]
	pub type AdmittedOn<T: Config> = StorageMap<_, Twox64Concat, MemberId, LegalDate, OptionQuery>;

	/// Modes, obligations and parameters at the start.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Modes that are not shadow mode.
		pub modes: Vec<(ModuleId, Scope, Mode)>,
		/// Obligations of the members.
		pub obligations: Vec<(Obligation, Rule)>,
		/// Legal hours for which a report pauses what it names.
		pub pause_hours: u32,
		#[allow(missing_docs)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				modes: Vec::new(),
				obligations: Vec::new(),
				pause_hours: T::MaxPauseHours::get(),
				_config: Default::default(),
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics, and so refuses the specification, when it contradicts itself.
		fn build(&self) {
			assert!(
				(1..=T::MaxPauseHours::get()).contains(&self.pause_hours),
				"compliance.pauseHours is out of bounds",
			);
			PauseHours::<T>::put(self.pause_hours);
			for (module, scope, mode) in &self.modes {
				Pallet::<T>::change_mode(*module, *scope, Some(*mode))
					.expect("compliance.modes names each module and valid area once");
			}
			for (obligation, rule) in &self.obligations {
				Pallet::<T>::change_rule(*obligation, Some(*rule))
					.expect("compliance.obligations names each once, with a period");
			}
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A module works otherwise from now on.
		#[codec(index = 0)]
		ModeSet {
			/// The module.
			module: ModuleId,
			/// Where.
			scope: Scope,
			/// Before; `None` where the wider scope held.
			from: Option<Mode>,
			/// Now; `None` where the wider scope holds.
			to: Option<Mode>,
		},
		/// An incident was reported.
		#[codec(index = 1)]
		IncidentReported {
			/// Its number.
			incident: IncidentId,
			/// The member.
			member: MemberId,
			/// The account that reported it.
			reporter: T::AccountId,
			/// What happened.
			kind: IncidentKind,
			/// What it names.
			modules: Modules,
			/// Hash of the report kept off chain.
			evidence: H256,
			/// Until when it pauses what it names; `None` if it pauses nothing.
			paused_until: Option<Moment>,
		},
		/// Governance lets an incident pause what it names until another moment.
		#[codec(index = 2)]
		PauseConfirmed {
			/// Its number.
			incident: IncidentId,
			/// Until when.
			until: Moment,
		},
		/// An incident was closed; its pauses have ended.
		#[codec(index = 3)]
		IncidentClosed {
			/// Its number.
			incident: IncidentId,
			/// The member that reported it.
			member: MemberId,
			/// Hash of the final report kept off chain.
			report: H256,
		},
		/// Reports pause for another time from now on.
		#[codec(index = 4)]
		PauseHoursSet {
			/// Before.
			from: u32,
			/// Now.
			to: u32,
		},
		/// An obligation has another rule from now on.
		#[codec(index = 5)]
		ObligationSet {
			/// The obligation.
			obligation: Obligation,
			/// Before.
			from: Option<Rule>,
			/// Now; `None` if it is lifted.
			to: Option<Rule>,
		},
		/// A member attested.
		#[codec(index = 6)]
		Attested {
			/// The member.
			member: MemberId,
			/// The account that signed.
			by: T::AccountId,
			/// The obligation.
			obligation: Obligation,
			/// Hash of the evidence kept off chain.
			evidence: H256,
			/// When it was done.
			done: LegalDate,
			/// The last day for the next one.
			due: LegalDate,
		},
	}

	/// Why a call fails.
	#[pallet::error]
	pub enum Error<T> {
		/// The caller neither signs for a member nor has the duty of compliance, or the member's
		/// standing leaves it nothing.
		#[codec(index = 0)]
		NotAuthorized,
		/// There is no such incident or obligation.
		#[codec(index = 1)]
		NotFound,
		/// The area is no division's code.
		#[codec(index = 2)]
		UnknownArea,
		/// A bit names no module.
		#[codec(index = 3)]
		UnknownModule,
		/// It is so already.
		#[codec(index = 4)]
		NothingToChange,
		/// The member has too many open incidents.
		#[codec(index = 5)]
		MaxIncidentsExceeded,
		/// The incident is closed.
		#[codec(index = 6)]
		AlreadyClosed,
		/// The period is 0, too long, or ends before it begins.
		#[codec(index = 7)]
		PeriodOutOfBounds,
		/// It was done on a day that has not come.
		#[codec(index = 8)]
		InTheFuture,
		/// It was done before what was attested last.
		#[codec(index = 9)]
		OutOfOrder,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOpenIncidents::get() > 0, "every member can pause");
			assert!(T::MaxPauses::get() > 0, "there is room for a pause");
			assert!(T::MaxPauseHours::get() > 0, "a report pauses for some time");
			assert!(T::MaxConfirmedDays::get() > 0, "a confirmation pauses for some time");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Set how `module` works in `scope` from now on; with no mode it follows the wider scope.
		///
		/// By governance. Without any setting a module is in shadow mode (S76, S145).
		///
		/// Event: `ModeSet`. Errors: `BadOrigin`, `UnknownArea`, `NothingToChange`.
		#[pallet::call_index(0)]
		pub fn set_mode(
			origin: OriginFor<T>,
			module: ModuleId,
			scope: Scope,
			mode: Option<Mode>,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::change_mode(module, scope, mode)
		}

		/// Report an incident, and pause the modules it names for a bounded time at once (PIPL 57).
		///
		/// By the institution account of a member, or an officer with the duty of compliance. A
		/// statutory agency is never refused, whatever its standing: beyond the bound on open
		/// incidents its report pauses nothing. `evidence` is the hash of the report kept off chain.
		///
		/// Event: `IncidentReported`. Errors: `NotAuthorized`, `UnknownModule`,
		/// `MaxIncidentsExceeded`.
		#[pallet::call_index(1)]
		pub fn report_incident(
			origin: OriginFor<T>,
			kind: IncidentKind,
			modules: Modules,
			evidence: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::open(who, kind, modules, evidence)
		}

		/// Let an open incident pause what it names for `days` legal days from now.
		///
		/// By governance; may be repeated.
		///
		/// Event: `PauseConfirmed`. Errors: `BadOrigin`, `NotFound`, `AlreadyClosed`,
		/// `PeriodOutOfBounds`.
		#[pallet::call_index(2)]
		pub fn confirm_pause(
			origin: OriginFor<T>,
			incident: IncidentId,
			days: u32,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::confirm(incident, days)
		}

		/// Close an incident, which ends its pauses. `report` is the hash of the final report.
		///
		/// By governance.
		///
		/// Event: `IncidentClosed`. Errors: `BadOrigin`, `NotFound`, `AlreadyClosed`.
		#[pallet::call_index(3)]
		pub fn close_incident(
			origin: OriginFor<T>,
			incident: IncidentId,
			report: H256,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::close(incident, report)
		}

		/// Set for how many legal hours a report pauses what it names.
		///
		/// By governance.
		///
		/// Event: `PauseHoursSet`. Errors: `BadOrigin`, `PeriodOutOfBounds`.
		#[pallet::call_index(4)]
		pub fn set_pause_hours(origin: OriginFor<T>, hours: u32) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			ensure!((1..=T::MaxPauseHours::get()).contains(&hours), Error::<T>::PeriodOutOfBounds);
			let from = PauseHours::<T>::get();
			PauseHours::<T>::put(hours);
			Self::deposit_event(Event::PauseHoursSet { from, to: hours });
			Ok(())
		}

		/// Set the rule of an obligation from now on, or lift it (S146).
		///
		/// By governance. What was attested keeps its due day.
		///
		/// Event: `ObligationSet`. Errors: `BadOrigin`, `PeriodOutOfBounds`, `NothingToChange`.
		#[pallet::call_index(5)]
		pub fn set_obligation(
			origin: OriginFor<T>,
			obligation: Obligation,
			rule: Option<Rule>,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::change_rule(obligation, rule)
		}

		/// Attest that the caller's member did on the day `done` what `obligation` asks for.
		///
		/// By the institution account of a member, or an officer with the duty of compliance.
		/// `evidence` is the hash of the evidence kept off chain. The next one is due a period after
		/// `done`, or on `valid_until` if that is sooner. An entry may be late, not out of order.
		///
		/// Event: `Attested`. Errors: `NotAuthorized`, `NotFound`, `InTheFuture`,
		/// `PeriodOutOfBounds`, `OutOfOrder`.
		#[pallet::call_index(6)]
		pub fn attest(
			origin: OriginFor<T>,
			obligation: Obligation,
			evidence: H256,
			done: LegalDate,
			valid_until: Option<LegalDate>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::record(who, obligation, evidence, done, valid_until)
		}
	}
}
