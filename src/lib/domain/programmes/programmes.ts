import { anger } from './anger.ts';
import { chronicIllness } from './chronic-illness.ts';
import { chronicPain } from './chronic-pain.ts';
import { eating } from './eating.ts';
import { lowMood } from './low-mood.ts';
import { panicAndAnxiety } from './panic-and-anxiety.ts';
import { peerSupport } from './peer-support.ts';
import { withPulse, type Programme } from './programme.ts';
import { selfHarmCoping } from './self-harm-coping.ts';
import { substanceUse } from './substance-use.ts';
import { terminalIllness } from './terminal-illness.ts';

/** The series of sessions that ship with the product. */
export const PROGRAMMES: readonly Programme[] = [
	...[lowMood, panicAndAnxiety, eating, chronicPain, selfHarmCoping].map(withPulse),
	...[substanceUse, anger, chronicIllness, terminalIllness].map(withPulse),
	peerSupport
];

/** The programme of this name, or null: a group may follow one that is no longer shipped. */
export function programmeNamed(id: string): Programme | null {
	return PROGRAMMES.find((programme) => programme.id === id) ?? null;
}
