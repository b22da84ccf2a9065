/** A line of a chart. Lines are told apart by how they are drawn as well as by colour. */
export interface ChartLine {
	name: string;
	look: 'solid' | 'dashed';
	values: readonly (number | null)[];
}

export interface ChartBand {
	name: string;
	ranges: readonly ({ least: number; most: number } | null)[];
}

/** What stands at the left, and at which height (0-10). */
export type ChartScale = readonly { value: number; label: string }[];
