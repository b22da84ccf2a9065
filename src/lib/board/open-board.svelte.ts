import { createContext } from 'svelte';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Note } from '#lib/domain/board.ts';
import type { NewStroke, Stroke } from '#lib/domain/board-strokes.ts';
import type { Ink } from '#lib/domain/board-ink.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { AddressOf } from '#lib/domain/board-pictures.ts';
import type { BoardShape } from '#lib/domain/board-shape.ts';
import { middleOf } from '#lib/domain/board-shape-path.ts';
import { shapeInWords } from '#lib/domain/board-shape-words.ts';
import { colourName } from '#lib/domain/board-pens.ts';
import { printedZoneOf, zoneOfShape } from '#lib/domain/board-zones.ts';
import { BoardState } from './board-state.svelte.ts';
import { BoardTools } from './board-tools.svelte.ts';
import { BoardView } from './board-view.svelte.ts';
import { LaserPointer } from './laser-pointer.svelte.ts';
import type { LiveInk } from './live-ink.ts';
import { LivePresence } from './live-presence.svelte.ts';
import type { Pictures } from './pictures-at.ts';
import type { SharedView } from './other-hand.ts';
import { Together, type Call } from './together.svelte.ts';

/** Below this the words on a sheet are too small to be written there. */
const READABLE_SCALE = 0.55;

/** A line that was under the pen when the board was paused; kept here to be put back by its author. */
export type HeldStroke = Omit<NewStroke, 'turn' | 'by'> & { ink: Ink };

/** What a board is opened with; getters, because all but the person can change while it is open. */
export interface BoardSetting {
	readonly doc: Y.Doc;
	readonly awareness: Awareness;
	readonly template: string;
	readonly me: { person: PersonId; name: string };
	readonly names: ReadonlyMap<PersonId, string>;
	readonly mayEdit: boolean;
	readonly leads: boolean;
	/** Puts the first things of a sheet onto a new one; null where that is not offered. */
	readonly restore: ((sheet: string, things: number) => void) | null;
	/** The pictures on it; null where none can be put. */
	readonly pictures: Pictures | null;
}

/** A board in front of a person: its document, its window, the tools in hand, and the others' hands. */
export class OpenBoard {
	readonly state: BoardState;
	readonly presence: LivePresence;
	readonly view = new BoardView(() => this.together.leave());
	readonly tools: BoardTools;
	readonly laser: LaserPointer;
	readonly together: Together;
	/** The line under my pen. */
	drawing = $state.raw<{ readonly live: LiveInk | null } | null>(null);
	/** A picture that was chosen, pasted or dropped, and is not on the board yet. */
	incoming = $state.raw<Blob | null>(null);
	showsPicture = $state(false);
	held = $state.raw<readonly HeldStroke[]>([]);
	readonly #setting: BoardSetting;

	constructor(setting: BoardSetting, tools: BoardTools) {
		const { doc, template, me, awareness } = setting;
		this.#setting = setting;
		this.tools = tools;
		this.state = new BoardState({ doc, template, person: me.person, leads: () => setting.leads });
		this.presence = new LivePresence(awareness);
		this.laser = new LaserPointer(this.presence);
		this.together = new Together(this.presence, this);
	}

	/** Whether something is under my hand or being written. */
	get isBusy(): boolean {
		const { editing, carried, shaping, noteShaping, frame } = this.tools;
		return [this.drawing, editing, carried, shaping, noteShaping, frame].some((one) => one !== null);
	}

	/** Shows me the part of a sheet that everyone is brought to. */
	go({ sheet, ...part }: SharedView): void {
		this.tools.turnTo(sheet);
		this.view.show(part);
	}

	tell(call: Call | null): void {
		if (call)
			this.say(
				`${this.nameOf(call.person)} has brought everyone to sheet ${this.state.sheet(call.view.sheet).number}`
			);
		else this.say('Everyone looks where they like again');
	}

	/** For one who leads: everyone looks where I look, until I let them go. */
	bringEveryone(): void {
		this.together.bring();
		this.say('Everyone is brought to what you look at');
	}

	letGo(): void {
		this.together.release();
		this.say('Everyone looks where they like again');
	}

