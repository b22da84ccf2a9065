/** Equal tiles in a circle's place: as many columns as makes it nearest to square. */
export function circleColumns(people: number): number {
	return Math.max(1, Math.ceil(Math.sqrt(people)));
}
