import type { LoopResult } from './loop-trial.ts';

/** 'Relay over UDP', as the address of a relay has it: `turns:` is TLS, `turn:` UDP unless it says TCP (RFC 7065). */
export function relayName(url: string): string {
	const overTcp = /[?&]transport=tcp/i.test(url);
	if (/^turns:/i.test(url))
		return overTcp || !/transport=udp/i.test(url) ? 'Relay over TLS' : 'Relay over DTLS';
	return overTcp ? 'Relay over TCP' : 'Relay over UDP';
}

const ABSENT = {
	'Relay over UDP': 'It is the fastest way through home routers.',
	'Relay over TCP': 'Networks that let no UDP through need it.',
	'Relay over TLS': 'Networks that let nothing through but web pages need it.'
};

/** What is not set up of the ways over a relay, and who misses it; nothing where there is no relay at all. */
export function absentWays(urls: readonly string[]): string[] {
	const there = urls.map(relayName);
	if (there.length === 0) return [];
	return Object.entries(ABSENT)
		.filter(([name]) => !there.includes(name))
		.map(([name, words]) => `${name} is not set up. ${words}`);
}

/** What a result means, and what can be done, for who looks after the server; `url` is the relay's, if it took one. */
export function trialWords(result: LoopResult, url: string | null = null): string {
	switch (result.is) {
		case 'works':
			return `Works, after ${Math.round(result.ms)} ms.`;
		case 'unable':
			return 'This browser makes no calls. Chrome, Edge, Firefox and Safari do, unless they were told not to.';
		case 'nothing-through':
			return 'It answers, and nothing comes through. Behind NAT the relay needs its public and its private address (TURN_PUBLIC_IP and TURN_PRIVATE_IP in compose.yaml), and its ports open.';
		case 'no-relay':
			return refusedWords(result, url !== null && /^turns:/i.test(url));
	}
}

function refusedWords({ code, text }: { code: number | null; text: string }, isSecure: boolean): string {
	if (code === 401 || code === 438)
		return 'The relay does not know our password. Is TURN_SECRET the same for Hearth and for coturn, and is its realm set?';
	if (code === 403)
		return 'The relay forbids it. Look at its rules for addresses (denied-peer-ip, allowed-peer-ip).';
	if (code === 486 || code === 508) return 'The relay is full. Look at its quota and its range of ports.';
	if ((code === null || code === 701) && isSecure)
		return 'Nobody answered over TLS. Has coturn a certificate that is valid for this name (cert and pkey), and is the port open (5349, or 443)?';
	if (code === null || code === 701)
		return 'Nobody answered at this address. Is coturn running, and are its ports open in the firewall?';
	return `The relay refused: ${code}${text ? `, ${text}` : ''}.`;
}
