import { randomBytes } from 'node:crypto';

/**
 * Logs a fault of ours and returns the id that the person is shown (R54). The log holds no content:
 * an error's message may quote input, so only its name and its stack's places are written (R62).
 */
export function logFault(where: string, error: unknown): string {
	const id = randomBytes(4).toString('hex');
	const name = error instanceof Error ? error.name : typeof error;
	const places =
		error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
	const detail = process.env.HEARTH_LOG_MESSAGES === '1' && error instanceof Error ? ` ${error.message}` : '';
	console.error(`[fault ${id}] ${where}: ${name}${detail}\n${places.slice(0, 6).join('\n')}`);
	return id;
}
