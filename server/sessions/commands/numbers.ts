import * as v from 'valibot';
import { groupNumbers } from '../../../src/lib/domain/group-numbers.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { roomDocument } from '../../../src/lib/domain/room.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';
import { stepOfPlan } from './stage.ts';

/** Shows the group its own numbers: computed once, from at least three who gave them to the group (S10). */
export const showNumbers: Command<'show-numbers'> = {
	input: v.object({ step: id<'step'>() }),
	run({ room }, { step }) {
		stepOfPlan(room, step);
		if (room.state.numbersShown.has(step)) {
			throw new Refusal('conflict', 'These numbers have been shown. They stay as they were.');
		}
		const given = [...room.state.checkIns.values()].filter((one) => one.step === step);
		const numbers = groupNumbers(given, step);
		if (!numbers || numbers.length === 0) {
			throw new Refusal(
				'conflict',
				'The group’s numbers are shown once at least three people gave theirs to the group.'
			);
		}
		return { room: (doc) => void roomDocument(doc).numbers.set(step, numbers) };
	}
};
