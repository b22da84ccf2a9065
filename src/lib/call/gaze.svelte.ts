import { SvelteSet } from 'svelte/reactivity';
import { leads } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Seat } from '#lib/domain/room.ts';
import { FACES_OF_ALL } from './rungs.ts';

/** How many of the last speakers are seen in a large group, beside who leads. */
const SPEAKERS_SEEN = 2;

/** Whose faces a person wishes to see: everyone's, those who lead and speak, or nobody's. */
export type Faces = 'everyone' | 'speakers' | 'nobody';

/** Whom I look at: what nobody looks at is not sent. */
export class Gaze {
	faces = $state<Faces>('everyone');
	/** Nobody looks at a page in the background, or at a locked phone. */
	hidden = $state(false);
	/** Whose tiles cannot be seen on my screen now. */
	readonly #unseen = new SvelteSet<PersonId>();
	#lastSpeakers = $state.raw<PersonId[]>([]);
	readonly #seats: () => Seat[];

	constructor(seats: () => Seat[]) {
		this.#seats = seats;
	}

	/** A tile came into view or went out of it. */
	look(person: PersonId, seen: boolean): void {
		if (seen) this.#unseen.delete(person);
		else this.#unseen.add(person);
	}

	noteSpeaker(person: PersonId): void {
		if (this.#lastSpeakers[0] === person) return;
		const others = this.#lastSpeakers.filter((one) => one !== person);
		this.#lastSpeakers = [person, ...others.slice(0, SPEAKERS_SEEN - 1)];
	}

	/** `people` in the call, me among them. */
	isOn(person: PersonId, people: number): boolean {
		const seat = this.#seats().find((one) => one.person === person);
		if (this.hidden || this.faces === 'nobody' || this.#unseen.has(person) || seat?.pictureStopped)
			return false;
		if (this.faces === 'everyone' && people <= FACES_OF_ALL) return true;
		return leads(seat?.place ?? null) || this.#lastSpeakers.includes(person);
	}
}
