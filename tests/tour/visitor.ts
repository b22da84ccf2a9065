import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startHearth } from '../support/hearth-process.ts';
import { addCodes, MAIL, makeFirstAccount, PASSWORD } from '../support/practice.ts';
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

/** A new installation: its first screen, and the ways in of an account with a second factor. */
export async function visitSetUp({ look, asVisitor }: Tour): Promise<void> {
	const dataDirectory = mkdtempSync(join(tmpdir(), 'hearth-new-'));
	const fresh = await startHearth({ port: await freePort(), dataDirectory });
	const [page, visitor] = [await asVisitor(), await asVisitor()];
	try {
		await page.goto(fresh.setUpLink());
		await page.getByRole('button', { name: 'Make my account' }).waitFor();
		await look(page, { name: 'set-up', title: 'Setting up a new Hearth' });
		await makeFirstAccount(page);
		await page.goto(`${fresh.origin}/sign-in/second-factor`);
		await look(page, { name: 'second-factor', title: 'Asked for a second factor' });
		await addCodes(page);
		await page.goto(`${fresh.origin}/sign-in/again`);
		await look(page, { name: 'sign-in-again', title: 'Asked whether it is still you' });

		await visitor.goto(`${fresh.origin}/sign-in/reset`);
		await look(visitor, { name: 'password-forgotten', title: 'A forgotten password' });
		await visitor.goto(`${fresh.origin}/sign-in`);
		await visitor.getByLabel('Mail address').fill(MAIL);
		await visitor.getByLabel('Password', { exact: true }).fill(PASSWORD);
		await visitor.getByRole('button', { name: 'Sign in', exact: true }).click();
		await visitor.waitForURL(/\/sign-in\/code/);
		await look(visitor, { name: 'sign-in-code', title: 'Signing in with a second factor' });
		await visitor.goto(`${fresh.origin}/sign-in/reset#${'a'.repeat(43)}`);
		await visitor.getByLabel('New password').waitFor();
		await look(visitor, { name: 'password-new', title: 'A new password, by a link' });
	} finally {
		for (const one of [page, visitor]) await one.context().close();
		await fresh.stop();
		rmSync(dataDirectory, { recursive: true, force: true });
	}
}
