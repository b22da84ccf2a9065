import { reachesAcrossNetworks, type Config } from '../../../server/config.ts';

/** How far video and voice reach: everywhere, or only where no relay and no HTTPS are needed. */
export type MediaReach = 'everywhere' | 'this-network';

export function reachOf(config: Pick<Config, 'turn' | 'sfu' | 'secure'>): MediaReach {
	return reachesAcrossNetworks(config) && config.secure ? 'everywhere' : 'this-network';
}
