import * as v from 'valibot';
import type { DocumentHead } from '../../../src/lib/domain/documents.ts';
import { boardTemplate } from '../../../src/lib/domain/exercises/of-step.ts';
import { leads } from '../../../src/lib/domain/group.ts';
import type { WorksheetStep } from '../../../src/lib/domain/plan.ts';
import { canOpen } from '../../../src/lib/domain/policy.ts';
import { sheetKind, tellsRisks } from '../../../src/lib/domain/readers.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, lineDocument, stepOf } from '../../../src/lib/domain/room.ts';
import type { Library } from '../../library/library.ts';
import { exerciseOf } from '../room/exercise-of.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { mustBeOffered } from '../room/make-breakout.ts';
import { ownExercises } from '../room/own-exercises.ts';
import { tellOfRisks } from '../room/tell-of-risks.ts';
import { folderApart } from './board-apart.ts';
import type { Command } from './command.ts';
import { id, words } from './input.ts';
import { stepOfPlan, worksheetStep } from './stage.ts';

/** Each member's own sheet, and how far they are with it. */

export const openSheet: Command<'open-sheet'> = {
	input: v.object({ step: id<'step'>() }),
	async run({ room, me }, input) {
		const planned = stepOfPlan(room, input.step);
		if (boardTemplate(planned) !== null) {
			const { id: document } = await folderApart(room, planned.id, me.person);
			return { reply: { document, readers: [], exercise: null } };
		}
		const step = worksheetStep(room, input.step);
		if (step.sharing === 'together') throw new Refusal('invalid', 'This sheet is filled in together.');
		const key = stepOf(step.id, me.person);
		const exercise = exerciseOf(room, step, me.person);
		if (!exercise) throw new Refusal('not-found', 'This exercise is not in the library any more.');
		const head = room.sheetOf(step.id, me.person) ?? (await makeSheet(room, step, me.person));
		return {
			desk: (doc) => {
				const { progress, folders } = deskDocument(doc);
				if (!progress.has(key)) progress.set(key, 'opened');
				if (head.kind === 'folder' && !folders.has(key))
					folders.set(key, { document: head.id, openedAt: null });
			},
			reply: {
				document: head.id,
				exercise: exercise.id,
				// Members' browsers know the plan's own by themselves.
				...(room.state.tailoredTo.has(key) && { definition: exercise }),
				readers: head.readers.map((one) => room.placement(one)?.alias ?? 'a former facilitator')
			}
		};
	}
};

/**
 * Another exercise for one member, of the library or of the practice's own: theirs alone to know, and settled before
 * they have their sheet before them.
 */
export const tailor = (library: Pick<Library, 'inUse'>): Command<'tailor'> => ({
	input: v.object({ step: id<'step'>(), person: id<'person'>(), exercise: v.nullable(words(60)) }),
	async run({ room, me }, input) {
		const step = worksheetStep(room, input.step);
		const placement = room.placement(input.person);
		if (!placement || leads(placement.place) || placement.place === 'observer') {
			throw new Refusal('invalid', 'Only members have a sheet of their own.');
		}
		if (step.sharing === 'together') throw new Refusal('invalid', 'This sheet is filled in together.');
		if (room.sheetOf(step.id, input.person)) {
			throw new Refusal(
				'conflict',
				`${placement.alias} has opened their sheet already, so it stays as it is.`
			);
		}
		const key = stepOf(step.id, input.person);
		const { exercise } = input;
		const own = exercise === null ? [] : await ownExercises(room, library);
		if (exercise !== null) mustBeOffered(room, me.person, { exercise, sheet: step }, own);
		const definition = own.find(({ id }) => id === exercise);
		return {
			desk: (doc) => {
				const { tailored, tailoredTo } = deskDocument(doc);
				tailoredTo.delete(key);
				if (exercise === null || exercise === step.exercise) tailored.delete(key);
				else {
					tailored.set(key, exercise);
					if (definition) tailoredTo.set(key, definition);
				}
			},
			about: input.person
		};
	}
});

export const reportProgress: Command<'report-progress'> = {
	input: v.object({ step: id<'step'>(), progress: v.picklist(['writing', 'done', 'stuck', 'passed']) }),
	everyday: true,
	async run({ room, me, now }, { step, progress }) {
		stepOfPlan(room, step);
		const key = stepOf(step, me.person);
		const sheet = room.sheetOf(step, me.person);
		const told = sheet && tellsRisks(sheet, progress) ? await tellOfRisks(room, [sheet], now) : null;
		return {
			desk: (doc) => {
				deskDocument(doc).progress.set(key, progress);
				told?.(doc);
			},
			// What a facilitator may read has changed with it (S09).
			after: () => Promise.resolve(room.content.recheck(room.session.id))
		};
	}
};

export const openFolder: Command<'open-folder'> = {
	input: v.object({ step: id<'step'>(), person: id<'person'>() }),
	run({ room, me, now }, { step, person }) {
		const head = room.sheetOf(step, person);
		if (!head || head.kind !== 'folder')
			throw new Refusal('not-found', 'There is no sheet that you may open.');
		if (!canOpen(room.actor(me.person), 'read', head, room.policyState(head))) {
			throw new Refusal('not-allowed', 'You can read this sheet once its author has pressed Done.');
		}
		return {
			about: person,
			desk: (doc) =>
				void deskDocument(doc).folders.set(stepOf(step, person), { document: head.id, openedAt: now }),
			lines: [
				[person, (doc) => lineDocument(doc).openings.push([{ step, what: 'sheet', by: me.alias, at: now }])]
			],
			reply: { document: head.id }
		};
	}
};

/** A sheet's audience is fixed here, once: the facilitators of this moment, or its author alone (S09, S14). */
async function makeSheet(
	room: LiveRoom,
	step: WorksheetStep,
	author: DocumentHead['owner'] & string
): Promise<DocumentHead> {
	const kind = sheetKind({ ...step, groupKind: room.group.kind });
	const head = await room.content.create({
		kind,
		group: room.group.id,
		session: room.session.id,
		owner: author,
		step: step.id,
		readers:
			kind === 'folder' ? room.placements.filter((one) => leads(one.place)).map((one) => one.person) : [],
		readsWhen: step.facilitatorReads === 'as-you-type' ? 'as-you-type' : 'after-done'
	});
	room.documents.sheet.set(stepOf(step.id, author), head);
	return head;
}
