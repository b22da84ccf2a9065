import type * as Y from 'yjs';
import type { DocumentHead } from '../../../src/lib/domain/documents.ts';
import type { StepId, PersonId } from '../../../src/lib/domain/ids.ts';
import { hasWorksheet } from '../../../src/lib/domain/plan.ts';
import { tellsRisks } from '../../../src/lib/domain/readers.ts';
import { deskDocument, type Flag, stepOf } from '../../../src/lib/domain/room.ts';
import {
	newsAmong,
	type Risk,
	risksIn,
	type ToldRisks,
	toldOf
} from '../../../src/lib/domain/worksheet-risks.ts';
import { exerciseOf } from './exercise-of.ts';
import type { LiveRoom } from './live-room.ts';
import { newFlag } from './new-flag.ts';

type DeskChange = (doc: Y.Doc) => void;

/** What one person answered in one place; `key` names it among what was told. */
interface Found {
	key: string;
	person: PersonId;
	risks: readonly Risk[];
}

/** Every sheet whose risk answers the facilitators are told of, read anew; null when there is nothing to tell. */
export function sweepRisks(room: LiveRoom, now: number): Promise<DeskChange | null> {
	const sheets = [...room.documents.sheet.entries()]
		.filter(([key, head]) => tellsRisks(head, room.state.progress.get(key) ?? null))
		.map(([, head]) => head);
	return tellOfRisks(room, sheets, now);
}

/** The flags that these sheets raise (S03). Null when there is nothing to tell. */
export async function tellOfRisks(
	room: LiveRoom,
	sheets: readonly DocumentHead[],
	now: number
): Promise<DeskChange | null> {
	const found: Found[] = [];
	for (const { step, owner: person, ...head } of sheets) {
		if (step === null || person === null) continue;
		const risks = await risksOn(room, { step, person, ...head });
		if (risks !== null) found.push({ key: stepOf(step, person), person, risks });
	}
	return tellOf(room, found, now);
}

/** The same of what a person gave in the check-in of a step. */
export function tellOfCheckIn(
	room: LiveRoom,
	{ step, person, risks }: { step: StepId; person: PersonId; risks: readonly Risk[] },
	now: number
): DeskChange | null {
	return tellOf(room, [{ key: `${stepOf(step, person)} check-in`, person, risks }], now);
}

/**
 * One flag a cause, for what nobody was told of yet or what has become worse since. What stands there unchanged is told
 * once, also after its flag was cleared; a flag that was seen is open again when its cause grows worse.
 */
function tellOf(room: LiveRoom, found: readonly Found[], now: number): DeskChange | null {
	const flags = new Map(room.state.flags);
	const raised = new Set<Flag>();
	const told = new Map<string, ToldRisks>();
	for (const { key, person, risks } of found) {
		const before = room.state.told.get(key) ?? {};
		for (const risk of gravest(newsAmong(risks, before))) {
			const flag = raisedBy(room, { risk, person, now }, flags);
			flags.set(flag.id, flag);
			if (flag !== room.state.flags.get(flag.id)) raised.add(flag);
		}
		const after = toldOf(risks);
		if (!isSame(before, after)) told.set(key, after);
	}
	if (told.size === 0) return null;
	return (doc) => {
		const desk = deskDocument(doc);
		for (const flag of raised) desk.flags.set(flag.id, flag);
		for (const [key, places] of told) desk.told.set(key, places);
	};
}

async function risksOn(
	room: LiveRoom,
	{ id, kind, step, person }: Pick<DocumentHead, 'id' | 'kind'> & { step: StepId; person: PersonId }
): Promise<Risk[] | null> {
	const planned = room.session.plan.steps.find((one) => one.id === step);
	const exercise = planned && hasWorksheet(planned) ? exerciseOf(room, planned, person) : null;
	return exercise && room.content.read(id, (doc) => risksIn(doc, exercise, kind));
}

/** One risk of each cause: one that shows the crisis card before one that gives a quiet notice. */
function gravest(risks: readonly Risk[]): Risk[] {
	const byCause = new Map<Risk['cause'], Risk>();
	for (const risk of risks) {
		const known = byCause.get(risk.cause);
		if (!known || (known.quiet && !risk.quiet)) byCause.set(risk.cause, risk);
	}
	return [...byCause.values()];
}

/** The flag that tells of a risk: one of the same cause that is not cleared yet, open again, or a new one. */
function raisedBy(
	room: LiveRoom,
	{ risk: { cause, quiet }, person, now: at }: { risk: Risk; person: PersonId; now: number },
	flags: ReadonlyMap<string, Flag>
): Flag {
	const known = [...flags.values()].find(
		(flag) =>
			flag.person === person && flag.cause === cause && flag.state.is !== 'cleared' && (quiet || !flag.quiet)
	);
	if (!known) return newFlag(room, { person, cause, quiet, at });
	return known.state.is === 'open' ? known : { ...known, at, state: { is: 'open' } };
}

function isSame(one: ToldRisks, other: ToldRisks): boolean {
	const places = Object.keys(one);
	return places.length === Object.keys(other).length && places.every((place) => one[place] === other[place]);
}
