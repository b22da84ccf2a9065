import type {
	Artifact,
	ArtifactAudience,
	ArtifactBody,
	ArtifactHead,
	ArtifactKind,
	Opening
} from './artifact.ts';
import type { Attendance } from './attendance.ts';
import type { CallTimes } from './call-times.ts';
import type { BoardJson } from './board-json.ts';
import { moodLabel } from './check-in.ts';
import { scaleOf } from './group-numbers.ts';
import type { ArtifactId, PersonId } from './ids.ts';
import { MOOD_QUESTION, type MoodPoint } from './mood.ts';
import { listed } from './readers.ts';
import type { Flag, GroupNumbers } from './room.ts';
import type { SessionSummary } from './session.ts';

/** What one person finds when they look back at a session: the page and the PDF show it in the same order. */
export interface Review {
	session: SessionSummary;
	/** Null until a facilitator has signed off: before that nothing is kept yet. */
	signedOff: { by: string; at: number; keptUntil: number } | null;
	/** The facilitators, as the group knows them. */
	leaders: string[];
	/** Whether the reader leads the group. */
	leads: boolean;
	/** Whether the reader was let in to the session. */
	wasThere: boolean;
	/** Up to this session, oldest first. */
	mood: MoodPoint[];
	/** The group's work, in the order of the plan. */
	ofGroup: Artifact[];
	/** The reader's own, in the order of the plan. */
	mine: OwnArtifact[];
	/** What others let the reader see, not opened yet. */
	given: GivenArtifact[];
	/** For facilitators: flags and what was done. */
	forLeaders: Artifact[];
	/** For facilitators; null for everyone else. */
	attendance: NamedAttendance[] | null;
	/** How each person's connection held; for facilitators, null for everyone else. */
	links: NamedLink[] | null;
	/** The names of people whose ids stand in an artifact, such as the authors of notes. */
	names: Record<string, string>;
}

export interface OwnArtifact extends Artifact {
	/** Facilitators who may read it. */
	readerNames: string[];
	/** When they did, newest first (S15). */
	openings: Opening[];
}

export interface GivenArtifact extends Pick<ArtifactHead, 'id' | 'kind' | 'withdrawnAt'> {
	title: string;
	ownerName: string;
}

/** A check-in of a member's, opened by a facilitator it was given to. */
export interface GivenCheckIn {
	id: ArtifactId;
	title: string;
	owner: PersonId | null;
	ownerName: string;
	body: CheckInBody;
}

type CheckInBody = Extract<ArtifactBody, { kind: 'check-in' }>;

/** The check-ins among one person's artifacts that were given before `body`, the first one first. */
export function checkInsBefore(
	bodies: readonly ArtifactBody[],
	{ at }: Pick<CheckInBody, 'at'>
): CheckInBody[] {
	return bodies
		.filter((body) => body.kind === 'check-in' && body.at < at)
		.map((body) => body as CheckInBody)
		.sort((a, b) => a.at - b.at);
}

export interface NamedAttendance extends Omit<Attendance, 'person'> {
	name: string;
}

/** How often a connection was lost, and for how long the call was less than faces and voice. */
export interface NamedLink extends CallTimes, Pick<Attendance, 'drops' | 'returns' | 'awayMs'> {
	name: string;
}

/** One artifact on a page of its own. */
export interface SingleReview {
	session: SessionSummary;
	artifact: Artifact;
	/** Whose it is, when it is another's. */
	ownerName: string | null;
	/** When it is the reader's own: who else may read it, and did. */
	own: Pick<OwnArtifact, 'readerNames' | 'openings'> | null;
	names: Record<string, string>;
}

/** A line of the list of past sessions. */
export interface PastSession {
	session: SessionSummary;
	signedOff: boolean;
	/** What of it the reader may look at. */
	kept: KeptCount[];
}

export interface KeptCount {
	kind: ArtifactKind;
	count: number;
}

const WORDS: Record<ArtifactKind, [one: string, many: string]> = {
	worksheet: ['worksheet', 'worksheets'],
	table: ['shared sheet', 'shared sheets'],
	board: ['board', 'boards'],
	'check-in': ['check-in', 'check-ins'],
	numbers: ['the group’s numbers', 'the group’s numbers'],
	reveals: ['what was shown', 'what was shown'],
	chat: ['chat', 'chat'],
	flags: ['flags', 'flags'],
	withdrawn: ['taken back', 'taken back']
};

