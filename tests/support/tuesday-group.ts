import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comeToTheDoor } from '../../server/demo/people.ts';
import { defaultPlan } from '../../src/lib/domain/plan-making.ts';
import { freePort, startHearth } from './hearth-process.ts';
import { PracticeSeed } from './practice-seed.ts';

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

type Name = 'dana' | 'pat' | 'ana';

/** A running Hearth with Dana's therapy group, in which Ana and Ben are, and Pat's peer group. */
export interface TuesdayGroup {
	ids: Record<'group' | 'peer' | 'next' | 'later' | 'gone', string>;
	/** A page of a browser in which someone, or nobody, is signed in. */
	open(browser: Browser, name: Name, options?: BrowserContextOptions): Promise<Page>;
	stop(): Promise<void>;
}

/** `atTheDoor`: Ana has given her contact card for the next session. */
export async function startTuesdayGroup({ atTheDoor = false } = {}): Promise<TuesdayGroup> {
	const dataDirectory = mkdtempSync(join(tmpdir(), 'hearth-groups-'));
	const { ids, signedIn } = await plant(dataDirectory, atTheDoor);
	const hearth = await startHearth({ dataDirectory, port: await freePort() });
	return {
		ids,
		async open(browser, name, options = {}) {
			const context = await browser.newContext({
				...{ baseURL: hearth.origin, timezoneId: 'Europe/London' },
				...options
			});
			await signedIn[name](context);
			return context.newPage();
		},
		async stop() {
			await hearth.stop();
			rmSync(dataDirectory, { recursive: true, force: true });
		}
	};
}

async function plant(dataDirectory: string, atTheDoor: boolean) {
	const seed = await PracticeSeed.open(dataDirectory);
	const dana = await seed.person('Dana Roth', { staff: true, licensed: true });
	const pat = await seed.person('Pat Lee', { staff: true });
	const ana = await seed.person('Ana');
	const group = await seed.group(dana, 'Tuesday group', 'therapy');
	const peer = await seed.group(pat, 'Grief circle', 'peer');
	await seed.app.groups.join(group.id, ana.person, 'member', 'Ana');
	await seed.app.groups.join(group.id, (await seed.person('Ben')).person, 'member', 'Ben');
	const plan = defaultPlan('therapy');
	const session = (title: string, startsAt: number) =>
		seed.app.schedule.plan(dana, {
			group: group.id,
			title,
			startsAt,
			zone: 'Europe/Madrid',
			minutes: 75,
			plan
		});
	const now = Date.now();
	const next = await session('Naming feelings', now + 10 * MINUTE_MS);
	if (atTheDoor) await comeToTheDoor(seed.app, next.id, { id: ana.person, name: 'Ana', place: 'member' });
	const later = await session('Kinder thoughts', now + WEEK_MS);
	await seed.app.schedule.move(dana, later.id, { ...later, startsAt: later.startsAt + 60 * MINUTE_MS });
	const gone = await session('Holiday week', now + 2 * WEEK_MS);
	await seed.app.schedule.cancel(dana, gone.id);
	const signedIn = {
		dana: await seed.signIn(dana),
		pat: await seed.signIn(pat),
		ana: await seed.signIn(ana)
	};
	await seed.close();
	return { ids: { group: group.id, peer: peer.id, next: next.id, later: later.id, gone: gone.id }, signedIn };
}
