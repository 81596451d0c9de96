// Scenarios that ship and that scripts/run does not play, each through the nodes of its agencies; and two
// that must fail.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { play, playsAsWritten, source } from '../lib/plays.js';

describe('scenarios', { timeout: 1_200_000 }, () => {
	const folder = playsAsWritten(['parole-duplicate', 'expired-investigation'], ['赵六', '假释裁定书', '周八']);

	it('refuses at its start a play that would wait for a day too far away', async () => {
		const text = source('expired-investigation');
		assert.equal(text.split('wait_until: calendar-end').length, 2);
		const path = join(folder(), 'far.yaml');
		writeFileSync(path, text.replace('wait_until: calendar-end', 'wait_until: 2099-12-31'));
		const { code, objects, error } = await play(path, '--folder', join(folder(), 'far'));
		assert.equal(code, 1);
		assert.equal(JSON.parse(error).error, 'wait-too-long');
		assert.match(JSON.parse(error).what, /2099-12-22/);
		assert.deepEqual(objects, [], 'nothing was sent');
	});

	it('ends with the difference when something comes out otherwise than expected', async () => {
		const expected = 'SubjectIdentity.CaseRegistered: {step: commission}';
		const text = source('parole-duplicate');
		assert.equal(text.split(expected).length, 2);
		const path = join(folder(), 'otherwise.yaml');
		writeFileSync(path, text.replace(expected, expected.replace('commission', 'commission-fast')));
		const { code, objects, error } = await play(path, '--folder', join(folder(), 'play'));
		assert.equal(code, 1);
		const { error: failure, what } = JSON.parse(error);
		assert.equal(failure, 'scenario-differs');
		for (const part of ['line ', 'SubjectIdentity.CaseRegistered.step', 'CommissionFast', 'Commission']) {
			assert.ok(what.includes(part), `${part}: ${what}`);
		}
		assert.equal(objects.filter((object) => object.step).length, 1, 'the play has ended there');
		assert.equal(objects.filter((object) => object.finalizedBlock).length, 0, 'and has no summary');
	});
});
