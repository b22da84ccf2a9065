import { createSubscriber } from 'svelte/reactivity';
import type { Awareness } from 'y-protocols/awareness';
import type { PersonId } from '#lib/domain/ids.ts';
import { mediaByPerson, type MediaPresence } from './media-presence.ts';

/** Everyone's devices by person, as the room's presence has them. */
export class RoomPresence {
	readonly #awareness: () => Awareness;
	readonly #watch: () => void;

	constructor(awareness: () => Awareness) {
		this.#awareness = awareness;
		this.#watch = createSubscriber((update) => {
			const watched = awareness();
			watched.on('change', update);
			return () => watched.off('change', update);
		});
	}

	readonly byPerson: ReadonlyMap<PersonId, MediaPresence> = $derived.by(() => {
		this.#watch();
		return mediaByPerson(this.#awareness());
	});

	/** Says how my own devices are. */
	say(mine: MediaPresence): void {
		this.#awareness().setLocalState({ ...mine });
	}
}
