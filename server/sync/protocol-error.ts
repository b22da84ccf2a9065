import type { CloseCode } from '../../src/lib/protocol/close-codes.ts';

/** Ends a connection with a close code. `breach` is what the guard found, for the audit log (R57). */
export class ProtocolError extends Error {
	override readonly name = 'ProtocolError';
	readonly code: CloseCode;
	readonly breach: string | null;

	constructor(code: CloseCode, reason: string, breach: string | null = null) {
		super(reason);
		this.code = code;
		this.breach = breach;
	}
}
