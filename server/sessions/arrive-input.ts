import * as v from 'valibot';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { MEANS } from '../../src/lib/domain/room.ts';
import type { ArriveInput } from '../../src/lib/protocol/commands.ts';

const line = (most: number, empty: string) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, empty),
		v.maxLength(most, `Please use at most ${most} characters.`)
	);
const phone = (empty: string) =>
	v.pipe(line(40, empty), v.regex(/^[+\d][\d\s().\-/]{4,}$/, 'A telephone number has at least five digits.'));

const card = v.object({
	alias: v.pipe(v.string(), v.trim(), v.maxLength(60)),
	emergencyName: line(120, 'Please give the name to use in an emergency.'),
	address: line(300, 'Please give the street address where you are now.'),
	country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'Please choose the country where you are now.')),
	phone: phone('Please give a telephone that your facilitator can call you back on.'),
	emergencyContact: v.object({
		name: line(120, 'Please name someone to reach in an emergency.'),
		phone: phone('Please give a telephone of the person to reach in an emergency.')
	}),
	alone: v.boolean()
});

const arriveInput: v.GenericSchema<unknown, ArriveInput> = v.object({
	card: v.nullable(card),
	means: v.picklist(MEANS),
	consent: v.pipe(v.string(), v.maxLength(40))
});

/** What someone gives at the door. Throws Refusal, naming the field. */
export function parseArrival(body: unknown): ArriveInput {
	const parsed = v.safeParse(arriveInput, body);
	if (parsed.success) return parsed.output;
	const issue = parsed.issues[0];
	throw new Refusal('invalid', issue.message, v.getDotPath(issue) ?? undefined);
}
