import type { PersonId, SessionId } from '#lib/domain/ids.ts';
import { GroupCode, type GroupCodeState, type Proof } from './group-code.ts';
import type { LinkNote } from './link-note.ts';
import type { MediaTransport } from './media-transport.ts';
import type { PeerMedia } from './peer-media.svelte.ts';

/** The four words of this call, looked for as long as its carrier lets browsers know each other by themselves. */
export class CallCode {
	state = $state.raw<GroupCodeState | { is: 'not-known' }>({ is: 'not-known' });
	readonly #code: GroupCode;
	#isLooking = false;

	constructor(me: PersonId, session: SessionId) {
		this.#code = new GroupCode(me, session);
	}

	get proof(): Proof | null {
		return this.#code.proof;
	}

	/** Looks again, as often as the others say anything; one look at a time, since each goes on from the last. */
	async look(transport: MediaTransport, peers: ReadonlyMap<PersonId, PeerMedia>): Promise<void> {
		if (this.#isLooking) return;
		this.#isLooking = true;
		try {
			this.state = await this.#found(transport, peers);
		} finally {
			this.#isLooking = false;
		}
	}

	async #found(
		transport: MediaTransport,
		peers: ReadonlyMap<PersonId, PeerMedia>
	): Promise<CallCode['state']> {
		const certificates = (await transport.certificates?.()) ?? null;
		if (!certificates) return { is: 'not-known' };
		if (certificates === 'unequal') this.#code.refuse();
		else {
			const notes = [...peers].map(([person, { note }]): [PersonId, LinkNote | null] => [person, note]);
			await this.#code.lookAt(certificates, notes, Date.now());
		}
		return this.#code.state;
	}
}
