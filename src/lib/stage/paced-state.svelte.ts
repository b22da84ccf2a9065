import { createSubscriber } from 'svelte/reactivity';

interface Clock {
	/** When it began, in ms on the server's clock. */
	startedAt: () => number;
	/** The server's time now, in ms. */
	serverNow: () => number;
}

/** The moment that a paced exercise is at; whoever shows it is told once a second, on the second. */
export class PacedState<Moment> {
	readonly #clock: Clock;
	readonly #at: (now: number) => Moment;
	readonly #tick = createSubscriber((update) => {
		let timer: ReturnType<typeof setTimeout>;
		const wait = () => {
			const { startedAt, serverNow } = this.#clock;
			const intoSecondMs = (((serverNow() - startedAt()) % 1000) + 1000) % 1000;
			timer = setTimeout(() => {
				update();
				wait();
			}, 1000 - intoSecondMs);
		};
		wait();
		return () => clearTimeout(timer);
	});

	constructor(clock: Clock, at: (now: number) => Moment) {
		this.#clock = clock;
		this.#at = at;
	}

	get moment(): Moment {
		this.#tick();
		return this.#at(this.#clock.serverNow());
	}
}
