/** The times of one night, as 23:15; waking is in minutes. */
export interface Night {
	toBed: string;
	asleep: string;
	awakeMinutes: number;
	woke: string;
	gotUp: string;
}

const DAY = 24 * 60;

/**
 * How much of the time in bed was sleep, in percent: time from falling asleep to the last waking, less the time awake
 * in between, over the time from going to bed to getting up. Null when the times make no night.
 */
export function sleepEfficiency({ toBed, asleep, awakeMinutes, woke, gotUp }: Night): number | null {
	const start = minutesOf(toBed);
	const after = (time: string) => (minutesOf(time) - start + DAY) % DAY;
	const [inBed, fell, last] = [after(gotUp), after(asleep), after(woke)];
	const asleepFor = last - fell - awakeMinutes;
	const isNight = Number.isFinite(inBed) && inBed > 0 && fell <= last && last <= inBed && asleepFor >= 0;
	return isNight ? Math.round((asleepFor / inBed) * 100) : null;
}

function minutesOf(time: string): number {
	const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
	return hours * 60 + minutes;
}
