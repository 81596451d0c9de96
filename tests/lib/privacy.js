// Searches everything that a node knows for what must never get there: forms in which a value could
// have reached the chain.
import { blake2AsU8a, keccakAsU8a, sha256AsU8a, xxhashAsU8a } from '@polkadot/util-crypto';
import { u8aToHex } from '@polkadot/util';

const hex = (bytes) => u8aToHex(bytes).slice(2);
const text = new TextEncoder();

/** Hexadecimal digits of every form of a value. */
export function forms(value) {
	const found = new Map();
	const note = (form, bytes) => {
		if (bytes.length >= 5) found.set(hex(bytes), form);
	};
	const utf16 = (little) => {
		const bytes = new Uint8Array(value.length * 2);
		const view = new DataView(bytes.buffer);
		for (let place = 0; place < value.length; place += 1) view.setUint16(place * 2, value.charCodeAt(place), little);
		return bytes;
	};
	note('UTF-16, low byte first', utf16(true));
	note('UTF-16, high byte first', utf16(false));
	for (const [form, written] of [
		['plain', value],
		['upper case', value.toUpperCase()],
		['lower case', value.toLowerCase()],
		['without spaces', value.replaceAll(' ', '')],
	]) {
		const bytes = text.encode(written);
		note(form, bytes);
		note(`${form}, as hexadecimal digits`, text.encode(hex(bytes)));
		for (const [name, digest] of [
			['blake2-256', blake2AsU8a(bytes, 256)],
			['blake2-128', blake2AsU8a(bytes, 128)],
			['SHA-256', sha256AsU8a(bytes)],
			['Keccak-256', keccakAsU8a(bytes)],
			['xx-128', xxhashAsU8a(bytes, 128)],
		]) {
			note(`${form}, its ${name} hash`, digest);
		}
	}
	if (/^\d{8,}$/.test(value)) {
		const bytes = new Uint8Array(8);
		new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
		note('a number', bytes);
		found.set(value.length % 2 ? `${value}f` : value, 'two digits a byte');
	}
	if (/^(0x)?[\da-f]{64}$/.test(value)) found.set(value.replace(/^0x/, ''), 'as bytes');
	return found;
}

/** Whether the bytes stand in `digits`, hexadecimal: at a whole byte, wherever that is. */
function stands(bytes, digits) {
	let where = digits.indexOf(bytes);
	while (where % 2 === 1) where = digits.indexOf(bytes, where + 1);
	return where >= 0;
}

/** Of `person` (field → value): a function that says what of it stands in hexadecimal digits. */
export function searcher(person) {
	const wanted = Object.entries(person).flatMap(([field, value]) =>
		[...forms(value)].map(([bytes, form]) => [bytes, `${field} (${form})`]),
	);
	return (digits) => wanted.filter(([bytes]) => stands(bytes, digits)).map(([, told]) => told);
}

/** What `tells` of `items`, hexadecimal digits each, and how many there were. */
export async function search(items, tells) {
	const found = [];
	let searched = 0;
	for await (const digits of items) {
		searched += 1;
		found.push(...tells(digits));
	}
	return { found, searched };
}

/** Every key and value of the state at `hash`, as hexadecimal digits. */
export async function* state(node, hash) {
	let last = null;
	for (;;) {
		const keys = await node.rpc('state_getKeysPaged', ['0x', 512, last, hash]);
		if (keys.length === 0) return;
		const [{ changes }] = await node.rpc('state_queryStorageAt', [keys, hash]);
		// The runtime itself is public.
		for (const [key, value] of changes) {
			if (key === '0x3a636f6465') continue;
			yield key.slice(2);
			yield (value ?? '0x').slice(2);
		}
		last = keys.at(-1);
	}
}

/** The transactions and events of the blocks from `first` to `last`, as hexadecimal digits. */
export async function* blocks(node, first, last) {
	const events = `0x${hex(xxhashAsU8a('System', 128))}${hex(xxhashAsU8a('Events', 128))}`;
	for (let number = first; number <= last; number += 1) {
		const hash = await node.rpc('chain_getBlockHash', [number]);
		const { block } = await node.rpc('chain_getBlock', [hash]);
		for (const extrinsic of block.extrinsics) yield extrinsic.slice(2);
		yield ((await node.rpc('state_getStorage', [events, hash])) ?? '0x').slice(2);
	}
}
