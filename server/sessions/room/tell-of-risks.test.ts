import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { plainAnswers } from '../../../src/lib/domain/answer-places.ts';
import type { DocumentHead } from '../../../src/lib/domain/documents.ts';
import type { Exercise } from '../../../src/lib/domain/exercise.ts';
import { boxBreathing } from '../../../src/lib/domain/exercises/box-breathing.ts';
import { checkOutCard } from '../../../src/lib/domain/exercises/check-out-card.ts';
import { newId } from '../../../src/lib/domain/ids.ts';
import { deskDocument } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from './live-room.ts';
import { tellOfRisks } from './tell-of-risks.ts';

test('S03 a sheet with two causes raises a flag for each, and a quiet one stays quiet', async () => {
	const [step, ana] = [newId<'step'>(), newId<'person'>()];
	const definition: Exercise = { ...checkOutCard, fields: [...checkOutCard.fields, ...boxBreathing.fields] };
	const sheet = new Y.Doc();
	plainAnswers(sheet).set('felt-safe', 1);
	plainAnswers(sheet).set('distress-after', 95);
	/** As much of a room as is asked for here. */
	const room = {
		session: { plan: { steps: [{ id: step, kind: 'worksheet', exercise: '', definition }] } },
		state: { flags: new Map(), told: new Map(), tailored: new Map() },
		content: { read: (_id: string, look: (doc: Y.Doc) => unknown) => Promise.resolve(look(sheet)) },
		placement: () => ({ alias: 'Ana' })
	} as unknown as LiveRoom;
	const head = { id: newId(), kind: 'folder', step, owner: ana } as unknown as DocumentHead;
	const desk = new Y.Doc();
	(await tellOfRisks(room, [head], 1))?.(desk);
	expect([...deskDocument(desk).flags.values()]).toMatchObject([
		{ cause: 'felt-unsafe', quiet: false },
		{ cause: 'distress', quiet: true }
	]);
});
