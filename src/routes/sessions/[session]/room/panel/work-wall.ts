import { leads } from '#lib/domain/group.ts';
import type { StepInView } from '#lib/domain/plan.ts';
import type { Progress, Seat } from '#lib/domain/room.ts';

export interface Work {
	words: string;
	tone: 'done' | 'stuck' | 'busy' | 'quiet';
}

const WORKS: Record<Progress, Work> = {
	opened: { words: 'has it open', tone: 'busy' },
	writing: { words: 'is writing', tone: 'busy' },
	done: { words: 'done', tone: 'done' },
	stuck: { words: 'is stuck', tone: 'stuck' },
	passed: { words: 'passes', tone: 'quiet' }
};

/** How far someone is with a step's work; never a word of what they wrote. */
export function workOf(seat: Pick<Seat, 'here'>, progress: Progress | null): Work {
	if (progress === 'done') return WORKS.done;
	if (!seat.here) return { words: 'away', tone: 'quiet' };
	return progress ? WORKS[progress] : { words: 'not begun', tone: 'quiet' };
}

/** Whether the plan lets a facilitator read a sheet now (S09). The server asks its policy again. */
export function mayRead(step: Pick<StepInView, 'facilitatorReads'>, progress: Progress | null): boolean {
	if (step.facilitatorReads === 'as-you-type') return true;
	return step.facilitatorReads === 'after-done' && progress === 'done';
}

/** '5 of 6 answered' while there is something to answer. */
export function answeredWords(
	members: readonly Seat[],
	progressOf: (person: Seat['person']) => Progress | null
): string | null {
	if (members.length === 0) return null;
	const done = members.filter((seat) => progressOf(seat.person) === 'done').length;
	return `${done} of ${members.length} answered`;
}

/** Those who answer: everyone with a seat who neither leads nor looks on. */
export function membersOf(seats: readonly Seat[]): Seat[] {
	return seats.filter((seat) => !leads(seat.place) && seat.place !== 'observer');
}

/** Whether a step asks each member for something of their own. */
export function asksEveryone(step: Pick<StepInView, 'kind' | 'sharing'>): boolean {
	if (step.kind === 'check-in') return true;
	return (step.kind === 'worksheet' || step.kind === 'check-out') && step.sharing !== 'together';
}
