import { JanusError } from './janus-client.ts';
import type { JanusSettings } from './janus-files.ts';
import { startJanus, type RunningJanus } from './janus-process.ts';
import { openJanusRoom } from './janus-room.ts';
import { SfuRoom, type RoomOptions } from './sfu-room.ts';
import { tryOut } from './try-out.ts';

/** Waits between attempts to start it: 1 s, doubling. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** One that ran for so long gets the first wait again. */
const STEADY_MS = 60_000;

interface SfuEvents {
	/** It can be used from now on, or cannot any more. */
	changed(isUp: boolean): void;
	failed(error: unknown): void;
}

/** The SFU beside us: started, watched and started again by us, and reached by nobody else. */
export class Sfu {
	readonly #settings: JanusSettings;
	readonly #listeners = new Set<SfuEvents['changed']>();
	readonly #failed: SfuEvents['failed'];
	#running: RunningJanus | null = null;
	#isClosed = false;
	#wait = FIRST_WAIT_MS;
	#timer: NodeJS.Timeout | undefined;
	#starting: Promise<void> = Promise.resolve();

	constructor(settings: JanusSettings, failed: SfuEvents['failed']) {
		this.#settings = settings;
		this.#failed = failed;
	}

	get isUp(): boolean {
		return this.#running !== null;
	}

	onChange(listener: SfuEvents['changed']): void {
		this.#listeners.add(listener);
	}

	/** Resolves when it is up, or could not be started for now. */
	start(): Promise<void> {
		this.#starting = this.#start();
		return this.#starting;
	}

	/** A room of its own for one session. Throws a JanusError while it is not up. */
	async openRoom(options: RoomOptions): Promise<SfuRoom> {
		const { client, adminKey } = this.#up();
		return new SfuRoom(await openJanusRoom(client, adminKey), options);
	}

	/** Lets a browser try whether its media would get here: its offer's answer. Throws a JanusError. */
	async tryOut(sdp: string): Promise<string> {
		return tryOut(this.#up(), sdp);
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		clearTimeout(this.#timer);
		await this.#starting;
		await this.#running?.stop();
	}

	#up(): RunningJanus {
		if (!this.#running) throw new JanusError('The SFU is not up.');
		return this.#running;
	}

	async #start(): Promise<void> {
		const began = Date.now();
		try {
			const running = await startJanus(this.#settings);
			if (this.#isClosed) return await running.stop();
			this.#become(running);
			void running.ended.then(() => {
				if (Date.now() - began > STEADY_MS) this.#wait = FIRST_WAIT_MS;
				this.#become(null);
				this.#startLater();
			});
		} catch (error) {
			this.#failed(error);
			this.#startLater();
		}
	}

	#become(running: RunningJanus | null): void {
		this.#running = running;
		for (const listener of this.#listeners) listener(running !== null);
	}

	#startLater(): void {
		if (this.#isClosed) return;
		this.#timer = setTimeout(() => void this.start(), this.#wait);
		this.#timer.unref();
		this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
	}
}
