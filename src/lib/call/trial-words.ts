import type { LoopResult } from './loop-trial.ts';

/** 'Relay over UDP', as the address of a relay has it: `turns:` is TLS, `turn:` UDP unless it says TCP (RFC 7065). */
export function relayName(url: string): string {
	const overTcp = /[?&]transport=tcp/i.test(url);
	if (/^turns:/i.test(url))
		return overTcp || !/transport=udp/i.test(url) ? 'Relay over TLS' : 'Relay over DTLS';
	return overTcp ? 'Relay over TCP' : 'Relay over UDP';
}

/** What a result means, and what can be done, for who looks after the server. */
export function trialWords(result: LoopResult): string {
	switch (result.is) {
		case 'works':
			return `Works, after ${Math.round(result.ms)} ms.`;
		case 'unable':
			return 'This browser makes no calls. Chrome, Edge, Firefox and Safari do, unless they were told not to.';
		case 'nothing-through':
			return 'It answers, and nothing comes through. Behind NAT the relay needs its public and its private address (TURN_PUBLIC_IP and TURN_PRIVATE_IP in compose.yaml), and its ports open.';
		case 'no-relay':
			return refusedWords(result.code, result.text);
	}
}

function refusedWords(code: number | null, text: string): string {
	if (code === 401 || code === 438)
		return 'The relay does not know our password. Is TURN_SECRET the same for Hearth and for coturn, and is its realm set?';
	if (code === 403)
		return 'The relay forbids it. Look at its rules for addresses (denied-peer-ip, allowed-peer-ip).';
	if (code === 486 || code === 508) return 'The relay is full. Look at its quota and its range of ports.';
	if (code === null || code === 701)
		return 'Nobody answered at this address. Is coturn running, and are its ports open in the firewall?';
	return `The relay refused: ${code}${text ? `, ${text}` : ''}.`;
}
