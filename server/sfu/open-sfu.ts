import { ConfigError, type Config } from '../config.ts';
import { logFault } from '../http/fault-log.ts';
import { hasJanus } from './janus-files.ts';
import { Sfu } from './sfu.ts';

/** The SFU that the configuration asks for, starting. Throws ConfigError when its program is not installed. */
export function openSfu({ sfu: settings }: Pick<Config, 'sfu'>): Sfu | null {
	if (!settings) return null;
	if (!hasJanus()) {
		throw new ConfigError('SFU=janus needs Janus on this machine. On Debian: apt install janus');
	}
	const sfu = new Sfu(settings, (error) => logFault('sfu', error));
	void sfu.start();
	return sfu;
}
