import { expect, test, vi } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import { CallLinks } from './call-links.svelte.ts';
import type { LinkNote } from './link-note.ts';

const ana = 'ana' as PersonId;
const goodbye: LinkNote = { hears: true, sees: true, gaps: 0, most: 'text', picture: 'none' };
const theirCamera = { kind: 'video' } as MediaStreamTrack;

function links(): CallLinks {
	return new CallLinks({
		seats: () => [],
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
