import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { PersonId } from '#lib/domain/ids.ts';
import { BoardTools } from './board-tools.svelte.ts';
import { Hands } from './hands.ts';
import { OpenBoard, type BoardSetting } from './open-board.svelte.ts';

beforeEach(() => {
	vi.stubGlobal('Element', class {});
	vi.stubGlobal('SVGElement', class {});
});
afterEach(() => vi.unstubAllGlobals());

const WINDOW = { left: 0, top: 0, width: 800, height: 450 };

interface Touch {
	id: number;
	type?: 'touch' | 'pen' | 'mouse';
	x?: number;
	y?: number;
}

/** Ana's hands on a board with the pen in hand, and what becomes of them. */
function anasHands({ leads = false, person = 'ana' } = {}) {
	const doc = new Y.Doc();
	const setting = {
		...{ doc, awareness: new Awareness(new Y.Doc()), template: 'blank', names: new Map() },
		...{
			me: { person: person as PersonId, name: 'Ana' },
			mayEdit: true,
			leads,
			restore: null,
			pictures: null
		}
	} satisfies BoardSetting;
	const open = new OpenBoard(setting, new BoardTools());
	open.view.resize(WINDOW.width, WINDOW.height);
	const glass = Object.assign(new EventTarget(), {
		getBoundingClientRect: () => WINDOW,
		setPointerCapture: () => undefined
	});
	new Hands(open, glass as unknown as HTMLElement).listen();
	const send = (name: string, { id, type = 'touch', x = 200, y = 200 }: Touch) =>
		glass.dispatchEvent(
			Object.assign(new Event(name, { cancelable: true }), {
				...{ pointerId: id, pointerType: type, clientX: x, clientY: y, pressure: 0.7 },
				...{ button: 0, shiftKey: false, getCoalescedEvents: () => [] }
			})
		);
	const drag = (touch: Touch, [dx, dy]: [number, number]) => {
		for (let step = 1; step <= 20; step++) {
			const part = step / 20;
			send('pointermove', {
				...touch,
				x: (touch.x ?? 200) + dx * part,
				y: (touch.y ?? 200) + dy * part
			});
		}
	};
	const stroke = (touch: Touch, by: [number, number]) => {
		send('pointerdown', touch);
		drag(touch, by);
		send('pointerup', touch);
	};
	const lines = () => open.state.ink.on(open.sheet.id);
	return { open, send, drag, stroke, lines };
}

const PEN = { id: 9, type: 'pen' } as const;

test('a palm that lands before the pen leaves no ink, however much it drew, and the pen draws', () => {
	const { open, send, drag, stroke, lines } = anasHands();
	send('pointerdown', { id: 1 });
	drag({ id: 1 }, [120, 60]);
	stroke({ ...PEN, x: 400 }, [100, 0]);
	drag({ id: 1, x: 320, y: 260 }, [50, 50]);
	send('pointerup', { id: 1, x: 370, y: 310 });
	expect(lines()).toHaveLength(1);
	expect(lines()[0]!.ink.pressed).toBe(true);
	open.state.acts.undo();
	expect(lines()).toHaveLength(0);
	expect(open.state.mayUndo).toBe(false);
});

test('a palm line so long that part of it was committed is taken back whole, and redo does not know of it', () => {
	const { open, send, drag, lines } = anasHands();
	send('pointerdown', { id: 1 });
	for (let turn = 0; turn < 30; turn++) drag({ id: 1, x: 200 }, [turn % 2 === 0 ? 300 : -150, turn * 5]);
	expect(lines().length).toBe(1);
	send('pointerdown', PEN);
	expect(lines()).toHaveLength(0);
	expect([open.state.mayUndo, open.state.mayRedo]).toEqual([false, false]);
});

test('two touches of a palm under way as a pinch do not keep the pen from drawing; nor does one that lifts late', () => {
	const { send, stroke, lines } = anasHands();
	send('pointerdown', { id: 1 });
	send('pointerdown', { id: 2, x: 260 });
	stroke({ ...PEN, x: 400 }, [100, 0]);
	send('pointerup', { id: 1 });
	stroke({ ...PEN, x: 400, y: 300 }, [100, 0]);
	send('pointerup', { id: 2, x: 260 });
	expect(lines()).toHaveLength(2);
});

test('what a palm rubbed out with the eraser is back when the pen comes', () => {
	const { open, send, stroke, drag, lines } = anasHands();
	stroke({ id: 5, type: 'mouse' }, [100, 0]);
	open.tools.take('eraser');
	send('pointerdown', { id: 1, x: 250, y: 180 });
	drag({ id: 1, x: 250, y: 180 }, [0, 40]);
	expect(lines()).toHaveLength(0);
	send('pointerdown', { ...PEN, x: 600 });
	send('pointerup', { ...PEN, x: 600 });
	expect(lines()).toHaveLength(1);
});

test('one finger draws, a second makes it a pinch; after a pen was seen one finger moves the sheet', () => {
	const { open, send, stroke, drag, lines } = anasHands();
	stroke({ id: 1 }, [100, 0]);
	expect(lines()).toHaveLength(1);
	const before = open.view.lie.scale;
	send('pointerdown', { id: 1 });
	send('pointerdown', { id: 2, x: 260 });
	drag({ id: 2, x: 260 }, [100, 0]);
	send('pointerup', { id: 1 });
	send('pointerup', { id: 2, x: 360 });
	expect(open.view.lie.scale).toBeGreaterThan(before);
	expect(lines()).toHaveLength(1);
	stroke({ ...PEN, x: 400 }, [100, 0]);
	const { x } = open.view.lie;
	stroke({ id: 1, x: 300 }, [-60, 0]);
	expect(lines()).toHaveLength(2);
	expect(open.view.lie.x).toBeLessThan(x);
});

test('with Select a finger takes up a line near it and carries it; beside it the sheet moves', () => {
	const { open, stroke, lines } = anasHands();
	stroke({ id: 1 }, [100, 0]);
	open.tools.take('choose');
	const [line] = lines();
	stroke({ id: 1, x: 250, y: 212 }, [0, 80]);
	expect(open.tools.chosen).toEqual([line!.id]);
	expect(lines()[0]!.ink.points[0]![1]).toBeGreaterThan(line!.ink.points[0]![1] + 100);
	stroke({ id: 1, x: 600, y: 60 }, [0, 20]);
	expect(open.tools.chosen).toEqual([]);
});

test('one who leads takes up a member’s line by finger to remove or lock it; it stays where its author put it', () => {
	const { open, stroke, lines } = anasHands({ leads: true, person: 'dana' });
	const ink = {
		points: [100, 200, 300].map((x) => [x, 300, 0.5] as [number, number, number]),
		pressed: false
	};
	const look = { pen: 'teal', width: 8, marker: false } as const;
	const id = open.state.ink.add({ by: 'ben' as PersonId, sheet: open.sheet.id, ...look, ink });
	open.tools.take('choose');
	const { scale, x, y } = open.view.lie;
	stroke({ id: 1, x: 200 * scale + x, y: 300 * scale + y }, [0, 80]);
	expect(open.tools.chosen).toEqual([id]);
	expect(lines()[0]!.ink).toEqual(ink);
	expect([open.movable([id]), open.carriable([id])]).toEqual([[id], []]);
	open.state.setLocked([id], true);
	open.tools.choose([]);
	stroke({ id: 1, x: 200 * scale + x, y: 300 * scale + y }, [0, 0]);
	expect(open.tools.chosen).toEqual([id]);
});
