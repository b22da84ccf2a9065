import { SvelteMap } from 'svelte/reactivity';
import {
	pairsOf,
	PEOPLE_LEAST,
	ROOMS_MOST,
	splitAtRandom,
	type BreakoutTask
} from '#lib/domain/breakouts.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { breakoutTask, type StepInView } from '#lib/domain/plan.ts';

const MINUTES = 5;
const FIRST_SHEET = 'problem-solving';

/** Rooms while a facilitator puts them together: by chance first, and then by hand. */
export class RoomsDraft {
	sizes = $state<'pairs' | 'rooms'>('pairs');
	/** How many rooms, where they are no pairs. */
	number = $state(2);
	minutes = $state(MINUTES);
	work = $state<BreakoutTask['kind']>('talk');
	template = $state('blank');
	exercise = $state(FIRST_SHEET);
	readonly #people: () => readonly PersonId[];
	readonly #random: () => number;
	/** The room of each, from 0; who stands nowhere stays with the group. */
	readonly #rooms = new SvelteMap<PersonId, number>();

	constructor(people: () => readonly PersonId[], step: StepInView, random: () => number = Math.random) {
		this.#people = people;
		this.#random = random;
		const task = breakoutTask(step);
		if (task) {
			[this.sizes, this.number] = [step.sizes ?? 'pairs', step.rooms ?? 2];
			[this.minutes, this.work] = [step.minutes, task.kind];
			if (task.kind === 'board') this.template = task.template;
			if (task.kind === 'sheet') this.exercise = task.exercise;
		}
		this.mix();
	}

	get count(): number {
		const people = this.#people().length;
		const most = Math.min(ROOMS_MOST, pairsOf(people));
		return this.sizes === 'pairs' ? most : Math.max(1, Math.min(this.number, most));
	}

	get task(): BreakoutTask {
		if (this.work === 'board') return { kind: 'board', template: this.template };
		return this.work === 'sheet' ? { kind: 'sheet', exercise: this.exercise } : { kind: 'talk' };
	}

	/** Puts everyone into a room anew, by chance. */
	mix(): void {
		this.#rooms.clear();
		splitAtRandom(this.#people(), this.count, this.#random).forEach((people, room) => {
			for (const person of people) this.#rooms.set(person, room);
		});
	}

	roomOf(person: PersonId): number | null {
		return this.#rooms.get(person) ?? null;
	}

	put(person: PersonId, room: number | null): void {
		if (room === null) this.#rooms.delete(person);
		else this.#rooms.set(person, room);
	}

	/** The rooms with their people; an empty one is none. */
	get rooms(): PersonId[][] {
		const rooms = Array.from({ length: this.count }, (_, room) =>
			this.#people().filter((person) => this.#rooms.get(person) === room)
		);
		return rooms.filter((people) => people.length > 0);
	}

	/** Why the rooms cannot open like this, or an empty line. */
	get trouble(): string {
		if (this.#people().length < PEOPLE_LEAST) return 'Rooms need at least two people.';
		if (this.rooms.length === 0) return 'Nobody is in a room yet.';
		const isAlone = this.rooms.some((people) => people.length < PEOPLE_LEAST);
		return isAlone ? 'Nobody should sit in a room alone.' : '';
	}
}
