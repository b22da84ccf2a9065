import { randomInt } from 'node:crypto';

/** The same things in an order that tells nothing about where they came from (Fisher and Yates, 1938). */
export function shuffled<Thing>(things: readonly Thing[]): Thing[] {
	const mixed = [...things];
	for (let last = mixed.length - 1; last > 0; last -= 1) {
		const other = randomInt(last + 1);
		[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
	}
	return mixed;
}
