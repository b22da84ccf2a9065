import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { goIntoRooms } from '#lib/domain/breakouts.ts';
import { exerciseOf } from '#lib/domain/exercises/of-step.ts';
import { leads } from '#lib/domain/group.ts';
import { isStillToDo } from '#lib/domain/homework.ts';
import type { Session } from '#lib/domain/session.ts';
import { arranged } from '#lib/plan/arrange.ts';
import { ALONG } from './homework-along.ts';
import { planForm } from '#lib/plan/plan-form.ts';
import { act, askerOf, idIn, page } from '../../../../../asking.ts';
import { keepTemplate } from '../../../../sessions/keep-template.ts';
import { whenFields } from '../../../../sessions/when-form.ts';
import type { Actions, PageServerLoad } from './$types';

const WEEK_MS = 7 * 24 * 3_600_000;

export const load: PageServerLoad = (event) =>
	page(async () => {
		const { groups, homeworks, schedule, beginnings, library, now } = event.locals.app;
		const asker = askerOf(event);
		const group = await groups.allow(asker, 'session.plan', idIn('group', event.params.group));
		const from = event.url.searchParams.get('from');
		const [placements, sessions, offers, begun, unfinished] = await Promise.all([
			groups.placements(group.id),
			schedule.ofGroup(group.id),
			beginnings.offers(asker, group),
			beginnings.begin(asker, group, from),
			homeworks.unfinishedOf(asker, group.id)
		]);
		const last = sessions.at(-1);
		return {
			group: { id: group.id, name: group.name },
			...{ from: from ?? '', offers, now: now() },
			values: {
				...(last ? { ...nextTime(schedule, last, now()), minutes: String(last.minutes) } : {}),
				...(begun.minutes ? { minutes: String(begun.minutes) } : {}),
				title: begun.title
			},
			/** A copied plan takes its unfinished homework along, unless it is unticked. */
			isCopy: from?.startsWith('session.') ?? false,
			homework: unfinished.map((one) => ({
				...{ id: one.id, dueAt: one.dueAt },
				title: exerciseOf(one)?.title ?? 'An exercise that is no longer in the library',
				names: one.parts
					.filter(({ progress }) => isStillToDo(progress))
					.map(({ person }) => placements.find((of) => of.person === person)?.alias ?? 'someone who has left')
			})),
			start: {
				...{ plan: begun.plan, groupKind: group.kind, begun: [], own: await library.inUse() },
				people: goIntoRooms(group.kind, placements).map(({ person, alias: name }) => ({ person, name }))
			},
			facilitators: placements.filter((one) => leads(one.place)).map((one) => one.alias)
		};
	});

/** Groups mostly meet on the same day of a week to come, at the same hour of the same clock. */
function nextTime(schedule: App.Locals['app']['schedule'], last: Session, now: number) {
	const weeks = Math.max(1, Math.ceil((now - last.startsAt) / WEEK_MS));
	const { date } = schedule.wallClockOf({ ...last, startsAt: last.startsAt + weeks * WEEK_MS });
	return { ...schedule.wallClockOf(last), date };
}

export const actions: Actions = {
	save: async (event) => {
		const asker = askerOf(event);
		const { homeworks, schedule } = event.locals.app;
		const form = v.intersect([v.object(whenFields), planForm]);
		const fields = await event.request.formData();
		return act(fields, form, async ({ date, time, zone, minutes, title, plan }) => {
			const startsAt = schedule.instantOf({ date, time, zone });
			const group = idIn('group', event.params.group);
			const session = await schedule.plan(asker, { group, title, startsAt, zone, minutes, plan });
			const homework = [...fields.keys()]
				.filter((name) => name.startsWith(ALONG))
				.map((name) => idIn('step', name.slice(ALONG.length)));
			await homeworks.takeAlong(asker, group, { homework, dueAt: startsAt });
			redirect(303, `/sessions/${session.id}`);
		});
	},
	/** The steps, kept by a name to use again: the session itself is not saved by it. */
	template: async (event) => {
		const asker = askerOf(event);
		return keepTemplate(event, asker, () => Promise.resolve(idIn('group', event.params.group)));
	},
	/** The builder's buttons in a browser without scripts: nothing is saved yet. */
	arrange: async (event) => {
		const asker = askerOf(event);
		const form = Object.fromEntries(await event.request.formData()) as Record<string, string>;
		const group = await page(() =>
			event.locals.app.groups.allow(asker, 'session.plan', idIn('group', event.params.group))
		);
		return fail(400, { message: 'Not saved yet.', errors: {}, values: arranged(form, group.kind) });
	}
};
