/**
 * Plays one person's voice. It belongs to the call and not to a tile, so it goes on whatever is on screen.
 * `blocked` is told when the browser will not play before the next tap, or stopped by itself, as phones do
 * after a phone call.
 */
export class RemoteVoice {
	readonly #sound = new Audio();
	readonly #blocked: (is: boolean) => void;
	#ended = false;

	constructor(track: MediaStreamTrack, blocked: (is: boolean) => void) {
		this.#blocked = blocked;
		this.#sound.srcObject = new MediaStream([track]);
		this.#sound.addEventListener('pause', () => !this.#ended && blocked(true));
		this.play();
	}

	play(): void {
		this.#sound.play().then(
			() => this.#blocked(false),
			// The browser waits for a tap: the person is shown one button for it.
			(error: unknown) =>
				!this.#ended && error instanceof Error && error.name === 'NotAllowedError' && this.#blocked(true)
		);
	}

	/** Browsers that cannot choose a speaker keep their own. */
	async playOn(speakerId: string): Promise<void> {
		await (this.#sound as { setSinkId?(id: string): Promise<void> }).setSinkId?.(speakerId);
	}

	/** Keeps it from being heard, whatever comes. */
	hush(is: boolean): void {
		this.#sound.muted = is;
	}

	stop(): void {
		this.#ended = true;
		this.#sound.pause();
		this.#sound.srcObject = null;
	}
}
