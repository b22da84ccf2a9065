import { deskDocument, roomDocument, THE } from '../../../src/lib/domain/room.ts';
import { updateSession } from '../../store/sessions.ts';
import { COMES_FROM, columnsOf } from '../life.ts';
import type { Command } from './command.ts';
import { nothing } from './input.ts';
import { changeDoor } from '../room/doors.ts';
import { sweepRisks } from '../room/tell-of-risks.ts';

/** Ends the meeting: inputs stop, the call closes, what was made waits for the sign-off (S21). */
export const endSession: Command<'end-session'> = {
	input: nothing,
	async run({ room, me, now }) {
		const waiting = [...room.state.waiting.keys()];
		const told = await sweepRisks(room, now);
		return {
			room: (doc) => {
				const { about, stage, open } = roomDocument(doc);
				open.delete(THE);
				about.set(THE, { ...about.get(THE)!, state: 'ended' });
				const last = stage.get(THE);
				if (last) stage.set(THE, { ...last, locked: true, timer: null, ask: null });
			},
			desk: (doc) => {
				for (const one of waiting) deskDocument(doc).waiting.delete(one);
				told?.(doc);
			},
			doors: waiting.map((one) => changeDoor(one, { state: 'sent-back', message: 'The session has ended.' })),
			statements: [
				updateSession(room.db, room.session.id, COMES_FROM.ended, columnsOf('ended', now, me.person))
			],
			after: async () => {
				room.session = { ...room.session, state: 'ended' };
			}
		};
	}
};
