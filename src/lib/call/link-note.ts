import * as v from 'valibot';
import { RUNGS } from './rungs.ts';

const LinkNote = v.object({
	/** Whether I hear you, and whether I see you: receipts, not guesses. */
	hears: v.boolean(),
	sees: v.boolean(),
	/** The share of your voice that reached me as gaps, 0-1. */
	gaps: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	/** The most that I can take from you, or wish to. */
	most: v.picklist(RUNGS),
	/** What I send you of my face: moving, one picture now and then, or nothing. */
	picture: v.picklist(['moving', 'still', 'none']),
	/** My part in finding the group's four words, see `group-code.ts`; when it is absent, the one before still holds. */
	proof: v.optional(
		v.object({
			round: v.pipe(v.string(), v.maxLength(64)),
			commit: v.pipe(v.string(), v.maxLength(64)),
			nonce: v.nullable(v.pipe(v.string(), v.maxLength(32)))
		})
	)
});

/** What two browsers tell each other beside the media: within two seconds of a change, and every six seconds anyway. */
export type LinkNote = v.InferOutput<typeof LinkNote>;

const NOTE_CHARACTERS = 512;
/** More than a few notes are waiting. */
const BEHIND_BYTES = 2_048;

/** The note in a peer's message, or null when it is none. */
export function parseLinkNote(data: unknown): LinkNote | null {
	if (typeof data !== 'string' || data.length > NOTE_CHARACTERS) return null;
	try {
		const parsed = v.safeParse(LinkNote, JSON.parse(data));
		return parsed.success ? parsed.output : null;
	} catch {
		// Not JSON, so not a note: a peer's nonsense changes nothing here.
		return null;
	}
}

/**
 * Whether a channel takes another note: one that is behind gets the next, not all of them. It need not be empty:
 * on a busy machine Chromium goes on counting the first message of a channel that the other side opened as
 * waiting, long after it arrived.
 */
export function takesNotes(channel: Pick<RTCDataChannel, 'readyState' | 'bufferedAmount'>): boolean {
	return channel.readyState === 'open' && channel.bufferedAmount < BEHIND_BYTES;
}
