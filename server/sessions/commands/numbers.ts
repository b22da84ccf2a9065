import * as v from 'valibot';
import { groupNumbers } from '../../../src/lib/domain/group-numbers.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { doorDocument, type GivenCheckIn, roomDocument } from '../../../src/lib/domain/room.ts';
import type { StepId } from '../../../src/lib/domain/ids.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';
import { stepOfPlan } from './stage.ts';

/** Shows the group its own numbers: computed once, from at least three who gave them to the group (S10). */
export const showNumbers: Command<'show-numbers'> = {
	input: v.object({ step: id<'step'>() }),
	async run({ room }, { step }) {
		stepOfPlan(room, step);
		if (room.state.numbersShown.has(step)) {
			throw new Refusal('conflict', 'These numbers have been shown. They stay as they were.');
		}
		const numbers = groupNumbers(await givenAt(room, step), step);
		if (!numbers || numbers.length === 0) {
			throw new Refusal(
				'conflict',
				'The group’s numbers are shown once at least three people gave theirs to the group.'
			);
		}
		return { room: (doc) => void roomDocument(doc).numbers.set(step, numbers) };
	}
};

/** What was given at a step; in a peer-led group it stands in the givers' own documents (S14). */
async function givenAt(room: LiveRoom, step: StepId): Promise<GivenCheckIn[]> {
	if (room.group.kind !== 'peer') return [...room.state.checkIns.values()].filter((one) => one.step === step);
	const own = [...room.documents.door.values()].map((id) =>
		room.content.read(id, (doc) => doorDocument(doc).given.get(step))
	);
	return (await Promise.all(own)).filter((one) => one !== undefined);
}
