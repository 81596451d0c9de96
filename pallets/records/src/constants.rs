//! Bounds that clients read from the metadata.

use frame_support::pallet_macros::pallet_section;

/// The constants of the pallet beyond its configuration.
#[pallet_section]
mod constants {
	#[pallet::extra_constants]
	impl<T: Config> Pallet<T> {
		/// Most entries of a batch.
		fn max_batch() -> u32 {
			MAX_BATCH
		}

		/// Largest step of a padded size: 2^step KiB.
		fn max_size() -> u8 {
			MAX_SIZE
		}

		/// Most records that one record is derived from.
		fn max_sources() -> u32 {
			MAX_SOURCES
		}
	}
}
