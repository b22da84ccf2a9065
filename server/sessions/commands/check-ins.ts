import * as v from 'valibot';
import { WORD_LENGTH } from '../../../src/lib/domain/check-in.ts';
import {
	CHECK_INS,
	type CheckInAnswers,
	checkInsOf,
	HOMEWORK_DONE,
	isUnanswered
} from '../../../src/lib/domain/check-ins.ts';
import { risksGiven } from '../../../src/lib/domain/check-in-risks.ts';
import { isFeelingWord } from '../../../src/lib/domain/feeling-words.ts';
import type { Step } from '../../../src/lib/domain/plan.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, doorDocument, stepOf } from '../../../src/lib/domain/room.ts';
import type { Command } from './command.ts';
import { id, number, rating, words } from './input.ts';
import { tellOfCheckIn } from '../room/tell-of-risks.ts';
import { stepOfPlan } from './stage.ts';

const NOTHING_SAID: CheckInAnswers = { mood: null, energy: null, word: '' };
const FEELING_WORDS_MOST = 20;

/** What a member gives of their check-in, and what it raises. */
export const giveCheckIn: Command<'give-check-in'> = {
	input: v.object({
		step: id<'step'>(),
		audience: v.picklist(['facilitators', 'group']),
		mood: rating,
		energy: rating,
		word: words(WORD_LENGTH),
		feeling: v.nullish(
			v.object({
				pleasant: number(10),
				stirred: number(10),
				words: v.pipe(
					v.array(v.pipe(v.string(), v.check(isFeelingWord, 'This is none of the words.'))),
					v.maxLength(FEELING_WORDS_MOST)
				)
			})
		),
		distress: v.nullish(number(100)),
		sleep: v.nullish(number(24)),
		homework: v.nullish(v.picklist(HOMEWORK_DONE.map((one) => one.id))),
		urge: v.nullish(number(5))
	}),
	run({ room, me, now }, { step, audience, ...answers }) {
		const planned = stepOfPlan(room, step);
		refuseUnasked(planned, answers);
		const key = stepOf(step, me.person);
		const given = { step, audience, ...answers, person: me.person, at: now };
		const isPeer = room.group.kind === 'peer';
		if (isPeer && audience !== 'group') {
			throw new Refusal('not-allowed', 'Nobody reads a check-in here. Keep it to yourself, or let it count.');
		}
		// S14: the host of a peer group is told that somebody gave theirs, and nothing of it.
		const told = isPeer ? { step, audience, ...NOTHING_SAID, person: me.person, at: now } : given;
		const risks = isPeer ? [] : risksGiven(answers);
		const tell = tellOfCheckIn(room, { step, person: me.person, risks }, now);
		return {
			desk: (doc) => {
				const desk = deskDocument(doc);
				desk.checkIns.set(key, told);
				// At the check-out the step's own sheet says how far one is.
				if (planned.kind === 'check-in') desk.progress.set(key, 'done');
				tell?.(doc);
			},
			doors: isPeer ? [[me.person, (doc) => void doorDocument(doc).given.set(step, given)]] : []
		};
	}
};

/** S14: what a plan may not ask nobody can give either. */
function refuseUnasked(step: Step, answers: CheckInAnswers): void {
	const asked = checkInsOf(step);
	if (asked.length === 0) throw new Refusal('invalid', 'There is no check-in in this step.');
	const unasked = CHECK_INS.find((one) => !asked.includes(one) && !isUnanswered(answers, one));
	if (unasked) throw new Refusal('invalid', `“${unasked.title}” is not asked in this step.`);
}
