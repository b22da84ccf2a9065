import { expect, type Page, test } from '@playwright/test';
import { atTheDoor, type Demo } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { lead } from '../support/in-the-room.ts';

/** What people make together on the board: alone first, then shown by consent. */

test.setTimeout(240_000);
let demo: Demo;
demoOfFile((started) => (demo = started));

const WORDS = { Ana: 'I hide when it is loud', Ben: 'I count the tiles', Chris: 'I call my sister' };

test('everyone writes privately, three hand in without names, the facilitator flips; an author takes theirs back; dots are put in private and counted once (S10, S11, S12)', async ({
	browser
}) => {
	const come = (name: string) => atTheDoor(browser, demo, name);
	const dana = await come('Dana');
	await lead(dana);
	const members: Record<keyof typeof WORDS, Page> = {
		Ana: await come('Ana'),
		Ben: await come('Ben'),
		Chris: await come('Chris')
	};
	for (const page of Object.values(members)) {
		await page.getByRole('button', { name: 'Text only' }).click();
		await page.getByRole('button', { name: 'Ask to come in' }).click();
	}
	await dana.getByRole('button', { name: /Let all 3 in/ }).click();
	await dana.getByText('All steps, the timer, the end').click();
	await dana.getByRole('button', { name: /Board/ }).first().click();

	await test.step('what is written stays on one’s own screen', async () => {
		await dana.getByRole('button', { name: 'Write, without names' }).click();
		for (const [name, page] of Object.entries(members)) {
			await page.getByRole('button', { name: 'Add a note' }).click();
			await page.getByRole('textbox', { name: 'Private note 1' }).fill(WORDS[name as keyof typeof WORDS]);
		}
		await expect(dana.getByRole('button', { name: 'Flip together' })).toBeDisabled();
		for (const page of [dana, members.Ben]) await expect(page.getByText(WORDS.Ana)).toHaveCount(0);
	});

	await test.step('handed in by all three, flipped together, mixed and without names', async () => {
		for (const page of Object.values(members))
			await page.getByRole('button', { name: 'Hand in, without my name' }).click();
		await expect(dana.getByText(/3 of 3 handed in/)).toBeVisible();
		await dana.getByRole('button', { name: 'Flip together' }).click();
		for (const page of [dana, ...Object.values(members)])
			for (const words of Object.values(WORDS))
				await expect(
					page.getByRole('button', { name: new RegExp(`Note without a name.*${words}`) })
				).toBeAttached();
		await expect(members.Ana.getByRole('button', { name: 'Add a note' })).toHaveCount(0);
	});

	await test.step('Ana alone can take hers back', async () => {
		await members.Ana.getByText('One note on the board is yours').click();
		await members.Ana.getByRole('button', { name: /^Take back/ }).click();
		for (const page of [dana, ...Object.values(members)])
			await expect(page.getByText(WORDS.Ana)).toHaveCount(0);
	});

	await test.step('three people put dots; the sums are on everyone’s stage', async () => {
		await dana.getByLabel('Dots for each person').selectOption('2');
		await dana.getByRole('button', { name: 'Start', exact: true }).click();
		for (const page of Object.values(members)) {
			const more = page
				.getByRole('group', { name: `My dots on: ${WORDS.Ben}` })
				.getByRole('button', { name: 'One dot more' });
			await more.click();
			await more.click();
			await expect(page.getByText('All your dots are put.')).toBeVisible();
			await page.getByRole('button', { name: 'Hand in my dots' }).click();
		}
		await dana.getByRole('button', { name: 'Show the count' }).click();
		for (const page of [dana, ...Object.values(members)]) {
			const count = page.getByRole('region', { name: 'Where the dots are' });
			await expect(count.getByRole('listitem')).toContainText([`${WORDS.Ben}6 dots`]);
		}
	});

	await test.step('written with names, they are flipped with the name of each, and each is its author’s to change', async () => {
		await dana.getByRole('button', { name: 'Write, with names' }).click();
		const signed = { Ana: 'I ask for help', Ben: 'I go for a walk' };
		for (const [name, words] of Object.entries(signed)) {
			const page = members[name as keyof typeof signed];
			await expect(page.getByText(/each with its author’s name/)).toBeVisible();
			await page.getByRole('button', { name: 'Add a note' }).click();
			await page
				.getByRole('textbox', { name: /^Private note/ })
				.last()
				.fill(words);
			await page.getByRole('button', { name: 'Hand in, with my name' }).click();
		}
		await expect(dana.getByText(/2 of 3 handed in/)).toBeVisible();
		await dana.getByRole('button', { name: 'Flip together' }).click();
		for (const [name, words] of Object.entries(signed)) {
			await expect(
				members.Chris.getByRole('button', { name: new RegExp(`^Note by ${name}.*${words}`) })
			).toBeAttached();
			await expect(
				members[name as keyof typeof signed].getByRole('button', {
					name: new RegExp(`^Note by you.*${words}`)
				})
			).toBeAttached();
		}
	});
});
