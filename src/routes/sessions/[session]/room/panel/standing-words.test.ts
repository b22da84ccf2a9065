import { expect, test } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Seat } from '#lib/domain/room.ts';
import type { MediaPresence } from '#lib/room/media-presence.ts';
import { standingWords } from './standing-words.ts';

const me = 'me' as PersonId;
const seat = (rest: Partial<Seat> = {}) => ({ person: 'ben', place: 'member', here: true, ...rest }) as Seat;
const media: MediaPresence = { microphone: true, camera: true, means: 'video' };

test('the facilitator is the one who leads', () => {
	expect(standingWords(seat({ place: 'facilitator' }), media, me)).toBe('leads');
});

test('where two lead together, the one with the lead is told from the other', () => {
	const kim = seat({ person: 'kim' as PersonId, place: 'co-facilitator' });
	expect(standingWords(kim, media, me, { lead: me })).toBe('co-leads');
	expect(standingWords(kim, media, me, { lead: kim.person })).toBe('leads');
});

test('in a breakout it is said in which', () => {
	expect(standingWords(seat(), media, me, { room: 2 })).toBe('in room 2');
});

test('muted and without a picture is said of me too', () => {
	expect(standingWords(seat({ person: me }), { ...media, microphone: false, camera: false }, me)).toBe(
		'you, muted, audio only'
	);
});

test('S04 somebody in a side talk has stepped out, and nobody is told why', () => {
	expect(standingWords(seat({ steppedOut: true, here: false }), null, me)).toBe('stepped out');
});

test('S20 an ordinary drop keeps the seat', () => {
	expect(standingWords(seat({ here: false }), null, me)).toBe('away for now');
});
