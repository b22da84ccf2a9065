import { expect, type Page, test } from '@playwright/test';
import { type Demo, signedIn } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';

/** Passkeys, with the browser's own pretended authenticator: made, and used to come back. */

let demo: Demo;
demoOfFile((started) => (demo = started));

test('R13 a facilitator adds a passkey as second lock, and signs in with it alone, never without the device’s own lock', async ({
	browser
}) => {
	const page = await signedIn(browser, demo, 'Dana');
	const at = (path: string) => page.goto(`${demo.url}${path}`);
	const lock = await authenticatorOf(page);

	await at('/sign-in/second-factor');
	await expect(page.getByRole('heading', { name: 'One more lock for your account' })).toBeVisible();
	await at('/account/passkeys');
	await page.getByRole('button', { name: 'Make a passkey' }).click();
	await page.waitForURL(/\/account$/);
	await expect(page.getByRole('listitem').filter({ hasText: 'Passkey' })).toBeVisible();
	await at('/sign-in/second-factor');
	await expect(page).not.toHaveURL(/second-factor/);

	await test.step('it opens the account where nobody is signed in', async () => {
		await signOut(page);
		await comeInByPasskey(page);
	});

	await test.step('not without the device’s own lock: finger, face or code', async () => {
		await signOut(page);
		await lock.verify(false);
		await at('/sign-in');
		await page.getByRole('button', { name: 'Use a passkey' }).click();
		await expect(page.getByText(/Nothing was changed|did not work/)).toBeVisible();
		await lock.verify(true);
		await comeInByPasskey(page);
	});
});

async function authenticatorOf(page: Page) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
			...{ isUserVerified: true, automaticPresenceSimulation: true }
		}
	});
	return {
		verify: (isUserVerified: boolean) =>
			devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
	};
}

async function signOut(page: Page): Promise<void> {
	await page.goto(`${demo.url}/account`);
	await page.getByRole('button', { name: 'Sign out', exact: true }).click();
	await page.waitForURL(`${demo.url}/`);
}

/** The browser may offer it by itself: then there is nothing to press. */
async function comeInByPasskey(page: Page): Promise<void> {
	await page.goto(`${demo.url}/sign-in`);
	await expect(async () => {
		const button = page.getByRole('button', { name: 'Use a passkey' });
		if (new URL(page.url()).pathname === '/sign-in')
			await button.click({ timeout: 3_000 }).catch(() => undefined);
		await expect(page).toHaveURL(/\/home/, { timeout: 5_000 });
	}).toPass({ timeout: 60_000 });
}
