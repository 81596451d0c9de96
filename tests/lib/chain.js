// polkadot-js, with what every test needs around it.
import { ApiPromise, WsProvider } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';

await cryptoWaitReady();
export const keyring = new Keyring({ type: 'sr25519' });

/** Why the gate refuses a transaction: the custom codes of the runtime. */
export const REFUSAL = {
	NotAdmitted: 1,
	Suspended: 2,
	NoLongerMember: 3,
	OfficerInactive: 4,
	KeyRetired: 5,
	QuotaExceeded: 6,
	TooManyPending: 7,
	CallNotOpen: 8,
	AccusedMayNotVote: 9,
	UnsignedCall: 10,
	ModulePaused: 11,
};

export async function connect(node) {
	const api = new ApiPromise({ provider: new WsProvider(node.url), noInitWarn: true });
	await api.isReadyOrError;
	return api;
}

export const key = (uri) => keyring.addFromUri(uri);

function decoded(api, error) {
	if (!error.isModule) return error.toString();
	const { section, name } = api.registry.findMetaError(error.asModule);
	return `${section}.${name}`;
}

/**
 * Sign with `signer`, submit, and wait for `finalised` (or inclusion). Resolves with hash, number and
 * events; rejects with the module error by name, or with the pool's refusal.
 */
export function submit(api, call, signer, { until = 'finalised', seconds = 60, nonce = -1 } = {}) {
	return new Promise((done, fail) => {
		let unsubscribe = () => {};
		const timer = setTimeout(() => {
			unsubscribe();
			fail(new Error(`not ${until} within ${seconds} s`));
		}, seconds * 1000);
		const end = (action, value) => {
			clearTimeout(timer);
			unsubscribe();
			action(value);
		};
		call.signAndSend(signer, { nonce }, ({ status, events, dispatchError }) => {
			if (status.isInvalid || status.isDropped || status.isUsurped) {
				end(fail, new Error(`the pool says ${status.type}`));
				return;
			}
			const there = until === 'finalised' ? status.isFinalized : status.isInBlock;
			if (!there) return;
			const hash = (status.isFinalized ? status.asFinalized : status.asInBlock).toHex();
			if (dispatchError) {
				end(fail, Object.assign(new Error(decoded(api, dispatchError)), { hash }));
				return;
			}
			end(done, { hash, events: events.map(({ event }) => event) });
		}).then((stop) => {
			unsubscribe = stop;
		}, (error) => end(fail, error));
	});
}

/** The custom code with which the pool refuses this call of `signer`; fails if it takes it. */
export async function refusal(api, call, signer) {
	const signed = await call.signAsync(signer, { nonce: -1 });
	try {
		await api.rpc.author.submitExtrinsic(signed);
	} catch (error) {
		const code = /Custom error: (\d+)/i.exec(`${error.message} ${error.data ?? ''}`);
		if (code) return Number(code[1]);
		throw error;
	}
	throw new Error('the pool took a transaction that it should have refused');
}
