import { expect, test } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { RoomPresence } from './room-presence.svelte.ts';

function peer(state: Record<string, unknown>) {
	const awareness = new Awareness(new Y.Doc());
	awareness.setLocalState(state);
	return encodeAwarenessUpdate(awareness, [awareness.clientID]);
}

test('what a peer says of their devices is known by their person', () => {
	const mine = new Awareness(new Y.Doc());
	const presence = new RoomPresence(() => mine);
	applyAwarenessUpdate(
		mine,
		peer({ person: 'ben', microphone: true, camera: false, means: 'voice' }),
		'test'
	);
	expect([...presence.byPerson]).toEqual([['ben', { microphone: true, camera: false, means: 'voice' }]]);
	mine.destroy();
});

test('presence that is not as it should be is not there', () => {
	const mine = new Awareness(new Y.Doc());
	const presence = new RoomPresence(() => mine);
	applyAwarenessUpdate(mine, peer({ person: 'ben', means: 'shouting' }), 'test');
	applyAwarenessUpdate(mine, peer({ microphone: true, means: 'voice' }), 'test');
	expect(presence.byPerson.size).toBe(0);
	mine.destroy();
});
