// The running network, as scripts/network laid it out: one folder per node.
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const FOLDER = process.env.SHEJIAO_NETWORK ?? join(ROOT, 'network');
const run = promisify(execFile);

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Wait until `check` gives something true; its last answer or error is told when time is over. */
export async function until(what, seconds, check, pause = 250) {
	const end = Date.now() + seconds * 1000;
	let last;
	for (;;) {
		try {
			last = await check();
			if (last) return last;
		} catch (error) {
			last = error;
		}
		if (Date.now() > end) {
			throw new Error(`${what}: not within ${seconds} s (last: ${last?.message ?? JSON.stringify(last)})`);
		}
		await sleep(pause);
	}
}

export class Node {
	constructor(name) {
		this.name = name;
		this.folder = join(FOLDER, name);
		Object.assign(this, JSON.parse(readFileSync(join(this.folder, 'node.json'), 'utf8')));
	}

	get url() {
		return `ws://127.0.0.1:${this.rpc_port}`;
	}

	get log() {
		return readFileSync(join(this.folder, 'log'), 'utf8');
	}

	get pid() {
		const file = join(this.folder, 'pid');
		return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
	}

	async rpc(method, params = []) {
		const answer = await fetch(`http://127.0.0.1:${this.rpc_port}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
			signal: AbortSignal.timeout(10_000),
		}).then((response) => response.json());
		if (answer.error) throw new Error(`${this.name}: ${method}: ${JSON.stringify(answer.error)}`);
		return answer.result;
	}

	async best() {
		return Number((await this.rpc('chain_getHeader')).number);
	}

	async finalised() {
		const hash = await this.rpc('chain_getFinalizedHead');
		return { hash, number: Number((await this.rpc('chain_getHeader', [hash])).number) };
	}

	/** Peer ids that the node is connected to. */
	async peers() {
		return (await this.rpc('system_peers')).map((peer) => peer.peerId);
	}

	/** kill -9 of this node alone. */
	async kill() {
		return script('kill', this.name);
	}

	async start() {
		return script('start', this.name);
	}
}

/** scripts/network with these arguments; its output. */
export async function script(...args) {
	try {
		const { stdout } = await run(join(ROOT, 'scripts/network'), args, {
			env: process.env,
			maxBuffer: 1 << 26,
		});
		return stdout;
	} catch (error) {
		throw new Error(`scripts/network ${args.join(' ')}: ${error.stderr || error.stdout || error.message}`);
	}
}

/**
 * The client `shejiao` through `node`: its answer as JSON, of several the last. Rejects with the client's
 * own line, its code as `code`, and what it answered before as `answer`. An act is done when it is in a
 * block: enough for whoever keeps nothing that hangs on it.
 */
export const cli = (node, ...args) => client(node, 'in-block', args);

/** The same, and an act is done when it is final: the vault knows then what became of it. */
export const cliFinal = (node, ...args) => client(node, 'finalized', args);

async function client(node, wait, args) {
	const command = ['--url', node.url, '--output', 'json', '--lang', 'en', '--wait', wait, ...args.map(String)];
	const last = (stdout) => (stdout?.trim() ? JSON.parse(stdout.trim().split('\n').at(-1)) : null);
	try {
		const { stdout } = await run(join(ROOT, 'target/bin/shejiao'), command, { maxBuffer: 1 << 26 });
		return last(stdout);
	} catch (error) {
		let said = {};
		try {
			said = JSON.parse(error.stderr.trim().split('\n').at(-1));
		} catch {
			// Not the client's own words: shown as they are.
		}
		const answer = last(error.stdout);
		throw Object.assign(new Error(said.what ?? error.stderr ?? error.message), { code: said.error, answer });
	}
}

export function nodes() {
	return readdirSync(FOLDER, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && existsSync(join(FOLDER, entry.name, 'node.json')))
		.map((entry) => new Node(entry.name))
		.sort((a, b) => a.index - b.index);
}

export function running() {
	return nodes().filter((node) => {
		if (!node.pid) return false;
		try {
			process.kill(node.pid, 0);
			return true;
		} catch {
			return false;
		}
	});
}
