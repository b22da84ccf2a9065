import { MediaQuery, SvelteMap } from 'svelte/reactivity';
import type { HomeworkId } from '#lib/domain/homework.ts';
import type { LineId, PersonId, StepId } from '#lib/domain/ids.ts';
import type { ChatLine } from '#lib/domain/room.ts';
import type { CommandInputs, CommandName } from '#lib/protocol/commands.ts';
import { ConnectionTrouble } from '#lib/room/connection-trouble.svelte.ts';
import type { LiveSession } from '#lib/room/live-session.svelte.ts';
import { wordsFor } from '#lib/room/read-refusal.ts';

/** What the panel shows below the facilitator's part. */
export type Pane = 'people' | 'chat' | { line: PersonId };

export type Dialog =
	| 'support'
	| 'leave'
	| 'more'
	| 'keys'
	| 'view'
	| 'end'
	| 'know-someone'
	| { sendOut: PersonId; how: 'send-back' | 'remove' }
	| { card: PersonId }
	| { sheetOf: PersonId }
	/** One's own sheet of it. */
	| { homework: HomeworkId }
	| { setHomework: { for: PersonId | null; words: string } };

/** What is open on this person's screen: nothing of it leaves the browser. */
export class RoomView {
	pane = $state<Pane>('people');
	/** Whether the panel stands over the stage, on narrow screens. */
	panelOver = $state(false);
	dialog = $state<Dialog | null>(null);
	/** ISO 3166: where I said at the door that I am; empty before I did. */
	country = $state('');
	keysOn = $state(true);
	facesShown = $state(true);
	/** Whether the captions are shown to me, while somebody types them. */
	captionsShown = $state(true);
	readonly connection = new ConnectionTrouble();
	/** The last nudge that I have put away. */
	nudgeSeen = $state<LineId | null>(null);
	/** The last word to all rooms that I have put away. */
	messageSeen = $state<LineId | null>(null);
	/** The question about somebody who would come in, by when it was asked, that I have answered. */
	answeredAbout = $state(0);
	/** The earlier step I look at while attention is free; null for the stage. */
	lookingAt = $state<StepId | null>(null);
	/** Why the last thing asked for was not done. */
	trouble = $state('');
	/** When the chat was last looked at, by the server's clock. */
	#chatSeenAt = $state(0);
	/** When each private line was last looked at, by its member. */
	readonly #linesSeenAt = new SvelteMap<PersonId, number>();
	readonly #live: LiveSession;
	readonly #roomy = new MediaQuery('(min-width: 48rem) and (min-height: 36rem)');
	readonly #wide = new MediaQuery('(min-width: 64rem)');

	constructor(live: LiveSession) {
		this.#live = live;
	}

	/** Gives a command whose effect comes back through the room; says so when it was refused. */
	do<Name extends CommandName>(name: Name, input: CommandInputs[Name]): void {
		this.trouble = '';
		this.#live.command(name, input).catch((error: unknown) => {
			this.trouble = wordsFor(error);
		});
	}

	/** Whether the faces can stand in a circle above the stage. */
	get hasRoomForCircle(): boolean {
		return this.#roomy.current;
	}

	/** Whether the panel stands beside the stage for good. */
	get isWide(): boolean {
		return this.#wide.current;
	}

	get chatIsOpen(): boolean {
		return this.pane === 'chat' && (this.isWide || this.panelOver);
	}

	/** People are what the panel shows by itself; on narrow screens they come and go. */
	showPeople(): void {
		if (this.isWide) this.putAway();
		else this.show('people');
	}

	/** Shows the facilitator's part of the panel, whatever stands there now. */
	showLead(): void {
		this.#markSeen();
		this.pane = 'people';
		this.panelOver = !this.isWide;
	}

	/** Shows a part of the panel; what was asked for twice is put away. */
	show(pane: Pane): void {
		const isShown = this.pane === pane && (this.isWide || this.panelOver);
		this.#markSeen();
		if (isShown) return this.putAway();
		this.pane = pane;
		this.panelOver = !this.isWide;
		this.#markSeen();
	}

	putAway(): void {
		this.#markSeen();
		this.pane = 'people';
		this.panelOver = false;
	}

	unread(chat: readonly ChatLine[]): number {
		if (this.chatIsOpen) return 0;
		return chat.filter((line) => line.person !== this.#live.me && line.at > this.#chatSeenAt).length;
	}

	lineSeenAt(person: PersonId): number {
		const isOpen = typeof this.pane === 'object' && this.pane.line === person;
		return isOpen ? Infinity : (this.#linesSeenAt.get(person) ?? 0);
	}

	#markSeen(): void {
		const now = this.#live.clock.now();
		if (this.pane === 'chat') this.#chatSeenAt = now;
		if (typeof this.pane === 'object') this.#linesSeenAt.set(this.pane.line, now);
	}

	closeDialog = () => {
		this.dialog = null;
	};
}
