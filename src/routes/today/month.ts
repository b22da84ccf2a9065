const DAYS_A_WEEK = 7;

/** The days of the month of `day` in weeks from Monday; null where a week lies outside the month. */
export function monthOf(day: Date): (number | null)[][] {
	const first = new Date(day.getFullYear(), day.getMonth(), 1);
	const count = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
	const before = (first.getDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
	const cells = [
		...Array<null>(before).fill(null),
		...Array.from({ length: count }, (_, index) => index + 1)
	];
	const weeks = Math.ceil(cells.length / DAYS_A_WEEK);
	return Array.from({ length: weeks }, (_, week) =>
		Array.from({ length: DAYS_A_WEEK }, (__, weekday) => cells[week * DAYS_A_WEEK + weekday] ?? null)
	);
}
