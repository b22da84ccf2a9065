import { Refusal } from '../../src/lib/domain/refusal.ts';
import { WriteConflict } from '../store/writer.ts';

/** Puts a commit that lost against another one into kind words. Throws Refusal. */
export async function refusingConflicts(commit: Promise<void>): Promise<void> {
	try {
		await commit;
	} catch (error) {
		if (!(error instanceof WriteConflict)) throw error;
		throw new Refusal('conflict', 'The session has gone on meanwhile, so this can no longer be done.');
	}
}