/** 'board', '2 worksheets'. */
export function keptInWords({ kind, count }: KeptCount): string {
	const [one, many] = WORDS[kind];
	return count === 1 || one === many ? one : `${count} ${many}`;
}

/** How many there are of each kind, most shared first; what was taken back is not counted. */
export function keptCounts(kept: readonly Pick<ArtifactHead, 'kind'>[]): KeptCount[] {
	const order: ArtifactKind[] = [
		'board',
		'table',
		'reveals',
		'worksheet',
		'check-in',
		'numbers',
		'chat',
		'flags'
	];
	return order
		.map((kind) => ({ kind, count: kept.filter((one) => one.kind === kind).length }))
		.filter(({ count }) => count > 0);
}

/** S09: who can read a sheet of one's own, by name. */
export function whoReads(readerNames: readonly string[]): string {
	return readerNames.length === 0
		? 'Only you can read this.'
		: `You and ${listed(readerNames)} can read this.`;
}

/** 'Taken back by who wrote it on 24 November 2026.' */
export function withdrawnInWords({ withdrawnAt }: Pick<ArtifactHead, 'withdrawnAt'>, zone: string): string {
	const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(
		withdrawnAt ?? 0
	);
	return `Taken back by who wrote it on ${day}.`;
}

/** 'One answer was taken back by who wrote it.' */
export function takenBackInWords(count: number, what: 'answer' | 'line' | 'thing'): string {
	return count === 1
		? `One ${what} was taken back by who wrote it.`
		: `${count} ${what}s were taken back by those who wrote them.`;
}

/** So many things of one kind, for one audience. */
export interface Held {
	kind: ArtifactKind;
	audience: ArtifactAudience;
	count: number;
}

const FOR: Record<ArtifactAudience, string> = {
	group: 'for the group',
	breakout: 'for the people of their rooms and you',
	named: 'for their authors and you',
	owner: 'for their authors alone',
	leaders: 'for facilitators'
};

/** '3 worksheets, for their authors and you'. */
export function heldInWords({ kind, audience, count }: Held): string {
	const what = kind === 'reveals' ? (count === 1 ? 'one answer shown' : `${count} answers shown`) : null;
	return `${what ?? keptInWords({ kind, count })}, ${FOR[audience]}`;
}

const CAUSE: Record<Flag['cause'], string> = {
	support: 'asked for support',
	'felt-unsafe': 'felt unsafe at check-out',
	distress: 'was very distressed',
	'self-harm': 'had an urge to self-harm'
};

/** What raised a flag: 'asked for support'. */
export function flagInWords({ cause }: Pick<Flag, 'cause'>): string {
	return CAUSE[cause];
}

const END: Record<NamedAttendance['end'], string> = {
	stayed: 'Stayed to the end',
	left: 'Left',
	'left-alone': 'Left while members were still in',
	dropped: 'Lost the connection',
	removed: 'Was asked to leave',
	'not-let-in': 'Was not let in'
};

/** 'Left at 18:40'. */
export function endInWords({ end, left }: NamedAttendance, time: (at: number) => string): string {
	return left === null ? END[end] : `${END[end]} at ${time(left)}`;
}

/** 'Mood, 0 to 10: 5 people, from 2.5 (low) to 7.5 (good).' */
export function numbersInWords(numbers: GroupNumbers): string {
	const { question, people, least, most, mean } = numbers;
	const scale = scaleOf(numbers);
	const worded = (value: number) =>
		question === MOOD_QUESTION ? `${value} (${moodLabel(value).toLowerCase()})` : `${value}`;
	const average = mean === null ? '' : `; ${mean} on average`;
	return `${question}, ${scale.least} to ${scale.most}: ${people} people, from ${worded(least)} to ${worded(most)}${average}.`;
}

/** What a sheet of a board shows, for people who do not see it. */
export function boardInWords(title: string, { sheets }: BoardJson, index: number): string {
	const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
	const { notes = [], strokes = [], shapes = [] } = sheets[index] ?? {};
	const shaped = shapes.length > 0 ? `, ${counted(shapes.length, 'shape')}` : '';
	const holds = `${counted(notes.length, 'note')}${shaped} and ${counted(strokes.length, 'drawn line')}`;
	return `${title}, sheet ${index + 1} of ${sheets.length}: ${holds}. The words stand in the list below.`;
}
