import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { atTheDoor, type Demo, signedIn } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { meetInWriting } from '../support/in-the-room.ts';

/** Everything that a check-in can ask: chosen in the plan, answered by keyboard on a narrow phone, seen by who leads. */

const PHONE = { width: 320, height: 720 };

let demo: Demo;
demoOfFile((started) => (demo = started));

test('S03 S10 a check-in of eight, by keyboard on a phone: an urge of 4 is told at once, and the check-out shows what changed', async ({
	browser
}) => {
	const dana = await signedIn(browser, demo, 'Dana');
	await chooseWhatIsAsked(dana);
	await dana.goto(`${demo.url}/sessions/${demo.session}/room`);
	const ana = await atTheDoor(browser, demo, 'Ana');
	await meetInWriting(dana, ana);
	await dana.getByRole('button', { name: /^Begin/ }).click();
	await dana.getByRole('button', { name: /^Next: Check-in/ }).click();
	await ana.setViewportSize(PHONE);
	await expect(ana.getByRole('group', { name: 'Where is your feeling?' })).toBeVisible();

	await ana.getByRole('radio', { name: 'Low', exact: true }).press('Space');
	// The pad by its two sliders, a word that fits, and the rest: all of it by keyboard.
	await press(ana, 'From unpleasant to pleasant', ['End']);
	await press(ana, 'From calm to stirred up', ['Home']);
	const word = ana.getByRole('button', { name: 'at ease', exact: true });
	await word.press('Enter');
	await expect(word).toHaveAttribute('aria-pressed', 'true');
	await write(ana, 'How upset or tense am I now?', '95');
	await write(ana, 'How many hours did I sleep last night?', '6,5');
	await ana.getByRole('radio', { name: 'Some of it' }).press('Space');
	await press(ana, 'Is there an urge to hurt myself?', ['End', 'ArrowLeft']);
	await expect(ana.getByText('Only Dana and you see it, whatever you choose below.')).toBeVisible();
	expect(await ana.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
	await mustBeClean(ana);
	await ana.getByRole('button', { name: 'Done', exact: true }).press('Enter');
	await expect(ana.getByText('very pleasant (10), very calm (0): at ease')).toBeVisible();

	await expect(dana.getByText(/Ana wrote about harming themselves/).first()).toBeVisible();
	await expect(dana.getByText(/Distress: 95 of 100 · Sleep: 6.5 hours/)).toBeVisible();

	// The square itself takes a tap.
	await ana.getByRole('button', { name: 'Change' }).click();
	await ana.setViewportSize({ width: 1280, height: 800 });
	const square = ana.locator('.square svg');
	await square.click({ position: { x: 5, y: 5 } });
	await expect(ana.getByRole('slider', { name: 'From calm to stirred up' })).toHaveValue('10');
	await expect(ana.getByRole('slider', { name: 'From unpleasant to pleasant' })).toHaveValue('0');
	await mustBeClean(ana);

	await dana.getByText('All steps, the timer, the end').click();
	await dana
		.getByRole('button', { name: /Check-out/ })
		.last()
		.click();
	await expect(ana.getByRole('heading', { name: 'How are you now?' })).toBeVisible();
	await write(ana, 'How upset or tense am I now?', '40');
	await ana
		.getByRole('region', { name: 'How are you now?' })
		.getByRole('button', { name: 'Done', exact: true })
		.click();
	await expect(ana.getByText('Distress: from 95 to 40, lower.')).toBeVisible();
	await expect(dana.getByText('Since coming in: Distress: from 95 to 40, lower.')).toBeVisible();
	await write(ana, 'How is your mood now?', '7');
	await expect(ana.getByText('Since you came in. Mood: from 2.5 (low) to 7 (good), higher.')).toBeVisible();
});

async function chooseWhatIsAsked(dana: Page): Promise<void> {
	await dana.goto(`${demo.url}/sessions/${demo.session}/plan`, { waitUntil: 'networkidle' });
	const step = (name: string) =>
		dana.getByRole('listitem').filter({ has: dana.getByRole('button', { name: `Move ${name} down` }) });
	const arriving = step('Check-in');
	await arriving.getByText('Edit').press('Enter');
	for (const name of ['Feeling', 'Distress', 'Sleep', 'Homework', 'Urge to hurt myself']) {
		const box = arriving.getByRole('checkbox', { name: new RegExp(`^${name}`) });
		await expect(box).not.toBeChecked();
		await box.press('Space');
	}
	for (const name of ['Mood', 'Energy', 'One word']) {
		await expect(arriving.getByRole('checkbox', { name: new RegExp(`^${name}`) })).toBeChecked();
	}
	const leaving = step('Check-out');
	await leaving.getByText('Edit').press('Enter');
	await leaving.getByRole('checkbox', { name: /^Distress/ }).press('Space');
	await dana.getByRole('button', { name: 'Save the plan' }).click();
	await expect(dana.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
}

async function press(page: Page, slider: string, keys: string[]): Promise<void> {
	for (const key of keys) await page.getByRole('slider', { name: slider, exact: true }).press(key);
}

async function write(page: Page, rating: string, number: string): Promise<void> {
	const box = page.getByRole('textbox', { name: `${rating}, as a number` });
	await box.fill(number);
	await box.press('Tab');
}

async function mustBeClean(page: Page): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		if (process.env.LOOKS) {
			const { width = 0 } = page.viewportSize() ?? {};
			const pad = page.getByRole('group', { name: 'Where is your feeling?' });
			await pad.scrollIntoViewIfNeeded();
			await page.screenshot({ path: `${process.env.LOOKS}/check-in-${width}-${colorScheme}.png` });
			await page.getByRole('group', { name: 'Is there an urge' }).scrollIntoViewIfNeeded();
			await page.screenshot({ path: `${process.env.LOOKS}/check-in-end-${width}-${colorScheme}.png` });
		}
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
	}
}
