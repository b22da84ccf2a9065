import type { Breakout } from '#lib/domain/breakouts.ts';
import type { DocumentId, PersonId, SessionId } from '#lib/domain/ids.ts';
import type { Door } from '#lib/domain/room.ts';
import type {
	ArriveInput,
	CommandInputs,
	CommandName,
	CommandReply,
	StandingReply
} from '#lib/protocol/commands.ts';
import { Captions } from './captions.svelte.ts';
import { DeskState } from './desk-state.svelte.ts';
import { DoorState } from './door-state.svelte.ts';
import { LineState } from './line-state.svelte.ts';
import type { LiveDocument, OpenDocument } from './live-document.ts';
import { OpenDocuments } from './open-documents.svelte.ts';
import { RoomState } from './room-state.svelte.ts';
import { postWithRetry, sendCommand, type SendOptions } from './send-command.ts';
import type { ServerClock } from './server-clock.svelte.ts';
import { TalkState } from './talk-state.svelte.ts';

/** The documents of the room that are open while a person is in it. */
export interface InRoom {
	state: RoomState;
	room: LiveDocument;
	own: LiveDocument;
	/** Members have a private line; facilitators have the desk. */
	line: { connection: LiveDocument; state: LineState } | null;
	desk: DeskState | null;
	captions: Captions;
}

/** What the room I am in says among itself. */
export interface RoomTalk {
	of: Breakout['id'];
	connection: LiveDocument;
	state: TalkState;
}

/** Where this person stands. Each place has its own screen. */
export type Whereabouts =
	| { at: 'outside' }
	| { at: 'waiting'; door: DoorState }
	| { at: 'room'; in: InRoom }
	| { at: 'sent-back' | 'removed'; message: string }
	| { at: 'left' };

type RoomDocuments = NonNullable<StandingReply['documents']>;

/** What the browser is told through, so that tests can stand in for the network. */
export interface LiveSessionParts {
	session: SessionId;
	me: PersonId;
	clock: ServerClock;
	open: OpenDocument;
	send?: SendOptions;
}

/** One person's part in one live session: from the door into the room and out again. */
export class LiveSession {
	readonly session: SessionId;
	readonly me: PersonId;
	readonly clock: ServerClock;
	readonly documents: OpenDocuments;
	whereabouts = $state.raw<Whereabouts>({ at: 'outside' });
	/** While I am in a breakout: its chat and its call for help. */
	talk = $state.raw<RoomTalk | null>(null);
	/** Let in a moment ago, in this page. */
	justAdmitted = $state(false);
	readonly #send: SendOptions;
	#door: { connection: LiveDocument; state: DoorState } | null = null;

	constructor(parts: LiveSessionParts) {
		this.session = parts.session;
		this.me = parts.me;
		this.clock = parts.clock;
		this.documents = new OpenDocuments(parts.open);
		this.#send = {
			onreply: ({ now, sentAt, receivedAt }) => parts.clock.learn(now, sentAt, receivedAt),
			...parts.send
		};
	}

	/** The room and its documents, while this person is in it. */
	readonly inRoom = $derived(this.whereabouts.at === 'room' ? this.whereabouts.in : null);

	command<Name extends CommandName>(
		name: Name,
		input: CommandInputs[Name],
		options: SendOptions = {}
	): Promise<CommandReply<Name>> {
		return sendCommand({ session: this.session, name, input }, { ...this.#send, ...options });
	}

	/** Asks to come in, with what is given at the door (S13). */
	async arrive(input: ArriveInput): Promise<void> {
		this.takeStanding(
			await postWithRetry<StandingReply>(`/sessions/${this.session}/arrive`, input, this.#send)
		);
	}

	/** Goes where the server says this person stands: after a page load, after arriving. */
	takeStanding(standing: StandingReply): void {
		if (standing.door) this.#openDoor(standing.door);
		if (standing.standing === 'admitted' && standing.documents) return this.#enter(standing.documents);
		if (standing.standing === 'removed') return this.#goOut('removed', this.#door?.state.door?.message ?? '');
		if (standing.standing === 'waiting' && this.#door) {
			this.whereabouts = { at: 'waiting', door: this.#door.state };
		}
	}

	/** Goes out by one's own wish, at once; that the others are told of it may come later. */
	async leave({ alone = false } = {}): Promise<void> {
		const told = this.command('leave', { alone });
		this.close();
		this.whereabouts = { at: 'left' };
		await told;
	}

	/** Asks the server again where this person stands: after a document was closed without a word at the door. */
	async lookAgain(): Promise<void> {
		const response = await (this.#send.fetch ?? fetch)(`/sessions/${this.session}/standing`);
		if (!response.ok) return;
		const standing = (await response.json()) as StandingReply;
		if (standing.standing === 'outside' && this.whereabouts.at === 'room') this.#goOut('sent-back', '');
		else this.takeStanding(standing);
	}

	/** Back to the lobby's questions, after being sent back or having left. */
	askAgain(): void {
		this.whereabouts = { at: 'outside' };
	}

	close(): void {
		this.#closeRoom();
		this.#door?.connection.close();
		this.#door = null;
		this.documents.closeAll();
	}

	#openDoor(id: DocumentId): void {
		if (this.#door) return;
		const connection = this.documents.open(id);
		const state = new DoorState(connection.doc);
		this.#door = { connection, state };
		connection.doc.on('update', () => this.#hearDoor(state.read()));
	}

	#hearDoor(door: Door | null): void {
		if (!door || this.#door === null) return;
		if (door.state === 'sent-back' || door.state === 'removed') return this.#goOut(door.state, door.message);
		if (door.state === 'admitted' && door.room && door.own) {
			this.justAdmitted ||= this.whereabouts.at === 'waiting';
			return this.#enter({ room: door.room, own: door.own, line: door.line, desk: door.desk });
		}
		if (door.state === 'waiting') {
			this.#closeRoom();
			this.whereabouts = { at: 'waiting', door: this.#door.state };
		}
	}

	#enter(documents: RoomDocuments): void {
		if (this.whereabouts.at === 'room') return;
		const room = this.documents.open(documents.room);
		const line = documents.line ? this.documents.open(documents.line) : null;
		const desk = documents.desk ? this.documents.open(documents.desk) : null;
		const state = new RoomState(room.doc, this.me);
		room.doc.on('update', () => this.#follow(state.myRoomNow()));
		this.whereabouts = {
			at: 'room',
			in: {
				state,
				room,
				own: this.documents.open(documents.own),
				line: line && { connection: line, state: new LineState(line.doc) },
				desk: desk && new DeskState(desk.doc),
				captions: new Captions(room, this.me)
			}
		};
	}

	/** Opens what the people of my room say, and leaves it when I am elsewhere. */
	#follow(room: Breakout | null): void {
		if (this.talk?.of === room?.id || this.whereabouts.at !== 'room') return;
		if (this.talk) this.documents.release(this.talk.connection);
		const connection = room && this.documents.open(room.talk);
		this.talk = room && connection ? { of: room.id, connection, state: new TalkState(connection.doc) } : null;
	}

	#goOut(at: 'sent-back' | 'removed', message: string): void {
		this.#closeRoom();
		this.whereabouts = { at, message };
	}

	#closeRoom(): void {
		if (this.whereabouts.at !== 'room') return;
		this.whereabouts.in.captions.close();
		this.talk = null;
		this.documents.closeAllBut(this.#door?.connection ?? null);
	}
}
