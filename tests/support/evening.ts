import type * as Y from 'yjs';
import { People } from '../../server/accounts/people.ts';
import { Artifacts } from '../../server/artifacts/artifacts.ts';
import { Reviews } from '../../server/artifacts/reviews.ts';
import { SignOff } from '../../server/artifacts/sign-off.ts';
import { Groups } from '../../server/groups/groups.ts';
import { Attendance } from '../../server/sessions/attendance.ts';
import { Library } from '../../server/library/library.ts';
import { Schedule } from '../../server/sessions/schedule.ts';
import { plainAnswers, textAt } from '../../src/lib/domain/answer-places.ts';
import type { GroupKind } from '../../src/lib/domain/group.ts';
import { newId, type PersonId, type StepId } from '../../src/lib/domain/ids.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import {
	deskDocument,
	lineDocument,
	roomDocument,
	stepOf,
	type Flag,
	type Reveal
} from '../../src/lib/domain/room.ts';
import type { Session } from '../../src/lib/domain/session.ts';
import { openGround, type TestGround } from './ground.ts';
import { MemoryPapers } from './memory-papers.ts';

export const PEOPLE = ['Dana', 'Ana', 'Ben', 'Chris', 'Elif'] as const;
export type Name = (typeof PEOPLE)[number];

const LICENCE = {
	...{ profession: 'Psychologist', number: '123', jurisdiction: 'HCPC', country: 'GB' },
	expires: '2030-01-01'
};

/** An evening of Dana's group that has just ended: Ana, Ben and Chris were there, Elif was not. */
export class TestEvening {
	readonly ground: TestGround;
	readonly groups: Groups;
	readonly schedule: Schedule;
	readonly attendance: Attendance;
	readonly papers = new MemoryPapers();
	readonly artifacts: Artifacts;
	readonly signOff: SignOff;
	readonly reviews: Reviews;
	readonly people = {} as Record<Name, PersonId>;
	session!: Session;

	static async open(kind: GroupKind = 'therapy', change: (plan: Plan) => Plan = (plan) => plan) {
		const evening = new TestEvening(await openGround());
		await evening.#meet(kind, change(evening.plan));
		return evening;
	}

	constructor(ground: TestGround) {
		this.ground = ground;
		this.groups = new Groups(ground);
		this.schedule = new Schedule(ground, {
			library: new Library(ground),
			isNonCommercial: () => Promise.resolve(false),
			groups: this.groups,
			stepOnStage: () => Promise.resolve(null)
		});
		this.attendance = new Attendance(ground);
		const needs = { groups: this.groups, attendance: this.attendance, papers: this.papers };
		this.artifacts = new Artifacts(ground, needs);
		const { schedule, artifacts } = this;
		const accounts = new People(ground.store, ground.vault, ground.now);
		this.signOff = new SignOff(ground, { ...needs, schedule });
		this.reviews = new Reviews(ground, { ...needs, schedule, artifacts, accounts });
	}

	readonly plan: Plan = {
		keepChat: true,
		steps: [
			{ ...step('How are you arriving?'), kind: 'check-in' },
			{
				...step('Thought record'),
				...{ kind: 'worksheet', exercise: 'thought-record', sharing: 'reveal' },
				facilitatorReads: 'after-done'
			},
			{ ...step('What helps us'), kind: 'board', template: 'blank' },
			{
				...step('Check-out'),
				...{ kind: 'check-out', exercise: 'check-out-card', sharing: 'private', facilitatorReads: 'no' }
			}
		]
	};

	as(name: Name) {
		return { person: this.people[name], staff: name === 'Dana' };
	}

	step(title: string): StepId {
		return this.session.plan.steps.find((one) => one.title === title)!.id;
	}

