//! What a record costs of the state.

use super::*;
use sp_io::{hashing::twox_128, storage};

/// Bytes of keys and values of the pallet, without the root of the trie.
fn state_bytes() -> usize {
	let prefix = twox_128(b"Records");
	let (mut key, mut bytes) = (prefix.to_vec(), 0);
	while let Some(next) = storage::next_key(&key) {
		if !next.starts_with(&prefix) {
			break;
		}
		bytes += next.len() + storage::get(&next).map_or(0, |value| value.len());
		key = next;
	}
	bytes
}

/// Accounts of the mock have 8 bytes; on the chain they have 32.
const LONGER_ACCOUNT: usize = 24;

fn per_record(entry: impl Fn() -> Anchor<u64>) -> usize {
	put(CLERK, entry());
	let before = state_bytes();
	let count = 640;
	(0..count).for_each(|_| {
		put(CLERK, entry());
	});
	(state_bytes() - before).div_ceil(count) + LONGER_ACCOUNT
}

#[test]
fn a_record_takes_a_quarter_of_a_kilobyte_of_state() {
	chain(|| {
		let plain = per_record(|| entry(classes::SUPERVISION));
		let seal: Option<crate::Seal> = vec![7; 64].try_into().ok();
		let sealed = per_record(|| Anchor { seal: seal.clone(), ..entry(classes::SUPERVISION) });
		println!("bytes of state per record: {plain} without a seal, {sealed} with one");
		assert!(plain <= 260, "{plain}");
		assert!(sealed <= 330, "{sealed}");
	});
}
