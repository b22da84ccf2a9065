import type { Artifact } from '../../src/lib/domain/artifact.ts';
import type { Placement } from '../../src/lib/domain/group.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';

/** The names a group knows its people by. */
export class Names {
	readonly #names: Map<PersonId, string>;

	constructor(placements: readonly Placement[]) {
		this.#names = new Map(placements.map(({ person, alias }) => [person, alias]));
	}

	has(person: PersonId | null): boolean {
		return person !== null && this.#names.has(person);
	}

	of(person: PersonId | null): string {
		return (person && this.#names.get(person)) ?? 'A former member';
	}

	/** Those of the people whose ids stand in the artifacts. */
	inside(artifacts: readonly Artifact[]): Record<string, string> {
		const boards = artifacts.flatMap(({ body }) => (body.kind === 'board' ? body.board.sheets : []));
		const authors = boards.flatMap(({ notes, strokes, shapes = [] }) =>
			[...notes, ...strokes, ...shapes].map(({ by }) => by)
		);
		return Object.fromEntries(authors.flatMap((by) => (by ? [[by, this.of(by)]] : [])));
	}
}
