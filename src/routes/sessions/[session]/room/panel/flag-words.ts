import type { Flag } from '#lib/domain/room.ts';

/** What a flag says of its person, after their name. */
export const CAUSES: Record<Flag['cause'], string> = {
	support: 'asks for support',
	'felt-unsafe': 'felt less safe',
	distress: 'is in strong distress',
	'self-harm': 'wrote about harming themselves'
};
