import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { FACES_OF_ALL } from '../../../src/lib/call/rungs.ts';
import { startCallServer } from '../../support/call-server.ts';
import { launchOptions } from '../../support/chromium.ts';
import { idleAmong, IDLE_MOST_KBPS, measureIdleMesh, quietBrowser } from '../../support/idle-mesh.ts';
import { janusCpu, missingJanus } from '../../support/janus.ts';
import { browserCpu } from '../board/browser-cpu.ts';
import { callGoals, callTable, medians } from './call-report.ts';
import { measureCall, type MeasuredCall } from './measure-call.ts';
import type { CarrierName } from './page/main.ts';

/** Who is measured at which sizes: the mesh shows all faces up to eight, and an SFU is for more than a few. */
const SIZES: Record<CarrierName, (people: number) => boolean> = {
	bare: (people) => people <= 6,
	mesh: (people) => people <= FACES_OF_ALL,
	sfu: (people) => people >= 6
};
const CARRIERS: CarrierName[] = ['bare', 'mesh', 'sfu'];

const { values } = parseArgs({
	options: {
		json: { type: 'boolean', default: false },
		people: { type: 'string', default: '2,3,4,6,8' },
		rounds: { type: 'string', default: '5' },
		carriers: { type: 'string', default: CARRIERS.join(',') },
		/** Instead: what a voice mesh of so many costs while nobody speaks. */
		idle: { type: 'string' }
	}
});
if (values.idle) {
	await measureIdle(Number(values.idle));
	process.exit();
}
const notSeen = (carrier: CarrierName, people: number) =>
	`${carrier}, ${people} people: not everyone was seen within a minute`;

const missing = missingJanus();
if (missing) console.error(missing);
const carriers = CARRIERS.filter((name) => values.carriers.split(',').includes(name)).filter(
	(name) => name !== 'sfu' || missing === null
);

const page = fileURLToPath(new URL('./page', import.meta.url));
const meshes = await startCallServer({ page });
const throughSfu = carriers.includes('sfu') ? await startCallServer({ page, sfuAbove: 0 }) : null;
const browser = await chromium.launch(launchOptions());
try {
	const inBrowser = await browserCpu(browser);
	const cpu = async () => (await inBrowser()) + janusCpu();
	const measured: MeasuredCall[] = [];
	for (const people of values.people.split(',').map(Number)) {
		const ofSize: MeasuredCall[] = [];
		const tooMuch = new Set<CarrierName>();
		for (let round = 0; round < Number(values.rounds); round++) {
			// Each in turn begins, so that none has the quieter half of the machine.
			const here = carriers.filter((carrier) => SIZES[carrier](people) && !tooMuch.has(carrier));
			const order = round % 2 ? here.toReversed() : here;
			for (const carrier of order) {
				const one = await measureCall(
					{ browser, server: carrier === 'sfu' ? throughSfu! : meshes, cpu },
					{ carrier, people }
				);
				if (one) ofSize.push(one);
				else tooMuch.add(carrier);
				console.error(`  ${one ? JSON.stringify(one) : notSeen(carrier, people)}`);
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
	await meshes.close();
	await throughSfu?.close();
}

async function measureIdle(people: number): Promise<void> {
	const server = await startCallServer();
	const quiet = await chromium.launch(quietBrowser());
	try {
		const names = Array.from({ length: people }, (_, index) => `Person ${index + 1}`);
		const { kbps } = await measureIdleMesh(quiet, server, names);
		const ofTwelve = idleAmong(12, kbps);
		if (values.json) console.log(JSON.stringify({ carrier: 'idle mesh', people, kbps, ofTwelve }));
		const kept = ofTwelve <= IDLE_MOST_KBPS ? 'kept  ' : 'missed';
		const said = `${kept} idle voice mesh, ${people} people: ${Math.max(...kbps).toFixed(1)} kbit/s each; of twelve ${ofTwelve.toFixed(1)}`;
		if (values.json) console.error(said);
		else console.log(said);
	} finally {
		await quiet.close();
		await server.close();
	}
}
