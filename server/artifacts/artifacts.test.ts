import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	ARTIFACT_AUDIENCES,
	ARTIFACT_KINDS,
	type ArtifactAudience,
	type ArtifactBody
} from '../../src/lib/domain/artifact.ts';
import { GROUP_KINDS, type GroupKind } from '../../src/lib/domain/group.ts';
import { newId, type ArtifactId } from '../../src/lib/domain/ids.ts';
import { insertArtifact } from '../store/artifacts.ts';
import { auditRows } from '../store/audit-log.ts';
import { TestEvening, type Name } from '../../tests/support/evening.ts';
import { Library } from '../library/library.ts';
import { plainAnswers } from '../../src/lib/domain/answer-places.ts';
import { phq9 } from '../../src/lib/domain/measures/phq-9.ts';
import { worksheetJson } from '../../src/lib/domain/worksheet-record.ts';
import { faults } from '../../tests/support/fhir-schema.ts';
import { FhirExport } from '../fhir/fhir-export.ts';
import { sealDraft } from './sealed-artifact.ts';

let evening: TestEvening;
afterEach(() => evening.close());

const SHEET = { exercise: 'thought-record', title: 'Thought record', fields: [], changes: [] };
const WORDS = { is: 'words' as const, words: 'Lunch' };
const BODIES: Record<ArtifactBody['kind'], ArtifactBody> = {
	worksheet: { kind: 'worksheet', sheet: SHEET, openings: [] },
	table: { kind: 'table', sheet: SHEET },
	board: { kind: 'board', board: { version: 1, sheets: [] } },
	'check-in': { kind: 'check-in', given: 'facilitators', mood: 5, energy: null, word: '', at: 1 },
	numbers: { kind: 'numbers', questions: [] },
	reveals: { kind: 'reveals', items: [], withdrawn: 0 },
	chat: { kind: 'chat', lines: [], withdrawn: 0 },
	flags: { kind: 'flags', flags: [] },
	withdrawn: { kind: 'withdrawn', was: 'worksheet' }
};

/** Dana led; Ana wrote it; Ben was there, and of the breakout; Elif was of it, and was not there. */
const READERS: Record<GroupKind, Record<ArtifactAudience, Name[]>> = {
	therapy: {
		group: ['Ana', 'Ben', 'Dana'],
		breakout: ['Ben', 'Dana'],
		named: ['Ana', 'Dana'],
		owner: ['Ana'],
		leaders: ['Dana']
	},
	// S14
	peer: {
		...{ group: ['Ana', 'Ben', 'Dana'], breakout: ['Ben', 'Dana'] },
		...{ named: ['Ana'], owner: ['Ana'], leaders: ['Dana'] }
	}
};

async function keep(audience: ArtifactAudience, body: ArtifactBody): Promise<ArtifactId> {
	const { store, vault, now } = evening.ground;
	const { id: session, group } = evening.session;
	const { Ben, Dana, Elif } = evening.people;
	const isOwned = audience === 'named' || audience === 'owner';
	const draft = {
		...{ id: newId<'artifact'>(), version: 1, session, group, step: null, audience, body },
		...{ title: 'Kept', authors: new Map(), capturedAt: now() },
		owner: isOwned ? evening.people.Ana : null,
		readers: audience === 'owner' ? [] : [Dana, ...(audience === 'breakout' ? [Ben, Elif] : [])]
	};
	await store.writer.commit([insertArtifact(store.db, sealDraft(vault, draft))]);
	return draft.id;
}

for (const groupKind of GROUP_KINDS) {
	test(`S12 R22 in a ${groupKind} group each kind of artifact opens to its audience alone, whoever asks`, async () => {
		evening = await TestEvening.open(groupKind);
		for (const kind of ARTIFACT_KINDS) {
			for (const audience of ARTIFACT_AUDIENCES) {
				const id = await keep(audience, BODIES[kind]);
				const readers: Name[] = [];
				for (const name of ['Ana', 'Ben', 'Dana', 'Elif'] as const) {
					const opened = await evening.artifacts.get(evening.as(name), id);
					const { open, closed } = await evening.artifacts.ofSession(evening.as(name), evening.session.id);
					const isListed = [...open, ...closed].some((one) => one.id === id);
					expect(isListed, `${kind} for ${audience} is listed to ${name} as it opens`).toBe(opened !== null);
					if (opened) readers.push(name);
				}
				expect(readers, `${kind} for ${audience}`).toEqual(READERS[groupKind][audience]);
			}
		}
	});
}

test('R21 an unknown artifact and one that is not mine look exactly the same', async () => {
	evening = await TestEvening.open();
	const theirs = await keep('owner', BODIES.worksheet);
	for (const id of [theirs, newId<'artifact'>()]) {
		expect(await evening.artifacts.get(evening.as('Ben'), id)).toBeNull();
		await expect(evening.artifacts.withdraw(evening.as('Ben'), { artifact: id })).rejects.toMatchObject({
			reason: 'not-found',
			message: 'This is not here, or not yours to take back.'
		});
	}
});

test('S12 a member who leaves the group keeps their own, and reads the group’s no more', async () => {
	evening = await TestEvening.open();
	const [own, board] = [await keep('owner', BODIES.worksheet), await keep('group', BODIES.board)];
	await evening.groups.leave(evening.as('Ana'), evening.session.group);
	expect(await evening.artifacts.get(evening.as('Ana'), own)).not.toBeNull();
	expect(await evening.artifacts.get(evening.as('Ana'), board)).toBeNull();
});

