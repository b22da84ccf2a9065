import type { Opening } from '../../../src/lib/domain/artifact.ts';
import type { DocumentHead } from '../../../src/lib/domain/documents.ts';
import type { Exercise } from '../../../src/lib/domain/exercise.ts';
import { exerciseNamed } from '../../../src/lib/domain/exercises/library.ts';
import { exerciseOf } from '../../../src/lib/domain/exercises/of-step.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { hasWorksheet, type Step } from '../../../src/lib/domain/plan.ts';
import { doorDocument, type GivenCheckIn, lineDocument, stepOf } from '../../../src/lib/domain/room.ts';
import { worksheetJson, type WorksheetJson } from '../../../src/lib/domain/worksheet-record.ts';
import { isEmpty } from '../../../src/lib/domain/worksheet.ts';
import type { Draft } from '../sealed-artifact.ts';
import { draftOf } from './draft.ts';
import { keptFor, leadersOf, type Evening } from './evening.ts';

/** Each member's own sheet of a step: theirs, and read by the facilitators it named (S09). */
export async function sheetDrafts(evening: Evening, step: Step): Promise<Draft[]> {
	const drafts: Draft[] = [];
	for (const head of evening.heads) {
		if (head.step !== step.id || !head.owner || (head.kind !== 'folder' && head.kind !== 'own')) continue;
		const key = stepOf(step.id, head.owner);
		const tailored = evening.desk?.tailored.get(key);
		const own = evening.desk?.tailoredTo.get(key);
		const exercise = tailored ? (own ?? exerciseNamed(tailored)) : plannedFor(step);
		const sheet = await readSheet(evening, exercise, head);
		if (!sheet) continue;
		const readers = mayHaveBeenRead(evening, head) ? head.readers : [];
		drafts.push(
			draftOf(evening, {
				step: step.id,
				audience: readers.length > 0 ? 'named' : 'owner',
				owner: head.owner,
				readers,
				title: step.title,
				body: { kind: 'worksheet', sheet, openings: await openingsOf(evening, head.owner, step) }
			})
		);
	}
	return drafts;
}

/** The sheets that were filled in together, by the whole group or by the people of a breakout. */
export async function tableDrafts(evening: Evening, step: Step): Promise<Draft[]> {
	const drafts: Draft[] = [];
	for (const head of evening.heads) {
		if (head.kind !== 'table' || head.step !== step.id) continue;
		const kept = keptFor(evening, head, step.title);
		if (!kept) continue;
		const { task, ...shared } = kept;
		const of = task?.kind === 'sheet' ? exerciseOf(task) : plannedFor(step);
		const sheet = await readSheet(evening, of, head);
		if (sheet) drafts.push(draftOf(evening, { step: step.id, ...shared, body: { kind: 'table', sheet } }));
	}
	return drafts;
}

/** What each member said of how they are: theirs, and the facilitators' to whom it was given. */
export async function checkInDrafts(evening: Evening, step: Step): Promise<Draft[]> {
	const given = await checkInsGiven(evening, step);
	// S14: in a peer-led group nobody reads another's.
	const leaders = evening.group.kind === 'peer' ? [] : leadersOf(evening);
	return given.map(({ person, audience, step: _step, ...said }) =>
		draftOf(evening, {
			step: step.id,
			audience: 'named',
			owner: person,
			readers: leaders.filter((leader) => leader !== person),
			title: step.title,
			body: { kind: 'check-in', given: audience, ...said }
		})
	);
}

async function checkInsGiven(evening: Evening, step: Step): Promise<GivenCheckIn[]> {
	if (evening.group.kind !== 'peer')
		return evening.desk?.checkIns.filter((one) => one.step === step.id) ?? [];
	const doors = evening.heads.filter((head) => head.kind === 'door');
	const own = doors.map(({ id }) => evening.read(id, (doc) => doorDocument(doc).given.get(step.id)));
	return (await Promise.all(own)).filter((one) => one !== undefined);
}

const plannedFor = (step: Step) => (hasWorksheet(step) ? exerciseOf(step) : null);

async function readSheet(
	evening: Evening,
	exercise: Exercise | null,
	head: DocumentHead
): Promise<WorksheetJson | null> {
	if (!exercise) return null;
	const nameOf = (person: PersonId) => evening.placements.find((one) => one.person === person)?.alias ?? null;
	return evening.read(head.id, (doc) =>
		isEmpty(doc, exercise) ? null : worksheetJson(doc, exercise, nameOf)
	);
}

/** A sheet that was to be read 'after Done', and never was done, stays its author's alone (S09). */
function mayHaveBeenRead({ desk }: Evening, { kind, step, owner, readsWhen }: DocumentHead): boolean {
	if (kind !== 'folder' || !step || !owner) return false;
	return readsWhen === 'as-you-type' || desk?.progress.get(stepOf(step, owner)) === 'done';
}

/** Who opened the member's sheet while the session went on (S15). */
async function openingsOf(evening: Evening, member: PersonId, step: Step): Promise<Opening[]> {
	const line = evening.heads.find((head) => head.kind === 'line' && head.owner === member);
	if (!line) return [];
	const openings = await evening.read(line.id, (doc) => lineDocument(doc).openings.toArray());
	return openings
		.filter((one) => one.what === 'sheet' && one.step === step.id)
		.map(({ by, at }) => ({ by, at }));
}
