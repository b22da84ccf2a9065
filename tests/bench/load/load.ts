import { performance } from 'node:perf_hooks';
import type { LoadResult } from '../measure.ts';
import type { Message } from '../process.ts';
import { DIALECTS } from './dialect.ts';
import { Person } from './person.ts';
import { Tally } from './tally.ts';

export interface Load {
	dialect: keyof typeof DIALECTS;
	port: number;
	documents: string[];
	perRoom: number;
	seconds: number;
}

const CURSOR_INTERVAL_MS = 100;
const STROKE_INTERVAL_MS = 1000 / 15;
const TICK_MS = 4;
const WARM_UP_MS = 2_000;
/** Connections that are opened at once, so that opening them does not pile up. */
const OPENING_AT_ONCE = 100;

process.on('message', ({ name, value }: Message) => {
	if (name === 'load') void run(value as Load).then((result) => tell('result', result));
});

/** One person a room draws 15 strokes a second, and everyone moves their cursor 10 times a second. */
async function run(load: Load): Promise<LoadResult> {
	const tally = new Tally();
	const people = await open(load, tally);
	const everyone = people.map((person) => repeat(CURSOR_INTERVAL_MS, () => person.moveCursor()));
	const drawing = people
		.filter((_, number) => number % load.perRoom === 0)
		.map((person) => repeat(STROKE_INTERVAL_MS, () => person.draw()));
	const acts = [...everyone, ...drawing];
	const ticking = setInterval(() => {
		const now = performance.now();
		for (const act of acts) act(now);
	}, TICK_MS);

	await pause(WARM_UP_MS);
	tell('begun');
	tally.clear();
	const begun = { at: performance.now(), cpu: process.cpuUsage() };
	await pause(load.seconds * 1000);
	const seconds = (performance.now() - begun.at) / 1000;
	const { user, system } = process.cpuUsage(begun.cpu);
	tell('ended');
	clearInterval(ticking);

	const { deliveries, acknowledged, strokes, closed } = tally;
	const drawn = (load.documents.length * seconds * 1000) / STROKE_INTERVAL_MS;
	return {
		p50: deliveries.within(0.5) ?? Infinity,
		p99: deliveries.within(0.99) ?? Infinity,
		deliveries: deliveries.count,
		strokesDelivered: strokes / (drawn * (load.perRoom - 1)),
		ackP50: acknowledged.within(0.5),
		ackP99: acknowledged.within(0.99),
		...{ closed, seconds, core: (user + system) / 1e6 / seconds }
	};
}

async function open({ dialect, port, documents, perRoom }: Load, tally: Tally): Promise<Person[]> {
	const people: Person[] = [];
	for (const document of documents) {
		for (let seat = 0; seat < perRoom; seat++) {
			const who = { number: people.length, document, draws: seat === 0 };
			people.push(new Person(who, { port, tally, dialect: DIALECTS[dialect] }));
			if (people.length % OPENING_AT_ONCE === 0) await people.at(-1)!.opened;
		}
	}
	await Promise.all(people.map(({ opened }) => opened));
	return people;
}

/** Acts once an interval from a random moment on; catches up when the tick was late. */
function repeat(intervalMs: number, act: () => void): (now: number) => void {
	let due = performance.now() + Math.random() * intervalMs;
	return (now) => {
		for (; now >= due; due += intervalMs) act();
	};
}

function tell(name: string, value?: unknown): void {
	process.send!({ name, value });
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
