import type { Flag } from '../../src/lib/domain/room.ts';
import type { DocumentId, SessionId, StepId } from '../../src/lib/domain/ids.ts';
import type { Step, StepKind } from '../../src/lib/domain/plan.ts';
import type { Held } from '../../src/lib/domain/review.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Session } from '../../src/lib/domain/session.ts';
import type { Ground } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Schedule } from '../sessions/schedule.ts';
import { insertArtifact } from '../store/artifacts.ts';
import { isOnBoard } from '../pictures/pictures.ts';
import { openPicture } from '../pictures/sealed-picture.ts';
import { clientsOf } from '../store/documents.ts';
import { deletePictures, pictureRowsOf } from '../store/pictures.ts';
import { draftsOf, draftsOfStep } from './capture/drafts.ts';
import { promised, readEvening, type Evening, type KeepChoice } from './capture/evening.ts';
import { chatDrafts } from './capture/room-record.ts';
import { isInQuarantine, type Papers } from './papers.ts';
import { sealDraft, type Draft } from './sealed-artifact.ts';

interface Needs {
	groups: Pick<Groups, 'get' | 'placements'>;
	schedule: Pick<Schedule, 'allow' | 'setState'>;
	papers: Pick<Papers, 'ofSession' | 'read' | 'scrub'>;
}

/** What a facilitator is shown before signing off: what there is, never what it says. */
export interface SignOffPreview {
	session: Session;
	steps: { step: StepId; title: string; kind: StepKind; promised: boolean; holds: Held[] | 'unreadable' }[];
	/** Lines of the chat that would be kept; null when the plan promised that none is. */
	chatLines: number | null;
	/** Flags that are not cleared yet: while there is one, nothing can be signed off (S04). */
	openFlags: Pick<Flag, 'id' | 'name' | 'cause' | 'at'>[];
}

/** The end of a session's life: what was made in it becomes artifacts, and the clock of keeping starts (S21). */
export class SignOff {
	readonly #ground: Ground;
	readonly #needs: Needs;

	constructor(ground: Ground, needs: Needs) {
		this.#ground = ground;
		this.#needs = needs;
	}

	async preview(asker: Asker, session: SessionId): Promise<SignOffPreview> {
		const evening = await this.#evening(await this.#needs.schedule.allow(asker, 'session.sign-off', session));
		const promise = promised(evening.session.plan);
		const chat = chatDrafts(evening)[0]?.body;
		const steps = evening.session.plan.steps.map(async (step) => ({
			...{ step: step.id, title: step.title, kind: step.kind, promised: promise.steps.has(step.id) },
			holds: promise.steps.has(step.id) ? await heldIn(evening, step) : []
		}));
		return {
			session: evening.session,
			steps: await Promise.all(steps),
			chatLines: promise.chat ? (chat?.kind === 'chat' ? chat.lines.length : 0) : null,
			openFlags: openFlagsOf(evening)
		};
	}

	/** Signs off. Nothing happens a second time. Throws Refusal while the session goes on or a flag is open (S04). */
	async signOff(asker: Asker, session: SessionId, choice?: KeepChoice): Promise<void> {
		const known = await this.#needs.schedule.allow(asker, 'session.sign-off', session);
		if (known.state === 'signed-off') return;
		if (known.state !== 'ended') throw new Refusal('conflict', 'End the session first, then sign it off.');
		await this.captureSession(known, asker, choice);
	}

	/** Keeps what the plan promised and `choice` did not take away, in one unit with the change of state. */
	async captureSession(session: Session, by: Asker, choice = promised(session.plan)): Promise<void> {
		const evening = await this.#evening(session);
		if (openFlagsOf(evening).length > 0) {
			throw new Refusal('conflict', 'A flag is still open. Write down what was done, and clear it first.');
		}
		const { store, vault } = this.#ground;
		const drafts = await draftsOf(evening, choice);
		await this.#needs.schedule.setState(session.id, 'signed-off', {
			by: by.person,
			statements: drafts.map((draft) => insertArtifact(store.db, sealDraft(vault, draft))),
			events: [
				{
					person: by.person,
					action: 'session.sign-off',
					object: `session:${session.id}`,
					detail: `${drafts.length} artifacts`
				}
			]
		});
		await this.#forgetErased(evening);
	}

	/** What somebody rubbed out on a board is not kept in the room's papers either, for the day they last (S12). */
	async #forgetErased({ heads }: Evening): Promise<void> {
		for (const { id, kind } of heads) {
			if (kind !== 'board') continue;
			await this.#forgetErasedPictures(id).catch((error: unknown) => {
				if (!isInQuarantine(error)) throw error;
			});
			await this.#needs.papers.scrub(id).catch((error: unknown) => {
				// A board that cannot be opened was left out on purpose; it goes with the papers.
				if (!isInQuarantine(error)) throw error;
			});
		}
	}

	async #forgetErasedPictures(board: DocumentId): Promise<void> {
		const { store } = this.#ground;
		const rows = await pictureRowsOf(store.db, board);
		if (rows.length === 0) return;
		const erased = await this.#needs.papers.read(board, (doc) =>
			rows.filter((row) => !isOnBoard(doc, row, true))
		);
		if (erased.length === 0) return;
		await store.writer.commit([
			deletePictures(
				store.db,
				erased.map(({ id }) => id)
			)
		]);
		await store.writer.truncateLog();
	}

	async #evening(session: Session): Promise<Evening> {
		const group = await this.#needs.groups.get(session.group);
		if (!group) throw new Refusal('not-found', 'There is no such session.');
		const placements = await this.#needs.groups.placements(group.id);
		const { store, vault, now } = this.#ground;
		const writersOf = async (document: DocumentId) =>
			new Map((await clientsOf(store.db, document)).map(({ client, person }) => [client, person]));
		const picturesOf = async (document: DocumentId) =>
			(await pictureRowsOf(store.db, document)).map((row) => ({
				...{ id: row.id, person: row.person, type: row.type },
				data: openPicture(vault, group.id, row).toString('base64')
			}));
		return readEvening({ session, group, placements, writersOf, picturesOf, now: now() }, this.#needs.papers);
	}
}

function openFlagsOf({ desk }: Evening): SignOffPreview['openFlags'] {
	const open = desk?.flags.filter((flag) => flag.state.is !== 'cleared') ?? [];
	return open.map(({ id, name, cause, at }) => ({ id, name, cause, at }));
}

async function heldIn(evening: Evening, step: Step): Promise<Held[] | 'unreadable'> {
	try {
		return counted(await draftsOfStep(evening, step));
	} catch (error) {
		// The rest can be signed off all the same; this one is said to be unreadable.
		if (isInQuarantine(error)) return 'unreadable';
		throw error;
	}
}

function counted(drafts: Draft[]): Held[] {
	const held = new Map<string, Held>();
	for (const { body, audience } of drafts) {
		const key = `${body.kind} ${audience}`;
		const before = held.get(key) ?? { kind: body.kind, audience, count: 0 };
		const items = body.kind === 'reveals' ? body.items.length : 1;
		held.set(key, { ...before, count: before.count + items });
	}
	return [...held.values()];
}
