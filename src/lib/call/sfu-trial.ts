import { refusalOf } from '#lib/room/read-refusal.ts';
import { canEncrypt } from './can-encrypt.ts';

const GATHERING_MS = 3_000;
const PATIENCE_MS = 12_000;

/** How far this browser came with the SFU. */
type SfuResult = { is: 'works'; ms: number } | { is: 'nothing-through' } | { is: 'unable' };

/** Links this browser with the SFU for a moment; nothing is sent on the link. Rejects with a Refusal that says why not. */
export async function trySfu(): Promise<SfuResult> {
	if (!canEncrypt()) return { is: 'unable' };
	const connection = new RTCPeerConnection({ iceServers: [] });
	const began = performance.now();
	try {
		connection.addTransceiver('audio', { direction: 'sendonly' });
		await connection.setLocalDescription();
		await happens(
			connection,
			'icegatheringstatechange',
			() => connection.iceGatheringState === 'complete',
			GATHERING_MS
		);
		const response = await fetch('/practice/call/sfu', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ sdp: connection.localDescription?.sdp })
		});
		const body = (await response.json().catch(() => null)) as Record<string, unknown> | null;
		if (!response.ok) throw refusalOf(response.status, body);
		await connection.setRemoteDescription({ type: 'answer', sdp: String(body?.sdp) });
		const isLinked = () => connection.connectionState === 'connected';
		const works = await happens(connection, 'connectionstatechange', isLinked, PATIENCE_MS);
		return works ? { is: 'works', ms: performance.now() - began } : { is: 'nothing-through' };
	} finally {
		connection.close();
	}
}

/** What a result means, and what can be done, for who looks after the server. */
export function sfuWords(result: SfuResult): string {
	switch (result.is) {
		case 'works':
			return `Works, after ${Math.round(result.ms)} ms.`;
		case 'unable':
			return 'This browser cannot seal what it sends, so it takes part in larger calls in writing. A newer one can.';
		case 'nothing-through':
			return 'Janus answers, and nothing comes through. Are its UDP ports open in the firewall (SFU_PORTS, 20000-20399 as they come), and does SFU_ADDRESS say the address people reach?';
	}
}

/** Whether it is so within the time given. */
function happens(target: EventTarget, event: string, isSo: () => boolean, within: number): Promise<boolean> {
	return new Promise((resolve) => {
		const look = () => isSo() && end();
		const end = () => {
			clearTimeout(overdue);
			target.removeEventListener(event, look);
			resolve(isSo());
		};
		const overdue = setTimeout(end, within);
		target.addEventListener(event, look);
		look();
	});
}
