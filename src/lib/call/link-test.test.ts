import { expect, test } from 'vitest';
import { testLink } from './link-test.ts';
import { carries, figuresInWords, linkWords } from './link-words.ts';

interface Link {
	roundTripMs: number;
	downKbps: number;
	upKbps: number;
	/** Every so many-th question is lost. */
	losesEach?: number;
}

/** A link that behaves as told, on a clock of its own, and how much it carried. */
function link({ roundTripMs, downKbps, upKbps, losesEach = Infinity }: Link) {
	let [clock, asked, carried] = [0, 0, 0];
	const carry = (kbps: number) => async (bytes: number) => {
		asked++;
		clock += roundTripMs + (bytes * 8) / kbps;
		carried += bytes;
		if (bytes === 0 && asked % losesEach === 0) throw new Error('lost');
	};
	return { down: carry(downKbps), up: carry(upKbps), now: () => clock, carried: () => carried };
}

test('what a link can do is found within a tenth, in both directions', async () => {
	const found = await testLink(link({ roundTripMs: 60, downKbps: 8_000, upKbps: 900 }));
	expect(found.roundTripMs).toBe(60);
	expect(found.downKbps / 8_000).toBeCloseTo(1, 1);
	expect(found.upKbps / 900).toBeCloseTo(1, 1);
	expect(found.lost).toBe(0);
});

test('a weak and dear link is asked to carry little', async () => {
	const weak = link({ roundTripMs: 300, downKbps: 64, upKbps: 32 });
	const found = await testLink(weak);
	expect(found.upKbps / 32).toBeCloseTo(1, 1);
	expect(weak.carried()).toBeLessThan(60 * 1024);
});

test('lost questions are counted, and nothing at all is said to be nothing', async () => {
	const lossy = await testLink(link({ roundTripMs: 50, downKbps: 9_000, upKbps: 9_000, losesEach: 3 }));
	expect(lossy.lost).toBeCloseTo(1 / 3);
	expect(linkWords(lossy, 6).remark).toMatch(/lost on the way/);
	await expect(testLink(link({ roundTripMs: 50, downKbps: 9, upKbps: 9, losesEach: 1 }))).rejects.toThrow();
});

test('what works in a group of six is said as the ladder of the call has it', () => {
	const at = (upKbps: number) => ({ roundTripMs: 50, downKbps: 9_000, lost: 0, upKbps });
	// Six people: five others, each with thrifty voice (16) and a face, and a quarter to spare.
	expect([60, 110, 500, 800, 5_000].map((upKbps) => carries(at(upKbps), 6))).toEqual([
		'text',
		'voice',
		'still',
		'180p',
		'270p'
	]);
	expect(linkWords(at(60), 6).advice).toMatch(/too weak for voices/);
	expect(linkWords(at(110), 6).advice).toMatch(/“Voices only”/);
	expect(linkWords({ ...at(5_000), roundTripMs: 900 }, 6).remark).toMatch(/come late/);
	expect(figuresInWords(at(800))).toBe('50 ms there and back, 9.0 Mbit/s to you, 800 kbit/s from you');
});
