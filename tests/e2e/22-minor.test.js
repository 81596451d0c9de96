// A minor's case, played through the nodes of its agencies. It waits for fifty legal days: other tests go on
// beside it. Its officers are its own, because two programs that sign for one account take each other's
// numbers.
import { describe } from 'node:test';
import { playsAsWritten } from '../lib/plays.js';

describe("a minor's case", { timeout: 1_200_000 }, () => {
	playsAsWritten(['minor'], ['小明', '未成年人犯罪记录封存通知书', '管制三个月']);
});
