import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DocumentId } from '../../src/lib/domain/ids.ts';

export interface SpawnedSync {
	port: number;
	documents: DocumentId[];
	process: ChildProcess;
	/** Ends the process with a signal; resolves with its exit code when it is gone. */
	end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a process that serves the documents of a directory. */
export async function spawnSync(directory: string): Promise<SpawnedSync> {
	const entry = new URL('./sync-process.ts', import.meta.url).pathname;
	const child = spawn(process.execPath, [entry, directory], { stdio: ['pipe', 'pipe', 'inherit'] });
	const exited = once(child, 'exit') as Promise<[number | null]>;
	const lines = createInterface({ input: child.stdout });
	const first = await Promise.race([once(lines, 'line'), exited.then(() => null)]);
	if (!first) throw new Error('The process ended before it was ready.');
	const { port, documents } = JSON.parse(String(first[0])) as Pick<SpawnedSync, 'port' | 'documents'>;
	return {
		...{ port, documents, process: child },
		async end(signal) {
			if (child.exitCode === null && child.signalCode === null) child.kill(signal);
			const [code] = await exited;
			return code;
		}
	};
}
