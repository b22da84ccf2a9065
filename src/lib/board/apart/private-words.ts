import type { PrivateNotes } from '#lib/domain/board-apart.ts';

/** What a member is told before typing: who reads it, and how it will be shown (S09, S11). */
export function flipWords(as: PrivateNotes['as'], leaders: string): string {
	const who = leaders || 'The facilitator';
	return as === 'named'
		? `Only you can see these. ${who} turns over the notes that were handed in all together, each with its author’s name.`
		: `Only you can see these. ${who} turns over the notes that were handed in all together, mixed and without names, once at least three people have handed in. ${who} can see whose a note is; in a small group people may guess.`;
}

/** What handing in consents to. */
export function consentWords(as: PrivateNotes['as']): string {
	return as === 'named' ? 'Hand in, with my name' : 'Hand in, without my name';
}
