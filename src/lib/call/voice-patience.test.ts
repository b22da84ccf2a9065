import { expect, test } from 'vitest';
import type { LinkSample } from './link-sample.ts';
import { VoicePatience } from './voice-patience.ts';

const fine: LinkSample = {
	...{ loss: 0, roundTripMs: 40, availableKbps: 3_000, limitedBy: 'none', hears: true },
	...{ gaps: 0, missed: 0, frames: 48, arrived: 48, seconds: 2 }
};

test('a voice on a good link is not kept back', () => {
	const patience = new VoicePatience();
	expect(patience.hear(fine)).toBe(null);
	expect(patience.hear({ ...fine, missed: 0.01 })).toBe(null);
});

test('a voice that comes in pieces, or is asked for again, is waited for until half a minute after the last time', () => {
	for (const bad of [{ gaps: 0.02 }, { missed: 0.05 }]) {
		const patience = new VoicePatience();
		expect(patience.hear({ ...fine, ...bad })).toBe(240);
		for (let s = 0; s < 28; s += 2) expect(patience.hear(fine)).toBe(240);
		expect(patience.hear(fine)).toBe(null);
	}
});

test('the wait follows the way, and stays short enough to talk', () => {
	const bad = { ...fine, gaps: 0.1 };
	expect(new VoicePatience().hear({ ...bad, roundTripMs: null })).toBe(160);
	expect(new VoicePatience().hear({ ...bad, roundTripMs: 900 })).toBe(500);
});
