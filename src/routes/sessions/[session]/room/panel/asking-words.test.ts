import { expect, test } from 'vitest';
import { newId } from '#lib/domain/ids.ts';
import { askingWords } from './asking-words.ts';

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
