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
		assert_eq!((plain, sealed), (241, 307));
	});
}

#[test]
fn changes_and_links_take_little_more() {
	use shejiao_primitives::{record::RecordIndex, subject::Subject};
	let grows = |by: &dyn Fn()| {
		let before = state_bytes();
		by();
		state_bytes() - before
	};
	chain(|| {
		let (id, basis) = (visit(), review(CLERK));
		let seal = || {
			assert_ok!(Records::seal_record(signed(CHIEF), id, basis));
		};
		let unseal = || {
			assert_ok!(Records::unseal_record(signed(CHIEF), id, basis));
		};
		assert_eq!((grows(&seal), grows(&unseal)), (121, 69));
		let link = |number| {
			let dependant = Subject::Transition(CASE, number);
			assert_ok!(<Records as RecordIndex<u64>>::link(id, dependant));
		};
		assert_eq!((grows(&|| link(1)), grows(&|| link(2))), (137, 85));
	});
}
