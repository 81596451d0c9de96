//! Runtime API of the compliance pallet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use shejiao_primitives::{
	ids::{AreaCode, MemberId},
	regime::{Mode, ModuleId},
	time::Moment,
};

pub use pallet_compliance::{DueInfo, IncidentId, IncidentInfo};

sp_api::decl_runtime_apis! {
	/// What clients ask about modes, incidents and attestations.
	#[api_version(1)]
	pub trait ComplianceApi {
		/// The mode of a module in an area now, or at a past moment.
		fn mode(module: ModuleId, area: AreaCode, at: Option<Moment>) -> Mode;

		/// The modules that are paused now.
		fn paused_modules() -> Vec<ModuleId>;

		/// An incident, open or closed.
		fn incident(id: IncidentId) -> Option<IncidentInfo>;

		/// At most `limit` open incidents from number `from` on.
		fn open_incidents(from: IncidentId, limit: u32) -> Vec<IncidentInfo>;

		/// What a member has to attest, the soonest first, and whether it is late.
		fn attestations_due(member: MemberId) -> Vec<DueInfo>;
	}
}
