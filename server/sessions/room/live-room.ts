import { USUAL_ATTENTION } from '../../../src/lib/domain/attention.ts';
import { breakoutOf } from '../../../src/lib/domain/breakouts.ts';
import type { DocumentHead } from '../../../src/lib/domain/documents.ts';
import { type Group, leads, type Placement } from '../../../src/lib/domain/group.ts';
import type { DocumentId, PersonId, StepId } from '../../../src/lib/domain/ids.ts';
import type { Actor, PolicyState } from '../../../src/lib/domain/policy.ts';
import { type Seat, stepOf } from '../../../src/lib/domain/room.ts';
import type { Session } from '../../../src/lib/domain/session.ts';
import type { Store } from '../../store/store.ts';
import type { AuditEvent, Statement } from '../../store/writer.ts';
import type { Documents } from '../../sync/documents.ts';
import type { Outcome } from '../commands/command.ts';
import { InOrder } from '../../in-order.ts';
import { isDone, readDesk, readRoom, type RoomState } from './room-state.ts';

export interface RoomDocuments {
	room: DocumentId;
	desk: DocumentId;
	/** Documents of one person: their door, their private line, their own drafts. */
	door: Map<PersonId, DocumentId>;
	line: Map<PersonId, DocumentId>;
	own: Map<PersonId, DocumentId>;
	/** Sheets by step and person; boards and shared sheets by step. */
	sheet: Map<string, DocumentHead>;
	board: Map<StepId, DocumentId>;
	table: Map<StepId, DocumentId>;
}

/** What somebody drew or wrote just before the step went may come so much later, over a link that was away. */
const STRAGGLERS_MS = 60_000;

/**
 * A session's room while anyone is near it. All that matters stands in its documents, so that a restart
 * loses nothing; here is only what was read from them, and the order in which commands are carried out.
 */
export class LiveRoom {
	session: Session;
	readonly group: Group;
	readonly documents: RoomDocuments;
	state: RoomState;
	#placements: Map<PersonId, Placement>;
	/** Everyone who was ever admitted to this session. */
	readonly attended: Set<PersonId>;
	readonly content: Documents;
	/** For building the statements that a command adds to its unit. */
	readonly db: Store['db'];
	readonly #now: () => number;
	readonly #inOrder = new InOrder();

	constructor(parts: {
		session: Session;
		group: Group;
		placements: Placement[];
		documents: RoomDocuments;
		attended: Set<PersonId>;
		state: RoomState;
		content: Documents;
		db: Store['db'];
		/** Milliseconds since 1970. */
		now: () => number;
	}) {
		this.session = parts.session;
		this.group = parts.group;
		this.#placements = byPerson(parts.placements);
		this.documents = parts.documents;
		this.attended = parts.attended;
		this.state = parts.state;
		this.content = parts.content;
		this.db = parts.db;
		this.#now = parts.now;
	}

	placement(person: PersonId): Placement | null {
		return this.#placements.get(person) ?? null;
	}

