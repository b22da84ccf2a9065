import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import type { Access } from './access.ts';
import { ProtocolError } from './protocol-error.ts';

/**
 * Why a person may not read a document just now, or null. What the group's attention withholds for a while is
 * closed with a code that means 'come back': words on their way wait for it.
 */
export function readRefusal(access: Access, person: PersonId, head: DocumentHead): ProtocolError | null {
	if (access.mayOpen(person, 'read', head)) return null;
	return access.isWithheld(person, head)
		? new ProtocolError(CLOSE.UNAVAILABLE, 'not now')
		: new ProtocolError(CLOSE.NOT_FOUND, 'not found');
}
