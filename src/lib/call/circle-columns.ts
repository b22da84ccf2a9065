/** A tile's width to its height. */
const TILE = 4 / 3;

/** How many tiles stand side by side, so that each is as large as a space of this shape (width to height) allows. */
export function circleColumns(people: number, shape = 1): number {
	const widthIn = (columns: number) => {
		const rows = Math.ceil(people / columns);
		return Math.min(shape / columns, TILE / rows);
	};
	const choices = Array.from({ length: Math.max(1, people) }, (_, index) => index + 1);
	return choices.reduce((best, columns) => (widthIn(columns) > widthIn(best) - 1e-9 ? columns : best));
}
