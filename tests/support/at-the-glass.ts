import type { CDPSession, Page } from '@playwright/test';

type Spot = readonly [x: number, y: number];
const STEPS = 12;
const MOST_FINGERS = 5;

/** Fingers and a pen on a page's glass, as they come from the device. Spots are CSS pixels within the board's window. */
export class Glass {
	readonly #page: Page;
	readonly #device: CDPSession;
	readonly #fingers = new Map<number, Spot>();

	private constructor(page: Page, device: CDPSession) {
		this.#page = page;
		this.#device = device;
	}

	static async of(page: Page): Promise<Glass> {
		const device = await page.context().newCDPSession(page);
		await device.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: MOST_FINGERS });
		return new Glass(page, device);
	}

	async down(finger: number, at: Spot): Promise<void> {
		this.#fingers.set(finger, await this.#onPage(at));
		await this.#touch('touchStart');
	}

	/** Moves fingers together, each to where it is said. */
	async move(to: Readonly<Record<number, Spot>>): Promise<void> {
		const ways = await Promise.all(
			Object.entries(to).map(async ([finger, spot]) => {
				return {
					finger: Number(finger),
					from: this.#fingers.get(Number(finger))!,
					to: await this.#onPage(spot)
				};
			})
		);
		for (let step = 1; step <= STEPS; step++) {
			for (const way of ways) this.#fingers.set(way.finger, between(way.from, way.to, step / STEPS));
			await this.#touch('touchMove');
		}
	}

	async up(finger: number): Promise<void> {
		this.#fingers.delete(finger);
		await this.#touch(this.#fingers.size === 0 ? 'touchEnd' : 'touchMove');
	}

	/** One finger from spot to spot. */
	async drag(from: Spot, to: Spot): Promise<void> {
		await this.down(1, from);
		await this.move({ 1: to });
		await this.up(1);
	}

	/** A pen from spot to spot. */
	async pen(from: Spot, to: Spot): Promise<void> {
		const [start, end] = [await this.#onPage(from), await this.#onPage(to)];
		const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: Spot) =>
			this.#device.send('Input.dispatchMouseEvent', {
				...{ type, x, y, pointerType: 'pen', button: 'left', clickCount: 1, force: 0.6 },
				buttons: type === 'mouseReleased' ? 0 : 1
			});
		await send('mousePressed', start);
		for (let step = 1; step <= STEPS; step++) await send('mouseMoved', between(start, end, step / STEPS));
		await send('mouseReleased', end);
	}

	async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd'): Promise<void> {
		const touchPoints = [...this.#fingers].map(([id, [x, y]]) => ({ id, x, y }));
		await this.#device.send('Input.dispatchTouchEvent', { type, touchPoints });
	}

	async #onPage([x, y]: Spot): Promise<Spot> {
		const box = (await this.#page.getByLabel(/^Drawing on sheet/).boundingBox())!;
		return [box.x + x, box.y + y];
	}
}

const between = (from: Spot, to: Spot, part: number): Spot => [
	from[0] + (to[0] - from[0]) * part,
	from[1] + (to[1] - from[1]) * part
];
