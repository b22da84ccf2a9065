import { CLOSE } from '../../../src/lib/protocol/close-codes.ts';
import { ProtocolError } from '../protocol-error.ts';

/** What an update can be refused for (R57); the audit log carries the word. */
export type Breach =
	| 'malformed'
	| 'encoding'
	| 'content'
	| 'key'
	| 'empty-struct'
	| 'too-many'
	| 'too-deep'
	| 'foreign-client'
	| 'gap'
	| 'circular'
	| 'no-parent'
	| 'foreign-overwrite'
	| 'foreign-type'
	| 'foreign-delete'
	| 'foreign-name'
	| 'leaders-only';

/** Refuses an update: its connection ends and the breach is audited. */
export function refuse(breach: Breach): never {
	throw new ProtocolError(CLOSE.REFUSED, 'update refused', breach);
}
