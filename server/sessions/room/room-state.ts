import type * as Y from 'yjs';
import type { AskedAbout, ConsentTally } from '../../../src/lib/domain/asked-first.ts';
import type { Attention } from '../../../src/lib/domain/attention.ts';
import type { Breakout, HelpCall, OpenBreakouts } from '../../../src/lib/domain/breakouts.ts';
import type { HandedIn, PrivateNotes } from '../../../src/lib/domain/board-apart.ts';
import type { CaptionOffer, Typist } from '../../../src/lib/domain/captions.ts';
import type { Voting } from '../../../src/lib/domain/board-votes.ts';
import type { Exercise } from '../../../src/lib/domain/exercise.ts';
import type { BreakoutId, DocumentId, PersonId, StepId } from '../../../src/lib/domain/ids.ts';
import {
	deskDocument,
	type Flag,
	type GivenCheckIn,
	type PendingAnonymous,
	type Progress,
	type Response,
	type Reveal,
	type RoomAbout,
	roomDocument,
	type Seat,
	type Stage,
	stepOf,
	THE,
	type Waiting
} from '../../../src/lib/domain/room.ts';
import type { ToldRisks } from '../../../src/lib/domain/worksheet-risks.ts';

/** What the room's and the desk's documents say, as plain values: the live state that rules are asked about. */
export interface RoomState {
	about: RoomAbout;
	stage: Stage | null;
	seats: Map<PersonId, Seat>;
	reveals: Reveal[];
	responses: Response[];
	/** Whom the group is asked about before they are let in, and how its answers stand (S16). */
	askedAbout: AskedAbout | null;
	consents: ConsentTally | null;
	/** By step and person: the exercise that one member is given instead of the step's. */
	tailored: Map<string, string>;
	/** The same, where it is one of the practice's own. */
	tailoredTo: Map<string, Exercise>;
	numbersShown: Set<string>;
	/** What each step's attention was changed to, by step. */
	attention: Map<StepId, Attention>;
	/** Every breakout of the session, and those that are open now. */
	breakouts: Map<BreakoutId, Breakout>;
	open: OpenBreakouts | null;
	/** Breakouts that called for a facilitator. */
	help: Map<BreakoutId, HelpCall>;
	/** Who types captions, and who would. */
	typists: Map<PersonId, Typist>;
	captionOffers: Map<PersonId, CaptionOffer>;
	privateNotes: Map<StepId, PrivateNotes>;
	voting: Map<StepId, Voting>;
	waiting: Map<PersonId, Waiting>;
	progress: Map<string, Progress>;
	checkIns: Map<string, GivenCheckIn>;
	flags: Map<string, Flag>;
	/** By step and person: the risk answers on their sheet that a flag was raised for. */
	told: Map<string, ToldRisks>;
	pending: Map<string, PendingAnonymous>;
	/** What was handed in to be shown, keyed by `handedInOf`. */
	handedIn: Map<string, HandedIn>;
	/** Who stands behind an answer or a note shown without a name; known to the facilitators (S11). */
	authors: Map<string, PersonId>;
	folders: Map<string, { document: DocumentId; openedAt: number | null }>;
}

export function readRoom(doc: Y.Doc) {
	const room = roomDocument(doc);
	return {
		about: room.about.get(THE)!,
		stage: room.stage.get(THE) ?? null,
		seats: entries<PersonId, Seat>(room.seats),
		reveals: room.reveals.toArray(),
		responses: room.responses.toArray(),
		askedAbout: room.askedAbout.get(THE) ?? null,
		numbersShown: new Set(room.numbers.keys()),
		attention: entries<StepId, Attention>(room.attention),
		breakouts: entries<BreakoutId, Breakout>(room.breakouts),
		open: room.open.get(THE) ?? null,
		typists: entries<PersonId, Typist>(room.typists),
		privateNotes: entries<StepId, PrivateNotes>(room.privateNotes),
		voting: entries<StepId, Voting>(room.voting)
	};
}

export function readDesk(doc: Y.Doc) {
	const desk = deskDocument(doc);
	return {
		consents: desk.consents.get(THE) ?? null,
		tailored: entries<string, string>(desk.tailored),
		tailoredTo: entries<string, Exercise>(desk.tailoredTo),
		help: entries<BreakoutId, HelpCall>(desk.help),
		captionOffers: entries<PersonId, CaptionOffer>(desk.captionOffers),
		waiting: entries<PersonId, Waiting>(desk.waiting),
		progress: entries<string, Progress>(desk.progress),
		checkIns: entries<string, GivenCheckIn>(desk.checkIns),
		flags: entries<string, Flag>(desk.flags),
		told: entries<string, ToldRisks>(desk.told),
		pending: entries<string, PendingAnonymous>(desk.pending),
		handedIn: entries<string, HandedIn>(desk.handedIn),
		authors: entries<string, PersonId>(desk.authors),
		folders: entries<string, { document: DocumentId; openedAt: number | null }>(desk.folders)
	};
}

/** Whether the author of a sheet has said 'Done' (S09). */
export function isDone(state: RoomState, step: StepId, person: PersonId): boolean {
	return state.progress.get(stepOf(step, person)) === 'done';
}

function entries<Key extends string, Value>(map: Y.Map<Value>): Map<Key, Value> {
	return new Map(map.entries() as Iterable<[Key, Value]>);
}
