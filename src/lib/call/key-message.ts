import * as v from 'valibot';

const SealedKey = v.object({
	index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)),
	iv: v.pipe(v.string(), v.base64()),
	sealed: v.pipe(v.string(), v.base64())
});

/** The key of somebody's frames, sealed for one other person. */
export type SealedKey = v.InferOutput<typeof SealedKey>;

const KeyMessage = v.object({ public: v.pipe(v.string(), v.base64()), frames: v.optional(SealedKey) });

/** What a KEY holds, or null when it is none. */
export function parseKeyMessage(payload: unknown): v.InferOutput<typeof KeyMessage> | null {
	const parsed = v.safeParse(KeyMessage, payload);
	return parsed.success ? parsed.output : null;
}
