import type { Note } from '#lib/domain/board.ts';
import type { OpenBoard } from './open-board.svelte.ts';

const STEP = 20;
const LONG_STEP = 100;

const STEPS: Record<string, [number, number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** Keys on a note: Enter chooses and then opens its words, arrows move it, Delete takes it away. */
export function noteKeys(open: OpenBoard, note: Note, event: KeyboardEvent): void {
	if (event.ctrlKey || event.metaKey || event.altKey || !press(open, note, event)) return;
	event.preventDefault();
	event.stopPropagation();
}

function press(open: OpenBoard, note: Note, { key, shiftKey, target }: KeyboardEvent): boolean {
	const board = (target as Element).closest('.board');
	const { tools, state, view } = open;
	const step = STEPS[key];
	if (key === 'Enter' || key === ' ') {
		const wasChosen = tools.chosen.includes(note.id);
		tools.choose([note.id]);
		view.reveal(note.place);
		if (wasChosen && open.mayWrite(note)) open.startWriting(note.id);
		return true;
	}
	if (step && open.mayMove(note)) {
		const by = shiftKey ? LONG_STEP : STEP;
		state.nudgeNote(note, step[0] * by, step[1] * by);
		view.reveal(note.place);
		return true;
	}
	if (key !== 'Delete' && key !== 'Backspace') return false;
	if (open.mayWrite(note)) {
		state.remove([note.id]);
		open.say('Note removed. Undo brings it back.');
		board?.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });
	} else tools.choose([note.id]);
	return true;
}
