import { mount } from 'svelte';
import '../../../../src/lib/ui/tokens.css';
import '../../../../src/lib/ui/base.css';
import CallNotices from '../../../../src/lib/call/CallNotices.svelte';
import { CallSession } from '../../../../src/lib/call/call-session.svelte.ts';
import { fetchTicket } from '../../../../src/lib/call/fetch-ticket.ts';
import TileStrip from '../../../../src/lib/call/TileStrip.svelte';
import type { PersonId, SessionId } from '../../../../src/lib/domain/ids.ts';
import type { Seat } from '../../../../src/lib/domain/room.ts';
import type { Carrier, Place } from './carrier.ts';

/** Our call as the room shows it, with all its layers: ladder, receipts, proof, tiles. */
export function ours({ me, session, people }: Place): Carrier {
	const seats = people.map((person, seat): Seat => {
		const place = seat === 0 ? 'facilitator' : 'member';
		const still = { hand: null, pictureStopped: false, mutes: 0, steppedOut: false };
		return { person: person as PersonId, name: `Person ${seat}`, place, seat, here: true, ...still };
	});
	const call = new CallSession({
		me: me as PersonId,
		session: session as SessionId,
		ticket: () => fetchTicket(session as SessionId),
		seats: () => seats,
		others: () => new Map(),
		screen: { show: async () => undefined, putAway: () => undefined }
	});
	const target = document.getElementById('page')!;
	mount(CallNotices, { target, props: { call } });
	mount(TileStrip, { target, props: { call, seats } });
	return {
		prepare: async () => call.prepare(),
		// As the room does it: nobody's devices go on before their own tap inside.
		enter: () => call.join({ means: 'video', microphone: false, camera: false }),
		async turnOn() {
			await call.setMicrophone(true);
			await call.setCamera(true);
		},
		faces: () => [...target.querySelectorAll<HTMLVideoElement>('video:not(.mirrored)')]
	};
}
