import type * as Y from 'yjs';
import type { AskedAbout } from '#lib/domain/asked-first.ts';
import { USUAL_ATTENTION, type Attention } from '#lib/domain/attention.ts';
import {
	breakoutOf,
	openRooms,
	type Breakout,
	type OpenBreakouts,
	type Whereabouts
} from '#lib/domain/breakouts.ts';
import type { PrivateNotes } from '#lib/domain/board-apart.ts';
import type { Typist } from '#lib/domain/captions.ts';
import type { Voting } from '#lib/domain/board-votes.ts';
import type { Exercise } from '#lib/domain/exercise.ts';
import { exerciseInView } from '#lib/domain/exercises/of-step.ts';
import { leads } from '#lib/domain/group.ts';
import type { PersonId, StepId } from '#lib/domain/ids.ts';
import { leadOf } from '#lib/domain/lead.ts';
import type { StepInView } from '#lib/domain/plan.ts';
import {
	roomDocument,
	THE,
	type ChatLine,
	type GroupNumbers,
	type PastStep,
	type Response,
	type Reveal,
	type Seat
} from '#lib/domain/room.ts';
import { whereaboutsIn } from '#lib/domain/whereabouts.ts';
import type { Glimpse } from './happenings.ts';
import { inCircleOrder, raisedHands } from './seat-order.ts';
import { watchDocument } from './watch-document.ts';

/** The room's own document, as one person's screen reads it. */
export class RoomState {
	readonly me: PersonId;
	readonly #watch: () => void;
	readonly #room: ReturnType<typeof roomDocument>;

	constructor(doc: Y.Doc, me: PersonId) {
		this.me = me;
		this.#room = roomDocument(doc);
		this.#watch = watchDocument(doc);
	}

	readonly about = $derived.by(() => {
		this.#watch();
		return this.#room.about.get(THE) ?? null;
	});

	/** When homework was last set in this session; 0 before. */
	readonly homeworkSetAt = $derived.by(() => {
		this.#watch();
		return this.#room.homework.get(THE) ?? 0;
	});

	readonly stage = $derived.by(() => {
		this.#watch();
		return this.#room.stage.get(THE) ?? null;
	});

