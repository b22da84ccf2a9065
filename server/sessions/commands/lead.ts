import * as v from 'valibot';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { roomDocument, THE } from '../../../src/lib/domain/room.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';
import { seatOf } from './people.ts';

/** Gives the lead to another facilitator, or takes it: both keep the same controls, and everyone is told. */
export const handOver: Command<'hand-over'> = {
	input: v.object({ to: id<'person'>() }),
	run({ room }, { to }) {
		seatOf(room, to);
		if (!room.leads(to)) throw new Refusal('invalid', 'Only a facilitator of this group can lead it.');
		return {
			room: (doc) => {
				const { about } = roomDocument(doc);
				about.set(THE, { ...about.get(THE)!, lead: to });
			},
			about: to
		};
	}
};
