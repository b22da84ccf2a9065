import { readdirSync, readFileSync } from 'node:fs';
import { hasJanus } from '../../server/sfu/janus-files.ts';

/** Why tests that need an SFU cannot run here, or null when they can. */
export function missingJanus(): string | null {
	return hasJanus()
		? null
		: 'Janus is not installed (apt-get install janus): tests through an SFU are left out';
}

export interface JanusProcess {
	pid: number;
	parent: number;
	/** Where its configuration is. */
	folder: string;
}

/** Every Janus that runs on this machine. */
export function janusProcesses(): JanusProcess[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => {
			try {
				const [program, , folder = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
				if (program !== 'janus') return [];
				const status = readFileSync(`/proc/${pid}/status`, 'utf8');
				return [{ pid: Number(pid), parent: Number(/^PPid:\t(\d+)/m.exec(status)?.[1]), folder }];
			} catch {
				// Gone in that moment.
				return [];
			}
		});
}

/** Kills the Janus that this process has started, without a word to it. */
export function killJanus(): void {
	for (const { pid, parent } of janusProcesses()) if (parent === process.pid) process.kill(pid, 'SIGKILL');
}
