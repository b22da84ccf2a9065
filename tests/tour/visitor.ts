import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startHearth } from '../support/hearth-process.ts';
import type { Tour } from './look.ts';

/** What someone sees who is not signed in. */
export async function visitVisitorScreens({ demo, look, asVisitor }: Tour): Promise<void> {
	const page = await asVisitor();
	for (const [path, name, title] of [
		['/', 'front-page', 'The front page'],
		['/help', 'help', 'Help, and whom to call'],
		['/sign-in', 'sign-in', 'Sign in'],
		['/join/under-18', 'join-under-18', 'Not old enough to join'],
		['/today', 'quick-exit', 'Where the quick exit leads'],
		['/no-such-page', 'not-found', 'A page that is not there']
	] as const) {
		await page.goto(`${demo.url}${path}`);
		await look(page, { name, title });
	}
	await page.goto(demo.linkOf('Jo'));
	await page.getByRole('button', { name: /^Continue as/ }).waitFor();
	await look(page, { name: 'sign-in-link', title: 'Coming in by a personal link' });
	await page.context().close();
}

/** The first screen of a new installation. */
export async function visitSetUp({ look, asVisitor }: Tour): Promise<void> {
	const dataDirectory = mkdtempSync(join(tmpdir(), 'hearth-new-'));
	const fresh = await startHearth({ port: await freePort(), dataDirectory });
	const page = await asVisitor();
	try {
		await page.goto(fresh.setUpLink());
		await page.getByRole('button', { name: 'Make my account' }).waitFor();
		await look(page, { name: 'set-up', title: 'Setting up a new Hearth' });
	} finally {
		await page.context().close();
		await fresh.stop();
		rmSync(dataDirectory, { recursive: true, force: true });
	}
}
