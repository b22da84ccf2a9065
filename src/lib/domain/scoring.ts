/** How a measure counts. What each answer counts stands in its options, reversed items included. */
export interface Scoring {
	/** Who made it and on what terms, as they want it said. */
	credit: string;
	/** The fields that count, each a choice. */
	items: readonly string[];
	/** The total is the sum times this. */
	times: number;
	/** The highest total. */
	most: number;
	/** Whether a higher total is a better one. */
	higherIsBetter: boolean;
	/** In order; together they cover every total. None when there are no agreed bands. */
	bands: readonly Band[];
	/** Items that are also looked at by themselves. */
	parts?: readonly { label: string; items: readonly string[]; positiveFrom: number }[];
	/** A change of at least this much is more than chance. */
	changeFrom?: number;
	/** Said with every result. */
	caution: string;
	/** Its terms allow no use for profit: offered once the practice says that its use is not. */
	nonCommercial?: boolean;
	/** What others call the questionnaire and its total (LOINC). */
	codes?: { panel: string; total: string };
}

interface Band {
	/** The lowest total in it. */
	from: number;
	label: string;
}

/** A result as an artifact keeps it. */
export interface Score {
	/** Null when an item was left out: then there is no band either. */
	total: number | null;
	most: number;
	band: string | null;
	/** How many items were left out. */
	missing: number;
	parts: { label: string; total: number | null; positive: boolean }[];
	higherIsBetter: boolean;
	changeFrom: number | null;
	credit: string;
	caution: string;
	/** Risk items that were left out: never to be read as 0. */
	riskNotAnswered: string[];
}
