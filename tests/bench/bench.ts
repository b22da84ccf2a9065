import { parseArgs } from 'node:util';
import { measure, type Measured, type ServerName } from './measure.ts';
import { mostRooms } from './most-rooms.ts';
import { line, table } from './report.ts';

/** Each is measured from about where it is expected to end, to save steps. */
const FIRST_TRY: Record<ServerName, number> = { hearth: 96, relay: 64, hocuspocus: 24 };
const SERVERS = Object.keys(FIRST_TRY) as ServerName[];
const USUAL_PEOPLE = 10;

const { values } = parseArgs({
	options: {
		json: { type: 'boolean', default: false },
		'per-room': { type: 'string', default: String(USUAL_PEOPLE) },
		servers: { type: 'string', default: SERVERS.join(',') },
		seconds: { type: 'string', default: '4' }
	}
});

const perRoom = Number(values['per-room']);
const seconds = Number(values.seconds);
const results: Measured[] = [];

for (const server of SERVERS.filter((name) => values.servers.split(',').includes(name))) {
	const first = Math.max(2, Math.round((FIRST_TRY[server] * USUAL_PEOPLE ** 2) / perRoom ** 2));
	const best = await mostRooms(first, async (rooms) => {
		const measured = await measure({ server, rooms, perRoom, seconds });
		console.error(`  ${line(measured)}`);
		return measured;
	});
	results.push(best);
	if (values.json) console.log(JSON.stringify(asked(best)));
}
if (!values.json) console.log(table(results));

function asked({ server, rooms, perRoom, p50, p99, cpuPer1000, ackP50, ackP99 }: Measured) {
	return { server, rooms, perRoom, p50, p99, cpuPer1000, ackP50, ackP99 };
}
