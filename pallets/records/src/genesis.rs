//! The classes of the chain's start.

use frame_support::pallet_macros::pallet_section;

/// The genesis of the pallet.
#[pallet_section]
mod genesis {
	/// Classes at the start.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Each class with its rule.
		pub classes: Vec<(ClassId, Class)>,
		#[allow(missing_docs)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { classes: classes::founding(), _config: Default::default() }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics, and so refuses the specification, when it contradicts itself.
		fn build(&self) {
			for (class, rule) in &self.classes {
				Pallet::<T>::change_class(*class, rule.clone())
					.expect("records.classes names each class once, with a rule in bounds");
			}
		}
	}
}
