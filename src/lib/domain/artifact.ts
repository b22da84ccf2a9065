import type { BoardJson } from './board-json.ts';
import type { CheckInAnswers } from './check-ins.ts';
import type { GroupKind } from './group.ts';
import type { ArtifactId, GroupId, PersonId, SessionId, StepId } from './ids.ts';
import { can, type Action, type Actor, type PolicyState } from './policy.ts';
import type { ChatLine, Flag, GivenCheckIn, GroupNumbers, Reveal } from './room.ts';
import type { WorksheetJson } from './worksheet-record.ts';

/**
 * Who an artifact is for. `group`: those who were admitted to its session, and the facilitators of that time (S12).
 * `breakout`: the people of one room, and those facilitators: all of them are its readers.
 * `named`: its owner and the facilitators named on the sheet. `owner`: its owner alone. `leaders`: facilitators.
 */
export type ArtifactAudience = 'group' | 'breakout' | 'named' | 'owner' | 'leaders';

export const ARTIFACT_AUDIENCES: readonly ArtifactAudience[] = [
	'group',
	'breakout',
	'named',
	'owner',
	'leaders'
];

/** That someone read a member's private sheet, and when (S15). */
export interface Opening {
	by: string;
	at: number;
}

export interface RevealedItem extends Pick<Reveal, 'id' | 'exercise' | 'field' | 'label' | 'lines'> {
	/** Null when it was shown without a name: then nothing here says whose it is (S11). */
	name: string | null;
}

export type KeptLine = Pick<ChatLine, 'id' | 'name' | 'text' | 'at'>;

/** What was captured, by kind. */
export type ArtifactBody =
	| { kind: 'worksheet'; sheet: WorksheetJson; openings: Opening[] }
	| { kind: 'table'; sheet: WorksheetJson }
	| { kind: 'board'; board: BoardJson }
	| ({ kind: 'check-in'; given: GivenCheckIn['audience']; at: number } & CheckInAnswers)
	| { kind: 'numbers'; questions: GroupNumbers[] }
	| { kind: 'reveals'; items: RevealedItem[]; withdrawn: number }
	| { kind: 'chat'; lines: KeptLine[]; withdrawn: number }
	| { kind: 'flags'; flags: Flag[] }
	/** What is left when the author has taken it back (S12). */
	| { kind: 'withdrawn'; was: Exclude<ArtifactKind, 'withdrawn'> };

export type ArtifactKind =
	'worksheet' | 'table' | 'board' | 'check-in' | 'numbers' | 'reveals' | 'chat' | 'flags' | 'withdrawn';

export const ARTIFACT_KINDS: readonly ArtifactKind[] = [
	'worksheet',
	'table',
	'board',
	'check-in',
	'numbers',
	'reveals',
	'chat',
	'flags',
	'withdrawn'
];

/** What is known of an artifact without reading it. */
export interface ArtifactHead {
	/** The same for all its versions. */
	id: ArtifactId;
	version: number;
	session: SessionId;
	group: GroupId;
	step: StepId | null;
	kind: ArtifactKind;
	audience: ArtifactAudience;
	/** Whose it is; null for what belongs to the group. */
	owner: PersonId | null;
	/** The facilitators named when it was made, and the people of its breakout; fixed from then on (S09). */
	readers: PersonId[];
	capturedAt: number;
	withdrawnAt: number | null;
}

/** Captured work, immutable: a change is a new version. */
export interface Artifact extends ArtifactHead {
	title: string;
	body: ArtifactBody;
	/** The items in it that are the reader's own, and theirs to take back. */
	mine: string[];
}

const READING: Record<ArtifactAudience, readonly Action[]> = {
	group: ['artifact.read-group'],
	breakout: ['artifact.read-breakout'],
	named: ['artifact.read-own', 'artifact.read-named'],
	owner: ['artifact.read-own'],
	leaders: ['artifact.read-leaders']
};

/** Whether `actor` may read the artifact. Its sheet was done when it was captured, so its named readers may. */
export function mayReadArtifact(
	actor: Actor,
	artifact: Pick<ArtifactHead, 'audience' | 'owner' | 'readers'>,
	groupKind: GroupKind
): boolean {
	const state: PolicyState = {
		...{ groupKind, locked: false, readable: true, attention: 'follow' },
		breakout: artifact.audience === 'breakout' ? artifact.readers : undefined
	};
	return READING[artifact.audience].some((action) => can(actor, action, artifact, state));
}

/** Whether reading it is looking into another's private work, which its owner is told of (S15). */
export function isPrivateToAnother(reader: PersonId, artifact: Pick<ArtifactHead, 'owner'>): boolean {
	return artifact.owner !== null && artifact.owner !== reader;
}