	async #meet(kind: GroupKind, plan: Plan) {
		const people = new People(this.ground.store, this.ground.vault, this.ground.now);
		for (const name of PEOPLE) {
			const licence = name === 'Dana' ? LICENCE : null;
			const { id, statement } = people.prepare({ name, staff: name === 'Dana', licence });
			await this.ground.store.writer.commit([statement]);
			this.people[name] = id;
		}
		const group = await this.groups.create(this.as('Dana'), {
			...{ name: 'Tuesday group', kind, focus: '', capacity: 8, agreements: [], alias: 'Dana' }
		});
		for (const name of PEOPLE.slice(1)) {
			await this.groups.join(group.id, this.people[name], 'member', name);
		}
		this.session = await this.schedule.plan(this.as('Dana'), {
			...{ group: group.id, title: 'Naming feelings', zone: 'Europe/London', minutes: 75, plan },
			startsAt: Date.parse('2026-11-24T18:00:00Z')
		});
		await this.schedule.setState(this.session.id, 'open');
		for (const name of ['Dana', 'Ana', 'Ben', 'Chris'] as const) {
			await this.attendance.record(this.session.id, this.people[name], 'admitted');
		}
		await this.schedule.setState(this.session.id, 'ended');
		this.session = (await this.schedule.get(this.session.id))!;
		this.write('room');
		this.write('desk');
	}

	/** Makes a document of the session, or writes in the one that is there. */
	write(
		kind: Parameters<MemoryPapers['create']>[0]['kind'],
		more: Partial<Parameters<MemoryPapers['create']>[0]> = {},
		write: (doc: Y.Doc) => void = () => {}
	) {
		const { id: session, group } = this.session;
		return this.papers.create({ kind, session, group, ...more }, write);
	}

	/** A member's own sheet with one thing written on it. */
	sheet(name: Name, title: string, words: string, of: { named?: boolean; done?: boolean } = {}) {
		const stepId = this.step(title);
		const owner = this.people[name];
		const field = title === 'Check-out' ? 'take' : 'situation';
		if (of.done) this.desk((desk) => desk.progress.set(stepOf(stepId, owner), 'done'));
		const readers = of.named ? [this.people.Dana] : [];
		const kind = of.named ? 'folder' : 'own';
		const head = { owner, step: stepId, readers, readsWhen: 'after-done' as const };
		return this.write(kind, head, (doc) => {
			textAt(doc, field).insert(0, words);
			if (title === 'Check-out') plainAnswers(doc).set('mood', 8);
		});
	}

	checkIn(name: Name, mood: number, audience: 'facilitators' | 'group' = 'facilitators', word = '') {
		const [stepId, person] = [this.step('How are you arriving?'), this.people[name]];
		const given = { person, step: stepId, audience, mood, energy: 4, word, at: this.ground.now() };
		this.desk((desk) => desk.checkIns.set(stepOf(stepId, person), given));
	}

	reveal(name: Name, words: string, of: { keep: boolean; anonymous?: boolean }): Reveal {
		const reveal: Reveal = {
			...{ id: newId(), step: this.step('Thought record'), exercise: 'thought-record', field: 'situation' },
			...{ label: 'What happened?', lines: [words], keep: of.keep },
			person: of.anonymous ? null : this.people[name],
			name: of.anonymous ? null : name
		};
		this.room((room) => room.reveals.push([reveal]));
		if (of.anonymous) this.desk((desk) => desk.authors.set(reveal.id, this.people[name]));
		return reveal;
	}

	chat(name: Name, text: string, hidden = false): string {
		const id = newId<'line'>();
		const line = { id, person: this.people[name], name, text, at: this.ground.now(), hidden };
		this.room((room) => room.chat.push([line]));
		return id;
	}

	flag(name: Name, state: Flag['state']) {
		const id = newId<'flag'>();
		const flag = {
			id,
			person: this.people[name],
			name,
			cause: 'support' as const,
			quiet: false,
			at: 1,
			state
		};
		this.desk((desk) => desk.flags.set(id, flag));
	}

	/** Notes on a member's private line that a facilitator opened their sheet (S15). */
	opened(name: Name, title: string) {
		const opening = { step: this.step(title), what: 'sheet' as const, by: 'Dana', at: 7 };
		this.write('line', { owner: this.people[name] }, (doc) => lineDocument(doc).openings.push([opening]));
	}

	room(change: (room: ReturnType<typeof roomDocument>) => void) {
		change(roomDocument(this.#docOf('room')));
	}

	desk(change: (desk: ReturnType<typeof deskDocument>) => void) {
		change(deskDocument(this.#docOf('desk')));
	}

	#docOf(kind: 'room' | 'desk'): Y.Doc {
		return this.papers.docOf(this.session.id, kind);
	}

	async keep() {
		await this.signOff.signOff(this.as('Dana'), this.session.id);
	}

	close() {
		return this.ground.close();
	}
}

function step(title: string) {
	return {
		id: newId<'step'>(),
		title,
		minutes: 10,
		prompt: '',
		notes: '',
		keep: true,
		attention: 'follow' as const
	};
}
