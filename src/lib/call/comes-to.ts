import type { Means } from '#lib/domain/room.ts';

interface Call {
	means: Means;
	line: { state: string };
	links: { anyConnected: boolean; automatic(cameraOn: boolean): 'voice' | 'text' | null };
	own: { camera: boolean };
}

/** What my call comes to just now: less than faces by my own wish, or for the link's sake. */
export function comesTo({ means, line, links, own }: Call): {
	to: 'faces' | 'voice' | 'text';
	isWeak: boolean;
} {
	if (means === 'text') return { to: 'text', isWeak: false };
	const isCutOff = line.state === 'away' && !links.anyConnected;
	const automatic = isCutOff ? 'text' : links.automatic(own.camera);
	if (automatic) return { to: automatic, isWeak: true };
	return { to: means === 'voice' ? 'voice' : 'faces', isWeak: false };
}
