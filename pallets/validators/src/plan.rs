//! Which validators the next set has.

use crate::types::Validator;
use alloc::vec::Vec;

/// Most validators that leave a set of `n` in one change: as many as may fail, so that those who
/// stay can finalise the change even if the leaving ones are gone already.
pub const fn most_leaving(n: u32) -> u32 {
	n.saturating_sub(1) / 3
}

/// Most validators that enter a set of `n` in one change: as many as may fail, so that newcomers
/// whose nodes do not run cannot stop finality. At least one, or a small set could never grow.
pub const fn most_entering(n: u32) -> u32 {
	match (n, most_leaving(n)) {
		(0, _) => u32::MAX,
		(_, 0) => 1,
		(_, most) => most,
	}
}

/// The set that follows `planned`, in the order of `planned` with newcomers at its end.
///
/// Only `keyed` validators are in it. Those who stay are at least `minimum`, newcomers not counted:
/// these are not yet active.
pub fn next_set<AccountId: Clone + PartialEq>(
	planned: &[AccountId],
	registered: &[Validator<AccountId>],
	keyed: impl Fn(&AccountId) -> bool,
	minimum: u32,
	maximum: u32,
) -> Vec<AccountId> {
	let entry = |account: &AccountId| registered.iter().find(|v| v.account == *account);
	// Without keys it is none: the session pallet would drop it without a word.
	let mut set: Vec<AccountId> = planned.iter().filter(|a| keyed(a)).cloned().collect();

	let mut leaving: Vec<(u8, AccountId)> = set
		.iter()
		.filter(|account| entry(account).is_none_or(|v| !v.is_wanted()))
		.map(|account| (entry(account).map_or(0, Validator::urgency), account.clone()))
		.collect();
	leaving.sort_by_key(|(urgency, _)| *urgency);
	let n = planned.len() as u32;
	let spare = (set.len() as u32).saturating_sub(minimum);
	leaving.truncate(most_leaving(n).min(spare) as usize);
	set.retain(|account| !leaving.iter().any(|(_, gone)| gone == account));

	let room = maximum.saturating_sub(set.len() as u32).min(most_entering(n));
	let entering: Vec<AccountId> = registered
		.iter()
		.filter(|v| v.is_wanted() && !planned.contains(&v.account) && keyed(&v.account))
		.take(room as usize)
		.map(|v| v.account.clone())
		.collect();
	set.extend(entering);
	set
}
