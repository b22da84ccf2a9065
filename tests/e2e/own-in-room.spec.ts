import { expect, test } from '@playwright/test';
import { atTheDoor, type Demo, signedIn } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { lead } from '../support/in-the-room.ts';

/** An exercise of the practice's own, given out in a session besides what was planned. */

let demo: Demo;
demoOfFile((started) => (demo = started));

test('one member has the practice’s own exercise instead of the planned one, and a room of two fills it in together', async ({
	browser
}) => {
	const dana = await signedIn(browser, demo, 'Dana');
	await dana.goto(`${demo.url}/exercises`, { waitUntil: 'networkidle' });
	await dana.getByRole('textbox', { name: 'Its title' }).fill('Small brave steps');
	await dana.keyboard.press('Enter');
	await dana.waitForURL(/\/exercises\/.+/);
	await dana.goto(`${demo.url}/sessions/${demo.session}/room`);
	const ana = await atTheDoor(browser, demo, 'Ana');
	const ben = await atTheDoor(browser, demo, 'Ben');
	await lead(dana);
	for (const page of [ana, ben]) {
		await page.getByRole('button', { name: 'Text only' }).click();
		await page.getByRole('button', { name: 'Ask to come in' }).click();
	}
	await dana.getByRole('button', { name: /Let all 2 in/ }).click();
	await dana.getByRole('button', { name: /^Begin/ }).click();
	await dana.getByText('All steps, the timer, the end').click();
	const next = dana.getByRole('button', { name: /Thought record/ }).last();

	// Ana is away while the step begins, so her sheet is not open yet.
	await ana.goto('about:blank');
	await next.click();
	await expect(ben.getByRole('heading', { name: 'Thought record' }).first()).toBeVisible();
	await dana.getByText('Another sheet for one person').click();
	await dana.getByLabel('For whom?').selectOption({ label: 'Ana' });
	await dana.getByLabel('Which exercise?').first().selectOption({ label: 'Small brave steps' });
	await expect(dana.getByText('Has another sheet: Small brave steps')).toBeVisible();
	await ana.goto(`${demo.url}/sessions/${demo.session}/room`);
	await expect(ana.getByLabel('What comes to your mind?')).toBeVisible({ timeout: 30_000 });
	await ana.getByLabel('What comes to your mind?').fill('The stairs');
	await ana.getByRole('button', { name: 'Done', exact: true }).click();
	await dana.getByRole('button', { name: 'Read the worksheet of Ana' }).click();
	await expect(dana.getByRole('dialog').getByText('The stairs')).toBeVisible();
	await dana.keyboard.press('Escape');

	await dana.getByText('Pairs or rooms').click();
	await dana.getByLabel('What each room has').selectOption({ label: 'One sheet together' });
	await dana.getByLabel('Which exercise?').last().selectOption({ label: 'Small brave steps' });
	await dana.getByRole('button', { name: /^Open one room/ }).click();
	for (const page of [ana, ben]) {
		await expect(page.getByRole('heading', { name: 'Small brave steps' })).toBeVisible({ timeout: 30_000 });
	}
	await ben.getByLabel('What comes to your mind?').fill('Both of us');
	await expect(ana.getByLabel('What comes to your mind?')).toHaveValue('Both of us');
});
