import { SvelteMap } from 'svelte/reactivity';
import {
	pairsOf,
	PEOPLE_LEAST,
	ROOMS_MOST,
	splitAtRandom,
	type BreakoutTask,
	type WhoIsWhere
} from '#lib/domain/breakouts.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { breakoutTask, type StepInView } from '#lib/domain/plan.ts';

const MINUTES = 5;
const FIRST_SHEET = 'problem-solving';

/** Rooms while a facilitator puts them together: as the plan names people, or else by chance; and then by hand. */
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
	readonly #planned: () => WhoIsWhere;
	/** Whether they were mixed, so that the plan's names hold no longer. */
	#isMixed = $state(false);
	/** The room of each, from 0, by chance. */
	readonly #mixed = new SvelteMap<PersonId, number>();
	/** The same by hand, which goes before; null stays with the group. */
	readonly #byHand = new SvelteMap<PersonId, number | null>();

	constructor(
		people: () => readonly PersonId[],
		step: StepInView,
		{ planned = () => ({}), random = Math.random }: { planned?: () => WhoIsWhere; random?: () => number } = {}
	) {
		this.#people = people;
		this.#random = random;
		this.#planned = planned;
		const task = breakoutTask(step);
		if (task) {
			[this.sizes, this.number] = [step.sizes ?? 'pairs', step.rooms ?? 2];
			[this.minutes, this.work] = [step.minutes, task.kind];
			if (task.kind === 'board') this.template = task.template;
			if (task.kind === 'sheet') this.exercise = task.exercise;
		}
		this.#mix();
	}

	get count(): number {
		const people = this.#people().length;
		const most = Math.min(ROOMS_MOST, pairsOf(people));
		const usual = this.sizes === 'pairs' ? most : Math.max(1, Math.min(this.number, most));
		// Whoever is away leaves a hole: the rooms of those who came keep their numbers.
		return Math.max(usual, ...this.#people().map((person) => this.#plan?.[person] ?? 0));
	}

	get task(): BreakoutTask {
		if (this.work === 'board') return { kind: 'board', template: this.template };
		return this.work === 'sheet' ? { kind: 'sheet', exercise: this.exercise } : { kind: 'talk' };
	}

	/** Puts everyone into a room anew, by chance. */
	mix(): void {
		this.#isMixed = true;
		this.#byHand.clear();
		this.#mix();
	}

	/** Puts everyone where the plan has them. */
	followPlan(): void {
		this.#isMixed = false;
		this.#byHand.clear();
	}

	/** Whether there is a plan with names, from which this differs. */
	get canFollowPlan(): boolean {
		return Object.keys(this.#planned()).length > 0 && (this.#isMixed || this.#byHand.size > 0);
	}

	/** Whether the plan names others, and not this one, whom nobody has put anywhere yet. */
	isUnplaced(person: PersonId): boolean {
		return this.#plan !== null && !this.#byHand.has(person) && !this.#plan[person];
	}

	/** Puts those whom the plan does not name into rooms, one after the other: to whoever is alone, or into the smallest. */
	spread(): void {
		const unplaced = this.#people().filter((one) => this.isUnplaced(one));
		for (const [index, person] of unplaced.entries()) {
			const sizes = this.all.map((people) => people.length);
			// An empty room is begun only by two.
			const isLast = index === unplaced.length - 1;
			const fit = sizes.filter((size) => size > 0 || !isLast);
			const size = sizes.includes(1) ? 1 : Math.min(...(fit.length > 0 ? fit : sizes));
			this.put(person, sizes.indexOf(size));
		}
	}

	roomOf(person: PersonId): number | null {
		const byHand = this.#byHand.get(person);
		if (byHand !== undefined) return byHand;
		if (!this.#plan) return this.#mixed.get(person) ?? null;
		const planned = this.#plan[person];
		return planned ? planned - 1 : null;
	}

	put(person: PersonId, room: number | null): void {
		this.#byHand.set(person, room);
	}

	/** The rooms that open: an empty one is none. */
	get rooms(): PersonId[][] {
		return this.all.filter((people) => people.length > 0);
	}

	/** All rooms with their people, in the order of their numbers; some may be empty. */
	get all(): PersonId[][] {
		return Array.from({ length: this.count }, (_, room) =>
			this.#people().filter((person) => this.roomOf(person) === room)
		);
	}

	/** Who is where by the plan, where it names anybody and nobody mixed them since. */
	get #plan(): WhoIsWhere | null {
		return !this.#isMixed && Object.keys(this.#planned()).length > 0 ? this.#planned() : null;
	}

	#mix(): void {
		this.#mixed.clear();
		splitAtRandom(this.#people(), this.count, this.#random).forEach((people, room) => {
			for (const person of people) this.#mixed.set(person, room);
		});
	}

	/** Why the rooms cannot open like this, or an empty line. */
	get trouble(): string {
		if (this.#people().length < PEOPLE_LEAST) return 'Rooms need at least two people.';
		if (this.rooms.length === 0) return 'Nobody is in a room yet.';
		const isAlone = this.rooms.some((people) => people.length < PEOPLE_LEAST);
		return isAlone ? 'Nobody should sit in a room alone.' : '';
	}
}
