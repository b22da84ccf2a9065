import * as v from 'valibot';

/** PeerJS writes ids of its own making for connections: `mc_` or `dc_` and random characters. */
const ConnectionId = v.pipe(v.string(), v.maxLength(64));
const Kind = v.picklist(['media', 'data']);
const Destination = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

const description = <Type extends 'offer' | 'answer'>(type: Type) =>
	v.object({ type: v.literal(type), sdp: v.pipe(v.string(), v.maxLength(48_000)) });

const Offer = v.strictObject({
	type: v.literal('OFFER'),
	dst: Destination,
	payload: v.object({
		sdp: description('offer'),
		type: Kind,
		connectionId: ConnectionId,
		metadata: v.optional(v.unknown()),
		label: v.optional(v.pipe(v.string(), v.maxLength(64))),
		reliable: v.optional(v.boolean()),
		serialization: v.optional(v.picklist(['raw', 'json', 'binary', 'binary-utf8', 'default']))
	})
});

const Answer = v.strictObject({
	type: v.literal('ANSWER'),
	dst: Destination,
	payload: v.object({ sdp: description('answer'), type: Kind, connectionId: ConnectionId })
});

const IceCandidate = v.object({
	candidate: v.pipe(v.string(), v.maxLength(1024)),
	sdpMid: v.nullish(v.pipe(v.string(), v.maxLength(64))),
	sdpMLineIndex: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))),
	usernameFragment: v.nullish(v.pipe(v.string(), v.maxLength(256)))
});

const Candidate = v.strictObject({
	type: v.literal('CANDIDATE'),
	dst: Destination,
	payload: v.object({
		candidate: IceCandidate,
		type: Kind,
		connectionId: ConnectionId
	})
});

/** With a destination: that link ends. Without one: the sender leaves the call. */
const Leave = v.strictObject({ type: v.literal('LEAVE'), dst: v.optional(Destination) });

/** Asks the side that makes the offers to find a way anew. */
const Restart = v.strictObject({ type: v.literal('RESTART'), dst: Destination });

/** Says once that this browser can take part in a call through the SFU: it encrypts each frame itself. */
const Can = v.strictObject({ type: v.literal('CAN'), payload: v.strictObject({ sfu: v.literal(true) }) });

const Sdp = v.pipe(v.string(), v.maxLength(48_000));

const ToSfu = v.variant('act', [
	v.strictObject({ act: v.literal('enter') }),
	v.strictObject({ act: v.literal('send'), sdp: Sdp }),
	v.strictObject({ act: v.literal('receive'), sdp: Sdp, turn: v.pipe(v.number(), v.integer()) }),
	v.strictObject({
		act: v.literal('candidate'),
		of: v.picklist(['send', 'receive']),
		candidate: IceCandidate
	}),
	v.strictObject({ act: v.literal('pictures'), of: v.pipe(v.array(Destination), v.maxLength(32)) }),
	v.strictObject({ act: v.literal('restart') }),
	v.strictObject({ act: v.literal('end') })
]);

const Sfu = v.strictObject({ type: v.literal('SFU'), payload: ToSfu });

/** Bytes in base64. */
const bytes = (count: number) => v.pipe(v.string(), v.base64(), v.length(Math.ceil(count / 3) * 4));

/** A public key, and sealed for whom it goes to, the key of the sender's frames: see P73. */
const Key = v.strictObject({
	type: v.literal('KEY'),
	dst: Destination,
	payload: v.strictObject({
		public: bytes(65),
		frames: v.optional(
			v.strictObject({
				index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)),
				iv: bytes(12),
				sealed: bytes(32)
			})
		)
	})
});

/** A link note, as a data channel carries it in the mesh. */
const Note = v.strictObject({
	type: v.literal('NOTE'),
	dst: Destination,
	payload: v.strictObject({ note: v.pipe(v.string(), v.maxLength(512)) })
});

/** The sender has this person through the SFU now, and needs their link in the mesh no more. */
const Moved = v.strictObject({ type: v.literal('MOVED'), dst: Destination });

const Incoming = v.variant('type', [
	v.strictObject({ type: v.literal('HEARTBEAT') }),
	Offer,
	Answer,
	Candidate,
	Leave,
	Restart,
	Can,
	Sfu,
	Key,
	Note,
	Moved
]);

export type IncomingMessage = v.InferOutput<typeof Incoming>;
export type Relayed = Extract<IncomingMessage, { type: 'OFFER' | 'ANSWER' | 'CANDIDATE' }>;

/**
 * The message in a frame, rebuilt from what is known alone, or null when it is none of ours: a frame that
 * names its own source is none, because the server alone says who sent what (R36).
 */
export function parseIncoming(frame: string): IncomingMessage | null {
	let json: unknown;
	try {
		json = JSON.parse(frame);
	} catch {
		// Not JSON: the caller ends the connection, as for every other malformed frame (R35).
		return null;
	}
	const parsed = v.safeParse(Incoming, json);
	return parsed.success ? parsed.output : null;
}
