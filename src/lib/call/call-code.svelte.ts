import type { PersonId, SessionId } from '#lib/domain/ids.ts';
import { GroupCode, type GroupCodeState, type Proof } from './group-code.ts';
import type { LinkNote } from './link-note.ts';
import type { MediaTransport } from './media-transport.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { PeerMedia } from './peer-media.svelte.ts';

/** The four words of this call, looked for as long as its carrier lets browsers know each other by themselves. */
export class CallCode {
	state = $state.raw<GroupCodeState | { is: 'not-known' }>({ is: 'not-known' });
	readonly #code: GroupCode;
	/** Each look goes on from the last. */
	readonly #looks = new OneAtATime(() => this.#look());
	#at: { transport: MediaTransport; peers: ReadonlyMap<PersonId, PeerMedia> } | null = null;

	constructor(me: PersonId, session: SessionId) {
		this.#code = new GroupCode(me, session);
	}

	get proof(): Proof | null {
		return this.#code.proof;
	}

	/** Looks again, as often as the others say anything. */
	look(transport: MediaTransport, peers: ReadonlyMap<PersonId, PeerMedia>): Promise<void> {
		this.#at = { transport, peers };
		return this.#looks.wish();
	}

	async #look(): Promise<void> {
		if (!this.#at) return;
		const { transport, peers } = this.#at;
		const certificates = (await transport.certificates?.()) ?? null;
		if (!certificates) {
			this.state = { is: 'not-known' };
			return;
		}
		if (certificates === 'unequal') this.#code.refuse();
		else {
			const notes = [...peers].map(([person, { note }]): [PersonId, LinkNote | null] => [person, note]);
			await this.#code.lookAt(certificates, notes, Date.now());
		}
		this.state = this.#code.state;
	}
}
