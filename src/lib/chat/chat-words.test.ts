import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import type { ChatLine } from '#lib/domain/room.ts';
import Chat from './Chat.svelte';
import PrivateLine from './PrivateLine.svelte';

const me = 'ana' as PersonId;
const nothing = () => undefined;
const sent = () => Promise.resolve();
const hidden = {
	id: '1',
	person: 'jo',
	name: 'Jo',
	text: 'a bad word',
	at: 0,
	hidden: true
} as unknown as ChatLine;

function chat(rest: {
	kept?: boolean;
	leads?: boolean;
	lines?: ChatLine[];
	mayWrite?: boolean;
	closedBecause?: string;
}) {
	const usual = { kept: false, leads: false, lines: [], mayWrite: true, closedBecause: '' };
	return render(Chat, { props: { ...usual, me, onsend: sent, onhide: nothing, ...rest } }).body;
}

test('S12 the chat says before anyone types whether it is kept', () => {
	expect(chat({ kept: true })).toContain('It is kept for the group after the session.');
	expect(chat({ kept: false })).toContain('It is not kept after the session.');
});

test('S07 a hidden line is gone for members and can be shown again by the facilitator', () => {
	expect(chat({ lines: [hidden] })).not.toContain('a bad word');
	expect(chat({ lines: [hidden], leads: true })).toContain('Show again');
});

test('an observer reads the chat and does not write in it', () => {
	expect(chat({ mayWrite: false })).not.toContain('Write to everyone');
});

test('while the chat is closed it says why, and keeps what is being written', () => {
	const closed = chat({ closedBecause: 'The chat is closed for a moment.' });
	expect(closed).toContain('The chat is closed for a moment.');
	expect(closed).toContain('<textarea');
});

test('S19 the private line names those who read it', () => {
	const { body } = render(PrivateLine, { props: { lines: [], me, readers: ['Dana', 'Lee'], onsend: sent } });
	expect(body).toContain('Only you, Dana and Lee read this.');
});
