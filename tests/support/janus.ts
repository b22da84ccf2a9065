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

/** The kernel's clock ticks, of which there are 100 a second on every Linux that Janus is packaged for. */
const TICK_MS = 10;

/** The CPU time that the Janus of this process has used, in ms. */
export function janusCpu(): number {
	const mine = janusProcesses().filter(({ parent }) => parent === process.pid);
	const ticks = mine.map(({ pid }) => {
		// After the name in brackets, which may hold anything, user and system time are the 12th and 13th.
		const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
		const fields = rest.split(' ');
		return Number(fields[11]) + Number(fields[12]);
	});
	return ticks.reduce((sum, one) => sum + one, 0) * TICK_MS;
}