test('S15 each time a facilitator opens a member’s sheet it is noted, and the member sees by whom and when', async () => {
	evening = await TestEvening.open();
	const id = await keep('named', BODIES.worksheet);
	await evening.artifacts.get(evening.as('Ana'), id);
	expect(await evening.artifacts.openingsOf(evening.as('Ana'), id)).toEqual([]);
	evening.ground.clock.now += 1000;
	await evening.artifacts.get(evening.as('Dana'), id);
	const [opening, ...more] = await evening.artifacts.openingsOf(evening.as('Ana'), id);
	expect(opening?.by).toBe('Dana');
	expect(more).toEqual([]);
	expect(await evening.artifacts.openingsOf(evening.as('Dana'), id)).toEqual([]);
});

test('R52 looking at the list of a session opens nobody’s sheet; opening check-ins together notes each of them', async () => {
	evening = await TestEvening.open();
	evening.checkIn('Ana', 2.5, 'facilitators', 'tearful');
	evening.checkIn('Ben', 7.5, 'group', 'lighter');
	await evening.keep();
	const openings = async () =>
		(await auditRows(evening.ground.store.db)).filter(({ action }) => action === 'artifact.open').length;
	const { closed } = await evening.artifacts.ofSession(evening.as('Dana'), evening.session.id);
	expect(JSON.stringify(closed)).not.toMatch(/tearful|lighter/);
	expect(await openings()).toBe(0);
	const opened = await evening.artifacts.checkInsOf(evening.as('Dana'), evening.session.id);
	expect(opened.map(({ owner }) => owner).toSorted()).toEqual(
		[evening.people.Ana, evening.people.Ben].toSorted()
	);
	expect(await openings()).toBe(2);
	expect(await evening.artifacts.checkInsOf(evening.as('Chris'), evening.session.id)).toEqual([]);
});

test('S15 what the facilitator opened while the session went on is kept with the sheet', async () => {
	evening = await TestEvening.open();
	evening.sheet('Ana', 'Thought record', 'Sam walked past me', { named: true, done: true });
	evening.opened('Ana', 'Thought record');
	await evening.keep();
	const [sheet] = await evening.artifacts.mine(evening.as('Ana'), evening.session.group);
	expect(sheet?.body).toMatchObject({ kind: 'worksheet', openings: [{ by: 'Dana', at: 7 }] });
});

test('R22 a worksheet goes out as FHIR to its author and its named facilitator alone, and that is audited', async () => {
	evening = await TestEvening.open('therapy');
	const { ground, artifacts, groups } = evening;
	const fhir = new FhirExport(ground, { artifacts, groups, library: new Library(ground) });
	const sheet = { ...SHEET, fields: [{ id: 'situation', label: 'What happened?', answer: WORDS }] };
	const id = await keep('named', { kind: 'worksheet', sheet, openings: [] });
	for (const name of ['Ben', 'Elif'] as const) {
		expect(await fhir.ofArtifact({ person: evening.people[name], staff: false }, id)).toBeNull();
	}
	for (const name of ['Ana', 'Dana'] as const) {
		const bundle = await fhir.ofArtifact({ person: evening.people[name], staff: name === 'Dana' }, id);
		expect(faults(bundle!)).toEqual([]);
		expect(bundle?.entry).toMatchObject([
			{ resource: { resourceType: 'Questionnaire', title: 'Thought record' } },
			{ resource: { resourceType: 'QuestionnaireResponse', item: [{ answer: [{ valueString: 'Lunch' }] }] } }
		]);
	}
	const events = await auditRows(ground.store.db);
	expect(events.filter((event) => event.action === 'artifact.export')).toHaveLength(2);
});

test('R22 a sheet filled in together goes out as the group’s to those who were there, and to nobody else', async () => {
	evening = await TestEvening.open('therapy');
	const { ground, artifacts, groups } = evening;
	const fhir = new FhirExport(ground, { artifacts, groups, library: new Library(ground) });
	const sheet = {
		...{ exercise: 'problem-solving', title: 'Problem solving', changes: [] },
		fields: [{ id: 'problem', label: 'The problem', answer: WORDS }]
	};
	const id = await keep('group', { kind: 'table', sheet });
	expect(await fhir.ofArtifact({ person: evening.people.Elif, staff: false }, id)).toBeNull();
	const bundle = await fhir.ofArtifact({ person: evening.people.Ana, staff: false }, id);
	expect(faults(bundle!)).toEqual([]);
	const response = bundle?.entry.at(-1)?.resource;
	expect(response).toMatchObject({ resourceType: 'QuestionnaireResponse', subject: { type: 'Group' } });
	expect(response).not.toHaveProperty('author');
});

test('a measure goes out with its questions, its answers and its total, and HL7’s schema accepts all of it at once', async () => {
	evening = await TestEvening.open('therapy');
	const { ground, artifacts, groups } = evening;
	const fhir = new FhirExport(ground, { artifacts, groups, library: new Library(ground) });
	const doc = new Y.Doc();
	for (const item of phq9.scoring!.items)
		plainAnswers(doc).set(item, phq9.fields[0]!.kind === 'choice' ? phq9.fields[0]!.options[1]!.id : '');
	const id = await keep('named', { kind: 'worksheet', sheet: worksheetJson(doc, phq9), openings: [] });
	const bundle = await fhir.ofArtifact({ person: evening.people.Ana, staff: false }, id);
	expect(faults(bundle!)).toEqual([]);
	expect(bundle?.entry.map(({ resource }) => (resource as { resourceType: string }).resourceType)).toEqual([
		...['Questionnaire', 'QuestionnaireResponse', 'Observation']
	]);
	const wrong = { ...bundle!, entry: [{ resource: { resourceType: 'Observation' } }] };
	expect(faults(wrong)).not.toEqual([]);
});
