import { createSubscriber } from 'svelte/reactivity';
import type { Awareness } from 'y-protocols/awareness';
import type { AnswerKey } from '#lib/domain/answer-places.ts';
import type { PersonId } from '#lib/domain/ids.ts';

/** What a name is asked of: the roster. */
export type NameOf = (person: PersonId) => string | null;

/**
 * Who is in which field of a sheet that is filled in together. One's own field goes out as `{ field }`; the server stamps
 * the person into every state, so a name cannot be borrowed.
 */
export class FieldPresence {
	readonly #awareness: Awareness | null;
	readonly #nameOf: NameOf;
	readonly #watch: () => void;

	constructor(awareness: Awareness | null, nameOf: NameOf) {
		this.#awareness = awareness;
		this.#nameOf = nameOf;
		this.#watch = createSubscriber((update) => {
			awareness?.on('change', update);
			return () => awareness?.off('change', update);
		});
	}

	/** Says which field one is in; null when in none. */
	enter(field: AnswerKey | null): void {
		this.#awareness?.setLocalStateField('field', field);
	}

	/** Names of the others in a field, each once, in alphabetical order. */
	othersIn(field: AnswerKey): string[] {
		this.#watch();
		const here = [...(this.#awareness?.getStates() ?? [])]
			.filter(([client, state]) => client !== this.#awareness?.clientID && state.field === field)
			.map(([, state]) => (typeof state.person === 'string' ? this.#nameOf(state.person as PersonId) : null))
			.filter((name) => name !== null);
		return here.filter((name, index) => here.indexOf(name) === index).sort((a, b) => a.localeCompare(b));
	}
}
