import { createSubscriber } from 'svelte/reactivity';
import { breathAt, type Breath, type Pace } from '#lib/domain/breathing.ts';

/** The breath of this moment; whoever shows it is told once a second, on the second. */
export class BreathingState {
	readonly #pace: () => Pace;
	readonly #serverNow: () => number;
	readonly #tick = createSubscriber((update) => {
		let timer: ReturnType<typeof setTimeout>;
		const wait = () => {
			const intoSecondMs = (((this.#serverNow() - this.#pace().startedAt) % 1000) + 1000) % 1000;
			timer = setTimeout(() => {
				update();
				wait();
			}, 1000 - intoSecondMs);
		};
		wait();
		return () => clearTimeout(timer);
	});

	constructor(pace: () => Pace, serverNow: () => number) {
		this.#pace = pace;
		this.#serverNow = serverNow;
	}

	get breath(): Breath {
		this.#tick();
		return breathAt(this.#pace(), this.#serverNow());
	}
}
