import type { Seat } from '#lib/domain/room.ts';
import { NOTICES, type CallNotice } from './call-notice.ts';

interface Devices {
	microphone: boolean;
	camera: boolean;
}

/** The facilitator's brakes (S07): they turn devices off, and nothing in here can turn one on. */
export class Brakes {
	#mutes: number;

	/** Mutes from before I came are not meant for me now. */
	constructor(seat: Seat | undefined) {
		this.#mutes = seat?.mutes ?? 0;
	}

	/** Which of the devices that are on must go off, and what to tell the person; null when none. */
	heed(seat: Seat | undefined, on: Devices): (Devices & { notice: CallNotice }) | null {
		if (!seat) return null;
		const microphone = seat.mutes > this.#mutes && on.microphone;
		const camera = seat.pictureStopped && on.camera;
		this.#mutes = seat.mutes;
		if (!microphone && !camera) return null;
		return { microphone, camera, notice: camera ? NOTICES.pictureStopped : NOTICES.muted };
	}
}
