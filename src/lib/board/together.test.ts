import { expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { LivePresence } from './live-presence.svelte.ts';
import type { SharedView } from './other-hand.ts';
import { Together } from './together.svelte.ts';

const PART = { left: 0, top: 0, right: 400, bottom: 300 };

/** Somebody at a board, and where they were brought. */
function someone() {
	const awareness = new Awareness(new Y.Doc());
	const goer = {
		isBusy: false,
		went: [] as string[],
		told: [] as boolean[],
		go: ({ sheet }: SharedView) => void goer.went.push(sheet),
		tell: (call: unknown) => void goer.told.push(call !== null)
	};
	const together = new Together(new LivePresence(awareness), goer);
	/** What another who leads shows, as the server lets it through. */
	const hear = (from: Awareness, view: SharedView | null) => {
		from.setLocalState({ person: 'dana', view });
		applyAwarenessUpdate(awareness, encodeAwarenessUpdate(from, [from.clientID]), 'server');
	};
	return { together, goer, hear };
}
const leader = () => new Awareness(new Y.Doc());

test('a member goes along until they leave, comes back when they like, and is told when it ends', () => {
	const { together, goer, hear } = someone();
	const dana = leader();
	hear(dana, { sheet: '2', ...PART, turn: 1 });
	hear(dana, { sheet: '3', ...PART, turn: 1 });
	together.leave();
	hear(dana, { sheet: '4', ...PART, turn: 1 });
	expect(goer.went).toEqual(['2', '3']);
	together.comeBack();
	expect(goer.went).toEqual(['2', '3', '4']);
	hear(dana, null);
	expect(goer.told).toEqual([true, false]);
	expect(together.isAlong).toBe(false);
});

test('who left one call is brought along by the next', () => {
	const { together, goer, hear } = someone();
	const dana = leader();
	hear(dana, { sheet: '2', ...PART, turn: 1 });
	together.leave();
	hear(dana, { sheet: '3', ...PART, turn: 2 });
	expect(goer.went).toEqual(['2', '3']);
});

test('nobody is pulled away from what they draw or write; they go along when it is done', () => {
	const { together, goer, hear } = someone();
	goer.isBusy = true;
	hear(leader(), { sheet: '2', ...PART, turn: 1 });
	expect(goer.went).toEqual([]);
	goer.isBusy = false;
	together.goAlong();
	expect(goer.went).toEqual(['2']);
	expect(goer.told).toEqual([true]);
});

test('the later call of two who lead holds, and the earlier ends by itself', () => {
	const { together, goer, hear } = someone();
	const kim = leader();
	hear(kim, { sheet: '2', ...PART, turn: 1 });
	together.bring();
	expect(together.isBringing).toBe(true);
	hear(kim, { sheet: '3', ...PART, turn: 1 });
	expect(goer.went).toEqual(['2']);
	hear(kim, { sheet: '4', ...PART, turn: 3 });
	expect(together.isBringing).toBe(false);
	expect(goer.went).toEqual(['2', '4']);
});
