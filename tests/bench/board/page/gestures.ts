import { nextFrame } from './approach.ts';

/**
 * Gestures made in the page, one event a frame. Made from outside they cost more than what is measured: the way
 * from the driver through the browser's own process is the same for every approach, and large.
 */

const MOUSE = 1;
const PAN_PX = 12;
const ZOOM_PX = 40;

/** A line with the mouse. */
export async function drawLine(target: Element, frames: number): Promise<void> {
	const { left, top } = target.getBoundingClientRect();
	const say = (type: string, frame: number) =>
		target.dispatchEvent(
			new PointerEvent(type, {
				...{ pointerId: MOUSE, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true },
				...{ button: 0, buttons: type === 'pointerup' ? 0 : 1 },
				clientX: left + 300 + frame * 7,
				clientY: top + 350 + Math.sin(frame / 5) * 120
			})
		);
	say('pointerdown', 0);
	for (let frame = 1; frame <= frames; frame++) {
		say('pointermove', frame);
		await nextFrame();
	}
	say('pointerup', frames);
}

/** Half of the frames to and fro, half in and out: it ends as close to the sheet as it began. */
export async function panAndZoom(target: Element, frames: number): Promise<void> {
	const { left, top } = target.getBoundingClientRect();
	const half = frames / 2;
	for (let frame = 0; frame < frames; frame++) {
		const isZoom = frame >= half;
		const way = frame % half < half / 2 ? 1 : -1;
		const by = isZoom
			? { deltaY: -ZOOM_PX * way }
			: { deltaX: PAN_PX * way, deltaY: frame % 2 === 0 ? PAN_PX : -PAN_PX };
		wheel(target, { ...by, ctrlKey: isZoom, clientX: left + 500, clientY: top + 350 });
		await nextFrame();
	}
}

/** Closer, so that there is something to pan to. */
export function zoomIn(target: Element): void {
	const { left, top } = target.getBoundingClientRect();
	wheel(target, { deltaY: -300, ctrlKey: true, clientX: left + 500, clientY: top + 350 });
}

const wheel = (target: Element, about: WheelEventInit) =>
	target.dispatchEvent(new WheelEvent('wheel', { ...about, bubbles: true, cancelable: true }));
