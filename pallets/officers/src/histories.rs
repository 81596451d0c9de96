//! The bounded lists and the histories of the pallet, each history of two storage maps.

use crate::{
	pallet::{
		CarrierCount, Carriers, DelegationCount, Delegations, DeputationCount, Deputations,
		PostCount, Posts,
	},
	Config, Delegation, Deputation, Post,
};
use frame_support::BoundedVec;
use shejiao_primitives::{
	history::History,
	ids::{MemberId, UnitId},
};

type AccountIdOf<T> = <T as frame_system::Config>::AccountId;

/// The deputations of one deputy that were open when the entry was written.
pub type DeputationsOf<T> =
	BoundedVec<Deputation<AccountIdOf<T>>, <T as Config>::MaxDeputiesPerOfficer>;

/// The deputies of one officer.
pub type DeputiesOf<T> = BoundedVec<AccountIdOf<T>, <T as Config>::MaxDeputiesPerOfficer>;

/// Caseloads by the officers they were first of.
pub type CaseloadsOf<T> = BoundedVec<AccountIdOf<T>, <T as Config>::MaxCaseloadsPerOfficer>;

/// The delegations of one unit that were open when the entry was written.
pub type DelegationsOf<T> = BoundedVec<Delegation, <T as Config>::MaxDelegationsPerUnit>;

/// An officer as seen by one member.
pub type Desk<T> = (MemberId, AccountIdOf<T>);

pub(crate) type PostHistory<T> = History<AccountIdOf<T>, Post, PostCount<T>, Posts<T>>;
pub(crate) type DeputationHistory<T> =
	History<AccountIdOf<T>, DeputationsOf<T>, DeputationCount<T>, Deputations<T>>;
pub(crate) type CarrierHistory<T> = History<Desk<T>, AccountIdOf<T>, CarrierCount<T>, Carriers<T>>;
pub(crate) type DelegationHistory<T> =
	History<UnitId, DelegationsOf<T>, DelegationCount<T>, Delegations<T>>;
