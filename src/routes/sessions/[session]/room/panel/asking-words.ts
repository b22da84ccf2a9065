import type { PersonId } from '#lib/domain/ids.ts';
import {
	type AskedFirst,
	askedFirst,
	type ConsentTally,
	inQuestion,
	type Question
} from '#lib/domain/asked-first.ts';
import type { Waiting } from '#lib/domain/room.ts';

/** Why somebody is not simply let in. */
export const WHY_ASKED: Record<AskedFirst, string> = {
	observer: 'Would look on, and take part in nothing.',
	newcomer: 'Comes to this group for the first time.'
};

/** How many the group is asked about, one after the other, and who is next; nothing while it is one. */
export function queueWords(waiting: readonly Waiting[], question: Question): string {
	const queue = waiting.filter(
		(one) => askedFirst(one) !== null && (one.here || one.person === question.askedAbout?.person)
	);
	if (queue.length < 2) return '';
	const now = inQuestion(queue, question);
	const next = queue.find(({ person }) => person !== question.askedAbout?.person);
	const order = now ? `${now.name} now, then ${next?.name}` : `${next?.name} is next`;
	return `The group is asked about ${queue.length} people, one after the other: ${order}.`;
}

/** How the group's answers stand: counted, and never by name (S16). */
export function askingWords(
	{ answered, agreed }: ConsentTally,
	members: readonly PersonId[]
): { words: string; mayComeIn: boolean } {
	const heard = members.filter((one) => answered.includes(one)).length;
	if (heard < members.length) {
		const words = `${heard} of ${members.length} ${members.length === 1 ? 'has' : 'have'} answered. What came of it is shown when all have.`;
		return { words, mayComeIn: false };
	}
	if (agreed === false) {
		return { words: 'Someone would rather not. You can talk about it, and ask again.', mayComeIn: false };
	}
	return { words: agreed ? 'Everyone agrees.' : 'Everyone has answered.', mayComeIn: true };
}
