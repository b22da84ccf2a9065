import { leads } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Seat } from '#lib/domain/room.ts';
import type { MediaPresence } from '#lib/room/media-presence.ts';

/** How someone is in the room, in a few words: 'leads', 'you, muted', 'in room 2, muted', 'away'. */
export function standingWords(
	seat: Seat,
	media: MediaPresence | null,
	me: PersonId,
	{
		room = null,
		lead = null,
		types = false
	}: { room?: number | null; lead?: PersonId | null; types?: boolean } = {}
): string {
	const words: string[] = [];
	if (leads(seat.place)) words.push(lead === null || lead === seat.person ? 'leads' : 'co-leads');
	if (seat.place === 'observer') words.push('looks on');
	if (seat.person === me) words.push('you');
	if (room !== null) words.push(`in room ${room}`);
	if (types) words.push('types captions');
	if (seat.steppedOut) return [...words, 'stepped out'].join(', ');
	if (!seat.here) return [...words, 'away for now'].join(', ');
	return [...words, ...mediaWords(seat, media)].join(', ') || 'here';
}

function mediaWords(seat: Seat, media: MediaPresence | null): string[] {
	if (!media) return [];
	if (media.means === 'text') return ['text only'];
	if (media.means === 'listening') return ['listening'];
	const words = media.microphone ? [] : ['muted'];
	if (seat.pictureStopped) words.push('picture stopped');
	else if (!media.camera) words.push('audio only');
	return words;
}
