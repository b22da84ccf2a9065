import type { Step } from '../../../src/lib/domain/plan.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { isInQuarantine } from '../papers.ts';
import type { Draft } from '../sealed-artifact.ts';
import { boardDrafts } from './boards.ts';
import { draftOf } from './draft.ts';
import { leadersOf, promised, type Evening, type KeepChoice } from './evening.ts';
import { chatDrafts, numbersDrafts, revealDrafts } from './room-record.ts';
import { checkInDrafts, sheetDrafts, tableDrafts } from './sheets.ts';

/** What was made in one step. Throws InQuarantine. */
export async function draftsOfStep(evening: Evening, step: Step): Promise<Draft[]> {
	return [
		...(await checkInDrafts(evening, step)),
		...numbersDrafts(evening, step),
		...(await boardDrafts(evening, step)),
		...(await tableDrafts(evening, step)),
		...revealDrafts(evening, step),
		...(await sheetDrafts(evening, step))
	];
}

/** Everything of a session that is to be kept: what its plan promised and the sign-off did not take away. */
export async function draftsOf(evening: Evening, choice: KeepChoice): Promise<Draft[]> {
	const promise = promised(evening.session.plan);
	const drafts: Draft[] = [];
	for (const step of evening.session.plan.steps) {
		if (!promise.steps.has(step.id) || !choice.steps.has(step.id)) continue;
		drafts.push(...(await readable(step, draftsOfStep(evening, step))));
	}
	if (promise.chat && choice.chat) drafts.push(...chatDrafts(evening));
	return [...drafts, ...flagDrafts(evening)];
}

/** Nothing is left out in silence: what cannot be read is mended first, or left out on purpose. */
async function readable(step: Step, drafts: Promise<Draft[]>): Promise<Draft[]> {
	try {
		return await drafts;
	} catch (error) {
		if (!isInQuarantine(error)) throw error;
		throw new Refusal(
			'conflict',
			`“${step.title}” cannot be read at the moment. Have it mended first, or take its tick away to sign off without it.`
		);
	}
}

/** S04: what was raised and how it was resolved stays with the facilitators, whatever else is kept. */
function flagDrafts(evening: Evening): Draft[] {
	const flags = evening.desk?.flags ?? [];
	if (flags.length === 0) return [];
	return [
		draftOf(evening, {
			audience: 'leaders',
			readers: leadersOf(evening),
			title: 'Flags and what was done',
			body: { kind: 'flags', flags }
		})
	];
}
