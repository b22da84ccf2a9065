import type { Page } from '@playwright/test';
import { hrefOf, type Tour } from './look.ts';

const GROUP = /^\/groups\/[A-Za-z0-9_-]{22}$/;

/** A plan that is kept as a template, and what can be done with it. */
export async function visitTemplates({ demo, look }: Tour, page: Page): Promise<void> {
	await page.goto(`${demo.url}/home`);
	await page.goto(`${demo.url}${await hrefOf(page, GROUP)}/sessions/new`);
	await page.getByText('Keep these steps as a template').click();
	await page.getByLabel('Name of the template').fill('First meetings');
	await page.getByRole('button', { name: 'Keep the template' }).click();
	await page.getByText('is among your templates now').waitFor();
	await page.goto(`${demo.url}/templates`);
	await look(page, { name: 'templates', title: 'Templates of plans' });
	await page.getByRole('link', { name: 'Change First meetings' }).click();
	await page.getByRole('button', { name: 'Save the template' }).waitFor();
	await look(page, { name: 'template', title: 'Changing a template' });
	await page.goto(`${demo.url}/templates`);
	await page.getByRole('link', { name: 'Delete First meetings' }).click();
	await page.getByRole('button', { name: 'Delete the template' }).waitFor();
	await look(page, { name: 'template-remove', title: 'Deleting a template' });
}

/** A programme of one's own, made of plans there are. */
export async function visitProgrammes({ demo, look }: Tour, page: Page): Promise<void> {
	await page.goto(`${demo.url}/programmes`);
	await page.getByLabel('Name of the programme').fill('Autumn evenings');
	await page.getByRole('button', { name: 'Make the programme' }).click();
	for (const plan of ['Doing comes first', 'What matters to you']) {
		await page.getByLabel('Another session, from').selectOption({ label: plan });
		await page.getByRole('button', { name: 'Add it' }).click();
		await page.getByRole('heading', { name: plan }).waitFor();
	}
	await look(page, { name: 'programme', title: 'A programme of one’s own' });
	await page.goto(`${demo.url}/programmes`);
	await look(page, { name: 'programmes', title: 'Programmes of a practice’s own' });
	await page.getByRole('link', { name: 'Delete Autumn evenings' }).click();
	await page.getByRole('button', { name: 'Delete the programme' }).waitFor();
	await look(page, { name: 'programme-remove', title: 'Deleting a programme' });
}

/** Homework: set by a facilitator, and as a member has it. */
export async function visitHomework(
	{ demo, look }: Tour,
	{ dana, ana }: Record<'dana' | 'ana', Page>
): Promise<void> {
	await dana.goto(`${demo.url}/home`);
	await dana.goto(`${demo.url}${await hrefOf(dana, GROUP)}/homework`);
	await dana.getByLabel('Exercise').selectOption({ label: 'Worry tree' });
	await dana.getByLabel('In your words').fill('One worry is enough.');
	await dana.getByRole('button', { name: 'Set it' }).click();
	await dana.getByText('Ana: not begun').waitFor();
	await look(dana, { name: 'homework-facilitator', title: 'Setting homework, and how far each person is' });
	await ana.goto(`${demo.url}/home`);
	await ana.getByRole('link', { name: 'Worry tree' }).click();
	await ana.getByLabel('What are you worried about?').fill('The letter from the bank');
	await ana.getByText('Saved', { exact: false }).first().waitFor();
	await look(ana, { name: 'homework-member', title: 'Homework, as a member has it' });
}
