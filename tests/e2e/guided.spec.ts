import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { atTheDoor, type Demo, signedIn } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { meetInWriting } from '../support/in-the-room.ts';

/** Exercises that a group does on the stage at one pace, with each person's own numbers before and after. */

const PHONE = { width: 320, height: 720 };

let demo: Demo;
demoOfFile((started) => (demo = started));

test('a body scan, box breathing and the circle of control, chosen as exercises, are led on the stage', async ({
	browser
}) => {
	const dana = await signedIn(browser, demo, 'Dana');
	await planThem(dana);
	await dana.goto(`${demo.url}/sessions/${demo.session}/room`);
	const ana = await atTheDoor(browser, demo, 'Ana');
	await meetInWriting(dana, ana);
	await ana.getByRole('button', { name: 'No', exact: true }).click();
	await dana.getByRole('button', { name: /^Begin/ }).click();
	await goTo(dana, 'Body scan');

	// By keyboard on a narrow phone: the number before, then everyone is led.
	await ana.setViewportSize(PHONE);
	await expect(ana.getByText(/Dana begins when everyone is ready/)).toBeVisible();
	await write(ana, 'Before: how tense is your body?', '8');
	await dana.getByRole('region', { name: 'Through the body' }).getByRole('button', { name: 'Begin' }).click();
	const scan = ana.getByRole('region', { name: 'Through the body' });
	await expect(scan.getByText('Get comfortable')).toBeVisible();
	await expect(scan.getByText('Your head', { exact: true })).toBeVisible({ timeout: 20_000 });
	await expect(scan.getByText(/Part 1 of 12/)).toBeVisible();
	await expect(dana.getByText(/Part 1 of 12/)).toBeVisible();
	await look(ana, 'body-scan');
	expect(await ana.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
	await expect(scan.locator('svg')).toHaveCount(1);
	await scan.getByRole('button', { name: 'Without movement' }).press('Enter');
	await expect(scan.locator('svg')).toHaveCount(0);
	// The group's pace does not wait for the test: whichever part it is at is the one in the list and in the words.
	const words = scan.locator('[aria-live]');
	await expect(async () => {
		const now = await scan.locator('li.now').innerText();
		expect(now).not.toBe('');
		await expect(words).toContainText(now, { timeout: 500 });
	}).toPass();
	await expect(words).toHaveAttribute('aria-live', 'off');
	await scan.getByRole('button', { name: 'Read out by my screen reader' }).press('Enter');
	await expect(words).toHaveAttribute('aria-live', 'assertive');
	await look(ana, 'body-scan-still');
	await write(ana, 'And now?', '5');
	await expect(ana.getByText('Before, you chose 8. Now it is 3 lower.')).toBeVisible();

	await goTo(dana, 'Box breathing');
	await write(ana, 'Before we begin: how upset or tense are you?', '60');
	await dana
		.getByRole('region', { name: 'Breathing together' })
		.getByRole('button', { name: 'Begin' })
		.click();
	await expect(ana.getByText('Breathe in…')).toBeVisible({ timeout: 20_000 });
	await ana.setViewportSize({ width: 1280, height: 800 });
	await look(ana, 'box-breathing');
	await write(ana, 'And now, after breathing?', '35');
	await expect(ana.getByText('Before, you chose 60.')).toBeVisible();
	await expect(ana.getByText('Before, you chose 60. Now it is 25 lower.')).toBeVisible();

	await goTo(dana, 'Circle of control');
	for (const page of [dana, ana]) {
		await expect(page.getByRole('toolbar', { name: 'Drawing tools' })).toBeVisible();
		await expect(page.getByText('Out of our hands').first()).toBeAttached();
	}
	await look(ana, 'circle');
});

async function planThem(dana: Page): Promise<void> {
	await dana.goto(`${demo.url}/sessions/${demo.session}/plan`, { waitUntil: 'networkidle' });
	for (const exercise of ['Body scan, from the head down', 'Box breathing', 'Circle of control']) {
		await dana.getByLabel('Another step').selectOption('worksheet');
		await dana.getByRole('button', { name: 'Add it' }).click();
		const added = dana
			.getByRole('listitem')
			.filter({ has: dana.getByRole('button', { name: /^Move Worksheet/ }) });
		await added.getByLabel('Exercise').selectOption({ label: exercise });
	}
	await dana.getByRole('button', { name: 'Save the plan' }).click();
	await expect(dana.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
}

async function goTo(dana: Page, step: string): Promise<void> {
	const all = dana.getByText('All steps, the timer, the end');
	const button = dana.getByRole('button', { name: new RegExp(step) }).last();
	if (!(await button.isVisible())) await all.click();
	await button.click();
}

async function write(page: Page, rating: string, number: string): Promise<void> {
	const box = page.getByRole('textbox', { name: `${rating}, as a number` });
	await box.fill(number);
	await box.press('Tab');
}

/** Both themes, for axe; with LOOKS, pictures too. */
async function look(page: Page, name: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		if (process.env.LOOKS) {
			await page.screenshot({
				path: `${process.env.LOOKS}/${name}-${page.viewportSize()?.width}-${colorScheme}.png`
			});
		}
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
	}
}
