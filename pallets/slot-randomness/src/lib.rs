#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod draws;
#[cfg(test)]
mod mock;
mod output;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
#[cfg(any(test, feature = "runtime-benchmarks"))]
mod vector;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

pub(crate) const LOG_TARGET: &str = "runtime::slot-randomness";

#[frame_support::pallet]
pub mod pallet {
	use super::{types::*, weights::WeightInfo};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		draw::Candidates,
		ids::{DrawId, MemberId},
		randomness::{InherentFault, InherentType, Mix, INHERENT_IDENTIFIER},
	};
	use sp_consensus_slots::Slot;
	use sp_core::{sr25519::Public, H256};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who authors the current block.
		type Author: SlotAuthor;

		/// Who may ask for a draw, and the member it asks for.
		type RequestOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = MemberId>;

		/// Most authorities at a time: the limit of Aura.
		#[pallet::constant]
		type MaxAuthorities: Get<u32>;

		/// Most draws that wait at a time.
		#[pallet::constant]
		type MaxOpenDraws: Get<u32>;

		/// Most draws decided in a block; the others wait for the next.
		#[pallet::constant]
		type MaxDecidedPerBlock: Get<u32>;

		/// Weights.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The mix of all outputs so far: what the author of the next block signs over.
	#[pallet::storage]
	pub type LastMix<T: Config> = StorageValue<_, Mix, ValueQuery>;

	/// The slot of the current block.
	#[pallet::storage]
	pub type LastSlot<T: Config> = StorageValue<_, Slot, ValueQuery>;

	/// The author whose output the current block still lacks, by its key of before a rotation in this
	/// block. Empty between blocks.
	#[pallet::storage]
	pub type AwaitedAuthor<T: Config> = StorageValue<_, Public, OptionQuery>;

	/// The last output of each recent author, the latest last.
	#[pallet::storage]
	pub type RecentAuthors<T: Config> =
		StorageValue<_, BoundedVec<(Public, Slot), T::MaxAuthorities>, ValueQuery>;

	/// Number of the next draw.
	#[pallet::storage]
	pub type NextDraw<T: Config> = StorageValue<_, DrawId, ValueQuery>;

	/// The first draw that is not decided yet: draws are decided in order.
	#[pallet::storage]
	pub type FirstOpen<T: Config> = StorageValue<_, DrawId, ValueQuery>;

	/// Draws as they were asked for. Never pruned: they are evidence.
	#[pallet::storage]
	pub type Requests<T: Config> = StorageMap<_, Twox64Concat, DrawId, Request, OptionQuery>;

	/// Candidates of the draws. Never pruned.
	#[pallet::storage]
	pub type CandidatesOf<T: Config> = StorageMap<_, Twox64Concat, DrawId, Candidates, OptionQuery>;

	/// How draws were decided. Never pruned.
	#[pallet::storage]
	pub type Decisions<T: Config> = StorageMap<_, Twox64Concat, DrawId, Decision, OptionQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A draw was asked for; its candidates are in storage, and fixed.
		#[codec(index = 0)]
		DrawRequested {
			/// The draw.
			id: DrawId,
			/// Who asked.
			asker: Asker,
			/// Number of candidates.
			candidates: u32,
			/// Hash (blake2-256) of the encoded candidates.
			candidates_hash: H256,
			/// The slot after which outputs count.
			slot: Slot,
			/// The slot from which it can be decided.
			due: Slot,
		},
		/// A draw was decided.
		#[codec(index = 1)]
		DrawDecided {
			/// The draw.
			id: DrawId,
			/// The slot of the deciding block.
			slot: Slot,
			/// The mix that decided.
			mix: Mix,
			/// Authors that had an output between request and decision.
			authors: u32,
			/// Slots without a block between request and decision.
			missed: u32,
			/// The place of the winner among the candidates, from 0.
			place: u32,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The block has its output already, or no author.
		#[codec(index = 0)]
		UnexpectedOutput,
		/// The output is not that of the block's author for this slot and mix.
		#[codec(index = 1)]
		InvalidProof,
		/// A draw needs a candidate.
		#[codec(index = 2)]
		NoCandidates,
		/// A candidate is listed twice.
		#[codec(index = 3)]
		CandidatesRepeated,
		/// Too many draws wait to be decided.
		#[codec(index = 4)]
		MaxOpenDrawsExceeded,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxAuthorities::get() > 0, "no authority fits");
			assert!(T::MaxDecidedPerBlock::get() > 0, "no draw would ever be decided");
			assert!(T::MaxOpenDraws::get() > 0, "no draw could be asked for");
		}

		/// Remembers the author before a rotation of the session can change the keys: this pallet
		/// stands after Aura and before Session.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::await_output();
			T::WeightInfo::on_initialize()
		}

		/// Panics if the block lacks its output, which makes the block invalid.
		///
		/// `is_inherent_required` is asked on import only, and not by everybody who executes a block.
		/// If execution let such a block pass, an author could withhold its output without missing
		/// its slot: draws would be open to an influence that nobody sees.
		fn on_finalize(_: BlockNumberFor<T>) {
			assert!(
				!AwaitedAuthor::<T>::exists(),
				"the author's VRF output must be noted in every block"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Mix in the VRF output of the block's author, and decide the draws that are due.
		///
		/// An inherent: exactly one in every block. An invalid one makes the block invalid, since an
		/// inherent must not fail.
		///
		/// Event: [`Event::DrawDecided`] for each draw decided.
		///
		/// Errors: [`Error::UnexpectedOutput`], [`Error::InvalidProof`]; a bad origin for any
		/// transaction, signed or not.
		#[pallet::call_index(0)]
		#[pallet::weight((
			T::WeightInfo::note(T::MaxDecidedPerBlock::get()),
			DispatchClass::Mandatory
		))]
		pub fn note(origin: OriginFor<T>, output: Output) -> DispatchResultWithPostInfo {
			ensure_none(origin)?;
			let decided = Self::do_note(&output.0)?;
			Ok(Some(T::WeightInfo::note(decided)).into())
		}

		/// Ask for a draw among `candidates` (hashes of what is drawn from), for `purpose`.
		///
		/// By whoever [`Config::RequestOrigin`] lets. The candidates are frozen; the draw is decided
		/// by the first block at least 2 × validators slots later.
		///
		/// Event: [`Event::DrawRequested`].
		///
		/// Errors: [`Error::NoCandidates`], [`Error::CandidatesRepeated`],
		/// [`Error::MaxOpenDrawsExceeded`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::request(candidates.len() as u32))]
		pub fn request(
			origin: OriginFor<T>,
			purpose: Purpose,
			candidates: Candidates,
		) -> DispatchResult {
			let member = T::RequestOrigin::ensure_origin(origin)?;
			Self::do_request(Asker::Member { member, purpose }, candidates)?;
			Ok(())
		}
	}

	#[pallet::inherent]
	impl<T: Config> ProvideInherent for Pallet<T> {
		type Call = Call<T>;
		type Error = InherentFault;

		const INHERENT_IDENTIFIER: InherentIdentifier = INHERENT_IDENTIFIER;

		fn create_inherent(data: &InherentData) -> Option<Call<T>> {
			match data.get_data::<InherentType>(&INHERENT_IDENTIFIER) {
				Ok(Some(signature)) => Some(Call::note { output: Output(signature) }),
				Ok(None) => {
					log::error!(target: crate::LOG_TARGET, "the node gave no VRF output");
					None
				},
				Err(error) => {
					log::error!(
						target: crate::LOG_TARGET,
						"the node's VRF output does not decode: {error:?}"
					);
					None
				},
			}
		}

		// The signature itself is checked where slot and author are known: in the call. The state
		// here is that of the parent block.
		fn is_inherent_required(_: &InherentData) -> Result<Option<InherentFault>, InherentFault> {
			Ok(Some(InherentFault::Missing))
		}

		fn is_inherent(call: &Call<T>) -> bool {
			matches!(call, Call::note { .. })
		}
	}
}
