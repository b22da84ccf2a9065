import type { SessionId } from '../../src/lib/domain/ids.ts';
import { defaultPlan } from '../../src/lib/domain/plan-making.ts';
import type { App } from '../app.ts';
import type { DemoClock } from './clock.ts';
import { makeFacilitator, makeMember, MEMBERS } from './people.ts';
import { playPastSession } from './past-session.ts';
import { PAST_SESSIONS } from './story.ts';

export interface Demo {
	/** The session that is about to begin. */
	session: SessionId;
	people: { name: string; role: 'facilitator' | 'member'; link: string }[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const BEGINS_IN_MINUTES = 5;
const ZONE = 'Europe/London';

/** A believable group: a facilitator, five members, two past sessions with what was made in them, and the next one. */
export async function seed(app: App, clock: DemoClock): Promise<Demo> {
	const present = Date.now();
	clock.set(present - 21 * DAY_MS);
	const dana = await makeFacilitator(app);
	const group = await app.groups.create(dana.asker, {
		name: 'Tuesday group',
		kind: 'therapy',
		focus: 'Anxiety skills',
		capacity: 8,
		agreements: [
			'What is said here stays here.',
			'We may pass at any time, without saying why.',
			'We speak for ourselves and give no advice unless asked.'
		],
		alias: dana.name
	});
	const members = [];
	for (const name of MEMBERS) members.push(await makeMember(app, group.id, name));

	for (const story of PAST_SESSIONS) {
		clock.set(present - story.daysAgo * DAY_MS);
		const past = await planned(app, dana.asker, {
			group: group.id,
			title: story.title,
			startsAt: clock.now()
		});
		await playPastSession(app, past, { dana, members, story });
	}

	clock.reset();
	const startsAt = Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS + BEGINS_IN_MINUTES * MINUTE_MS;
	const next = await planned(app, dana.asker, { group: group.id, title: 'Naming feelings', startsAt });
	const people = [];
	for (const { id, name, place } of [dana, ...members]) {
		const role = place === 'facilitator' ? ('facilitator' as const) : ('member' as const);
		people.push({ name, role, link: (await app.accounts.personalLink(id)).url });
	}
	return { session: next.id, people };
}

function planned(
	app: App,
	asker: Parameters<App['schedule']['plan']>[0],
	of: Pick<Parameters<App['schedule']['plan']>[1], 'group' | 'title' | 'startsAt'>
) {
	const plan = { ...defaultPlan('therapy'), keepChat: true };
	const steps = plan.steps.map((step) =>
		step.kind === 'board' ? { ...step, template: 'circle-of-control' } : step
	);
	return app.schedule.plan(asker, { ...of, zone: ZONE, minutes: 75, plan: { ...plan, steps } });
}
