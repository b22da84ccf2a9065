import { Histogram } from './histogram.ts';

/** What has arrived. */
export class Tally {
	readonly deliveries = new Histogram();
	readonly acknowledged = new Histogram();
	strokes = 0;
	closed = 0;

	delivered(isStroke: boolean, ms: number): void {
		this.deliveries.add(ms);
		if (isStroke) this.strokes++;
	}

	clear(): void {
		this.deliveries.clear();
		this.acknowledged.clear();
		this.strokes = 0;
	}
}
