import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentHead, DocumentKind } from '../../src/lib/domain/documents.ts';
import type { GroupKind } from '../../src/lib/domain/group.ts';
import { newId, type PersonId, type SessionId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import type { CommandInputs, CommandName } from '../../src/lib/protocol/commands.ts';
import { type App, openApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Asker } from '../../server/groups/actor.ts';
import { comeToTheDoor, type DemoPerson, makeFacilitator, makeMember } from '../../server/demo/people.ts';
import type * as Y from 'yjs';

/** A session on the real services, with its facilitator in the room. */
export interface Meeting {
	/** The services as they run now: others after a restart. */
	readonly app: App;
	session: SessionId;
	dana: DemoPerson & { asker: Asker };
	steps: Step[];
	/** Gives a command as a person would; rejects with the Refusal they would read. */
	say<Name extends CommandName>(by: PersonId, name: Name, body: CommandInputs[Name]): Promise<object>;
	/** Members who have been let in. */
	letIn(...names: string[]): Promise<PersonId[]>;
	heads(kind: DocumentKind): Promise<DocumentHead[]>;
	read<T>(kind: DocumentKind, look: (doc: Y.Doc) => T, owner?: PersonId): Promise<T>;
	/** Lets the server's clock go on by so much. */
	passTime(ms: number): void;
	/** Stops the server and starts it anew on what it kept, so much later. */
	restart(laterMs?: number): Promise<void>;
	end(): Promise<void>;
}

export async function startMeeting({
	kind = 'therapy',
	steps = ['arrive', 'check-in', 'worksheet', 'board']
}: { kind?: GroupKind; steps?: (Step['kind'] | Step)[] } = {}): Promise<Meeting> {
	const directory = await mkdtemp(join(tmpdir(), 'hearth-meeting-'));
	let shiftMs = 0;
	const open = () => openApp(readConfig({ HEARTH_DATA_DIR: directory }), () => Date.now() + shiftMs);
	let app = await open();
	const dana = await makeFacilitator(app);
	const wish = { name: 'Tuesday', kind, focus: '', capacity: 10, agreements: [], alias: 'Dana' };
	const group = await app.groups.create(dana.asker, wish);
	const planned = steps.map((one) => (typeof one === 'string' ? newStep(one, kind) : one));
	const session = await app.schedule.plan(dana.asker, {
		...{ group: group.id, title: '', zone: 'Europe/London', minutes: 60 },
		...{ startsAt: app.now(), plan: { steps: planned, keepChat: false } }
	});
	await comeToTheDoor(app, session.id, dana);
	const say: Meeting['say'] = (by, name, body) =>
		app.rooms.command(session.id, { name, body, by, key: newId() });
	const heads = async (of: DocumentKind) =>
		(await app.documents.ofSession(session.id)).filter((head) => head.kind === of);
	return {
		get app() {
			return app;
		},
		...{ session: session.id, dana, steps: planned, say, heads },
		async letIn(...names) {
			const people = await Promise.all(names.map((name) => makeMember(app, group.id, name)));
			for (const one of people) {
				await comeToTheDoor(app, session.id, one);
				await say(dana.id, 'admit', { person: one.id });
			}
			return people.map(({ id }) => id);
		},
		async read(of, look, owner) {
			const head = (await heads(of)).find((one) => owner === undefined || one.owner === owner);
			if (!head) throw new Error(`There is no ${of} document.`);
			return app.documents.read(head.id, look);
		},
		passTime(ms) {
			shiftMs += ms;
		},
		async restart(laterMs = 0) {
			await app.close();
			shiftMs += laterMs;
			app = await open();
			await app.rooms.prepare(session.id);
		},
		async end() {
			await app.close();
			await rm(directory, { recursive: true });
		}
	};
}