	/** Turns to a sheet by my own wish. */
	turnTo(sheet: string): void {
		this.together.leave();
		this.tools.turnTo(sheet);
	}

	/** Points at a thing for everyone, for a few seconds. */
	pointAt(id: string): void {
		const box = this.state.boxOf(id);
		if (!box) return;
		// The middle of a line's box is seldom on the line.
		const points = this.state.stroke(id)?.ink.points ?? [];
		const [x, y] = points[points.length >> 1] ?? [];
		this.laser.hold(this.sheet.id, x === undefined || y === undefined ? middleOf(box) : { x, y });
		this.say('Pointing at it for everyone, for a few seconds');
	}

	get mayEdit(): boolean {
		return this.#setting.mayEdit && !this.isCovered;
	}

	get pictures(): Pictures | null {
		return this.#setting.pictures;
	}

	readonly addressOf: AddressOf = (picture) => this.pictures?.addressOf(picture) ?? null;

	/** Asks what a picture shows, before it is put on the board. */
	offer(picture: Blob): void {
		this.incoming = picture;
		this.showsPicture = true;
	}

	get me(): PersonId {
		return this.#setting.me.person;
	}

	get leads(): boolean {
		return this.#setting.leads;
	}

	/** For one who leads: brings an earlier state of a sheet back beside it. */
	get restore(): BoardSetting['restore'] {
		return this.leads ? this.#setting.restore : null;
	}

	/** The sheet in front of me. */
	get sheet() {
		return this.state.sheet(this.tools.sheet);
	}

	/** Whether the sheet is hidden from me: those who lead still see it (S07). */
	get isCovered(): boolean {
		return this.sheet.hidden && !this.leads;
	}

