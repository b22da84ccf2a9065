import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId, type PersonId, type SessionId } from '../../src/lib/domain/ids.ts';
import { deskDocument, doorDocument, lineDocument } from '../../src/lib/domain/room.ts';
import type { CommandInputs, CommandName } from '../../src/lib/protocol/commands.ts';
import { openApp, type App } from '../app.ts';
import { readConfig } from '../config.ts';
import { comeToTheDoor, makeFacilitator, makeMember, type DemoPerson } from '../demo/people.ts';

let directory: string;
let app: App;
let session: SessionId;
let dana: DemoPerson;
let ana: DemoPerson;

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'hearth-door-'));
	app = await openApp(readConfig({ HEARTH_DATA_DIR: directory }));
	const facilitator = await makeFacilitator(app);
	dana = facilitator;
	const wish = {
		name: 'Tuesday',
		kind: 'therapy',
		focus: '',
		capacity: 5,
		agreements: [],
		alias: 'Dana'
	} as const;
	const group = await app.groups.create(facilitator.asker, { ...wish, agreements: [] });
	ana = await makeMember(app, group.id, 'Ana');
	const step = {
		id: newId<'step'>(),
		title: 'Thoughts',
		minutes: 5,
		prompt: '',
		notes: '',
		keep: false,
		attention: 'follow'
	} as const;
	const sheet = { kind: 'worksheet', exercise: 'thought-record', sharing: 'private' } as const;
	const steps = [{ ...step, ...sheet, facilitatorReads: 'after-done' as const }];
	const planned = await app.schedule.plan(facilitator.asker, {
		...{ group: group.id, title: '', zone: 'Europe/London', minutes: 60 },
		...{ startsAt: app.now(), plan: { steps, keepChat: false } }
	});
	session = planned.id;
	await comeToTheDoor(app, session, dana);
});

afterEach(async () => {
	await app.close();
	await rm(directory, { recursive: true });
});

function say<Name extends CommandName>(by: PersonId, name: Name, body: CommandInputs[Name]) {
	return app.rooms.command(session, { name, body, by, key: newId() });
}

async function texts(kind: 'line' | 'door', of: PersonId): Promise<string[]> {
	const heads = await app.documents.ofSession(session);
	const head = heads.find((one) => one.kind === kind && one.owner === of)!;
	const root = kind === 'line' ? lineDocument : doorDocument;
	return app.documents.read(head.id, (doc) =>
		root(doc)
			.lines.toArray()
			.map(({ text }) => text)
	);
}

test('what a waiting member writes reaches the facilitator, and the answer reaches the waiting room', async () => {
	await comeToTheDoor(app, session, ana);
	await say(ana.id, 'write-line', { text: 'I am nervous' });
	await say(dana.id, 'answer-line', { person: ana.id, text: 'Take your time' });
	const both = ['I am nervous', 'Take your time'];
	expect(await texts('line', ana.id)).toEqual(both);
	expect(await texts('door', ana.id)).toEqual(both);
});

test('S02 Support reaches the facilitators also from somebody who has not come to the door yet', async () => {
	await say(ana.id, 'support', { text: '' });
	const desk = (await app.documents.ofSession(session)).find(({ kind }) => kind === 'desk')!;
	const flags = await app.documents.read(desk.id, (doc) => [...deskDocument(doc).flags.values()]);
	expect(flags).toMatchObject([{ person: ana.id, cause: 'support', state: { is: 'open' } }]);
});

test('S09 whoever opens their sheet is told the names of those who read it', async () => {
	await comeToTheDoor(app, session, ana);
	await say(dana.id, 'admit', { person: ana.id });
	const { steps } = (await app.schedule.get(session))!.plan;
	await say(dana.id, 'go-to-step', { step: steps[0]!.id });
	expect(await say(ana.id, 'open-sheet', { step: steps[0]!.id })).toMatchObject({ readers: ['Dana'] });
});
