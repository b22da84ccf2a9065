import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { buildPage } from '../../support/build-page.ts';
import { launchOptions } from '../../support/chromium.ts';
import { browserCpu } from './browser-cpu.ts';
import { measureBoard, type MeasuredBoard } from './measure-board.ts';
import { measureOpening, measureTogether } from './measure-opening.ts';
import type { ApproachName } from './page/main.ts';
import { boardTable, goalLines, goals } from './board-report.ts';

const APPROACHES: ApproachName[] = ['hearth', 'svg', 'canvas'];
const FULL_BOARD = 5000;
const BUSY_BOARD = 2000;
const PEOPLE = 12;
const WINDOW = { width: 1280, height: 820 };

const { values } = parseArgs({
	options: {
		json: { type: 'boolean', default: false },
		strokes: { type: 'string', default: `500,2000,${FULL_BOARD}` },
		approaches: { type: 'string', default: APPROACHES.join(',') }
	}
});
const counts = values.strokes.split(',').map(Number);
const approaches = APPROACHES.filter((name) => values.approaches.split(',').includes(name));

const built = await buildPage({
	entry: fileURLToPath(new URL('./page/main.ts', import.meta.url)),
	body: `<div id="board" style="block-size:${WINDOW.height - 20}px"></div>`
});
const browser = await chromium.launch(launchOptions());
try {
	const cpu = await browserCpu(browser);
	const inFreshPage = async <Result>(
		work: (page: Awaited<ReturnType<typeof browser.newPage>>) => Promise<Result>
	) => {
		const page = await browser.newPage({ viewport: WINDOW });
		await built.open(page);
		const result = await work(page);
		await page.close();
		return result;
	};
	const results: MeasuredBoard[] = [];
	for (const approach of approaches) {
		for (const strokes of counts) {
			const measured = await inFreshPage((page) => measureBoard(page, cpu, { approach, strokes }));
			results.push(measured);
			if (values.json) console.log(JSON.stringify(measured));
			else console.error(`  ${JSON.stringify(measured)}`);
		}
	}
	const opening = await inFreshPage((page) => measureOpening(page, FULL_BOARD));
	const together = await inFreshPage((page) => measureTogether(page, PEOPLE, BUSY_BOARD));
	const found = goals(results, { opening, together });
	if (values.json) console.error(goalLines(found));
	else console.log(`${boardTable(results)}\n\n${goalLines(found)}`);
	if (found.some(({ isKept }) => !isKept)) process.exitCode = 1;
} finally {
	await browser.close();
}
