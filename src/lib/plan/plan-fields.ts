import { isAttention, USUAL_ATTENTION } from '#lib/domain/attention.ts';
import { ROOMS_MOST, type WhoIsWhere } from '#lib/domain/breakouts.ts';
import { CHECK_INS, checkInIds, type CheckInId } from '#lib/domain/check-ins.ts';
import { parseId, type StepId } from '#lib/domain/ids.ts';
import {
	STEP_KINDS,
	type FacilitatorReads,
	type Plan,
	type SharingMode,
	type Step
} from '#lib/domain/plan.ts';

/**
 * A plan as the fields of a form, so that the builder works without scripts. A step's fields are named
 * `<id>.<field>`; the steps stand in the order in which their fields come.
 */
export type Fields = Record<string, string>;

const SHARING: readonly SharingMode[] = ['private', 'reveal', 'together'];
const READS: readonly FacilitatorReads[] = ['no', 'after-done', 'as-you-type'];

/** The plan that fields hold. What is missing or no number becomes empty or 0, for the check that follows. */
export function planFrom(fields: Fields): Plan {
	const ids = new Set(Object.keys(fields).map((name) => name.slice(0, name.indexOf('.'))));
	const steps = [...ids].flatMap((text) => {
		const id = parseId<'step'>(text);
		const step = id && stepFrom(id, fields);
		return step ? [step] : [];
	});
	const [programme = '', part = ''] = (fields.fromProgramme ?? '').split(' ');
	const from = Number(part) > 0 ? { from: { programme, part: Number(part) } } : {};
	return { steps, keepChat: fields.keepChat === 'on', ...from };
}

/** The beginning of the field that says which room a person is put into. */
export const IS_IN = 'is-in-';

/** What a step holds that stands in fields of its own, or in none. */
const NO_FIELDS: readonly string[] = ['definition', 'checkIns', 'whoIsWhere'];

/** The field that says whether a step asks one check-in. */
export const asks = (checkIn: CheckInId) => `asks-${checkIn}`;

export function fieldsOf(plan: Plan): Fields {
	const fields: Fields = plan.keepChat ? { keepChat: 'on' } : {};
	if (plan.from) fields.fromProgramme = `${plan.from.programme} ${plan.from.part}`;
	for (const step of plan.steps) {
		const { id, keep, ...rest } = step;
		// A definition is the server's to put in; the form names the exercise.
		const said = Object.entries(rest).filter(([name]) => !NO_FIELDS.includes(name));
		for (const [name, value] of said) fields[`${id}.${name}`] = String(value);
		for (const one of checkInIds(step)) fields[`${id}.${asks(one)}`] = 'on';
		const named = step.kind === 'breakout' ? (step.whoIsWhere ?? {}) : {};
		for (const [person, room] of Object.entries(named)) fields[`${id}.${IS_IN}${person}`] = String(room);
		if (keep) fields[`${id}.keep`] = 'on';
	}
	return fields;
}

function stepFrom(id: StepId, fields: Fields): Step | null {
	const read = (name: string) => fields[`${id}.${name}`] ?? '';
	const kind = oneOf(STEP_KINDS, read('kind'));
	const attention = read('attention');
	const step = {
		...{ id, title: read('title').trim(), minutes: Number(read('minutes')) || 0 },
		...{ prompt: read('prompt').trim(), notes: read('notes').trim(), keep: read('keep') === 'on' },
		attention: isAttention(attention) ? attention : USUAL_ATTENTION
	};
	const checkIns = { checkIns: CHECK_INS.map(({ id }) => id).filter((id) => read(asks(id)) === 'on') };
	switch (kind) {
		case undefined:
			return null;
		case 'worksheet':
		case 'check-out': {
			const sharing = oneOf(SHARING, read('sharing')) ?? 'private';
			const facilitatorReads = oneOf(READS, read('facilitatorReads')) ?? 'no';
			const sheet = { exercise: read('exercise'), sharing, facilitatorReads };
			return kind === 'worksheet' ? { ...step, kind, ...sheet } : { ...step, kind, ...sheet, ...checkIns };
		}
		case 'check-in':
			return { ...step, kind, ...checkIns };
		case 'board':
			return { ...step, kind, template: read('template') };
		case 'breakout':
			return {
				...{ ...step, kind, rooms: Number(read('rooms')) || 0 },
				sizes: oneOf(['pairs', 'rooms'] as const, read('sizes')) ?? 'pairs',
				work: oneOf(['talk', 'board', 'sheet'] as const, read('work')) ?? 'talk',
				...{ template: read('template'), exercise: read('exercise') },
				...whoIsWhere(`${id}.${IS_IN}`, fields)
			};
		case 'breathing':
			return {
				...step,
				kind,
				secondsASide: Number(read('secondsASide')) || 0,
				rounds: Number(read('rounds')) || 0
			};
		default:
			return { ...step, kind };
	}
}

function whoIsWhere(beginning: string, fields: Fields): { whoIsWhere?: WhoIsWhere } {
	const named = Object.entries(fields).flatMap(([name, value]) => {
		const person = name.startsWith(beginning) ? parseId<'person'>(name.slice(beginning.length)) : null;
		const room = Number(value);
		return person && Number.isInteger(room) && room >= 1 && room <= ROOMS_MOST ? [[person, room]] : [];
	});
	return named.length > 0 ? { whoIsWhere: Object.fromEntries(named) as WhoIsWhere } : {};
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word | undefined {
	return words.find((word) => word === text);
}
