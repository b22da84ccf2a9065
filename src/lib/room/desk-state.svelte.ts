import type * as Y from 'yjs';
import type { ConsentTally } from '#lib/domain/asked-first.ts';
import type { HelpCall, WhoIsWhere } from '#lib/domain/breakouts.ts';
import type { CaptionOffer } from '#lib/domain/captions.ts';
import type { HandedIn } from '#lib/domain/board-apart.ts';
import type { Exercise } from '#lib/domain/exercise.ts';
import type { PersonId, RevealId, StepId } from '#lib/domain/ids.ts';
import {
	deskDocument,
	handedInOf,
	stepOf,
	THE,
	type Flag,
	type GivenCheckIn,
	type PendingAnonymous,
	type Progress,
	type Waiting
} from '#lib/domain/room.ts';
import { watchDocument } from './watch-document.ts';

/** What only facilitators see: who waits, who is stuck, who needs help. */
export class DeskState {
	readonly #watch: () => void;
	readonly #desk: ReturnType<typeof deskDocument>;

	constructor(doc: Y.Doc) {
		this.#desk = deskDocument(doc);
		this.#watch = watchDocument(doc);
	}

	/** The waiting room, in the order people asked. */
	readonly waiting: Waiting[] = $derived.by(() => {
		this.#watch();
		return [...this.#desk.waiting.values()].sort((a, b) => a.since - b.since);
	});

	readonly flags: Flag[] = $derived.by(() => {
		this.#watch();
		return [...this.#desk.flags.values()].sort((a, b) => a.at - b.at);
	});

	/** Flags nobody has dealt with to the end, the oldest first; quiet notices after the others. */
	readonly openFlags = $derived(
		this.flags
			.filter((flag) => flag.state.is !== 'cleared')
			.sort((a, b) => Number(a.quiet) - Number(b.quiet) || a.at - b.at)
	);

	readonly pending: PendingAnonymous[] = $derived.by(() => {
		this.#watch();
		return [...this.#desk.pending.values()];
	});

	/** Private lines, the newest word first. */
	readonly lines = $derived.by(() => {
		this.#watch();
		return [...this.#desk.lines.entries()]
			.map(([person, line]) => ({ person: person as PersonId, ...line }))
			.sort((a, b) => b.last - a.last);
	});

	readonly notices = $derived.by(() => {
		this.#watch();
		return this.#desk.notices.toArray();
	});

	/** Rooms that called for a facilitator, the longest waiting first. */
	readonly help: HelpCall[] = $derived.by(() => {
		this.#watch();
		return [...this.#desk.help.values()].sort((a, b) => a.at - b.at);
	});

	/** Who offers to type captions, and who was asked to, the longest waiting first. */
	readonly captionOffers: CaptionOffer[] = $derived.by(() => {
		this.#watch();
		return [...this.#desk.captionOffers.values()].sort((a, b) => a.at - b.at);
	});

	/** Whose answer it is that was shown without a name. */
	authorOf(reveal: RevealId): PersonId | null {
		this.#watch();
		return this.#desk.authors.get(reveal) ?? null;
	}

	progressOf(step: StepId, person: PersonId): Progress | null {
		this.#watch();
		return this.#desk.progress.get(stepOf(step, person)) ?? null;
	}

	hasHandedIn(step: StepId, person: PersonId, what: HandedIn): boolean {
		this.#watch();
		return this.#desk.handedIn.has(handedInOf(step, person, what));
	}

	checkInOf(step: StepId, person: PersonId): GivenCheckIn | null {
		this.#watch();
		return this.#desk.checkIns.get(stepOf(step, person)) ?? null;
	}

	/** The exercise that one member is given instead of the step's. */
	tailoredFor(step: StepId, person: PersonId): string | null {
		this.#watch();
		return this.#desk.tailored.get(stepOf(step, person)) ?? null;
	}

	/** The same, where it is one of the practice's own. */
	tailoredTo(step: StepId, person: PersonId): Exercise | null {
		this.#watch();
		return this.#desk.tailoredTo.get(stepOf(step, person)) ?? null;
	}

	/** How long someone has spoken in this session, in ms: coarse, and for facilitators alone. */
	spokenBy(person: PersonId): number {
		this.#watch();
		return this.#desk.spoken.get(person)?.ms ?? 0;
	}

	/** How the answers stand about whom the group is asked about (S16). */
	get consents(): ConsentTally | null {
		this.#watch();
		return this.#desk.consents.get(THE) ?? null;
	}

	/** Who the plan put into which room of a step. */
	whoIsWhere(step: StepId): WhoIsWhere {
		this.#watch();
		return this.#desk.whoIsWhere.get(step) ?? {};
	}

	folderOf(step: StepId, person: PersonId) {
		this.#watch();
		return this.#desk.folders.get(stepOf(step, person)) ?? null;
	}
}
