import { Refusal } from '#lib/domain/refusal.ts';
import type { SessionId } from '#lib/domain/ids.ts';
import type { CommandInputs, CommandName, CommandReply } from '#lib/protocol/commands.ts';
import { refusalOf } from './read-refusal.ts';

const RETRY_FIRST_MS = 400;
const RETRY_MOST_MS = 8_000;
const PATIENCE_MS = 30_000;
/** What a proxy or a restarting server answers: the command may or may not have been done. */
const PASSING_STATUS = new Set([502, 503, 504]);

export interface SendOptions {
	/** How long to go on trying before saying that it was not sent; `Infinity` for what must arrive. */
	patienceMs?: number;
	signal?: AbortSignal;
	fetch?: typeof fetch;
	wait?: (ms: number) => Promise<void>;
	now?: () => number;
	/** Told of each reply's server time, for the clock. */
	onreply?: (reply: { now: number; sentAt: number; receivedAt: number }) => void;
}

export interface Command<Name extends CommandName = CommandName> {
	session: SessionId;
	name: Name;
	input: CommandInputs[Name];
}

/** Sends one command and resolves with its reply. Rejects with a `Refusal`, in words for the person. */
export function sendCommand<Name extends CommandName>(
	{ session, name, input }: Command<Name>,
	options: SendOptions = {}
): Promise<CommandReply<Name>> {
	return postWithRetry<CommandReply<Name>>(`/sessions/${session}/commands/${name}`, input, options);
}

/**
 * Posts JSON until it is answered. The same idempotency key goes with every try, so that what was done but
 * whose answer was lost is not done twice.
 */
export async function postWithRetry<Reply>(
	url: string,
	input: unknown,
	options: SendOptions
): Promise<Reply> {
	const { wait = sleep, now = Date.now, patienceMs = PATIENCE_MS } = options;
	const key = crypto.randomUUID();
	const started = now();
	for (let attempt = 0; ; attempt++) {
		const answer = await tryOnce(url, { key, input }, options);
		if (answer) return (await readReply(answer, options)) as Reply;
		if (options.signal?.aborted) throw new Refusal('unavailable', 'This was not sent.');
		const pause = backoff(attempt);
		if (now() - started + pause > patienceMs) {
			throw new Refusal('unavailable', 'This did not reach the room. Check your connection and try again.');
		}
		await wait(pause);
	}
}

interface Answer {
	response: Response;
	sentAt: number;
	receivedAt: number;
}

/** One try: an answer to act on, or null when it is worth trying again. */
async function tryOnce(
	url: string,
	{ key, input }: { key: string; input: unknown },
	options: SendOptions
): Promise<Answer | null> {
	const { fetch: send = fetch, now = Date.now, signal } = options;
	const sentAt = now();
	try {
		const response = await send(url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
			body: JSON.stringify(input),
			signal: signal ?? null
		});
		return PASSING_STATUS.has(response.status) ? null : { response, sentAt, receivedAt: now() };
	} catch (error) {
		// `fetch` rejects with a TypeError when the network is away, and in its own way when the caller gave up.
		if (error instanceof TypeError || signal?.aborted) return null;
		throw error;
	}
}

async function readReply({ response, sentAt, receivedAt }: Answer, options: SendOptions): Promise<unknown> {
	// A proxy's error page is no JSON; it is then told in our own words.
	const body = (await response.json().catch(() => null)) as Record<string, unknown> | null;
	if (!response.ok) throw refusalOf(response.status, body);
	if (typeof body?.now === 'number') options.onreply?.({ now: body.now, sentAt, receivedAt });
	return body;
}

/** Full jitter under a doubling ceiling. */
function backoff(attempt: number): number {
	return Math.round(Math.random() * Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** attempt)) + 100;
}

function sleep(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
