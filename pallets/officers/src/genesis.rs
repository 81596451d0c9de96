//! Officers and delegations of the first block.

use crate::{Config, FoundingOfficer, GenesisConfig, Pallet, Post, PostCount};
use shejiao_primitives::directory::Members;

/// Moment from which genesis holds: there is no earlier one.
const GENESIS: u64 = 0;

/// Enter what `genesis` says under the same rules as the calls. A genesis that breaks them stops the
/// building of the chain specification, naming the entry at fault.
pub(crate) fn build<T: Config>(genesis: &GenesisConfig<T>) {
	for officer in &genesis.officers {
		let FoundingOfficer { account, member, unit, duties, category, valid_until } = officer;
		assert!(
			T::Members::profile(*member).is_some(),
			"officer {account:?}: there is no member {}",
			member.0
		);
		assert!(!PostCount::<T>::contains_key(account), "officer {account:?} is named twice");
		assert!(*valid_until > GENESIS, "officer {account:?}: the validity is empty");
		let post = Post {
			member: *member,
			unit: *unit,
			duties: *duties,
			category: *category,
			appointment: 0,
			valid_from: GENESIS,
			valid_until: *valid_until,
		};
		if let Err(error) = Pallet::<T>::enter(account, post, GENESIS) {
			panic!("officer {account:?}: {error:?}");
		}
	}
	for delegation in &genesis.delegations {
		let unit = delegation.unit;
		let Some(member) = T::Members::unit_owner(unit) else {
			panic!("delegation to unit {}: there is no such unit", unit.0);
		};
		assert!(delegation.until > GENESIS, "delegation to unit {}: it is empty", unit.0);
		if let Err(error) = Pallet::<T>::add_delegation(
			member,
			unit,
			delegation.acts,
			GENESIS,
			delegation.until,
			delegation.document,
			GENESIS,
		) {
			panic!("delegation to unit {}: {error:?}", unit.0);
		}
	}
}
