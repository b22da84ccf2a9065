import { expect, test } from 'vitest';
import type { SessionId } from '#lib/domain/ids.ts';
import { sendCommand, type SendOptions } from './send-command.ts';

const hand = { session: 'session' as SessionId, name: 'raise-hand', input: { raised: true } } as const;
const ok = () => Response.json({ now: 5_000 });

/** A network that answers with each of `answers` in turn; an error stands for no network. */
function network(...answers: (Response | Error)[]) {
	const seen: { url: string; key: string | null; body: unknown }[] = [];
	let time = 0;
	const options: SendOptions = {
		now: () => time,
		wait: async (ms) => void (time += ms),
		fetch: async (url, init) => {
			const key = new Headers(init?.headers).get('Idempotency-Key');
			seen.push({ url: String(url), key, body: JSON.parse(String(init?.body)) });
			const answer = answers.length > 1 ? answers.shift() : answers[0];
			if (answer instanceof Error) throw answer;
			return (answer as Response).clone();
		}
	};
	return { seen, options };
}

test('a command goes to the session by its name, with its input', async () => {
	const { seen, options } = network(ok());
	await sendCommand(hand, options);
	expect(seen).toMatchObject([{ url: '/sessions/session/commands/raise-hand', body: { raised: true } }]);
});

test('a raised hand gets through a network that fails twice, as one and the same command', async () => {
	const { seen, options } = network(new TypeError('no network'), new Response('', { status: 503 }), ok());
	await sendCommand(hand, options);
	expect(seen).toHaveLength(3);
	expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
	expect(seen[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
});

test('two commands never share a key', async () => {
	const { seen, options } = network(ok());
	await sendCommand(hand, options);
	await sendCommand(hand, options);
	expect(seen[0]?.key).not.toBe(seen[1]?.key);
});

test('a refusal is told in the server’s words and is not tried again', async () => {
	const reply = { reason: 'locked', message: 'The facilitator has paused writing.', field: 'text' };
	const { seen, options } = network(Response.json(reply, { status: 423 }));
	await expect(sendCommand(hand, options)).rejects.toMatchObject({ name: 'Refusal', ...reply });
	expect(seen).toHaveLength(1);
});

test('an error page is told in kind words', async () => {
	const { options } = network(new Response('<h1>500</h1>', { status: 500 }));
	await expect(sendCommand(hand, options)).rejects.toMatchObject({ message: /Nothing you wrote is lost/ });
});

test('a lost network is told after half a minute', async () => {
	const { seen, options } = network(new TypeError('no network'));
	await expect(sendCommand(hand, options)).rejects.toMatchObject({ reason: 'unavailable' });
	expect(seen.length).toBeGreaterThan(4);
});

test('S02 a call for support is tried until it arrives', async () => {
	const failures = Array.from({ length: 60 }, () => new TypeError('no network'));
	const { seen, options } = network(...failures, ok());
	const support = { session: hand.session, name: 'support', input: { text: '' } } as const;
	await sendCommand(support, { ...options, patienceMs: Infinity });
	expect(seen).toHaveLength(61);
});

test('each reply tells the server’s time', async () => {
	const { options } = network(ok());
	const heard: number[] = [];
	await sendCommand(hand, { ...options, onreply: ({ now }) => heard.push(now) });
	expect(heard).toEqual([5_000]);
});
