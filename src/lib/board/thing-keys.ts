import type { Note } from '#lib/domain/board.ts';
import type { BoardShape } from '#lib/domain/board-shape.ts';
import { scaleWithin } from '#lib/domain/board-note-size.ts';
import { boxHolding } from '#lib/domain/board-things.ts';
import type { OpenBoard } from './open-board.svelte.ts';

const STEP = 20;
const LONG_STEP = 100;
/** How much larger a note becomes. */
const [SCALE_STEP, LONG_SCALE_STEP] = [0.1, 0.5];
/** A picture is never narrower. */
const LEAST = 40;

const STEPS: Record<string, [number, number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/**
 * Keys on a note or shape: Enter chooses it (with Shift, too) and then opens a note's words, arrows move it and what is
 * chosen with it, with Control they stretch it, Delete takes it away.
 */
export function thingKeys(open: OpenBoard, thing: Note | BoardShape, event: KeyboardEvent): void {
	if (event.altKey || event.metaKey) return;
	const hasDone = event.ctrlKey ? stretch(open, thing, event) : press(open, thing, event);
	if (!hasDone) return;
	event.preventDefault();
	event.stopPropagation();
}

function press(open: OpenBoard, thing: Note | BoardShape, { key, shiftKey, target }: KeyboardEvent): boolean {
	const board = (target as Element).closest('.board');
	const { tools, state, view } = open;
	const step = STEPS[key];
	if (key === 'Enter' || key === ' ') {
		choose(open, thing, shiftKey);
		return true;
	}
	if (step && open.mayMove(thing)) {
		const by = shiftKey ? LONG_STEP : STEP;
		const along = tools.chosen.includes(thing.id) ? open.carriable(tools.chosen) : [thing.id];
		state.nudge(along, { dx: step[0] * by, dy: step[1] * by });
		view.reveal(thing.place);
		return true;
	}
	if (key !== 'Delete' && key !== 'Backspace') return false;
	if (open.mayWrite(thing)) {
		state.remove([thing.id]);
		open.say(`${'words' in thing ? 'Note' : 'Shape'} removed. Undo brings it back.`);
		board?.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });
	} else tools.choose([thing.id]);
	return true;
}

function choose(open: OpenBoard, thing: Note | BoardShape, isAdding: boolean): void {
	const { tools, state, view } = open;
	const wasChosen = tools.chosen.includes(thing.id);
	view.reveal(thing.place);
	if (isAdding) {
		const others = tools.chosen.filter((id) => id !== thing.id);
		tools.choose(wasChosen ? others : [...others, ...state.withGroups([thing.id])]);
		open.say(tools.chosen.length === 1 ? '1 thing chosen' : `${tools.chosen.length} things chosen`);
	} else if (wasChosen && 'words' in thing && open.mayWrite(thing)) open.startWriting(thing.id);
	else tools.choose(state.withGroups([thing.id]));
}

function stretch(
	{ state, mayWrite, say }: OpenBoard,
	thing: Note | BoardShape,
	{ key, shiftKey }: KeyboardEvent
): boolean {
	const step = STEPS[key];
	if (!step || !mayWrite(thing)) return false;
	if ('words' in thing) {
		const scale = scaleWithin(thing.scale + (step[0] + step[1]) * (shiftKey ? LONG_SCALE_STEP : SCALE_STEP));
		state.stretchNote(thing.id, { scale, angle: thing.angle, spot: thing.place });
		return true;
	}
	const by = shiftKey ? LONG_STEP : STEP;
	const span = { x: thing.span.x + step[0] * by, y: thing.span.y + step[1] * by };
	if (thing.kind === 'stamp') span.x = span.y = thing.span.x + (step[0] + step[1]) * by;
	if (thing.kind === 'picture') {
		span.x = Math.max(LEAST, thing.span.x + (step[0] + step[1]) * by);
		span.y = (span.x * thing.span.y) / thing.span.x;
	}
	if (thing.to !== null && boxHolding(state.board, thing, thing.to))
		say('This end stays on what it is attached to. To move it, choose Nothing at “To…” under More.');
	else state.stretch(thing.id, { span });
	return true;
}