	get placements(): Placement[] {
		return [...this.#placements.values()];
	}

	set placements(placements: Placement[]) {
		this.#placements = byPerson(placements);
	}

	leads(person: PersonId): boolean {
		return leads(this.placement(person)?.place ?? null);
	}

	/** Where a person stands: in the room, before its door, or neither. */
	standing(person: PersonId): Actor['standing'] {
		if (this.state.seats.has(person)) return 'admitted';
		return this.state.waiting.has(person) ? 'waiting' : null;
	}

	/** Whether any facilitator's socket is open on the room. */
	get leaderHere(): boolean {
		return [...this.state.seats.values()].some((seat) => seat.here && leads(seat.place));
	}

	/** Whether media may pass between two people: in the same breakout, or side room, or with the group; under Focus only with a facilitator. */
	mayReach(one: PersonId, other: PersonId): boolean {
		if (!this.isTogether(one, other)) return false;
		return this.policyState().attention !== 'focus' || this.leads(one) || this.leads(other);
	}

	/** Whether two people are in the same breakout, or side room, or with the group. */
	isTogether(one: PersonId, other: PersonId): boolean {
		const [a, b] = [this.state.seats.get(one), this.state.seats.get(other)];
		return a !== undefined && b !== undefined && this.#placeOf(a) === this.#placeOf(b);
	}

	actor(person: PersonId): Actor {
		const place = this.placement(person)?.place ?? null;
		return {
			person,
			place,
			staff: leads(place),
			standing: this.standing(person),
			attended: this.attended.has(person)
		};
	}

	policyState(head?: DocumentHead): PolicyState {
		const { about, stage } = this.state;
		const ended = about.state === 'ended';
		return {
			isEarlier: !ended && this.#isEarlier(head),
			groupKind: this.group.kind,
			locked: ended || (stage?.locked ?? false),
			attention: ended || !stage ? USUAL_ATTENTION : stage.attention,
			breakout: head?.breakout ? (this.state.breakouts.get(head.breakout)?.people ?? []) : undefined,
			readable: !head || head.readsWhen === 'as-you-type' || this.#isDone(head)
		};
	}

	/** Runs one thing at a time, so that what was checked still holds when it is done (R24). */
	inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
		return this.#inOrder.do(run);
	}

	/** Stores what a command does as one unit, together with `alongside`, and reads the state anew. */
	async carryOut(
		outcome: Outcome<unknown>,
		alongside: { statements: Statement[]; events: AuditEvent[] } = { statements: [], events: [] }
	): Promise<void> {
		const { documents } = this;
		const changes = [
			...(outcome.documents ?? []).map(([id, change]) => ({ id, change })),
			...(outcome.room ? [{ id: documents.room, change: outcome.room }] : []),
			...(outcome.desk ? [{ id: documents.desk, change: outcome.desk }] : []),
			...personal(documents.line, outcome.lines),
			...personal(documents.door, outcome.doors),
			...this.#talks(outcome.talks)
		];
		await this.content.change(changes, {
			statements: [...(outcome.statements ?? []), ...alongside.statements],
			events: [...(outcome.events ?? []), ...alongside.events]
		});
		if (outcome.room || outcome.desk) await this.read();
	}

	async read(): Promise<void> {
		const { room, desk } = this.documents;
		this.state = {
			...(await this.content.read(room, readRoom)),
			...(await this.content.read(desk, readDesk))
		};
	}

	sheetOf(step: StepId, person: PersonId): DocumentHead | null {
		return this.documents.sheet.get(stepOf(step, person)) ?? null;
	}

	/** Where of the session's places someone is. */
	#placeOf({ person, steppedOut }: Seat): string {
		return steppedOut ? 'side room' : (breakoutOf(this.state, person)?.id ?? 'group');
	}

	#talks(changes: Outcome['talks'] = []) {
		return changes.flatMap(([id, change]) => {
			const breakout = this.state.breakouts.get(id);
			return breakout ? [{ id: breakout.talk, change }] : [];
		});
	}

	/** Whether a document's step has gone from the stage, long enough for what was on its way to have arrived. */
	#isEarlier(head: DocumentHead | undefined): boolean {
		const { stage } = this.state;
		if (!stage || !head?.step || head.step === stage.step.id) return false;
		return this.#now() - stage.startedAt > STRAGGLERS_MS;
	}

	#isDone(head: DocumentHead): boolean {
		return head.step !== null && head.owner !== null && isDone(this.state, head.step, head.owner);
	}
}

function personal(of: Map<PersonId, DocumentId>, changes: Outcome['lines'] = []) {
	return changes.flatMap(([person, change]) => {
		const id = of.get(person);
		return id ? [{ id, change }] : [];
	});
}

function byPerson(placements: Placement[]): Map<PersonId, Placement> {
	return new Map(placements.map((placement) => [placement.person, placement]));
}
