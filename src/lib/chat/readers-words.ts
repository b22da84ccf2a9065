import { listed } from '#lib/domain/readers.ts';

/** Who reads a private line, said before anything is typed. */
export function readersWords(readers: readonly string[]): string {
	if (readers.length === 0) return 'Only you and the facilitator read this.';
	return `Only ${listed(['you', ...readers])} read this.`;
}
