import { refuse } from './breach.ts';
import type { Reference, Section, Struct } from './scan-update.ts';

/** How far a client's clock has come in the document. */
type StateOf = (client: number) => number;

/**
 * The new structs of an update in the order in which Yjs can take them in, or null when one rests on something
 * that neither the document nor the update has. Refuses structs that rest on each other.
 */
export function integrationOrder(sections: ReadonlyMap<number, Section>, stateOf: StateOf): Struct[] | null {
	const order: Struct[] = [];
	const reached = new Map<number, number>();
	const left = new Map<Section, number>();
	for (const section of sections.values()) {
		reached.set(section.client, stateOf(section.client));
		left.set(section, 0);
	}
	const has = ({ client, clock }: Reference) => clock < (reached.get(client) ?? stateOf(client));
	while (left.size > 0) {
		let moved = false;
		for (const [section, from] of left) {
			const to = advance(section, from, { has, reached, order });
			moved ||= to > from;
			if (to === section.structs.length) left.delete(section);
			else left.set(section, to);
		}
		if (left.size > 0 && !moved) return isInUpdate(left, sections) ? refuse('circular') : null;
	}
	return order;
}

function advance(
	{ structs, client }: Section,
	from: number,
	{
		has,
		reached,
		order
	}: {
		has: (reference: Reference) => boolean;
		reached: Map<number, number>;
		order: Struct[];
	}
): number {
	let at = from;
	for (; at < structs.length; at++) {
		const struct = structs[at]!;
		const end = struct.clock + struct.length;
		if (end <= reached.get(client)!) continue;
		if (!restsOn(struct).every(has)) break;
		reached.set(client, end);
		order.push(struct);
	}
	return at;
}

function restsOn({ left, right, parent }: Struct): Reference[] {
	return [left, right, typeof parent === 'string' ? null : parent].filter((one) => one !== null);
}

/** Whether everything that the stuck structs wait for would come with this update. */
function isInUpdate(left: ReadonlyMap<Section, number>, sections: ReadonlyMap<number, Section>): boolean {
	return [...left].every(([section, at]) =>
		restsOn(section.structs[at]!).every(({ client, clock }) => clock < (sections.get(client)?.end ?? 0))
	);
}
