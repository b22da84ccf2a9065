import { expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { DocumentId, PersonId, SessionId } from '#lib/domain/ids.ts';
import { doorDocument, THE, type Door } from '#lib/domain/room.ts';
import type { StandingReply } from '#lib/protocol/commands.ts';
import type { LiveDocument } from './live-document.ts';
import { LiveSession } from './live-session.svelte.ts';
import { ServerClock } from './server-clock.svelte.ts';

const ids = { room: 'room', own: 'own', line: 'line' } as unknown as Record<
	'room' | 'own' | 'line',
	DocumentId
>;
const door: Door = {
	state: 'waiting',
	queue: 1,
	leaderIn: true,
	askedFirst: null,
	inside: [],
	message: '',
	room: null,
	desk: null,
	line: null,
	own: null
};

function page() {
	const docs = new Map<string, Y.Doc>();
	const closed: string[] = [];
	const open = (id: DocumentId): LiveDocument => {
		const doc = new Y.Doc();
		docs.set(id, doc);
		const saved = { state: 'saved', count: 0 } as const;
		const close = () => void closed.push(id);
		return {
			doc,
			awareness: new Awareness(doc),
			status: 'synced',
			closedBecause: null,
			saved,
			offeredBack: null,
			hearCaptions: () => () => undefined,
			tellCaption: () => undefined,
			close
		};
	};
	const live = new LiveSession({
		session: 'session' as SessionId,
		me: 'ana' as PersonId,
		clock: new ServerClock(),
		open
	});
	const serverSays = (word: Partial<Door>) =>
		doorDocument(docs.get('door') as Y.Doc).door.set(THE, { ...door, ...word });
	return { live, docs, closed, serverSays };
}

const waiting = {
	now: 0,
	standing: 'waiting',
	door: 'door' as DocumentId,
	documents: null,
	lastCard: null
} satisfies StandingReply;

test('S20 a waiting person opens no document but their own door', () => {
	const { live, docs } = page();
	live.takeStanding(waiting);
	expect(live.whereabouts.at).toBe('waiting');
	expect([...docs.keys()]).toEqual(['door']);
});

test('being let in opens the room in the same page', () => {
	const { live, docs, serverSays } = page();
	live.takeStanding(waiting);
	serverSays({ state: 'admitted', ...ids });
	expect(live.whereabouts.at).toBe('room');
	expect([...docs.keys()].sort()).toEqual(['door', 'line', 'own', 'room']);
});

test('S07 going back to the lobby closes the room and keeps the place in the queue', () => {
	const { live, closed, serverSays } = page();
	live.takeStanding(waiting);
	serverSays({ state: 'admitted', ...ids });
	serverSays({ state: 'waiting', queue: 2 });
	expect(live.whereabouts.at).toBe('waiting');
	expect(closed.toSorted()).toEqual(['line', 'own', 'room']);
});

test('S07 somebody who is sent out sees the facilitator’s kind words', () => {
	const { live, closed, serverSays } = page();
	live.takeStanding(waiting);
	serverSays({ state: 'admitted', ...ids });
	serverSays({ state: 'removed', message: 'Let us talk tomorrow.' });
	expect(live.whereabouts).toEqual({ at: 'removed', message: 'Let us talk tomorrow.' });
	expect(closed).toContain('room');
});
