/** The limits of a connection and of a document, used by both sides. */

/** Messages a second a socket may send, and how many at once after a pause. */
export const MESSAGES_PER_SECOND = 60;
export const MESSAGES_BURST = 120;
/** Bytes a second a socket may send; as many at once. */
export const BYTES_PER_SECOND = 256 * 1024;

/** The largest frame. */
export const FRAME_BYTES = 256 * 1024;
/** The largest first step 2 of a connection: what was written while away comes in it. */
export const FIRST_STEP_2_BYTES = 4 * 1024 * 1024;
/** The largest state vector in a step 1. */
export const STATE_VECTOR_BYTES = 128 * 1024;
/** The largest presence of one client, as JSON. */
export const PRESENCE_BYTES = 4 * 1024;
/** The largest document. */
export const DOCUMENT_BYTES = 20 * 1024 * 1024;

/** Open sockets of one person. */
export const SOCKETS_OF_A_MEMBER = 16;
export const SOCKETS_OF_A_FACILITATOR = 64;

/** Presence goes out as one message a document this often. */
export const PRESENCE_INTERVAL_MS = 50;
/** A y-websocket client reconnects after 30 s without a message; one goes out at least this often. */
export const KEEP_ALIVE_MS = 20_000;

/** Reconnecting: the longest wait, and how long in sync before the waits start over. */
export const RECONNECT_MOST_MS = 30_000;
export const RECONNECT_SETTLED_MS = 5_000;

/** The longest line of captions, and how often one may send the state of a line. */
export const CAPTION_CHARACTERS = 300;
export const CAPTIONS_PER_SECOND = 8;
export const CAPTIONS_BURST = 16;

/** How much of a call a browser reports on at once, and how often it does. */
export const CALL_REPORT_MS = 60_000;

/** How much speech a browser reports at once, and how often it does. */
export const SPEECH_REPORT_MS = 20_000;
