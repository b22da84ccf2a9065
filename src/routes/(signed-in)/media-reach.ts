import type { App } from '../../../server/app.ts';

/** How far video and voice reach: everywhere, or only where no relay and no HTTPS are needed. */
export type MediaReach = 'everywhere' | 'this-network';

export function reachOf({ config, signal }: Pick<App, 'config' | 'signal'>): MediaReach {
	return signal.reachesAcrossNetworks && config.secure ? 'everywhere' : 'this-network';
}
