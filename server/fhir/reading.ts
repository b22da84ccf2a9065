import type { JsonObject } from './json-lines.ts';

/**
 * Where a part of an exercise stands in the Questionnaire it came from. `asked`: it is that item. `heading`: it is the
 * words of a group. `repeated`: a question with several answers, which we ask in rows. `made`: we added it to ask all
 * of an item, so the file has no item of its own for it.
 */
export interface Place {
	theirs: string;
	/** The items around it, the outermost first. */
	within: readonly string[];
	role: 'asked' | 'heading' | 'repeated' | 'made';
}

/** How an exercise and the file it came from hang together, by the names that we write (`linkIdOf`). */
export interface Places {
	places: Map<string, Place>;
	/** What an option's answer is called there, by question and option. */
	values: Map<string, ReadonlyMap<string, JsonObject>>;
}