	/** The steps that were on the stage before this one, in the plan's order. */
	readonly earlier: PastStep[] = $derived.by(() => {
		this.#watch();
		const order = this.about?.steps.map(({ id }) => id) ?? [];
		return [...this.#room.past.values()]
			.filter(({ step }) => step.id !== this.stage?.step.id)
			.sort((a, b) => order.indexOf(a.step.id) - order.indexOf(b.step.id));
	});

	/** The steps that stand before one in the plan, the first one first. */
	stepsBefore(id: StepId): StepId[] {
		const order = this.about?.steps.map((step) => step.id) ?? [];
		return order.slice(0, Math.max(0, order.indexOf(id)));
	}

	/** Everyone who has a seat, the facilitator first, whether they are here or away. */
	readonly seats: Seat[] = $derived.by(() => {
		this.#watch();
		return inCircleOrder([...this.#room.seats.values()]);
	});

	readonly reveals: Reveal[] = $derived.by(() => {
		this.#watch();
		return this.#room.reveals.toArray();
	});

	readonly responses: Response[] = $derived.by(() => {
		this.#watch();
		return this.#room.responses.toArray();
	});

	/** Whom the group is asked about before they are let in (S16). */
	readonly askedAbout: AskedAbout | null = $derived.by(() => {
		this.#watch();
		return this.#room.askedAbout.get(THE) ?? null;
	});

	/** Who types captions and is here to do so, whoever began first before the others. */
	readonly typists: Typist[] = $derived.by(() => {
		this.#watch();
		const isHere = ({ person }: Typist) => this.seats.some((seat) => seat.person === person && seat.here);
		return [...this.#room.typists.values()].filter(isHere).sort((a, b) => a.since - b.since);
	});

	/** Those of them who are where I am: what they type reaches me. */
	readonly typistsHere: Typist[] = $derived.by(() =>
		this.typists.filter(({ person }) => {
			const seat = this.seats.find((one) => one.person === person);
			return seat?.steppedOut === this.isAside && this.roomOf(person)?.id === this.myRoom?.id;
		})
	);

	/** Whether I was agreed on to type. */
	readonly iType = $derived(this.typists.some(({ person }) => person === this.me));

	readonly chat: ChatLine[] = $derived.by(() => {
		this.#watch();
		return this.#room.chat.toArray();
	});

	readonly #whereabouts: Whereabouts = $derived.by(() => {
		this.#watch();
		return whereaboutsIn(this.#room);
	});

	/** The breakouts that are open now, or null while everyone is together. */
	readonly open: OpenBreakouts | null = $derived(this.#whereabouts.open);
	readonly rooms: Breakout[] = $derived(openRooms(this.#whereabouts));
	/** The room I am in, or null with the whole group. */
	readonly myRoom: Breakout | null = $derived.by(() => this.roomOf(this.me));

	roomOf(person: PersonId): Breakout | null {
		return breakoutOf(this.#whereabouts, person);
	}

	/** My room at this moment, for code that looks by itself. */
	myRoomNow(): Breakout | null {
		return breakoutOf(whereaboutsIn(this.#room), this.me);
	}

	/** Raised hands, the longest waiting first. */
	readonly hands = $derived(raisedHands(this.seats));
	readonly mySeat = $derived(this.seats.find((seat) => seat.person === this.me) ?? null);
	readonly iLead = $derived(leads(this.mySeat?.place ?? null));
	/** Who has the lead now. */
	readonly lead: Seat | null = $derived(leadOf(this.seats, this.about?.lead ?? null));
	readonly leaders = $derived(this.seats.filter((seat) => leads(seat.place)));
	/** What binds me of the stage's attention: facilitators are bound by none. */
	readonly attention: Attention = $derived(
		this.iLead || !this.stage ? USUAL_ATTENTION : this.stage.attention
	);

	/** Whether what I write on the stage counts now: a lock stops everyone who does not lead. */
	readonly mayWrite = $derived(
		this.mySeat !== null && this.mySeat.place !== 'observer' && (this.iLead || !this.stage?.locked)
	);

	/** What stands in the room at this moment, for code that looks by itself. */
	glimpse(): Omit<Glimpse, 'openings' | 'isClosing'> {
		return {
			about: this.#room.about.get(THE) ?? null,
			stage: this.#room.stage.get(THE) ?? null,
			seats: [...this.#room.seats.values()],
			open: this.#room.open.get(THE) ?? null,
			lead: leadOf([...this.#room.seats.values()], this.#room.about.get(THE)?.lead ?? null),
			room: this.myRoomNow()
		};
	}

	numbersOf(step: StepId): GroupNumbers[] {
		this.#watch();
		return this.#room.numbers.get(step) ?? [];
	}

	/** How notes are written privately in a board's step, or were; null when they never were. */
	privateNotesOf(step: StepId): PrivateNotes | null {
		this.#watch();
		return this.#room.privateNotes.get(step) ?? null;
	}

	votingOf(step: StepId): Voting | null {
		this.#watch();
		return this.#room.voting.get(step) ?? null;
	}

	/** What a step asks; null when the library has it no longer. */
	exerciseOf(step: StepInView): Exercise | null {
		this.#watch();
		return exerciseInView(step, this.#room.exercises);
	}

	revealsOf(step: StepId): Reveal[] {
		return this.reveals.filter((reveal) => reveal.step === step);
	}

	/** Whether I am in the side room (S04). */
	readonly isAside = $derived(this.mySeat?.steppedOut ?? false);
	/** Whose faces I have before me: those in the same room, or side room; under Focus the facilitators' and my own. */
	readonly inView: Seat[] = $derived.by(() => {
		if (this.isAside) {
			return this.seats.filter((seat) => seat.steppedOut).map((seat) => ({ ...seat, steppedOut: false }));
		}
		const together = this.seats.filter(({ person }) => this.roomOf(person)?.id === this.myRoom?.id);
		return this.attention === 'focus'
			? together.filter(({ person, place }) => person === this.me || leads(place))
			: together;
	});

	nameOf(person: PersonId): string {
		return this.seats.find((seat) => seat.person === person)?.name ?? 'Someone';
	}
}
