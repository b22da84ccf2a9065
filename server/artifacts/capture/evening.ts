import type { BreakoutTask } from '../../../src/lib/domain/breakouts.ts';
import type { DocumentHead } from '../../../src/lib/domain/documents.ts';
import { leads, type Group, type Placement } from '../../../src/lib/domain/group.ts';
import type { PictureJson } from '../../../src/lib/domain/board-pictures.ts';
import type { DocumentId, PersonId, PictureId, StepId } from '../../../src/lib/domain/ids.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { deskDocument, roomDocument } from '../../../src/lib/domain/room.ts';
import type { Session } from '../../../src/lib/domain/session.ts';
import type { Papers } from '../papers.ts';
import type { Draft } from '../sealed-artifact.ts';

export interface KeptPicture extends PictureJson {
	id: PictureId;
	person: PersonId;
}

/** A session that is over, with everything it left behind. */
export interface Evening {
	session: Session;
	group: Group;
	placements: Placement[];
	heads: DocumentHead[];
	room: ReturnType<typeof readRoom> | null;
	desk: ReturnType<typeof readDesk> | null;
	read: Papers['read'];
	/** Whose each Yjs client id of a document is, as the server knows it (R57). */
	writersOf(document: DocumentId): Promise<Map<number, PersonId>>;
	/** The pictures that were put on a board, each with whose it is. */
	picturesOf(document: DocumentId): Promise<KeptPicture[]>;
	now: number;
}

/** Which of the steps are kept, and whether the chat is. The plan promised the most; sign-off may keep less. */
export interface KeepChoice {
	steps: ReadonlySet<StepId>;
	chat: boolean;
}

export function promised(plan: Plan): KeepChoice {
	const steps = plan.steps.filter((step) => step.keep).map((step) => step.id);
	return { steps: new Set(steps), chat: plan.keepChat };
}

export async function readEvening(
	of: Pick<Evening, 'session' | 'group' | 'placements' | 'writersOf' | 'picturesOf' | 'now'>,
	papers: Pick<Papers, 'ofSession' | 'read'>
): Promise<Evening> {
	const heads = await papers.ofSession(of.session.id);
	const room = heads.find((one) => one.kind === 'room');
	const desk = heads.find((one) => one.kind === 'desk');
	return {
		...of,
		heads,
		read: (id, look) => papers.read(id, look),
		room: room ? await papers.read(room.id, readRoom) : null,
		desk: desk ? await papers.read(desk.id, readDesk) : null
	};
}

/** The facilitators of that session: those who may look back at the group's work with it (S12). */
export function leadersOf({ placements }: Pick<Evening, 'placements'>): PersonId[] {
	return placements.filter(({ place }) => leads(place)).map(({ person }) => person);
}

type Shared = Pick<Draft, 'audience' | 'readers' | 'title'> & { task: BreakoutTask | null };

/** Whom a shared document's work is kept for: the whole group, or the people of the breakout that made it. */
export function keptFor(evening: Evening, head: DocumentHead, title: string): Shared | null {
	const leaders = leadersOf(evening);
	if (head.breakout === null) return { audience: 'group', readers: leaders, title, task: null };
	const breakout = evening.room?.breakouts.get(head.breakout);
	if (!breakout) return null;
	const readers = [...new Set([...breakout.people, ...leaders])];
	return { audience: 'breakout', readers, title: `${title}, room ${breakout.number}`, task: breakout.task };
}

function readRoom(doc: Parameters<typeof roomDocument>[0]) {
	const { reveals, chat, numbers, breakouts, voting } = roomDocument(doc);
	return {
		reveals: reveals.toArray(),
		chat: chat.toArray(),
		numbers: [...numbers.values()].flat(),
		breakouts: new Map(breakouts.entries()),
		/** The dots that were shown, by step and note. */
		votes: new Map([...voting.entries()].map(([step, { shown }]) => [step, shown?.counts ?? {}]))
	};
}

function readDesk(doc: Parameters<typeof deskDocument>[0]) {
	const { checkIns, flags, progress, authors, tailored, tailoredTo } = deskDocument(doc);
	return {
		checkIns: [...checkIns.values()],
		flags: [...flags.values()],
		progress: new Map(progress.entries()),
		/** Who stands behind each answer that was shown without a name (S11). */
		authors: new Map(authors.entries()),
		/** The exercise that one member was given instead of the step's. */
		tailored: new Map(tailored.entries()),
		tailoredTo: new Map(tailoredTo.entries())
	};
}
