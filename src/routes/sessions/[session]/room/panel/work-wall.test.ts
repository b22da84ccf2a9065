import { expect, test } from 'vitest';
import type { Seat } from '#lib/domain/room.ts';
import { answeredWords, asksEveryone, mayRead, membersOf, workOf } from './work-wall.ts';

const seat = (person: string, place: Seat['place'] = 'member') => ({ person, place, here: true }) as Seat;

test('S09 a sheet that is read after Done cannot be opened before', () => {
	expect(mayRead({ facilitatorReads: 'after-done' }, 'writing')).toBe(false);
	expect(mayRead({ facilitatorReads: 'after-done' }, 'done')).toBe(true);
	expect(mayRead({ facilitatorReads: 'as-you-type' }, 'writing')).toBe(true);
	expect(mayRead({ facilitatorReads: 'no' }, 'done')).toBe(false);
});

test('someone who dropped is away, and still done when they had finished', () => {
	expect(workOf({ here: false }, 'writing').words).toBe('away');
	expect(workOf({ here: false }, 'done').words).toBe('done');
});

test('facilitators and observers are not waited for', () => {
	const seats = [seat('dana', 'facilitator'), seat('lee', 'observer'), seat('ana'), seat('ben')];
	expect(answeredWords(membersOf(seats), (person) => (person === seats[2]?.person ? 'done' : null))).toBe(
		'1 of 2 answered'
	);
});

test('a sheet filled in together is nobody’s own', () => {
	expect(asksEveryone({ kind: 'worksheet', sharing: 'together' })).toBe(false);
	expect(asksEveryone({ kind: 'worksheet', sharing: 'reveal' })).toBe(true);
	expect(asksEveryone({ kind: 'board' })).toBe(false);
});
