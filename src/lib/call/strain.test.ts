import { expect, test } from 'vitest';
import { Strain } from './strain.ts';

const EVERY_MS = 200;
const fine = { frames: 48, arrived: 48, seconds: 2 };

let now = 0;
function beats(strain: Strain, { lateMs = 0, hidden = false } = {}): void {
	for (let beat = 0; beat < 20; beat++) strain.beat((now += EVERY_MS + lateMs), hidden);
}

test('a page that comes late to its own beat cannot keep up', () => {
	const strain = new Strain(EVERY_MS);
	beats(strain);
	expect(strain.take([fine])).toBe(false);
	beats(strain, { lateMs: 150 });
	expect(strain.take([fine])).toBe(true);
	expect(strain.take([fine])).toBe(false);
});

test('a page in the background is late by its browser’s will', () => {
	const strain = new Strain(EVERY_MS);
	beats(strain, { lateMs: 800, hidden: true });
	expect(strain.take([fine])).toBe(false);
});

test('pictures that arrive and are not shown are the device’s doing, pictures that do not arrive are not', () => {
	const strain = new Strain(EVERY_MS);
	expect(strain.take([fine, { frames: 12, arrived: 40, seconds: 2 }])).toBe(true);
	expect(strain.take([fine, { frames: 12, arrived: 13, seconds: 2 }])).toBe(false);
});
