// Cases and records for the measurements, in the county of the local network.
import { randomBytes } from 'node:crypto';
import { key, submit } from '../lib/chain.js';
import { running } from '../lib/network.js';

const hash = () => `0x${randomBytes(32).toString('hex')}`;

/** The running nodes and the one of the county justice bureau; ends the program if there is none. */
export function network() {
	const nodes = running();
	const via = nodes.find((node) => node.name === 'county-justice');
	if (!via) {
		console.error('error: no network runs; start one with scripts/network up');
		process.exit(1);
	}
	return { nodes, via };
}

/** Class of the record of a reception. */
const RECEPTION = 2;

/** What an officer of the county has to do, over `api`. */
export class Work {
	static async over(api) {
		const work = new Work();
		work.api = api;
		const member = async (uri) => {
			const id = await api.call.consortiumApi.memberOf(key(uri).address);
			return id.unwrap().id.toNumber();
		};
		const agencies = ['//county-justice', '//county-court', '//county-procuratorate'];
		[work.executing, work.deciding, work.supervising] = await Promise.all(agencies.map(member));
		work.today = (await api.call.legalTimeApi.today()).toNumber();
		return work;
	}

	/** The registration of a case that the court decided. */
	registration() {
		const { executing, deciding, supervising } = this;
		return this.api.tx.subjectIdentity.register(
			{ Decided: { category: 'SuspendedSentence' } },
			{ executing, deciding, supervising, police: null, custody: null },
			{ suite: 'International', hash: hash() },
			hash(),
			'Unclassified',
			this.today,
			null,
		);
	}

	/** A new case. */
	async register() {
		const { events } = await submit(this.api, this.registration(), key('//county-court//judge'));
		return events.find((event) => event.method === 'CaseRegistered').data.case.toHex();
	}

	/** A new record on `subject`. */
	entry(subject) {
		return {
			case: subject,
			class: RECEPTION,
			schema: null,
			suite: 'International',
			commitment: hash(),
			ciphertext: hash(),
			size: 3,
			locator: hash(),
			actDate: this.today,
			officer: null,
			seal: null,
			supersedes: null,
			derivedFrom: [],
		};
	}

	/** A call that anchors one record on `subject`. */
	single(subject) {
		return this.api.tx.records.anchor(this.entry(subject));
	}

	/** A call that anchors `size` records on `subject`. */
	batch(subject, size) {
		return this.api.tx.records.anchorBatch(Array.from({ length: size }, () => this.entry(subject)));
	}
}
