/** How a link did since the sample before. */
export interface LinkSample {
	/**
	 * The share of our packets that got lost on their way, 0-1; null while unknown. What was sent again counts as lost
	 * the first time: the other side's reports leave it out once it has arrived.
	 */
	loss: number | null;
	roundTripMs: number | null;
	/** What the browser thinks the uplink can carry. */
	availableKbps: number | null;
	/** What keeps our picture smaller than asked for. */
	limitedBy: 'none' | 'bandwidth' | 'cpu' | 'other';
	/** Whether any of their voice arrived; silence sends a little too. */
	hears: boolean;
	/** The share of their voice that we heard as gaps, 0-1: concealed, and not in a silence. */
	gaps: number;
	/** How often some of their voice was missed and asked for again, for each packet that arrived. */
	missed: number;
	/** Pictures of theirs that were shown, and that arrived. */
	frames: number;
	arrived: number;
	/** How long that took. */
	seconds: number;
}

/** Running totals of a link, from which two readings make a sample. */
interface Totals {
	voicePackets: number;
	missedPackets: number;
	voiceSamples: number;
	gapSamples: number;
	/** Packets of our own voice. */
	sent: number;
	sentAgain: number;
	frames: number;
	arrived: number;
	at: number;
}

/** Of fewer packets than this, the share that was sent again says nothing. */
const FEW_PACKETS = 20;

interface ReadOptions {
	at?: number;
	screen?: string | null;
}

/** Turns the browser's statistics of one link into samples. */
export class LinkMeter {
	#before: Totals = {
		...{ voicePackets: 0, missedPackets: 0, voiceSamples: 0, gapSamples: 0 },
		...{ sent: 0, sentAgain: 0, frames: 0, arrived: 0, at: 0 }
	};

	/** `screen` is the place (mid) of the screen, whose pictures say nothing of faces. */
	read(report: RTCStatsReport, { at = performance.now(), screen = null }: ReadOptions = {}): LinkSample {
		const entries = [...report.values()] as Record<string, unknown>[];
		const isFace = (entry: Record<string, unknown>) =>
			entry.kind === 'video' && (screen === null || entry.mid !== screen);
		const ofType = (type: string) => entries.filter((entry) => entry.type === type);
		const voice = ofType('inbound-rtp').find((entry) => entry.kind === 'audio');
		const ownVoice = ofType('outbound-rtp').find((entry) => entry.kind === 'audio');
		const picture = ofType('inbound-rtp').find((entry) => isFace(entry));
		const pair = pairInUse(ofType('candidate-pair'), ofType('transport'));
		const replies = ofType('remote-inbound-rtp');
		const totals: Totals = {
			voicePackets: number(voice?.packetsReceived) ?? 0,
			missedPackets: number(voice?.nackCount) ?? 0,
			voiceSamples: number(voice?.totalSamplesReceived) ?? 0,
			gapSamples: (number(voice?.concealedSamples) ?? 0) - (number(voice?.silentConcealedSamples) ?? 0),
			sent: number(ownVoice?.packetsSent) ?? 0,
			sentAgain: number(ownVoice?.retransmittedPacketsSent) ?? 0,
			frames: number(picture?.framesDecoded) ?? 0,
			arrived: number(picture?.framesReceived) ?? 0,
			at
		};
		const before = this.#before;
		this.#before = totals;
		const seconds = number(pair?.currentRoundTripTime) ?? most(replies.map((one) => one.roundTripTime));
		const packets = totals.voicePackets - before.voicePackets;
		const samples = totals.voiceSamples - before.voiceSamples;
		const sent = totals.sent - before.sent;
		const sentAgain = sent < FEW_PACKETS ? null : share(totals.sentAgain - before.sentAgain, sent);
		const sending = ofType('outbound-rtp').find((entry) => isFace(entry));
		return {
			loss: most([...replies.map((one) => one.fractionLost), sentAgain]),
			roundTripMs: seconds === null ? null : seconds * 1000,
			availableKbps: kilobits(number(pair?.availableOutgoingBitrate)),
			limitedBy: limitation(sending?.qualityLimitationReason),
			hears: packets > 0,
			gaps: share(totals.gapSamples - before.gapSamples, samples),
			missed: share(totals.missedPackets - before.missedPackets, packets),
			frames: Math.max(0, totals.frames - before.frames),
			arrived: Math.max(0, totals.arrived - before.arrived),
			seconds: (at - before.at) / 1000
		};
	}
}

/** The way that carries the media. More than one may have been nominated, and only the one in use is measured. */
function pairInUse(
	pairs: Record<string, unknown>[],
	transports: Record<string, unknown>[]
): Record<string, unknown> | undefined {
	const chosen = transports.map(({ selectedCandidatePairId }) => selectedCandidatePairId);
	return (
		pairs.find(({ id }) => typeof id === 'string' && chosen.includes(id)) ??
		pairs.find(({ nominated, state }) => nominated && state === 'succeeded')
	);
}

function number(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function share(part: number, whole: number): number {
	return whole > 0 ? Math.max(0, part) / whole : 0;
}

function most(values: unknown[]): number | null {
	const numbers = values.map(number).filter((value) => value !== null);
	return numbers.length ? Math.max(...numbers) : null;
}

function kilobits(bits: number | null): number | null {
	return bits === null ? null : bits / 1000;
}

function limitation(reason: unknown): LinkSample['limitedBy'] {
	return reason === 'bandwidth' || reason === 'cpu' || reason === 'other' ? reason : 'none';
}
