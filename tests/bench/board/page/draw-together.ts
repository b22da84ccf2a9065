import { RemoteHand, type HearthApproach } from './hearth.ts';
import { sampleStrokes } from './sample-ink.ts';

/** The server passes presence on 20 times a second. */
const PRESENCE_MS = 50;
/** A hand comes so many points further in that time. */
const POINTS_A_TICK = 3;

/** How late my own line appeared under my pointer, one entry a movement. */
export interface Together {
	/** Frames from the movement to the one that showed it: 1 is the very next. */
	frames: number[];
	/** From the movement to the end of that frame. */
	ms: number[];
}

/** Lets others draw without a pause and watches the line under my own pointer. */
export function drawTogether(host: HTMLElement, board: HearthApproach, others: number): { end(): Together } {
	const talk = talkOf(others);
	let tick = 0;
	const timer = setInterval(() => {
		for (const message of talk[tick++ % talk.length]!) {
			if (message.kind === 'presence') board.hear(message.bytes);
			else board.take(message.bytes);
		}
	}, PRESENCE_MS);
	const watch = watchOwnInk(host);
	return {
		end() {
			clearInterval(timer);
			return watch.end();
		}
	};
}

type Message = { kind: 'presence' | 'update'; bytes: Uint8Array };

/** What the others' hands say, made beforehand: their own browsers do that work. */
function talkOf(others: number): Message[][] {
	const lines = sampleStrokes(others * 40);
	const talk: Message[][] = [];
	for (let other = 0; other < others; other++) {
		const hand = new RemoteHand();
		let tick = 0;
		for (const { ink } of lines.slice(other * 40, other * 40 + 40)) {
			for (let to = POINTS_A_TICK; to <= ink.points.length; to += POINTS_A_TICK)
				say(tick++, { kind: 'presence', bytes: hand.show(ink.points.slice(0, to)) });
			say(tick, { kind: 'update', bytes: hand.commit(ink.points) });
		}
	}
	return talk;

	function say(tick: number, message: Message) {
		(talk[tick] ??= []).push(message);
	}
}

function watchOwnInk(host: HTMLElement): { end(): Together } {
	const seen: Together = { frames: [], ms: [] };
	let moved: { at: number; frame: number } | null = null;
	let frame = 0;
	let shownIn: number | null = null;
	const live = host.querySelector('.live')!;
	const move = (event: PointerEvent) => (moved ??= { at: event.timeStamp, frame });
	host.addEventListener('pointermove', move, { capture: true });
	const own = () => live.querySelector('path')?.getAttribute('d') ?? '';
	let before = own();
	let running = true;
	// The own line is the first of the layer: what changed there is what I drew.
	const count = () => {
		frame += 1;
		const now = own();
		if (moved && now !== before) {
			const { at, frame: from } = moved;
			shownIn = Math.max(1, frame - from);
			const frames = shownIn;
			moved = null;
			// After this frame's paint.
			const channel = new MessageChannel();
			channel.port1.onmessage = () => {
				seen.frames.push(frames);
				seen.ms.push(performance.now() - at);
			};
			channel.port2.postMessage(null);
		}
		before = now;
		if (running) requestAnimationFrame(count);
	};
	requestAnimationFrame(count);
	return {
		end() {
			running = false;
			host.removeEventListener('pointermove', move, { capture: true });
			return seen;
		}
	};
}
