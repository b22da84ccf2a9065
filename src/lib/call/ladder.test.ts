import { expect, test } from 'vitest';
import { Ladder, SAMPLE_EVERY_MS, type Heard } from './ladder.ts';
import { bestRung, type Rung } from './rungs.ts';

const fine: Heard = { loss: 0, roundTripMs: 40, availableKbps: 3_000, limitedBy: 'none', gaps: 0 };

function warm(best: Rung = '360p'): Ladder {
	const ladder = new Ladder(best);
	hear(ladder, fine, 4);
	return ladder;
}

function hear(ladder: Ladder, heard: Partial<Heard>, seconds: number): Rung {
	for (let ms = 0; ms < seconds * 1000; ms += SAMPLE_EVERY_MS) ladder.hear({ ...fine, ...heard });
	return ladder.rung;
}

test('six seconds of loss take the picture down by one, four are waited out', () => {
	const ladder = warm();
	expect(hear(ladder, { loss: 0.1 }, 4)).toBe('360p');
	expect(hear(ladder, {}, 2)).toBe('360p');
	expect(hear(ladder, { loss: 0.1 }, 6)).toBe('270p');
});

test('gaps that people hear take the picture down sooner, and many gaps leave voice alone at once', () => {
	expect(hear(warm(), { gaps: 0.06 }, 4)).toBe('270p');
	expect(hear(warm(), { gaps: 0.13 }, 2)).toBe('voice');
	expect(hear(warm(), { roundTripMs: 950 }, 2)).toBe('voice');
});

test('a slow uplink counts only when it is what limits the picture', () => {
	expect(hear(warm(), { availableKbps: 200 }, 20)).toBe('360p');
	expect(hear(warm(), { availableKbps: 200, limitedBy: 'bandwidth' }, 6)).toBe('270p');
});

test('an uplink that carries no picture beside the voice leaves voice alone at once, but not just after a step up', () => {
	const starved: Partial<Heard> = { availableKbps: 70, limitedBy: 'bandwidth' };
	expect(hear(warm(), starved, 2)).toBe('voice');
	expect(hear(warm(), { availableKbps: 70, loss: 0.3 }, 2)).toBe('voice');
	// Nobody has tried what more there is.
	expect(hear(warm(), { availableKbps: 70 }, 20)).toBe('360p');
	const ladder = warm();
	hear(ladder, starved, 2);
	expect(hear(ladder, {}, 20)).toBe('still');
	expect(hear(ladder, starved, 2)).toBe('still');
	expect(hear(ladder, {}, 2)).toBe('still');
	expect(hear(ladder, starved, 2)).toBe('voice');
});

test('a phone that cannot keep up steps down as a weak link does', () => {
	expect(hear(warm(), { limitedBy: 'cpu' }, 6)).toBe('270p');
});

test('the way down passes every rung and ends at voice: loss alone never takes the voice away', () => {
	const ladder = warm();
	const seen = Array.from({ length: 5 }, () => hear(ladder, { loss: 0.2 }, 6));
	expect(seen).toEqual(['270p', '180p', 'still', 'voice', 'voice']);
});

test('voice is given up only after ten seconds in which it is no use', () => {
	const ladder = warm();
	hear(ladder, { gaps: 0.5 }, 2);
	expect(hear(ladder, { gaps: 0.5 }, 8)).toBe('voice');
	expect(hear(ladder, { gaps: 0.5 }, 2)).toBe('text');
});

test('the way up takes twenty clean seconds, and twice as long after each step that did not hold', () => {
	const ladder = warm();
	hear(ladder, { loss: 0.1 }, 6);
	expect(hear(ladder, {}, 18)).toBe('270p');
	expect(hear(ladder, {}, 2)).toBe('360p');
	hear(ladder, { loss: 0.1 }, 6);
	expect(hear(ladder, {}, 38)).toBe('270p');
	expect(hear(ladder, {}, 2)).toBe('360p');
	hear(ladder, { loss: 0.1 }, 6);
	hear(ladder, {}, 80);
	hear(ladder, { loss: 0.1 }, 6);
	expect(hear(ladder, {}, 78)).toBe('270p');
	expect(hear(ladder, {}, 2)).toBe('360p');
});

test('the size of the group sets the most that is sent', () => {
	expect([2, 4, 5, 6, 7, 12].map(bestRung)).toEqual(['360p', '360p', '270p', '270p', '180p', '180p']);
	const ladder = warm();
	ladder.best = '180p';
	expect(ladder.rung).toBe('180p');
	expect(hear(ladder, {}, 100)).toBe('180p');
});

test('one tap tries the picture again', () => {
	const ladder = warm();
	hear(ladder, { gaps: 0.2 }, 2);
	ladder.tryAgain();
	expect(ladder.rung).toBe('180p');
});
