import type { Browser, BrowserContext, Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comeToTheDoor } from '../../server/demo/people.ts';
import type { App } from '../../server/app.ts';
import type { Asker } from '../../server/groups/actor.ts';
import { newId, type GroupId, type SessionId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { freePort, startHearth } from './hearth-process.ts';
import { PracticeSeed } from './practice-seed.ts';

export const MEMBERS = ['Ana', 'Ben', 'Chris', 'Elif'] as const;
/** `Olga` would look on, and `Finn` is a member who has not come yet: they are before no door. */
export type Name = (typeof MEMBERS)[number] | 'Dana' | 'Kim' | 'Olga' | 'Finn';

/** A session that has begun: Dana leads with Kim, four members are in, and nobody uses camera or microphone. */
export interface LeadingGroup {
	/** The address of the session. */
	session: string;
	/** The room, as this person's browser shows it. */
	open(browser: Browser, name: Name): Promise<Page>;
	/** Ends the server as a crash would, and starts it anew on what it kept. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/** What a group did before its session. */
type Before = (
	app: App,
	group: GroupId,
	people: { dana: Asker; members: Record<string, Asker> }
) => Promise<void>;

interface Circumstances {
	/** What the server is set to. */
	env?: Record<string, string>;
	before?: Before;
	/** Whether `Finn` belongs to the group. */
	withFinn?: boolean;
}

/** `members`: those who are in. `steps`: what is planned. */
export async function startLeadingGroup(
	members: readonly Name[] = MEMBERS,
	steps: Step[] = STEPS,
	{ env = {}, before = () => Promise.resolve(), withFinn = false }: Circumstances = {}
): Promise<LeadingGroup> {
	const dataDirectory = mkdtempSync(join(tmpdir(), 'hearth-leading-'));
	const { session, signedIn } = await plant(dataDirectory, members, { steps, before, withFinn });
	const setting = { dataDirectory, port: await freePort(), env };
	let hearth = await startHearth(setting);
	const address = `${hearth.origin}/sessions/${session}`;
	return {
		session: address,
		async open(browser, name) {
			const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
			await context.addInitScript((key) => sessionStorage.setItem(key, 'text'), `hearth means ${session}`);
			await signedIn[name](context);
			const page = await context.newPage();
			await page.goto(`${address}/room`);
			return page;
		},
		async restart() {
			await hearth.kill();
			hearth = await startHearth(setting);
		},
		async stop() {
			await hearth.stop();
			rmSync(dataDirectory, { recursive: true, force: true });
		}
	};
}

const STEPS: Step[] = [
	{ ...newStep('worksheet', 'therapy'), title: 'Thought record' },
	newStep('round', 'therapy'),
	{ ...newStep('breakout', 'therapy'), title: 'In pairs', ...{ work: 'board' as const } } as Step,
	newStep('check-out', 'therapy')
];

async function plant(
	dataDirectory: string,
	members: readonly Name[],
	{ steps, before, withFinn }: { steps: Step[]; before: Before; withFinn: boolean }
) {
	const seed = await PracticeSeed.open(dataDirectory);
	const { app } = seed;
	const dana = await seed.person('Dana Roth', { staff: true, licensed: true });
	const kim = await seed.person('Kim Ito', { staff: true, licensed: true });
	const group = await seed.group(dana, 'Tuesday group', 'therapy');
	await app.groups.join(group.id, kim.person, 'co-facilitator', 'Kim');
	const people: Record<string, Asker> = { Dana: dana, Kim: kim };
	for (const name of members) {
		const who = (people[name] = await seed.person(name));
		await app.groups.join(group.id, who.person, 'member', name);
	}
	await before(app, group.id, { dana, members: people });
	const plan = { group: group.id, title: 'Worry', zone: 'Europe/Madrid', minutes: 60 };
	const session = await app.schedule.plan(dana, {
		...plan,
		...{ startsAt: app.now(), plan: { steps, keepChat: false } }
	});
	await arrive(dana, 'Dana', 'facilitator');
	await arrive(kim, 'Kim', 'co-facilitator');
	const olga = (people.Olga = await seed.person('Olga'));
	await app.groups.join(group.id, olga.person, 'observer', 'Olga');
	if (withFinn) {
		const finn = (people.Finn = await seed.person('Finn'));
		await app.groups.join(group.id, finn.person, 'member', 'Finn');
	}
	for (const name of members) {
		const who = people[name]!;
		await arrive(who, name, 'member');
		await app.rooms.command(session.id, {
			...{ name: 'admit', key: newId(), by: dana.person, body: { person: who.person } }
		});
	}
	const signedIn = {} as Record<Name, (context: BrowserContext) => Promise<void>>;
	for (const [name, who] of Object.entries(people)) signedIn[name as Name] = await seed.signIn(who);
	await seed.close();
	return { session: session.id as SessionId, signedIn };

	function arrive({ person }: Asker, name: string, place: 'member' | 'facilitator' | 'co-facilitator') {
		return comeToTheDoor(app, session.id, { id: person, name, place });
	}
}
