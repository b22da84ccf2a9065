import { expect, test } from 'vitest';
import { absentWays, relayName, trialWords } from './trial-words.ts';

test('a relay is named by the way that its address takes', () => {
	expect(
		[
			'turn:relay.example:3478',
			'turn:relay.example:3478?transport=udp',
			'turn:relay.example:3478?transport=tcp',
			'turns:relay.example:5349',
			'turns:relay.example:5349?transport=udp'
		].map(relayName)
	).toEqual(['Relay over UDP', 'Relay over UDP', 'Relay over TCP', 'Relay over TLS', 'Relay over DTLS']);
});

test('each way to fail says what can be done about it', () => {
	const refused = (code: number | null) => trialWords({ is: 'no-relay', code, text: 'Stale' });
	expect(trialWords({ is: 'no-relay', code: 701, text: '' }, 'turns:relay.example:5349')).toMatch(
		/certificate/
	);
	expect(refused(401)).toMatch(/TURN_SECRET/);
	expect(refused(701)).toMatch(/running/);
	expect(refused(null)).toMatch(/ports open/);
	expect(refused(486)).toMatch(/full/);
	expect(refused(403)).toMatch(/denied-peer-ip/);
	expect(refused(500)).toBe('The relay refused: 500, Stale.');
	expect(trialWords({ is: 'nothing-through' })).toMatch(/TURN_PUBLIC_IP/);
	expect(trialWords({ is: 'works', ms: 41.6 })).toBe('Works, after 42 ms.');
});

test('ways over the relay that are not set up are named, with who misses them', () => {
	expect(absentWays(['turn:relay.example:3478'])).toEqual([
		expect.stringMatching(/^Relay over TCP is not set up/),
		expect.stringMatching(/^Relay over TLS is not set up/)
	]);
	expect(absentWays(['turn:a', 'turn:a?transport=tcp', 'turns:a'])).toEqual([]);
	expect(absentWays([])).toEqual([]);
});
