/** How the rows of a repeating group are drawn beside their words. */
export type Picture =
	/** A web of two ratings for each named row: the gap between what is wanted and what is. */
	| { kind: 'radar'; name: string; wanted: string; lived: string }
	/** Boxes with arrows between them: two choices from the same list, and what the arrow says. */
	| { kind: 'arrows'; from: string; to: string; words: string };

/** A picture as an artifact keeps it: it can be drawn without the exercise or the document. */
export type PictureJson =
	| {
			kind: 'radar';
			label: string;
			names: string[];
			/** Null where it was not rated. */
			lines: { label: string; values: (number | null)[] }[];
			most: number;
	  }
	| {
			kind: 'arrows';
			label: string;
			boxes: { id: string; label: string; words: string[] }[];
			arrows: { from: string; to: string; words: string }[];
	  }
	| { kind: 'square'; label: string; parts: { label: string; lines: string[]; sum: number | null }[] };
