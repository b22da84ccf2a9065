import { expect, test } from 'vitest';
import { setEncoding } from './set-encoding.ts';

/** A sender whose parameters go stale so many times between being read and being set. */
function senderThatIsStale(times: number, name = 'InvalidModificationError') {
	const set: (number | undefined)[] = [];
	const sender = {
		getParameters: () => ({ encodings: [{}] }),
		setParameters: async ({ encodings: [encoding] }: RTCRtpSendParameters) => {
			if (times-- > 0) throw new DOMException('changed meanwhile', name);
			set.push(encoding?.maxBitrate);
		}
	} as unknown as RTCRtpSender;
	return { sender, set };
}

const to = (kbps: number) => (encoding: RTCRtpEncodingParameters) => {
	encoding.maxBitrate = kbps;
	return true;
};

test('a change that crosses a negotiation is made again on what holds now', async () => {
	const { sender, set } = senderThatIsStale(2);
	await setEncoding(sender, to(16));
	expect(set).toEqual([16]);
});

test('nothing is set where there is nothing to change', async () => {
	const { sender, set } = senderThatIsStale(0);
	await setEncoding(sender, () => false);
	const none = { getParameters: () => ({ encodings: [] }) } as unknown as RTCRtpSender;
	await setEncoding(none, to(1));
	expect(set).toEqual([]);
});

test('any other failure, and one that does not end, is told', async () => {
	await expect(setEncoding(senderThatIsStale(1, 'InvalidStateError').sender, to(1))).rejects.toThrow();
	await expect(setEncoding(senderThatIsStale(9).sender, to(1))).rejects.toThrow();
});
