import type { Spot } from '#lib/domain/board.ts';
import { ChooseAct } from './choose-act.ts';
import { DrawAct } from './draw-act.svelte.ts';
import { EraseAct } from './erase-act.ts';
import type { HandAct, HandPoint } from './hand-act.ts';
import type { OpenBoard } from './open-board.svelte.ts';
import { LaserAct } from './laser-act.ts';
import { PinchAct } from './pinch-act.ts';
import { PlaceAct } from './place-act.ts';
import { ResizeAct } from './resize-act.ts';
import { ShapeAct } from './shape-act.ts';
import { TurnAct } from './turn-act.ts';

const WHEEL_ZOOM = 0.0022;
const WHEEL_LINE_PX = 32;
const PAN_BUTTON = 1;

/** How far from a line a finger may come down, and a mouse or pen, in CSS pixels. */
const FINGER_REACH_PX = 18;
const POINT_REACH_PX = 10;

/**
 * Pointers on the board's window become acts. A mouse, a pen or one finger does what the tool does; two fingers,
 * the middle button, or Space held move the sheet. Once a pen was seen, fingers only move: the palm draws nothing.
 * A hand that rests on the glass before its pen or beside it is no hand at all until it lifts.
 */
export class Hands {
	readonly #open: OpenBoard;
	readonly #window: HTMLElement;
	readonly #fingers = new Map<number, Spot>();
	/** Touches that are a palm, until they lift. */
	readonly #palms = new Set<number>();
	#act: { pointer: number; does: HandAct; type: string } | null = null;
	#pinch: PinchAct | null = null;
	#penSeen = false;
	#spaceHeld = false;

	constructor(open: OpenBoard, window: HTMLElement) {
		this.#open = open;
		this.#window = window;
	}

