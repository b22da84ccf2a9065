import { blurBehind, type BlurredPicture } from './blurred-picture.ts';

/** My camera's picture as it is shown: as it is, or with what is behind me blurred. */
export interface CameraPicture {
	track: MediaStreamTrack;
	/** Which camera it is of. */
	deviceId: string;
	/** Puts the camera away. */
	end(): void;
}

/**
 * The picture of a camera that has just been opened; null where that was stopped meanwhile. Throws MediaTrouble where it is to
 * be blurred and cannot be: then the camera has been put away again. `failed` is told when it cannot be blurred any more.
 */
export async function pictureOf(
	camera: MediaStreamTrack,
	{ blur, failed }: { blur: boolean; failed: () => void }
): Promise<CameraPicture | null> {
	let blurred: BlurredPicture | null = null;
	try {
		if (blur) blurred = await blurBehind(camera, failed);
	} catch (error) {
		if (camera.readyState === 'ended') return null;
		camera.stop();
		throw error;
	}
	const end = () => {
		blurred?.end();
		camera.stop();
	};
	if (camera.readyState === 'ended') {
		end();
		return null;
	}
	return { track: blurred?.track ?? camera, deviceId: camera.getSettings().deviceId ?? '', end };
}
