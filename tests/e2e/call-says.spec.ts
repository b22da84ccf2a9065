import { expect, type Page, test } from '@playwright/test';
import { type Demo, signedIn } from '../support/demo.ts';
import { demoOfFile } from '../support/demo-of-file.ts';
import { faultsOfScreen } from '../support/faults-of-screen.ts';
import { lead, ownBar } from '../support/in-the-room.ts';

/** What the room says of a person's part in the call is true, also when nothing gets through. */

let demo: Demo;
demoOfFile((started) => (demo = started));

const patiently = expect.configure({ timeout: 90_000 });
const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words);

/** No way is ever found: the browser may use a relay alone, and there is none. */
const withoutAnyWay = () => {
	globalThis.RTCPeerConnection = class extends RTCPeerConnection {
		constructor(wish: RTCConfiguration = {}) {
			super({ ...wish, iceTransportPolicy: 'relay' });
		}
	};
};

test('who comes with voices only, is not let use the microphone and then reaches nobody is told each of it, with what to do', async ({
	browser
}) => {
	const [dana, ana] = [await signedIn(browser, demo, 'Dana'), await signedIn(browser, demo, 'Ana')];
	await ana.addInitScript(withoutAnyWay);
	for (const page of [dana, ana]) await page.goto(`${demo.url}/sessions/${demo.session}/room`);
	await expect(ana.getByText(/people in your group could find\s+out\s+your network address/)).toBeVisible();
	await lead(dana);
	await patiently(
		said(dana, 'Your microphone and camera are on. Nobody is connected with you just now.')
	).toBeVisible();

	await ana.getByRole('button', { name: 'Voices only' }).click();
	await ana.getByRole('button', { name: 'Ask to come in' }).click();
	await dana.getByRole('button', { name: /^Let in\s*Ana/ }).click();
	await patiently(ana.getByRole('button', { name: 'Voice only' })).toHaveAttribute('aria-pressed', 'true');

	await ana.evaluate(() => {
		navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
	});
	await ownBar(ana).getByRole('button', { name: /^Mic/ }).click();
	await expect(said(ana, 'Your browser does not let this page use the microphone yet.')).toBeVisible();
	await expect(
		ana.getByRole('listitem').filter({ hasText: 'Switch Camera and Microphone on.' })
	).toBeVisible();
	expect(await faultsOfScreen(ana, { name: 'a microphone that is not allowed' })).toEqual([]);

	await patiently(said(ana, /Voices and pictures do not get through just now/)).toBeVisible();
	expect(await faultsOfScreen(ana, { name: 'nothing gets through' })).toEqual([]);
	await ana.getByRole('button', { name: 'Take part in writing' }).press('Enter');
	await expect(ana.getByRole('button', { name: 'Text only' })).toHaveAttribute('aria-pressed', 'true');
	await expect(ana.getByText(/do not get through/)).toHaveCount(0);
	await expect(said(ana, 'In writing only: no sound, no faces.')).toBeVisible();
});
