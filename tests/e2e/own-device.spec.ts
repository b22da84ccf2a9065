import { expect, type Page, test } from '@playwright/test';
import { type Demo, signedIn } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { goToTheDoor, lead, ownBar } from '../support/in-the-room.ts';

/** Words that the server does not have yet, over a reload: kept on one's own phone, asked about on a shared one (R43). */

let demo: Demo;
demoOfFile((started) => (demo = started));

const WORDS = 'The bus was late and I thought of turning back.';
const sheet = (page: Page) => page.getByRole('textbox').first();

test('unsent words outlive a reload on one’s own phone, are asked about on a shared one, and are wiped at sign-out', async ({
	browser
}) => {
	const dana = await signedIn(browser, demo, 'Dana');
	await goToTheDoor(dana, `${demo.url}/sessions/${demo.session}`);
	await lead(dana);
	const ana = await signedIn(browser, demo, 'Ana');
	await makeItMine(ana);
	const ben = await signedIn(browser, demo, 'Ben');
	for (const page of [ana, ben]) {
		await page.goto(`${demo.url}/sessions/${demo.session}/room`);
		await page.getByRole('button', { name: 'Text only' }).click();
		await page.getByRole('button', { name: 'Ask to come in' }).click();
		await expect(page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
	}
	await dana.getByRole('button', { name: /Let all 2 in/ }).click();
	for (const page of [ana, ben]) await expect(ownBar(page)).toBeVisible();
	await toTheWorksheet(dana);

	await test.step('one’s own phone: the words are there again, and reach the server', async () => {
		await writeOffline(ana);
		await expect.poll(() => keptIn(ana)).toBe(1);
		expect(await asksBeforeReload(ana)).toBe(false);
		await expect(sheet(ana)).toHaveValue(WORDS);
		await expect(ana.getByText('Saved', { exact: true }).first()).toBeVisible();
		await expect.poll(() => keptIn(ana)).toBe(0);
	});

	await test.step('what is kept cannot be read from the disk', async () => {
		await writeOffline(ana, ' And then it came.');
		await expect.poll(() => keptIn(ana)).toBe(1);
		expect(await rawKept(ana)).not.toContain('bus');
	});

	await test.step('a shared one: nothing is kept, and a reload asks first', async () => {
		await writeOffline(ben);
		expect(await keptIn(ben)).toBe(0);
		expect(await asksBeforeReload(ben)).toBe(true);
	});

	await test.step('signing out wipes it', async () => {
		await ana.context().setOffline(false);
		await ana.goto(`${demo.url}/account`);
		await ana.getByRole('button', { name: 'Sign out', exact: true }).click();
		await ana.waitForURL(`${demo.url}/`);
		expect(await ana.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
	});
});

async function makeItMine(page: Page): Promise<void> {
	await page.goto(`${demo.url}/account`);
	await page.getByLabel('New PIN').fill('730915');
	await page.getByRole('button', { name: 'Remember me here' }).click();
	await expect(page.getByText('asks only for your PIN')).toBeVisible();
}

async function toTheWorksheet(page: Page): Promise<void> {
	for (const step of ['Begin: Arrive', 'Next: Check-in', 'Next: What we tried', 'Next: Thought record'])
		await page.getByRole('button', { name: new RegExp(`^${step}`) }).click();
}

async function writeOffline(page: Page, more = ''): Promise<void> {
	await expect(sheet(page)).toBeEditable();
	await page.context().setOffline(true);
	await sheet(page).fill(WORDS + more);
	await expect(page.getByText(/Not sent yet/).first()).toBeVisible();
}

/** Comes back to the network in a reload; whether the browser asked first. The reload is let through. */
async function asksBeforeReload(page: Page): Promise<boolean> {
	let asked = false;
	page.once('dialog', (dialog) => {
		asked = dialog.type() === 'beforeunload';
		void dialog.accept();
	});
	// The sockets stay away: only the page itself comes back before it is loaded anew.
	const reloaded = page.reload();
	await page.context().setOffline(false);
	await reloaded;
	return asked;
}

function keptIn(page: Page): Promise<number> {
	return page.evaluate(async () => {
		if (!(await indexedDB.databases()).some(({ name }) => name === 'hearth-unsent')) return 0;
		const database = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('hearth-unsent');
			request.onsuccess = () => resolve(request.result);
		});
		const count = await new Promise<number>((resolve) => {
			const request = database.transaction('updates').objectStore('updates').count();
			request.onsuccess = () => resolve(request.result);
		});
		database.close();
		return count;
	});
}

function rawKept(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('hearth-unsent');
			request.onsuccess = () => resolve(request.result);
		});
		const all = await new Promise<{ bytes: ArrayBuffer }[]>((resolve) => {
			const request = database.transaction('updates').objectStore('updates').getAll();
			request.onsuccess = () => resolve(request.result as { bytes: ArrayBuffer }[]);
		});
		database.close();
		return all.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)).join('');
	});
}
