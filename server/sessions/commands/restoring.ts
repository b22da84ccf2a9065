import * as v from 'valibot';
import { boardDocument } from '../../../src/lib/domain/board.ts';
import { restoreSheet } from '../../../src/lib/domain/board-restoring.ts';
import { SHEETS_MOST, sheetsOf } from '../../../src/lib/domain/board-sheets.ts';
import { boardTemplate } from '../../../src/lib/domain/exercises/of-step.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { boardOf } from './board-apart.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';
import { stepOfPlan } from './stage.ts';

/** More than any sheet holds. */
const THINGS_MOST = 100_000;

/** An earlier state of a sheet comes back beside it, as a new one: nothing of the sheet itself is changed (S12). */
export const restoreEarlier: Command<'restore-sheet'> = {
	input: v.object({
		step: id<'step'>(),
		sheet: v.pipe(v.string(), v.maxLength(40)),
		things: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(THINGS_MOST))
	}),
	run({ room, me }, { step, sheet, things }) {
		const board = boardOf(room, step);
		const planned = stepOfPlan(room, step);
		const template = boardTemplate(planned) ?? '';
		return {
			documents: [
				[
					board,
					(doc) => {
						const sheets = sheetsOf(boardDocument(doc), template);
						const from = sheets.find((one) => one.id === sheet);
						if (!from) throw new Refusal('not-found', 'This sheet is not here any more.');
						if (from.hidden) {
							throw new Refusal('conflict', 'This sheet is put away. Show it to the group first.');
						}
						if (sheets.length >= SHEETS_MOST) {
							throw new Refusal('conflict', `A board has at most ${SHEETS_MOST} sheets.`);
						}
						restoreSheet(doc, from, { things, by: me.person });
					}
				]
			]
		};
	}
};
