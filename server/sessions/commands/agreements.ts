import * as v from 'valibot';
import { agreedByAll } from '../../../src/lib/domain/agreements.ts';
import { groupAgreements } from '../../../src/lib/domain/exercises/group-agreements.ts';
import { leads } from '../../../src/lib/domain/group.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { roomDocument, THE } from '../../../src/lib/domain/room.ts';
import type { Groups } from '../../groups/groups.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';
import { worksheetStep } from './stage.ts';

export type ChangesAgreements = Pick<Groups, 'changingAgreements'>;

/** S19: the group's own agreements, each signed by everyone who takes part, take the place of those shown before. */
export function adoptAgreements(groups: ChangesAgreements): Command<'adopt-agreements'> {
	return {
		input: v.object({ step: id<'step'>() }),
		async run({ room }, { step }) {
			const { exercise } = worksheetStep(room, step);
			const sheet = room.documents.table.get(step);
			if (exercise !== groupAgreements.id || !sheet) {
				throw new Refusal('invalid', 'There is no sheet of agreements in this step.');
			}
			const agreements = await room.content.read(sheet, (doc) => agreedByAll(doc, takingPart(room)));
			if (agreements.length === 0) {
				throw new Refusal('conflict', 'There is no line yet that everyone here has ticked.');
			}
			return {
				statements: [groups.changingAgreements(room.group, agreements)],
				room: (doc) => {
					const { about } = roomDocument(doc);
					about.set(THE, { ...about.get(THE)!, agreements });
				}
			};
		}
	};
}

/** Members; in a peer group whoever leads takes part as everyone else does (S14). */
function takingPart(room: LiveRoom): PersonId[] {
	const isPeer = room.group.kind === 'peer';
	return [...room.state.seats.values()]
		.filter(({ place }) => place !== 'observer' && (isPeer || !leads(place)))
		.map(({ person }) => person);
}
