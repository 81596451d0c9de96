// polkadot-api, with descriptors made from the Wasm runtime itself.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClient } from 'polkadot-api';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { getWsProvider } from 'polkadot-api/ws';
import WebSocket from 'ws';
import { shejiao } from '../.papi/descriptors/dist/index.js';
import { key, REFUSAL } from '../lib/chain.js';
import { members } from '../lib/consortium.js';
import { running } from '../lib/network.js';

const signerOf = (pair) => getPolkadotSigner(pair.publicKey, 'Sr25519', (input) => pair.sign(input));

describe('polkadot-api', () => {
	let client;
	let api;

	before(() => {
		client = createClient(getWsProvider(running()[0].url, { websocketClass: WebSocket }));
		api = client.getTypedApi(shejiao);
	});
	after(() => client?.destroy());

	it('is compatible with the chain that runs', async () => {
		const version = await api.constants.System.Version();
		assert.equal(version.spec_name, 'shejiao');
	});

	it('signs, submits and sees finality', async () => {
		const [, { signer }] = members();
		const result = await api.tx.Utility.batch_all({ calls: [] }).signAndSubmit(signerOf(signer));
		assert.equal(result.ok, true);
		assert.ok(result.block.number > 0);
	});

	it('is told that a transaction costs nothing', async () => {
		const [, { signer }] = members();
		const fee = await api.tx.Utility.batch_all({ calls: [] }).getEstimatedFees(signer.address);
		assert.equal(fee, 0n);
	});

	it('calls typed runtime APIs', async () => {
		const peers = await api.apis.ConsortiumApi.peers();
		assert.ok(peers.length >= running().length);
		assert.equal(typeof (await api.apis.LegalTimeApi.is_shortened()), 'boolean');
	});

	it('is refused with the code of the reason', async () => {
		const stranger = signerOf(key('//nobody-knows-me'));
		await assert.rejects(
			api.tx.Utility.batch_all({ calls: [] }).signAndSubmit(stranger),
			(error) => {
				assert.match(JSON.stringify(error.error ?? error.message), new RegExp(`Custom.*\\b${REFUSAL.NotAdmitted}\\b`));
				return true;
			},
		);
	});
});
