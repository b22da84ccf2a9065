import { accessSync, constants, mkdirSync } from 'node:fs';
import { ConfigError } from './config.ts';

/** Makes the folder that everything is kept in, for its owner alone. Throws ConfigError where that cannot be. */
export function makeDataDirectory(directory: string): void {
	try {
		mkdirSync(directory, { recursive: true, mode: 0o700 });
		accessSync(directory, constants.R_OK | constants.W_OK);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new ConfigError(
			`HEARTH_DATA_DIR ${directory} cannot be used here (${code}): it must be a folder that Hearth may write in.`
		);
	}
}
