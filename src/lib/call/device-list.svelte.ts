/** A device as people pick it. */
export interface Device {
	id: string;
	name: string;
}

const KINDS = { audioinput: 'Microphone', videoinput: 'Camera', audiooutput: 'Speaker' } as const;

/** The microphones, cameras and speakers of this device, kept right while things are plugged in and out. */
export class DeviceList {
	#devices = $state.raw<MediaDeviceInfo[]>([]);
	readonly #listening = new AbortController();

	readonly microphones: Device[] = $derived.by(() => this.#named('audioinput'));
	readonly cameras: Device[] = $derived.by(() => this.#named('videoinput'));
	readonly speakers: Device[] = $derived.by(() => this.#named('audiooutput'));

	constructor() {
		(navigator as { mediaDevices?: MediaDevices }).mediaDevices?.addEventListener(
			'devicechange',
			() => void this.look(),
			{ signal: this.#listening.signal }
		);
	}

	/** Names are empty until the person has let the page use a device. */
	async look(): Promise<void> {
		const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
		this.#devices = (await mediaDevices?.enumerateDevices()) ?? [];
	}

	close(): void {
		this.#listening.abort();
	}

	#named(kind: keyof typeof KINDS): Device[] {
		return this.#devices
			.filter((device) => device.kind === kind && device.deviceId !== '')
			.map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `${KINDS[kind]} ${index + 1}` }));
	}
}
