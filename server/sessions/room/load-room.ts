import type { DocumentHead, DocumentKind } from '../../../src/lib/domain/documents.ts';
import type { Group } from '../../../src/lib/domain/group.ts';
import type { DocumentId, PersonId } from '../../../src/lib/domain/ids.ts';
import { roomDocument, type RoomAbout, stepOf, THE } from '../../../src/lib/domain/room.ts';
import type { Session } from '../../../src/lib/domain/session.ts';
import type { Groups } from '../../groups/groups.ts';
import { attendanceOf } from '../../store/attendance.ts';
import type { Store } from '../../store/store.ts';
import type { Documents, NewHead } from '../../sync/documents.ts';
import { LiveRoom, type RoomDocuments } from './live-room.ts';
import { readDesk, readRoom } from './room-state.ts';

interface Needs {
	groups: Groups;
	documents: Documents;
	db: Store['db'];
	now: () => number;
}

const MINUTE_MS = 60_000;

/** Brings a session's room back from its documents, making `room` and `desk` the first time. */
export async function loadRoom(needs: Needs, session: Session, group: Group): Promise<LiveRoom> {
	const heads = await needs.documents.ofSession(session.id);
	const room = heads.find((head) => head.kind === 'room') ?? (await makeRoom(needs, session, group));
	const desk =
		heads.find((head) => head.kind === 'desk') ?? (await needs.documents.create(shared(session, 'desk')));
	await everyoneAway(needs.documents, room.id);
	const marks = await attendanceOf(needs.db, session.id);
	return new LiveRoom({
		session,
		group,
		placements: await needs.groups.placements(group.id),
		documents: sortHeads(heads, { room: room.id, desk: desk.id }),
		attended: new Set(marks.filter((mark) => mark.what === 'admitted').map((mark) => mark.person)),
		state: {
			...(await needs.documents.read(room.id, readRoom)),
			...(await needs.documents.read(desk.id, readDesk))
		},
		content: needs.documents,
		db: needs.db,
		now: needs.now
	});
}

async function makeRoom({ documents }: Needs, session: Session, group: Group): Promise<DocumentHead> {
	const room = await documents.create(shared(session, 'room'));
	await documents.change([
		{ id: room.id, change: (doc) => void roomDocument(doc).about.set(THE, aboutOf(session, group)) }
	]);
	return room;
}

/** What everyone in the room may know of the session. */
export function aboutOf(session: Session, group: Group): RoomAbout {
	return {
		group: group.name,
		kind: group.kind,
		title: session.title,
		startsAt: session.startsAt,
		endsAt: session.startsAt + session.minutes * MINUTE_MS,
		zone: session.zone,
		steps: session.plan.steps.map(({ id, title, kind, minutes }) => ({ id, title, kind, minutes })),
		keepChat: session.plan.keepChat,
		agreements: group.agreements,
		state: session.state === 'ended' || session.state === 'signed-off' ? 'ended' : 'open',
		doorLocked: false,
		leaderAwaySince: null,
		timerHeld: false,
		closedSoftly: false,
		aside: null,
		lead: null
	};
}

/** After a restart nobody's socket is open: each is marked here again when theirs opens. */
async function everyoneAway(documents: Documents, room: DocumentId): Promise<void> {
	const marked = await documents.read(room, (doc) =>
		[...roomDocument(doc).seats.values()].filter((seat) => seat.here)
	);
	if (marked.length === 0) return;
	await documents.change([
		{
			id: room,
			change: (doc) => {
				for (const seat of marked) roomDocument(doc).seats.set(seat.person, { ...seat, here: false });
			}
		}
	]);
}

function shared(session: Session, kind: DocumentKind): NewHead {
	return {
		kind,
		group: session.group,
		session: session.id,
		owner: null,
		step: null,
		readers: [],
		readsWhen: 'as-you-type'
	};
}

function sortHeads(
	heads: DocumentHead[],
	{ room, desk }: Pick<RoomDocuments, 'room' | 'desk'>
): RoomDocuments {
	const personal = (kind: DocumentKind): Map<PersonId, DocumentId> =>
		new Map(
			heads
				.filter((head) => head.kind === kind && head.owner !== null && head.step === null)
				.map((head) => [head.owner!, head.id])
		);
	const ofStep = (kind: DocumentKind) =>
		new Map(
			heads
				.filter((head) => head.kind === kind && head.step !== null && head.breakout === null)
				.map((head) => [head.step!, head.id])
		);
	const sheets = heads.filter((head) => head.step !== null && head.owner !== null);
	return {
		room,
		desk,
		door: personal('door'),
		line: personal('line'),
		own: personal('own'),
		sheet: new Map(sheets.map((head) => [stepOf(head.step!, head.owner!), head])),
		board: ofStep('board'),
		table: ofStep('table')
	};
}