	listen(): () => void {
		const listening = new AbortController();
		const on = <Name extends keyof HTMLElementEventMap>(
			name: Name,
			hear: (event: HTMLElementEventMap[Name]) => void
		) => this.#window.addEventListener(name, hear, { signal: listening.signal, passive: false });
		on('pointerdown', (event) => this.#down(event));
		on('pointermove', (event) => this.#move(event));
		on('pointerup', (event) => this.#up(event, 'end'));
		on('pointercancel', (event) => this.#up(event, 'cancel'));
		// A tap ends with a mouse press made up by the browser: it must not take the focus from a note just opened.
		on('mousedown', (event) => {
			if (this.#open.tools.editing && !isField(event.target)) event.preventDefault();
		});
		on('pointerleave', () => this.#open.presence.point(null));
		on('wheel', (event) => this.#wheel(event));
		on('keydown', (event) => (this.#spaceHeld ||= event.key === ' '));
		on('keyup', (event) => (this.#spaceHeld &&= event.key !== ' '));
		return () => {
			this.#act?.does.cancel();
			listening.abort();
		};
	}

	#down(event: PointerEvent): void {
		if (isField(event.target) || isApart(event.target)) return;
		const { editing } = this.#open.tools;
		if (editing) this.#open.endWriting(editing.note);
		if (event.pointerType === 'pen') this.#rejectPalm();
		if (event.pointerType === 'touch' && this.#act?.type === 'pen') {
			this.#palms.add(event.pointerId);
			return;
		}
		const at = this.#at(event);
		if (event.pointerType === 'touch') this.#fingers.set(event.pointerId, at);
		this.#window.setPointerCapture(event.pointerId);
		if (this.#fingers.size === 2) return this.#startPinch();
		if (this.#act || this.#pinch) return;
		const does = this.#actFor(event);
		if (!does) return;
		this.#open.drawing = does instanceof DrawAct ? does : null;
		this.#act = { pointer: event.pointerId, does, type: event.pointerType };
	}

	/** What touched the glass when the pen came was a palm: what it did is as if it had not been. */
	#rejectPalm(): void {
		this.#penSeen = true;
		for (const finger of this.#fingers.keys()) this.#palms.add(finger);
		this.#fingers.clear();
		this.#pinch?.cancel();
		this.#pinch = null;
		if (this.#act?.type !== 'touch') return;
		const { does } = this.#act;
		this.#act = null;
		if (does.drop) does.drop();
		else does.cancel();
		this.#open.drawing = null;
	}

	#actFor(event: PointerEvent): HandAct | null {
		const { tools, view, mayEdit } = this.#open;
		const first = this.#handPoint(event);
		const isTouch = event.pointerType === 'touch';
		const isPanning = event.button === PAN_BUTTON || this.#spaceHeld || (isTouch && this.#penSeen);
		const thing = thingUnder(event.target);
		const reach = isTouch ? FINGER_REACH_PX : POINT_REACH_PX;
		const line = tools.tool === 'choose' ? lineUnder(this.#open, first.spot, reach) : null;
		const aims = thing !== null || (isTouch && line !== null);
		const end = handleUnder(event.target);
		if (end && mayEdit && event.button === 0)
			return end === 'turn' ? TurnAct.of(this.#open) : ResizeAct.of(this.#open, end);
		const movesSheet = isPanning || !mayEdit || (tools.tool === 'choose' && isTouch);
		if (movesSheet && !(tools.tool === 'choose' && aims)) {
			tools.choose([]);
			return new PinchAct(view, [this.#at(event)]);
		}
		if (event.button !== 0) return null;
		if (tools.tool === 'pen' || tools.tool === 'marker')
			return new DrawAct(this.#open, first, event.pointerType === 'pen');
		if (tools.tool === 'eraser') return new EraseAct(this.#open, first);
		if (tools.tool === 'laser') return new LaserAct(this.#open, first);
		if (tools.tool === 'shape' || tools.tool === 'stamp') return new ShapeAct(this.#open, first);
		if (tools.tool === 'choose' || thing)
			return new ChooseAct(this.#open, first, { thing, line, isAdding: event.shiftKey });
		return new PlaceAct(this.#open, first, tools.tool);
	}

	#startPinch(): void {
		this.#act?.does.cancel();
		this.#act = null;
		this.#open.drawing = null;
		this.#pinch = new PinchAct(this.#open.view, [...this.#fingers.values()]);
	}

	#move(event: PointerEvent): void {
		if (this.#palms.has(event.pointerId)) return;
		const { sheet, presence, view, tools } = this.#open;
		const at = this.#at(event);
		if (this.#fingers.has(event.pointerId)) this.#fingers.set(event.pointerId, at);
		const { x, y } = view.toSheet(at);
		if (!this.#pinch) presence.point({ sheet: sheet.id, x: Math.round(x), y: Math.round(y) });
		if (this.#pinch) return this.#pinch.follow([...this.#fingers.values()]);
		if (this.#act?.pointer !== event.pointerId) return;
		if (this.#act.does instanceof PinchAct) return this.#act.does.follow([at]);
		const events = tools.tool === 'choose' ? [event] : coalesced(event);
		this.#act.does.move(events.map((one) => this.#handPoint(one)));
	}

	#up(event: PointerEvent, how: 'end' | 'cancel'): void {
		if (this.#palms.delete(event.pointerId)) return;
		const wasPinch = this.#pinch !== null && this.#fingers.has(event.pointerId);
		this.#fingers.delete(event.pointerId);
		if (event.pointerType === 'touch') this.#open.presence.point(null);
		if (wasPinch && this.#fingers.size === 0) {
			this.#pinch?.end();
			this.#pinch = null;
		}
		if (this.#act?.pointer !== event.pointerId) return;
		const { does } = this.#act;
		this.#act = null;
		does[how]();
		this.#open.drawing = null;
		this.#open.together.goAlong();
	}

	#wheel(event: WheelEvent): void {
		const { view } = this.#open;
		const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PX : 1;
		if (event.ctrlKey || event.metaKey) {
			event.preventDefault();
			view.zoomAt(Math.exp(-event.deltaY * unit * WHEEL_ZOOM), this.#at(event));
			return;
		}
		const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
		// When nothing is left to see that way, the page may scroll.
		if (view.panBy(-dx * unit, -dy * unit)) event.preventDefault();
	}

	#handPoint(event: PointerEvent): HandPoint {
		const pressure = event.pointerType === 'pen' ? event.pressure : 0.5;
		return { spot: this.#open.view.toSheet(this.#at(event)), pressure };
	}

	#at(event: MouseEvent): Spot {
		const { left, top } = this.#window.getBoundingClientRect();
		return { x: event.clientX - left, y: event.clientY - top };
	}
}

/** All the points since the last frame; some browsers give none for some events. */
function coalesced(event: PointerEvent): PointerEvent[] {
	const events = event.getCoalescedEvents?.() ?? [];
	return events.length > 0 ? events : [event];
}

const isField = (target: EventTarget | null) =>
	target instanceof Element && target.closest('textarea') !== null;

/** A button that lies on the board and is no part of it. */
const isApart = (target: EventTarget | null) =>
	target instanceof Element && target.closest('[data-apart]') !== null;

function thingUnder(target: EventTarget | null): string | null {
	const thing = target instanceof Element && target.closest<HTMLElement>('[data-note], [data-shape]');
	return (thing && (thing.dataset.note ?? thing.dataset.shape)) || null;
}

/** The line on top within reach of a spot, of those that I may choose. */
function lineUnder({ state, sheet, view, mayChoose }: OpenBoard, spot: Spot, reach: number): string | null {
	const at = { ...spot, sheet: sheet.id };
	return state.ink.at(at, reach / view.lie.scale, mayChoose)?.id ?? null;
}

function handleUnder(target: EventTarget | null): 'start' | 'end' | 'turn' | null {
	const handle = target instanceof SVGElement ? target.dataset.handle : undefined;
	return handle === 'start' || handle === 'end' || handle === 'turn' ? handle : null;
}
