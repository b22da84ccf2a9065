import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { startCallServer } from '../../support/call-server.ts';
import { launchOptions } from '../../support/chromium.ts';
import { browserCpu } from '../board/browser-cpu.ts';
import { callGoals, callTable, medians } from './call-report.ts';
import { measureCall, type MeasuredCall } from './measure-call.ts';
import type { CarrierName } from './page/main.ts';

const CARRIERS: CarrierName[] = ['bare', 'mesh'];

const { values } = parseArgs({
	options: {
		json: { type: 'boolean', default: false },
		people: { type: 'string', default: '2,3,4,6' },
		rounds: { type: 'string', default: '5' },
		carriers: { type: 'string', default: CARRIERS.join(',') }
	}
});
const carriers = CARRIERS.filter((name) => values.carriers.split(',').includes(name));

const page = fileURLToPath(new URL('./page', import.meta.url));
const server = await startCallServer({ page });
const browser = await chromium.launch(launchOptions());
try {
	const cpu = await browserCpu(browser);
	const measured: MeasuredCall[] = [];
	for (const people of values.people.split(',').map(Number)) {
		const ofSize: MeasuredCall[] = [];
		for (let round = 0; round < Number(values.rounds); round++) {
			// Each in turn begins, so that none has the quieter half of the machine.
			const order = round % 2 ? carriers.toReversed() : carriers;
			for (const carrier of order) {
				const one = await measureCall({ browser, server, cpu }, { carrier, people });
				ofSize.push(one);
				console.error(`  ${JSON.stringify(one)}`);
			}
		}
		const rows = medians(ofSize).toSorted(
			(a, b) => carriers.indexOf(a.carrier) - carriers.indexOf(b.carrier)
		);
		measured.push(...rows);
		if (values.json) for (const row of rows) console.log(JSON.stringify(row));
	}
	const said = callGoals(measured);
	if (values.json) console.error(said);
	else console.log(`${callTable(measured)}\n\n${said}`);
} finally {
	await browser.close();
	await server.close();
}
