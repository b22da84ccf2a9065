import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from '../support/chromium.ts';
import { signedIn, startDemo } from '../support/demo.ts';
import { WIDE, type Tour } from '../tour/look.ts';
import { PARTS, takeTour } from '../tour/whole-tour.ts';
import { Album } from './album.ts';
import { inventedFace } from './faces.ts';

const { values } = parseArgs({
	options: { into: { type: 'string', default: 'docs/screens' }, only: { type: 'string', multiple: true } }
});
const parts = PARTS.filter((part) => values.only?.includes(part) ?? true);

const demo = await startDemo();
const browser = await chromium.launch(launchOptions());
const album = new Album(values.into);
const style = {
	locale: 'en-GB',
	timezoneId: 'Europe/London',
	viewport: WIDE
};
const tour: Tour = {
	...{ browser, demo, look: album.take },
	async as(name) {
		const page = await signedIn(browser, demo, name, style);
		await page.context().addInitScript(inventedFace, name);
		return page;
	},
	asVisitor: async () => (await browser.newContext(style)).newPage()
};
try {
	if (!values.only) album.empty();
	await takeTour(tour, parts);
	if (!values.only) album.writeIndex();
} finally {
	await browser.close();
	await demo.process.stop();
}
