/** Measures how loud a microphone is. Nothing is kept and nothing leaves the browser. */
export class LoudnessMeter {
	readonly #context = new AudioContext();
	readonly #analyser: AnalyserNode;
	readonly #source: MediaStreamAudioSourceNode;
	readonly #samples: Float32Array<ArrayBuffer>;

	constructor(track: MediaStreamTrack) {
		this.#analyser = this.#context.createAnalyser();
		this.#analyser.fftSize = 1024;
		this.#samples = new Float32Array(this.#analyser.fftSize);
		this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
		this.#source.connect(this.#analyser);
	}

	/** The level now, 0-1 (root mean square). */
	level(): number {
		if (this.#context.state === 'suspended') void this.#context.resume();
		this.#analyser.getFloatTimeDomainData(this.#samples);
		const sum = this.#samples.reduce((total, sample) => total + sample * sample, 0);
		return Math.min(1, Math.sqrt(sum / this.#samples.length));
	}

	stop(): void {
		this.#source.disconnect();
		void this.#context.close();
	}
}

/** How full a meter that people look at is, 0-1: speech at arm's length fills about two thirds. */
export function meterFill(level: number): number {
	if (level <= 0.0005) return 0;
	return Math.max(0, Math.min(1, (20 * Math.log10(level) + 60) / 54));
}
