// polkadot-js against the running network.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { connect, key, refusal, REFUSAL, submit } from '../lib/chain.js';
import { members } from '../lib/consortium.js';
import { running } from '../lib/network.js';

describe('polkadot-js', () => {
	let api;
	let founders;

	before(async () => {
		api = await connect(running()[0]);
		founders = members();
	});
	after(() => api?.disconnect());

	it('knows the chain by its metadata and properties', async () => {
		assert.equal(api.runtimeVersion.specName.toString(), 'shejiao');
		for (const pallet of ['consortium', 'officers', 'validators', 'endorsement', 'council']) {
			assert.ok(api.tx[pallet], `pallet ${pallet}`);
		}
		assert.equal(api.registry.chainSS58, 42);
		assert.deepEqual(api.registry.chainTokens, ['CNY']);
		assert.deepEqual(api.registry.chainDecimals, [2]);
		assert.equal(api.tx.sudo, undefined);
	});

	it('signs, submits, and sees finality on every node', async () => {
		const [{ signer }] = founders;
		const before = (await api.rpc.system.accountNextIndex(signer.address)).toNumber();
		const { hash, events } = await submit(api, api.tx.utility.batchAll([]), signer);
		assert.ok(events.some(({ section, method }) => section === 'system' && method === 'ExtrinsicSuccess'));
		const number = (await api.rpc.chain.getHeader(hash)).number.toNumber();
		for (const node of running()) {
			assert.ok((await node.finalised()).number >= number - 3, `${node.name} follows`);
			assert.equal(await node.rpc('chain_getBlockHash', [number]), hash);
		}
		assert.equal((await api.rpc.system.accountNextIndex(signer.address)).toNumber(), before + 1);
	});

	it('is told that a transaction costs nothing', async () => {
		const [{ signer }] = founders;
		const { partialFee } = await api.tx.utility.batchAll([]).paymentInfo(signer);
		assert.equal(partialFee.toBigInt(), 0n);
	});

	it('reads typed runtime APIs', async () => {
		const peers = await api.call.consortiumApi.peers();
		const ids = running().map((node) => node.peer_id);
		assert.ok(peers.length >= ids.length);
		const clock = await api.call.legalTimeApi.clock();
		assert.ok(clock.day.toNumber() > 0);
		const validators = await api.call.validatorsApi.validators();
		assert.equal(validators.length, running().filter((node) => node.role === 'validator').length);
	});

	describe('is refused with the code of the reason', () => {
		it('when the signer was never admitted', async () => {
			const stranger = key('//nobody-knows-me');
			assert.equal(await refusal(api, api.tx.utility.batchAll([]), stranger), REFUSAL.NotAdmitted);
		});

		it('when the call is open to nobody', async () => {
			const [{ signer }] = founders;
			const closed = [
				api.tx.system.remark('0x00'),
				api.tx.balances.transferKeepAlive(founders[1].signer.address, 1),
				api.tx.session.purgeKeys(),
			];
			for (const call of closed) {
				assert.equal(await refusal(api, call, signer), REFUSAL.CallNotOpen, call.method.method);
			}
		});

		it('when a wrapper hides such a call', async () => {
			const [{ signer }] = founders;
			const hidden = api.tx.utility.batchAll([api.tx.system.remark('0x00')]);
			assert.equal(await refusal(api, hidden, signer), REFUSAL.CallNotOpen);
		});
	});

	it('cannot act as Root alone', async () => {
		const [{ signer }] = founders;
		const call = api.tx.validators.setMinimum(1);
		await assert.rejects(submit(api, api.tx.endorsement.enact(call), signer), /endorsement\.No/);
	});
});
