import * as v from 'valibot';
import { redirect } from '@sveltejs/kit';
import { exerciseOf } from '#lib/domain/exercises/of-step.ts';
import { leads } from '#lib/domain/group.ts';
import { isUnfinished, type Homework } from '#lib/domain/homework.ts';
import { linesFor } from '#lib/domain/practice.ts';
import { OUTCOME_CHARACTERS } from '#lib/domain/room.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { isAhead } from '#lib/domain/session.ts';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import { line } from '../../../../practice-form.ts';
import { homeworkChoices } from './homework-choices.ts';
import { HomeworkForm } from './homework-form.ts';
import type { OpenedCard } from './opened-card.ts';
import type { Actions, PageServerLoad } from './$types';

const titleOf = (homework: Pick<Homework, 'exercise' | 'definition'> | undefined) =>
	(homework && exerciseOf(homework)?.title) ?? 'No longer in the library';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { groups, homeworks, homeworkFlags, library, riskReaders, schedule, now } = event.locals.app;
		const group = await groups.allow(asker, 'homework.set', idIn('group', event.params.group));
		const [placements, all, sessions, riskReader, flags, own] = await Promise.all([
			groups.placements(group.id),
			homeworks.ofGroup(asker, group.id),
			schedule.ofGroup(group.id),
			riskReaders.of(group.id),
			homeworkFlags.openOf(asker, group.id),
			library.inUse()
		]);
		const next = sessions.find((one) => one.startsAt > now() && isAhead(one, now())) ?? null;
		const zone = next?.zone ?? sessions.at(-1)?.zone ?? 'UTC';
		const nameOf = (person: string) =>
			placements.find((one) => one.person === person)?.alias ?? 'someone who has left';
		return {
			...{ group: { id: group.id, name: group.name, kind: group.kind }, zone, now: now() },
			next: next && { title: next.title, startsAt: next.startsAt },
			riskReader,
			leaders: placements.filter(({ place }) => leads(place)).map(({ person, alias }) => ({ person, alias })),
			flags: flags.map(({ homework, reader, ...flag }) => ({
				...{ ...flag, name: nameOf(flag.person), reader: nameOf(reader) },
				title: titleOf(all.find(({ id }) => id === homework))
			})),
			choices: await homeworkChoices(event.locals.app, group, { zone, next, riskReader, own }),
			homework: all.map(({ parts, ...one }) => ({
				...{ id: one.id, dueAt: one.dueAt, words: one.words, restedAt: one.restedAt },
				title: titleOf(one),
				isUnfinished: isUnfinished({ restedAt: one.restedAt, parts }),
				parts: parts.map((part) => ({
					...{ person: part.person, name: nameOf(part.person), progress: part.progress },
					artifact: part.artifact
				}))
			}))
		};
	});

export const actions: Actions = {
	set: async (event) => {
		const asker = askerOf(event);
		const { homeworks, schedule } = event.locals.app;
		return act(
			await event.request.formData(),
			HomeworkForm,
			async ({ exercise, words, due, zone, ...wish }) => {
				const group = idIn('group', event.params.group);
				// Until the end of that day on the group's clocks.
				const dueAt = schedule.instantOf({ date: due, time: '23:00', zone });
				const to = wish.for ? idIn('person', wish.for) : null;
				await homeworks.set(asker, group, {
					exercise,
					words,
					dueAt,
					for: to,
					isRead: wish.reads === 'after-done'
				});
				redirect(303, `/groups/${group}/homework`);
			}
		);
	},
	reader: async (event) => {
		const asker = askerOf(event);
		const form = v.object({ reader: v.string(), within: v.pipe(v.string(), v.transform(Number)) });
		return act(await event.request.formData(), form, async ({ reader, within }) => {
			const group = idIn('group', event.params.group);
			const named = reader ? { person: idIn('person', reader), withinHours: within } : null;
			await event.locals.app.riskReaders.name(asker, group, named);
			redirect(303, `/groups/${group}/homework`);
		});
	},
	card: async (event) => {
		const asker = askerOf(event);
		const { accounts, homeworkFlags } = event.locals.app;
		const form = v.object({ flag: v.string() });
		return act(await event.request.formData(), form, async (wish): Promise<{ card: OpenedCard }> => {
			const flag = idIn('flag', wish.flag);
			const [card, practice] = [await homeworkFlags.openCard(asker, flag), await accounts.practice()];
			const help = practice ? linesFor(card.country, practice) : { lines: [], elsewhere: '' };
			return { card: { flag, phone: card.phone, contact: card.emergencyContact, help } };
		});
	},
	clear: async (event) => {
		const asker = askerOf(event);
		const form = v.object({
			flag: v.string(),
			outcome: line(OUTCOME_CHARACTERS, 'Please write what was done.')
		});
		return act(await event.request.formData(), form, async ({ flag, outcome }) => {
			await event.locals.app.homeworkFlags.clear(asker, idIn('flag', flag), outcome);
			redirect(303, `/groups/${idIn('group', event.params.group)}/homework`);
		});
	},
	change: async (event) => {
		const asker = askerOf(event);
		const { homeworks, schedule } = event.locals.app;
		const form = v.object({ homework: v.string(), what: v.picklist(['rest', 'next']) });
		return act(await event.request.formData(), form, async ({ homework, what }) => {
			const group = idIn('group', event.params.group);
			const id = idIn('step', homework);
			if (what === 'rest') await homeworks.rest(asker, id);
			else {
				const next = await schedule.nextOf(group);
				if (!next) throw new Refusal('conflict', 'No session is planned yet.');
				await homeworks.postpone(asker, id, next.startsAt);
			}
			redirect(303, `/groups/${group}/homework`);
		});
	}
};
