import * as v from 'valibot';
import { HOMEWORK_WORDS_MOST } from '../../../src/lib/domain/homework.ts';
import { roomDocument, THE } from '../../../src/lib/domain/room.ts';
import type { Homeworks } from '../../homework/homeworks.ts';
import { endOfDay } from '../wall-clock.ts';
import type { Command } from './command.ts';
import { id, words } from './input.ts';

export type SetsHomework = Pick<Homeworks, 'prepare'>;

/** S21: homework is settled before people go. Everyone's page is told that there is some; whose it is, each finds out. */
export function setHomework(homeworks: () => SetsHomework): Command<'set-homework'> {
	return {
		input: v.object({
			exercise: words(60),
			words: words(HOMEWORK_WORDS_MOST),
			due: v.pipe(v.string(), v.isoDate('Please give a day.')),
			for: v.nullable(id<'person'>()),
			isRead: v.boolean()
		}),
		async run({ room, me, now }, { due, ...wish }) {
			const dueAt = endOfDay(due, room.session.zone);
			const asker = { person: me.person, staff: true };
			const { statements, events } = await homeworks().prepare(asker, room.group.id, { ...wish, dueAt });
			return {
				...{ statements, events },
				room: (doc) => void roomDocument(doc).homework.set(THE, now),
				...(wish.for && { about: wish.for })
			};
		}
	};
}
