import { expect, type Page, test } from '@playwright/test';
import { type Demo, signedIn } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { INTAKE_R4 } from '../support/fhir-files.ts';
import { lead } from '../support/in-the-room.ts';

/** An exercise of the practice's own, from the builder to a member's sheet, and questionnaires from elsewhere. */

test.setTimeout(240_000);
let demo: Demo;
let dana: Page;
demoOfFile((started) => (demo = started));
test.beforeAll(async ({ browser }) => {
	dana = await signedIn(browser, demo, 'Dana');
});

test('a facilitator builds an exercise by keyboard, sees it as a member, plans it; a member fills it in', async ({
	browser
}) => {
	await dana.goto(`${demo.url}/exercises`, { waitUntil: 'networkidle' });
	await dana.getByRole('textbox', { name: 'Its title' }).focus();
	await dana.keyboard.type('Small brave steps');
	await dana.keyboard.press('Enter');
	await dana.waitForURL(/\/exercises\/.+/);
	await expect(dana.getByRole('heading', { level: 1 })).toHaveText('Small brave steps');

	const press = async (name: string) => {
		await dana.getByRole('button', { name, exact: true }).focus();
		await dana.keyboard.press('Enter');
	};
	const kept = () => dana.getByRole('status').filter({ hasText: /^Saved/ });
	await test.step('a question without words is told of, and nothing is lost', async () => {
		await press('Add it');
		const asked = dana.getByRole('textbox', { name: 'What is asked' }).last();
		await expect(asked).toBeFocused();
		await press('Save');
		await expect(asked).toHaveAttribute('aria-invalid', 'true');
		await asked.focus();
		await dana.keyboard.type('What would be a small step?');
	});
	await test.step('a choice is added and put first, its preview is what a member sees', async () => {
		await dana.getByLabel('Another question').selectOption('choice');
		await press('Add it');
		await dana.keyboard.type('When?');
		for (const [index, words] of ['Today', 'This week'].entries()) {
			await dana.getByRole('textbox', { name: `Answer ${index + 1}` }).focus();
			await dana.keyboard.type(words);
		}
		const count = await dana.getByRole('button', { name: /^Move question \d up$/ }).count();
		await press(`Move question ${count} up`);
		await press('Preview as a member');
		await dana.getByRole('dialog').getByRole('radio', { name: 'This week' }).check();
		await dana.keyboard.press('Escape');
		await expect(dana.getByRole('dialog')).toHaveCount(0);
		await press('Save');
		await expect(kept()).toBeVisible();
		await dana.reload({ waitUntil: 'networkidle' });
		await expect(dana.getByRole('heading', { level: 3 }).filter({ hasText: 'When?' })).toBeVisible();
		// What is opened stays open while it is written in.
		await dana.locator('summary', { hasText: 'change question 1' }).press('Enter');
		const asked = dana.getByRole('textbox', { name: 'What is asked' }).first();
		await asked.focus();
		await dana.keyboard.press('End');
		await dana.keyboard.type(' Or later?');
		await expect(asked).toHaveValue(/ Or later\?$/);
		await press('Save');
		await expect(kept()).toBeVisible();
	});
	await test.step('the plan of the session takes it', async () => {
		await dana.goto(`${demo.url}/sessions/${demo.session}/plan`, { waitUntil: 'networkidle' });
		await dana.getByLabel('Another step').selectOption('worksheet');
		await press('Add it');
		await dana.getByLabel('Exercise').last().selectOption({ label: 'Small brave steps' });
		await press('Save the plan');
		await expect(kept()).toBeVisible();
	});
	await test.step('a member has it before them in the room', async () => {
		await dana.goto(`${demo.url}/sessions/${demo.session}/room`);
		await lead(dana);
		const ana = await signedIn(browser, demo, 'Ana');
		await ana.goto(`${demo.url}/sessions/${demo.session}/room`);
		await ana.getByRole('button', { name: 'Text only' }).click();
		await ana.getByRole('button', { name: 'Ask to come in' }).click();
		await dana.getByRole('button', { name: 'Let in Ana' }).click();
		await dana.getByText('All steps, the timer, the end').click();
		await dana
			.getByRole('button', { name: /Small brave steps|Worksheet/ })
			.last()
			.click();
		await ana.getByRole('radio', { name: 'This week' }).check();
		await ana.getByRole('textbox', { name: 'What would be a small step?' }).fill('Say hello first');
		await ana.getByRole('button', { name: 'Done' }).click();
		await expect(ana.getByRole('textbox', { name: 'What would be a small step?' })).toHaveValue(
			'Say hello first'
		);
	});
});

test('a questionnaire of FHIR is taken in and goes on with what we have no word for; a broken file says what and where', async () => {
	await dana.goto(`${demo.url}/exercises`, { waitUntil: 'networkidle' });
	const take = async (text: string) => {
		const file = { name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(text) };
		await dana.getByLabel('A Questionnaire').setInputFiles(file);
		await dana.getByRole('button', { name: 'Take it in' }).click();
	};
	await take('{\n  "resourceType": "Questionnaire",\n  "status": \n}');
	await expect(dana.getByText(/line 4/i)).toBeVisible();
	await take(JSON.stringify({ resourceType: 'Patient' }, null, 1));
	await expect(dana.getByText(/Patient/).first()).toBeVisible();

	await take(JSON.stringify(INTAKE_R4, null, 1));
	await dana.getByRole('link', { name: 'Look at it' }).click();
	await expect(dana.getByRole('heading', { level: 1 })).toHaveText('First conversation');
	await dana.goto(`${demo.url}/exercises`);
	const down = dana.waitForEvent('download');
	await dana
		.getByRole('listitem')
		.filter({ hasText: 'First conversation' })
		.getByRole('link', { name: /FHIR/ })
		.click();
	const saved = JSON.parse(await (await down).createReadStream().then(textOf)) as typeof INTAKE_R4;
	expect(saved.url).toBe(INTAKE_R4.url);
	expect(saved.extension).toEqual(INTAKE_R4.extension);
});

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of stream) parts.push(Buffer.from(part));
	return Buffer.concat(parts).toString();
}
