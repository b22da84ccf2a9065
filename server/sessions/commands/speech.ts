import * as v from 'valibot';
import { deskDocument } from '../../../src/lib/domain/room.ts';
import { SPEECH_REPORT_MS } from '../../../src/lib/protocol/limits.ts';
import type { Command } from './command.ts';

/**
 * How long each person has spoken, for the facilitators alone. Browsers say it of their own microphone, so it is
 * coarse; nobody can have spoken for longer than the time since they last said so.
 */
export const reportSpeech: Command<'report-speech'> = {
	input: v.object({ ms: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(SPEECH_REPORT_MS)) }),
	everyday: true,
	run: ({ me, now }, { ms }) => ({
		desk: (doc) => {
			const { spoken } = deskDocument(doc);
			const before = spoken.get(me.person) ?? { ms: 0, at: now - SPEECH_REPORT_MS };
			const more = Math.max(0, Math.min(ms, now - before.at));
			spoken.set(me.person, { ms: before.ms + more, at: now });
		}
	})
};
