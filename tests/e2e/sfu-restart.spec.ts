import { expect, type Page, test } from '@playwright/test';
import { everyoneLeaves } from '../support/everyone-leaves.ts';
import { ownBar } from '../support/in-the-room.ts';
import { missingJanus } from '../support/janus.ts';
import { type LeadingGroup, startLeadingGroup } from '../support/leading-group.ts';

/** A server that crashes takes its SFU with it: the call comes back by itself, as everyone had left it. */

test.use({ actionTimeout: 60_000, navigationTimeout: 120_000 });
const patiently = expect.configure({ timeout: 120_000 });

let group: LeadingGroup | undefined;
const missing = missingJanus();
test.beforeAll(async () => {
	if (missing) console.log(missing);
	test.skip(missing !== null, missing ?? '');
	const sfu = { SFU: 'janus', SFU_ABOVE: '0', SFU_PORTS: '23200-23399' };
	group = await startLeadingGroup(['Ana'], undefined, { env: sfu });
});
test.afterAll(everyoneLeaves);
test.afterAll(() => group?.stop());

const framesOf = (page: Page, name: string) =>
	page
		.locator('.tile')
		.filter({ hasText: new RegExp(`\\b${name}\\b`) })
		.locator('video')
		.evaluateAll(
			([video]) => (video as HTMLVideoElement | undefined)?.getVideoPlaybackQuality().totalVideoFrames ?? 0
		);

test('a call through the SFU comes back after the server crashed; cameras stay as they were left', async ({
	browser
}) => {
	if (!group) return;
	const [dana, ana] = [await group.open(browser, 'Dana'), await group.open(browser, 'Ana')];
	for (const page of [dana, ana]) {
		await patiently(ownBar(page)).toBeVisible();
		await page.getByRole('button', { name: 'With faces' }).click();
	}
	await ownBar(ana)
		.getByRole('button', { name: /^Camera/ })
		.click();
	await patiently.poll(() => framesOf(dana, 'Ana')).toBeGreaterThan(5);

	await group.restart();
	const back = Date.now();
	// A picture that goes on, and not what is left of an old one.
	const goesOn = async () => {
		const before = await framesOf(dana, 'Ana');
		await dana.waitForTimeout(500);
		return (await framesOf(dana, 'Ana')) - before;
	};
	await patiently.poll(goesOn, { intervals: [0] }).toBeGreaterThan(2);
	console.log(`the server crashed: pictures go on ${Date.now() - back} ms after it answers again`);
	await expect(ownBar(ana).getByRole('button', { name: 'Camera', pressed: true })).toBeVisible();
	await expect(ownBar(dana).getByRole('button', { name: 'Camera', pressed: false })).toBeVisible();
});
