import { expect, test } from 'vitest';
import { BoardView } from './board-view.svelte.ts';

/** A window with a sheet in it, and how often its person looked elsewhere by themselves. */
function aWindow(width: number, height: number) {
	const moved = { times: 0 };
	const view = new BoardView(() => moved.times++);
	view.resize(width, height);
	return { view, moved };
}

test('what one window shows, another of any shape shows too, in its middle', () => {
	const wide = aWindow(1200, 700).view;
	wide.zoomAt(3, { x: 900, y: 200 });
	wide.settle();
	const { part } = wide;
	for (const { width, height } of [
		{ width: 1600, height: 900 },
		{ width: 360, height: 500 }
	]) {
		const { view } = aWindow(width, height);
		view.show(part);
		expect(view.part.left).toBeLessThanOrEqual(part.left);
		expect(view.part.top).toBeLessThanOrEqual(part.top);
		expect(view.part.right).toBeGreaterThanOrEqual(part.right);
		expect(view.part.bottom).toBeGreaterThanOrEqual(part.bottom);
	}
});

test('being shown a part, or a window of another size, is not looking elsewhere; zoom, moving and showing all are', () => {
	const { view, moved } = aWindow(800, 600);
	view.show({ left: 100, top: 100, right: 500, bottom: 400 });
	view.resize(700, 500);
	expect(moved.times).toBe(0);
	view.zoomAt(2);
	view.panBy(-30, 0);
	view.fit();
	expect(moved.times).toBe(3);
	view.panBy(-30, 0);
	expect(moved.times).toBe(3);
	view.close();
});
