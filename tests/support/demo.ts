import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { freePort, type HearthProcess, startHearth } from './hearth-process.ts';

export interface Demo {
	process: HearthProcess;
	url: string;
	session: string;
	linkOf(name: string): string;
}

interface Printed {
	url: string;
	session: string;
	people: { name: string; role: string; link: string }[];
}

/** `npm run demo -- --json`, as a person would start it. */
export async function startDemo(env: Record<string, string> = {}): Promise<Demo> {
	const process = await startHearth({
		port: await freePort(),
		entry: 'server/demo/main.ts',
		args: ['--json'],
		env
	});
	const { url, session, people } = JSON.parse(process.lines[0] ?? 'null') as Printed;
	return {
		...{ process, url, session },
		linkOf(name) {
			const link = people.find((person) => person.name === name)?.link;
			if (!link) throw new Error(`The demonstration printed no link for ${name}.`);
			return link;
		}
	};
}

/** A browser of one's own for a person, signed in by their link. */
export async function signedIn(
	browser: Browser,
	demo: Demo,
	name: string,
	style: BrowserContextOptions = {}
): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...style });
	const page = await context.newPage();
	await page.goto(demo.linkOf(name));
	await page.getByRole('button', { name: /^Continue as/ }).click();
	await page.waitForURL((url) => url.pathname !== '/sign-in/link');
	return page;
}

/** As `signedIn`, at the door of the session that is about to begin. */
export async function atTheDoor(browser: Browser, demo: Demo, name: string): Promise<Page> {
	const page = await signedIn(browser, demo, name);
	await page.goto(`${demo.url}/sessions/${demo.session}/room`);
	return page;
}
