import { expect, test, vi } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Seat } from '#lib/domain/room.ts';
import { CallLinks } from './call-links.svelte.ts';
import type { LinkNote } from './link-note.ts';
import type { LinkSample } from './link-sample.ts';
import type { MediaTransport } from './media-transport.ts';

const ana = 'ana' as PersonId;
const goodbye: LinkNote = { hears: true, sees: true, gaps: 0, most: 'text', picture: 'none' };
const quiet: LinkSample = {
	...{ loss: 0, roundTripMs: 20, availableKbps: null, limitedBy: 'none' as const },
	...{ hears: true, gaps: 0.004, missed: 0, frames: 0, arrived: 0, seconds: 2 }
};
const theirCamera = { kind: 'video' } as MediaStreamTrack;

function links(seats: Partial<Seat>[] = []): CallLinks {
	return new CallLinks({
		seats: () => seats as Seat[],
		means: () => 'video',
		showsFace: () => true,
		showsScreen: () => false,
		proof: () => null,
		speakerId: () => null
	});
}

test('who has left the call stays gone though their last note or picture comes after the goodbye', () => {
	vi.stubGlobal('MediaStream', class {});
	const { events, peers } = links();
	events.link(ana, 'connecting');
	events.link(ana, 'connected');
	events.note(ana, goodbye);
	expect(peers.get(ana)?.note).toEqual(goodbye);
	events.link(ana, null);

	events.note(ana, goodbye);
	events.track(ana, 'camera', theirCamera);
	expect(peers.size).toBe(0);

	events.link(ana, 'connecting');
	expect(peers.get(ana)?.note).toBeNull();
	vi.unstubAllGlobals();
});

test('who only looks on is not heard, though their browser sends a voice, before or after it is known who they are', () => {
	vi.stubGlobal('MediaStream', class {});
	const sounds: { muted: boolean }[] = [];
	class Sound {
		muted = false;
		constructor() {
			sounds.push(this);
		}
		addEventListener() {}
		play = () => Promise.resolve();
		pause() {}
	}
	vi.stubGlobal('Audio', Sound);
	const seats: Partial<Seat>[] = [];
	const call = links(seats);
	const transport = { setSend: () => undefined, tell: () => undefined } as unknown as MediaTransport;
	const theirVoice = { kind: 'audio' } as MediaStreamTrack;
	call.events.link(ana, 'connecting');
	call.events.track(ana, 'microphone', theirVoice);
	call.apply(transport);
	expect(sounds.map(({ muted }) => muted)).toEqual([false]);

	seats.push({ person: ana, place: 'observer' });
	call.apply(transport);
	expect(sounds.at(-1)?.muted).toBe(true);
	call.events.track(ana, 'microphone', theirVoice);
	expect(sounds.at(-1)?.muted).toBe(true);
	call.events.link(ana, null);
	vi.unstubAllGlobals();
});

test('what has changed is told at the next sample, and all of it when a link is found anew', async () => {
	const call = links();
	const told: LinkNote[] = [];
	let hears = true;
	const transport = {
		setSend: () => undefined,
		tell: (_person: PersonId, note: LinkNote) => told.push(note),
		sample: () => Promise.resolve(new Map([[ana, { ...quiet, hears }]]))
	} as unknown as MediaTransport;
	call.events.link(ana, 'connecting');
	call.events.link(ana, 'connected');
	const saysAt = async () => {
		const before = told.length;
		await call.sample(transport);
		return told.length > before;
	};
	expect([await saysAt(), await saysAt()]).toEqual([true, false]);
	hears = false;
	expect(await saysAt()).toBe(true);
	expect(told.at(-1)?.hears).toBe(false);
	expect(await saysAt()).toBe(false);
	// The other side may be another page that has been told nothing.
	call.events.link(ana, 'connected');
	expect(await saysAt()).toBe(true);
	call.events.link(ana, null);
});