	nameOf(person: PersonId | null): string {
		if (person === this.me) return 'you';
		return (person && this.#setting.names.get(person)) ?? 'someone';
	}

	/** Who made a thing as it is read out: by choice, but what is mine is always said to be mine. */
	bylineOf(person: PersonId | null): string {
		if (person === this.me) return 'by you';
		if (!this.tools.readsNames) return '';
		return person ? `by ${this.nameOf(person)}` : 'without a name';
	}

	/** Whether I may change what is written on a note, or how a shape is drawn. */
	readonly mayWrite = (thing: Pick<Note, 'by' | 'id'>): boolean =>
		this.mayEdit && thing.by === this.me && !this.state.isLocked(thing.id);

	/** Whether I may move or remove it: mine, or anything for one who leads; nothing that is locked. */
	mayMove(thing: Pick<Note, 'by' | 'id'>): boolean {
		return this.mayTake(thing) && !this.state.isLocked(thing.id);
	}

	/** Whether I may take it away: as `mayMove`, and anybody's where someone who leads lets everyone erase. */
	readonly mayErase = (thing: Pick<Note, 'by' | 'id'>): boolean =>
		this.mayMove(thing) || (this.mayEdit && this.state.isErasable(thing.id));

	/** Whether it goes under the eraser: mine, or anybody's where someone who leads lets everyone erase. */
	readonly mayRub = (thing: Pick<Note, 'by' | 'id'>): boolean =>
		this.mayWrite(thing) || (this.mayEdit && this.state.isErasable(thing.id));

	/** Whether it is mine and locked: then all that I may do to it is to take it back, for good (S12). */
	readonly mayTakeBack = (id: string): boolean =>
		this.mayEdit && !this.leads && this.state.isOwn(id) && this.state.isLocked(id);

	/** Whether I may choose it, locked or not: to move it, or to take it away. */
	readonly mayChoose = (thing: Pick<Note, 'by' | 'id'>): boolean =>
		this.mayTake(thing) || this.mayErase(thing);

	/** Whether it is mine to take, locked or not: what I made, or anything for one who leads. */
	readonly mayTake = ({ by }: Pick<Note, 'by'>): boolean => this.mayEdit && (this.leads || by === this.me);

	/** What else is to be said of a thing besides what it is. */
	conditionOf(id: string): string {
		const parts = [this.state.isLocked(id) && 'locked', this.state.isPutAway(id) && 'put away for now'];
		return parts.filter((part) => part).join(', ');
	}

	/** Whether any of these is in a group that I may take apart: mine, or any for one who leads. */
	mayUngroup(ids: readonly string[]): boolean {
		return this.mayEdit && this.state.groupsOf(ids).some(this.mayTake);
	}

	/** A note as it is read out: 'Note by Ana, sun, In our hands: my bedtime'. */
	describe(note: Note): string {
		const zone = printedZoneOf(this.sheet.template, note);
		const kind = note.kind === 'note' ? 'Note' : 'Text';
		const condition = this.conditionOf(note.id);
		const about = [
			[kind, this.bylineOf(note.by)].filter((part) => part).join(' '),
			colourName(note),
			zone,
			condition
		];
		return `${about.filter((part) => part).join(', ')}: ${note.words.trim() || 'no words yet'}`;
	}

	/** A shape as it is read out: 'Arrow from “sleep”, by Ana, teal, In our hands'. */
	describeShape(shape: BoardShape): string {
		const zone = zoneOfShape(this.sheet.template, this.state.endsOf(shape));
		const words = shapeInWords(shape, (note) => this.state.note(note)?.words);
		const about = [words, this.bylineOf(shape.by), colourName(shape), zone, this.conditionOf(shape.id)];
		return about.filter((part) => part).join(', ');
	}

	/** A line drawn by hand as it is read out: 'Line by Ana, teal, In our hands'. */
	describeLine(line: Stroke): string {
		const { left, top, right, bottom } = this.state.ink.boxOf(line);
		const ends = { start: { x: left, y: top }, end: { x: right, y: bottom } };
		const zone = zoneOfShape(this.sheet.template, ends);
		const kind = line.marker ? 'Highlighter line' : 'Line';
		const what = [kind, this.bylineOf(line.by)].filter((part) => part).join(' ');
		const about = [what, line.pen, zone, this.conditionOf(line.id)];
		return about.filter((part) => part).join(', ');
	}

	/** Opens the words of an own note. Where they are written stays as it began, whatever is zoomed meanwhile. */
	startWriting(id: string): void {
		this.tools.choose([id]);
		const note = this.state.note(id);
		// Nobody writes on their head.
		const isReadable = note && note.angle === 0 && this.view.lie.scale * note.scale >= READABLE_SCALE;
		this.tools.editing = { note: id, where: isReadable ? 'sheet' : 'bar' };
	}

	/** Stops writing on a note; one that was left empty goes away. */
	endWriting(id: string): void {
		if (this.tools.editing?.note === id) this.tools.editing = null;
		this.together.goAlong();
		const note = this.state.note(id);
		if (!note || !this.mayWrite(note) || note.words.trim() !== '') return;
		this.state.remove([id]);
		this.tools.choose([]);
	}

	/** Those of these things that I may move or remove: mine, or anything for one who leads. */
	readonly movable = (ids: readonly string[]): string[] =>
		ids.filter((id) => {
			const thing = this.state.thing(id);
			return thing !== null && this.mayMove(thing);
		});

	/** Those of these things that I may take away. */
	readonly erasable = (ids: readonly string[]): string[] =>
		ids.filter((id) => {
			const thing = this.state.thing(id);
			return thing !== null && this.mayErase(thing);
		});

	/** Those of these things that I may put elsewhere: as `movable`, but a line drawn by hand stays where its author put it. */
	readonly carriable = (ids: readonly string[]): string[] =>
		this.movable(ids).filter((id) => this.state.stroke(id) === undefined || this.state.isOwn(id));

	readonly say = (words: string): void => {
		this.tools.said = words;
	};

	/** Puts back what was held when the board was paused. */
	releaseHeld(): void {
		const { state, held } = this;
		this.held = [];
		state.acts.act(() => {
			for (const stroke of held) state.ink.add({ ...stroke, by: state.person });
		});
	}

	close(): void {
		this.together.close();
		this.laser.close();
		this.presence.close();
		this.view.close();
		this.state.close();
	}
}

export const [getOpenBoard, setOpenBoard] = createContext<OpenBoard>();
