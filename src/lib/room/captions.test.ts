import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Caption } from '#lib/domain/captions.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { TypedCaption } from '#lib/protocol/messages.ts';
import { Captions } from './captions.svelte.ts';

const [ana, ben] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId];

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function page() {
	const told: TypedCaption[] = [];
	let hear: (caption: Caption) => void = () => undefined;
	const captions = new Captions(
		{
			hearCaptions: (ear) => ((hear = ear), () => undefined),
			tellCaption: (caption) => void told.push(caption)
		},
		ana
	);
	const texts = () => captions.readableAt(Date.now()).map(({ text }) => text);
	return { captions, told, texts, hear: (caption: Partial<Caption>) => hear({ ...of, ...caption }) };
}
const of: Caption = { person: ben, line: 1, text: '', isDone: false };

test('a line grows in its place, and is taken back when its typist erases it', () => {
	const { hear, texts } = page();
	hear({ text: 'The' });
	hear({ line: 2, text: 'Then' });
	hear({ text: 'The bus was late.', isDone: true });
	expect(texts()).toEqual(['The bus was late.', 'Then']);
	hear({ line: 2, text: '' });
	expect(texts()).toEqual(['The bus was late.']);
});

test('the last lines can be read back for a short while, and then they are gone', () => {
	const { hear, texts } = page();
	for (let line = 1; line <= 20; line++) hear({ line, text: `Line ${line}` });
	expect(texts()).toHaveLength(12);
	expect(texts().at(-1)).toBe('Line 20');
	vi.advanceTimersByTime(91_000);
	expect(texts()).toEqual([]);
});

test('what I type goes out a few times a second, whole, and the next line has the next number', () => {
	const { captions, told } = page();
	for (const text of ['H', 'He', 'Hello']) captions.type(text);
	expect(told).toEqual([]);
	vi.advanceTimersByTime(250);
	expect(told).toMatchObject([{ text: 'Hello', isDone: false }]);
	captions.finish('Hello all');
	vi.advanceTimersByTime(1_000);
	captions.type('Next');
	vi.advanceTimersByTime(250);
	expect(told.map(({ text }) => text)).toEqual(['Hello', 'Hello all', 'Next']);
	expect(told[1]?.line).toBe(told[0]?.line);
	expect(told[2]!.line).toBeGreaterThan(told[1]!.line);
});

test('an empty line is told to nobody', () => {
	const { captions, told } = page();
	captions.finish('  ');
	expect(told).toEqual([]);
});
