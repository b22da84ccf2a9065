import type { PersonId, SessionId } from '#lib/domain/ids.ts';
import { CODE_WORDS } from './code-words.ts';
import type { LinkNote } from './link-note.ts';
import type { Certificates } from './media-transport.ts';

/** How many words people read to each other: 32 bits, of which nobody can try out more than one guess. */
const WORDS = 4;
/** Whoever comes or goes is noticed by everyone within so long, also on a link that is being mended; until then two may rightly disagree. */
const SETTLES_MS = 40_000;
const NONCE_BYTES = 16;

/** What a person's browser says in a round: who is linked with which certificate, and a nonce, first sealed. */
export interface Proof {
	/** The people's digest, a dot, and the digest of their certificates. */
	round: string;
	/** The digest of the nonce. */
	commit: string;
	/** Shown once everyone's commit is there, so that nobody can choose theirs to suit (as in ZRTP, RFC 6189). */
	nonce: string | null;
}

/** `wrong`: what somebody's browser says cannot be, unless somebody stands between. */
export type GroupCodeState = { is: 'finding' } | { is: 'found'; words: readonly string[] } | { is: 'wrong' };

/** My part in a round, and what the others committed themselves to. */
interface Round {
	readonly nonce: string;
	readonly commits: Map<PersonId, string>;
	isBroken: boolean;
}

interface Seen {
	/** Each person's certificate as my own link with them has it, mine among them. */
	certificates: ReadonlyMap<PersonId, string>;
	/** What the others say. */
	proofs: ReadonlyMap<PersonId, Proof | null>;
	now: number;
}

/**
 * Finds the four words that are the same for everyone exactly when each link's two ends are the two browsers.
 * Every one of a group is linked with every other, so each can know all certificates by itself.
 */
export class GroupCode {
	state: GroupCodeState = { is: 'finding' };
	/** What I tell the others. */
	proof: Proof | null = null;
	readonly #me: PersonId;
	readonly #session: SessionId;
	#since = 0;
	#round: Round = { nonce: '', commits: new Map(), isBroken: false };
	/** By round: when a link is lost and found again, the same round comes back, and others remember my commit. */
	readonly #rounds = new Map<string, Round>();

	constructor(me: PersonId, session: SessionId) {
		this.#me = me;
		this.#session = session;
	}

	async look({ certificates, proofs, now }: Seen): Promise<void> {
		await this.#enterRound(certificates, now);
		const { proof } = this;
		if (!proof || certificates.size < 2) return;
		const others = [...certificates.keys()].filter((person) => person !== this.#me);
		const said = others.flatMap((person) => {
			const theirs = proofs.get(person);
			return theirs ? [{ person, theirs }] : [];
		});
		if (this.#round.isBroken) return;
		const isContradicted = said.some(({ theirs }) => contradicts(theirs, proof));
		if (isContradicted) {
			if (now - this.#since > SETTLES_MS) this.state = { is: 'wrong' };
			return;
		}
		if (this.state.is === 'wrong') this.state = { is: 'finding' };
		const here = said.filter(({ theirs }) => theirs.round === proof.round);
		for (const { person, theirs } of here) {
			const first = this.#round.commits.get(person) ?? theirs.commit;
			this.#round.commits.set(person, first);
			const opens = theirs.nonce === null || (await commitTo(proof.round, person, theirs.nonce)) === first;
			if (theirs.commit !== first || !opens) return this.refuse();
		}
		if (this.state.is !== 'finding' || here.length < others.length) return;
		this.proof = { ...proof, nonce: this.#round.nonce };
		const nonces = here.flatMap(({ person, theirs }) => (theirs.nonce ? [`${person} ${theirs.nonce}`] : []));
		if (nonces.length < others.length) return;
		const bytes = await digest(
			'code',
			proof.round,
			...[...nonces, `${this.#me} ${this.#round.nonce}`].sort()
		);
		this.state = { is: 'found', words: [...bytes.slice(0, WORDS)].map((byte) => CODE_WORDS[byte] ?? '') };
	}

	/** What the others say, out of the notes that they send. */
	lookAt(
		certificates: Certificates,
		notes: Iterable<[PersonId, LinkNote | null]>,
		now: number
	): Promise<void> {
		return this.look({
			certificates: new Map([[this.#me, certificates.mine], ...certificates.theirs]),
			proofs: new Map([...notes].map(([person, note]) => [person, note?.proof ?? null])),
			now
		});
	}

	/** What cannot be mended in this round: certificates or a nonce that are not what they were said to be. */
	refuse(): void {
		this.#round.isBroken = true;
		this.state = { is: 'wrong' };
	}

	/** A round lasts as long as the same people are linked with the same certificates. */
	async #enterRound(certificates: Seen['certificates'], now: number): Promise<void> {
		const people = [...certificates.keys()].sort();
		const lines = people.map((person) => `${person} ${certificates.get(person) ?? ''}`);
		const [who, all] = [
			await digest('people', this.#session, ...people),
			await digest('round', this.#session, ...lines)
		];
		const round = `${text(who).slice(0, 12)}.${text(all)}`;
		if (round === this.proof?.round) return;
		this.#round = this.#rounds.get(round) ?? {
			nonce: text(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))),
			commits: new Map(),
			isBroken: false
		};
		this.#rounds.set(round, this.#round);
		this.#since = now;
		this.state = this.#round.isBroken ? { is: 'wrong' } : { is: 'finding' };
		this.proof = { round, commit: await commitTo(round, this.#me, this.#round.nonce), nonce: null };
	}
}

/** The same people, and not the same certificates. */
function contradicts(theirs: Proof, mine: Proof): boolean {
	return theirs.round !== mine.round && theirs.round.split('.')[0] === mine.round.split('.')[0];
}

async function commitTo(round: string, person: PersonId, nonce: string): Promise<string> {
	return text(await digest('commit', round, person, nonce));
}

async function digest(...parts: string[]): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(parts.join('\n'))));
}

function text(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes)).replaceAll('=', '');
}
