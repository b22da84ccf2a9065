/** What one document may hold besides its bytes (R57). */

/** Yjs client ids, each a page that was opened; and those of one person. */
export const CLIENTS_OF_A_DOCUMENT = 4_096;
export const CLIENTS_OF_A_PERSON = 512;
/** Client ids in one update: a page that stayed open, and what it kept from an earlier one. */
export const CLIENTS_OF_AN_UPDATE = 32;
export const STRUCTS_OF_A_DOCUMENT = 500_000;
/** Ranges in the list of deletions that a step 2 repeats as a whole. */
export const DELETIONS_OF_AN_UPDATE = 200_000;
/** A client's clock: Yjs counts one for each character or value. */
export const CLOCK_MOST = 2 ** 31;
export const CLIENT_MOST = 2 ** 32 - 1;
/** Types within types, and values within values. */
export const DEPTH = 16;
/** Named types of a document, and how long a name or a key may be, in bytes. */
export const ROOTS_OF_A_DOCUMENT = 64;
export const NAME_BYTES = 64;
export const KEY_BYTES = 256;
export const SHEETS_OF_A_BOARD = 64;
