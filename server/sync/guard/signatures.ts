import * as Y from 'yjs';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { SIGNATURES } from '../../../src/lib/domain/worksheet-signatures.ts';
import { refuse } from './breach.ts';
import type { Placement } from './placement.ts';

/** Nobody signs for another, or takes another's signature away: its key ends with whose it is. */
export function requireOwnSignature(placement: Placement, person: PersonId): void {
	const isSignature = placement.within === 'root' && placement.name === SIGNATURES;
	if (isSignature && !endsWith(placement.key, person)) refuse('foreign-overwrite');
}

export function requireOwnSignatureTaken(struct: Y.Item | Y.GC, person: PersonId, doc: Y.Doc): void {
	const isSignature = struct instanceof Y.Item && struct.parent === doc.share.get(SIGNATURES);
	if (isSignature && !endsWith(struct.parentSub, person)) refuse('foreign-delete');
}

function endsWith(key: string | null, person: PersonId): boolean {
	return key?.split('/').at(-1) === person;
}
