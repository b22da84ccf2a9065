/**
 * Which of this page's changes the server has acknowledged. It acknowledges frames, 'the first n are durable';
 * each frame holds every change that was made before it was sent, or follows a frame that does.
 */
export class SentChanges {
	#made = 0;
	#durable = 0;
	/** For each counted frame of this connection: how many changes had been made when it was sent. */
	#frames: number[] = [];
	readonly #updates: Uint8Array[] = [];

	/** Changes that are not known to be durable. */
	get waiting(): number {
		return this.#made - this.#durable;
	}

	/** Those changes themselves, in their order. */
	get updates(): readonly Uint8Array[] {
		return this.#updates;
	}

	change(update: Uint8Array): void {
		this.#made++;
		this.#updates.push(update);
	}

	frameSent(): void {
		this.#frames.push(this.#made);
	}

	/** The server counts the frames of each connection from one. */
	connectionOpened(): void {
		this.#frames = [];
	}

	acknowledged(frames: number): void {
		const durable = this.#frames[frames - 1] ?? 0;
		if (durable <= this.#durable) return;
		this.#updates.splice(0, durable - this.#durable);
		this.#durable = durable;
	}
}
