// Two of four validators are lost for ever; both bodies recover. Last, because it destroys nodes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { running, script } from '../lib/network.js';

describe('loss of two of four validators', { timeout: 400_000 }, () => {
	it('stops finality, and both bodies together bring it back', async (t) => {
		const output = await script('drill', 'stall');
		for (const line of output.trim().split('\n')) t.diagnostic(line);
		assert.match(output, /finality stands/i);
		assert.match(output, /finality moves again/i);
		const [node] = running();
		const { number } = await node.finalised();
		await new Promise((done) => setTimeout(done, 8000));
		assert.ok((await node.finalised()).number > number);
	});
});
