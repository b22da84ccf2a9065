import { expect, test } from 'vitest';
import { newId } from '#lib/domain/ids.ts';
import type { Waiting } from '#lib/domain/room.ts';
import { askingWords, queueWords } from './asking-words.ts';

const [ana, ben] = [newId<'person'>(), newId<'person'>()];

test('S16 what came of the question is told when all have answered, and one who would rather not is enough', () => {
	const told = (answered: (typeof ana)[], agreed: boolean | null) =>
		askingWords({ answered, agreed }, [ana, ben]);
	expect(told([ana], null)).toEqual({
		words: '1 of 2 have answered. What came of it is shown when all have.',
		mayComeIn: false
	});
	expect(told([ana, ben], false)).toMatchObject({
		words: expect.stringMatching(/^Someone would/),
		mayComeIn: false
	});
	expect(told([ana, ben], true)).toEqual({ words: 'Everyone agrees.', mayComeIn: true });
});

test('S16 who comes in while the question stands is waited for, and who leaves is not', () => {
	const cleo = newId<'person'>();
	expect(askingWords({ answered: [ana, ben], agreed: true }, [ana, ben, cleo]).mayComeIn).toBe(false);
	expect(askingWords({ answered: [ana], agreed: null }, [ana])).toEqual({
		words: 'Everyone has answered.',
		mayComeIn: true
	});
});

test('S16 of several who are asked about it is said how many there are, and who is next', () => {
	const waits = (name: string, more: Partial<Waiting> = {}) =>
		({ person: newId(), name, place: 'member', isNew: true, here: true, ...more }) as Waiting;
	const [cleo, dora, jo] = [waits('Cleo'), waits('Dora'), waits('Jo', { isNew: false })];
	const nothing = { askedAbout: null, consents: null };
	expect(queueWords([cleo, jo], nothing)).toBe('');
	expect(queueWords([cleo, waits('Gil', { here: false })], nothing)).toBe('');
	expect(queueWords([cleo, jo, dora], nothing)).toBe(
		'The group is asked about 2 people, one after the other: Cleo is next.'
	);
	const askedAbout = { person: cleo.person, name: 'Cleo', as: 'newcomer' as const, at: 1 };
	const told = (agreed: boolean | null) =>
		queueWords([cleo, jo, dora], { askedAbout, consents: { answered: [], agreed } });
	expect(told(null)).toMatch(/: Cleo now, then Dora\.$/);
	expect(told(true)).toMatch(/: Cleo now, then Dora\.$/);
	expect(told(false)).toMatch(/: Dora is next\.$/);
});
