import * as v from 'valibot';
import { CALL_REPORT_MS } from '../../../src/lib/protocol/limits.ts';
import type { CallTimes } from '../call-times.ts';
import type { Command } from './command.ts';

const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(CALL_REPORT_MS));

/** For how long one's own call was less than faces and voice since the last report. No document holds it. */
export function reportCall(times: CallTimes): Command<'report-call'> {
	return {
		input: v.object({ voiceMs: time, textMs: time, weakMs: time }),
		everyday: true,
		async run({ room, me, now }, report) {
			const of = { session: room.session.id, group: room.group.id, person: me.person };
			return { statements: [await times.adding(of, report, now)] };
		}
	};
}
