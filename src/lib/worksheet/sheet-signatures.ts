import type * as Y from 'yjs';
import type { PersonId } from '#lib/domain/ids.ts';
import { setSignature, signersOf, wordsToSign } from '#lib/domain/worksheet-signatures.ts';
import type { NameOf } from './field-presence.svelte.ts';

interface Signing {
	doc: Y.Doc;
	/** Null for whoever only looks. */
	me: PersonId | null;
	nameOf: NameOf;
	/** Makes what is read follow the document. */
	watch: () => void;
}

type SignedRow = Parameters<typeof wordsToSign>[1];

/** Who agrees with which row of a sheet that everyone fills in. */
export class SheetSignatures {
	readonly #of: Signing;

	constructor(of: Signing) {
		this.#of = of;
	}

	get canSign(): boolean {
		return this.#of.me !== null;
	}

	under(row: SignedRow): { mine: boolean; others: string[]; hasWords: boolean } {
		const { doc, me, nameOf, watch } = this.#of;
		watch();
		const people = signersOf(doc, row);
		const others = people.filter((person) => person !== me).map((person) => nameOf(person) ?? 'someone');
		return {
			mine: me !== null && people.includes(me),
			others: others.sort((a, b) => a.localeCompare(b)),
			hasWords: wordsToSign(doc, row) !== ''
		};
	}

	sign(row: SignedRow, agrees: boolean): void {
		const { doc, me } = this.#of;
		if (me) doc.transact(() => setSignature(doc, row, { person: me, agrees }), this);
	}
}
