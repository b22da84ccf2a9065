import { leads } from '#lib/domain/group.ts';
import type { Seat } from '#lib/domain/room.ts';
import type { MediaPresence } from '#lib/room/media-presence.ts';

/** What stands on a tile after the name, most important first; never more than one of them. */
export function stateWord(seat: Seat, presence: MediaPresence | null): string | null {
	if (seat.steppedOut) return 'stepped out';
	if (!seat.here) return 'away';
	if (seat.pictureStopped) return 'picture stopped';
	if (presence?.means === 'text') return 'text only';
	if (presence?.means === 'listening') return 'listening';
	if (presence && !presence.microphone) return 'muted';
	if (presence?.means === 'voice') return 'voice only';
	return null;
}

/** The name as it stands on a tile: 'Dana · leads', 'Ana (you)', 'Sam · observes'. */
export function nameOnTile(seat: Seat, isMe: boolean): string {
	if (isMe) return `${seat.name} (you)`;
	if (leads(seat.place)) return `${seat.name} · leads`;
	return seat.place === 'observer' ? `${seat.name} · observes` : seat.name;
}

/** What stands in a tile's middle when there is no picture. */
export function initialOf(name: string): string {
	return [...name.trim()][0]?.toLocaleUpperCase() ?? '';
}
