import { expect, test } from 'vitest';
import { holdsPace } from './blur-pace.ts';

const pictures = (count: number, ms: number) => Array.from({ length: count }, () => ms);

test.each<[string, number[], boolean]>([
	['a quick device', pictures(40, 12), true],
	['a device at fifteen pictures a second', pictures(30, 1000 / 15), true],
	['a device that makes fourteen', pictures(28, 1000 / 14), false],
	['a quick device with a camera that gives few in the dark', pictures(10, 20), true],
	[
		'a device that needed long for its first pictures alone',
		[...pictures(5, 400), ...pictures(20, 20)],
		true
	],
	['a device that slows down', [...pictures(10, 20), ...pictures(10, 120)], false],
	['one that made next to none', pictures(4, 5), false],
	['one that made none', [], false]
])('%s', (_device, took, holds) => expect(holdsPace(took)).toBe(holds));
