import { type Browser, expect, type Page } from '@playwright/test';
import { TOTP, URI } from 'otpauth';

/** What a facilitator does before the first session: makes the account, a group, links and a plan. */

export const MAIL = 'dana@example.org';
export const PASSWORD = 'four quiet herons by the lake';

/** Follows the one-time set-up link and makes the first account, with a code from an app as second factor. */
export async function setUp(browser: Browser, link: string): Promise<Page> {
	const page = await newVisitor(browser);
	await page.goto(link);
	await makeFirstAccount(page);
	await addCodes(page);
	return page;
}

/** Fills in the page that the set-up link opens. */
export async function makeFirstAccount(page: Page): Promise<void> {
	const fields = {
		'Your name': 'Dana Roth',
		'Mail address': MAIL,
		Password: PASSWORD,
		'Name of the practice': 'River Practice',
		Profession: 'Clinical psychologist',
		'Licence number': 'PSY 1234',
		'Who gave it': 'Psychological Society of Ireland',
		'Valid until': `${new Date().getUTCFullYear() + 2}-06-01`,
		Name: 'Samaritans',
		'Phone number': '116 123'
	};
	for (const [label, value] of Object.entries(fields))
		await page.getByLabel(label, { exact: true }).fill(value);
	await page.getByLabel('Country').selectOption('IE');
	await page.getByRole('button', { name: 'Make my account' }).click();
	await page.waitForURL(/\/(home|sign-in\/second-factor)/);
}

export async function addCodes(page: Page): Promise<void> {
	await page.goto(new URL('/account/code', page.url()).href);
	const key = await page.locator('.steps code').innerText();
	const totp = URI.parse(`otpauth://totp/Hearth?secret=${key.replaceAll(/\s/g, '')}`);
	if (!(totp instanceof TOTP)) throw new Error('The page showed no key of a time-based code.');
	await page.getByLabel('Code', { exact: true }).fill(totp.generate());
	await page.getByRole('button', { name: 'Use this code' }).click();
	await page.getByRole('link', { name: 'I have kept them' }).click();
	await page.waitForURL(/\/home/);
}

/** Makes a therapy group; the page then shows it. */
export async function makeGroup(page: Page, name: string): Promise<void> {
	await page.goto(new URL('/groups/new', page.url()).href);
	await page.getByRole('radio', { name: /Therapy group/ }).check();
	await page.getByLabel('Name of the group').fill(name);
	await page.getByLabel('What it is about').fill('Living with worry');
	await page.getByRole('button', { name: 'Make the group' }).click();
	await page.waitForURL(/\/groups\/(?!new)/);
	await expect(page.getByRole('heading', { name })).toBeVisible();
}

/** A link that invites one member; it is shown with its QR code. */
export async function invite(page: Page, group: string): Promise<string> {
	await page.goto(`${group}/people`);
	await page.getByRole('button', { name: 'Make a link' }).click();
	await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
	return page.getByRole('textbox', { name: 'The link' }).inputValue();
}

/** Joins the group with no more than a name, on a browser of one's own. */
export async function join(
	browser: Browser,
	link: string,
	{ alias, device }: { alias: string; device: 'mine' | 'shared' }
): Promise<Page> {
	const page = await newVisitor(browser);
	await page.goto(link);
	await page.getByRole('radio', { name: 'I am 18 or older' }).check();
	await page.locator('[name=alias]').fill(alias);
	await page.locator('[name=consent]').check();
	await page.locator(`[name=device][value=${device}]`).check();
	if (device === 'mine') await page.getByLabel('Choose a PIN').fill('730915');
	await page.getByRole('button', { name: 'Join the group' }).click();
	await page.waitForURL(/\/groups\//);
	return page;
}

/** Plans a session that begins now, with the steps that a new plan has; resolves with its address. */
export async function planNow(page: Page, group: string, title: string): Promise<string> {
	await page.goto(`${group}/sessions/new`);
	const [date, time] = await page.evaluate(() => {
		const two = (n: number) => String(n).padStart(2, '0');
		const now = new Date();
		return [
			`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
			`${two(now.getHours())}:${two(now.getMinutes())}`
		] as const;
	});
	await page.getByLabel('Title').first().fill(title);
	await page.getByLabel('Date', { exact: true }).fill(date);
	await page.getByLabel('Starts at').fill(time);
	await page.getByRole('button', { name: 'Plan the session' }).click();
	await page.waitForURL(/\/sessions\/[\w-]{22}/);
	return page
		.url()
		.replace(/[?#].*$/, '')
		.replace(/\/plan$/, '');
}

async function newVisitor(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	return context.newPage();
}
