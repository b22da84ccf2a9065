import { newBoardId, type BoardDocument } from './board.ts';
import type { PersonId } from './ids.ts';

/** Things that are chosen together. What may be done with each stays as it is: a group gives nobody a right. */
export interface Group {
	by: PersonId | null;
	things: string[];
}

const THINGS_MOST = 200;

export function addGroup(board: BoardDocument, group: Group): void {
	board.groups.set(newBoardId(), { ...group, things: group.things.slice(0, THINGS_MOST) });
}

/** Takes apart every group of these things that `mayTake`. */
export function takeApart(
	board: BoardDocument,
	things: readonly string[],
	mayTake: (by: PersonId | null) => boolean
): void {
	for (const [key, value] of board.groups.entries()) {
		const group = readGroup(value);
		if (group && mayTake(group.by) && group.things.some((id) => things.includes(id)))
			board.groups.delete(key);
	}
}

/** These things and everything that is grouped with them. */
export function withGroups(board: BoardDocument, things: readonly string[]): string[] {
	const all = new Set(things);
	for (const group of groupsOf(board, things)) group.things.forEach((id) => all.add(id));
	return [...all];
}

/** The groups that any of these things is in. */
export function groupsOf(board: BoardDocument, things: readonly string[]): Group[] {
	const groups = [...board.groups.values()].map(readGroup).filter((group) => group !== null);
	return groups.filter((group) => group.things.some((id) => things.includes(id)));
}

function readGroup(value: unknown): Group | null {
	const group = value as Partial<Group> | null;
	if (typeof group !== 'object' || group === null || !Array.isArray(group.things)) return null;
	if (group.things.length > THINGS_MOST || !group.things.every((id) => typeof id === 'string')) return null;
	return { by: typeof group.by === 'string' ? group.by : null, things: group.things };
}
