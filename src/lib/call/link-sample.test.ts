import { expect, test } from 'vitest';
import { LinkMeter } from './link-sample.ts';

function report(entries: Record<string, unknown>[]): RTCStatsReport {
	return new Map(entries.map((entry, index) => [String(index), entry])) as unknown as RTCStatsReport;
}

const voice = (packetsReceived: number, samples: number, concealed: number, silent: number) => ({
	type: 'inbound-rtp',
	kind: 'audio',
	packetsReceived,
	totalSamplesReceived: samples,
	concealedSamples: concealed,
	silentConcealedSamples: silent
});

test('a sample is what happened since the one before', () => {
	const meter = new LinkMeter();
	meter.read(
		report([voice(100, 96_000, 5_000, 0), { type: 'inbound-rtp', kind: 'video', framesDecoded: 40 }])
	);
	const sample = meter.read(
		report([voice(150, 192_000, 14_600, 0), { type: 'inbound-rtp', kind: 'video', framesDecoded: 88 }])
	);
	expect(sample).toMatchObject({ hears: true, frames: 48, gaps: 0.1 });
});

test('a silence that is not sent is no gap', () => {
	const meter = new LinkMeter();
	meter.read(report([voice(100, 96_000, 0, 0)]));
	expect(meter.read(report([voice(103, 192_000, 90_000, 90_000)])).gaps).toBe(0);
});

test('what of a voice is missed and asked for again is told apart from what is heard as gaps', () => {
	const meter = new LinkMeter();
	meter.read(report([{ ...voice(100, 96_000, 0, 0), nackCount: 4 }]));
	const sample = meter.read(report([{ ...voice(150, 192_000, 0, 0), nackCount: 9 }]));
	expect(sample).toMatchObject({ gaps: 0, missed: 0.1 });
	expect(meter.read(report([voice(150, 192_000, 0, 0)])).missed).toBe(0);
});

test('loss, round trip and what limits the picture come from the other side and from the browser', () => {
	const sample = new LinkMeter().read(
		report([
			{ type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.05 },
			{ type: 'remote-inbound-rtp', kind: 'video', fractionLost: 0.2 },
			{
				type: 'candidate-pair',
				nominated: true,
				state: 'succeeded',
				currentRoundTripTime: 0.12,
				availableOutgoingBitrate: 250_000
			},
			{ type: 'outbound-rtp', kind: 'video', qualityLimitationReason: 'bandwidth' }
		])
	);
	expect(sample).toMatchObject({
		loss: 0.2,
		roundTripMs: 120,
		availableKbps: 250,
		limitedBy: 'bandwidth',
		hears: false
	});
});

test('a link that has no numbers yet is not called bad', () => {
	const sample = new LinkMeter().read(report([]));
	expect(sample).toMatchObject({
		loss: null,
		roundTripMs: null,
		availableKbps: null,
		limitedBy: 'none',
		hears: false,
		gaps: 0,
		frames: 0
	});
});

test('what of our voice was sent again counts as lost, though the other side reports it as arrived', () => {
	const meter = new LinkMeter();
	const sent = (packetsSent: number, retransmittedPacketsSent: number) =>
		meter.read(
			report([
				{ type: 'outbound-rtp', kind: 'audio', packetsSent, retransmittedPacketsSent },
				{ type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.01 }
			])
		);
	sent(100, 0);
	expect(sent(150, 6).loss).toBe(0.12);
	expect(sent(200, 6).loss).toBe(0.01);
	// In a silence there are too few packets to tell.
	expect(sent(205, 8).loss).toBe(0.01);
});
