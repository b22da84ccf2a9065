import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { exerciseOf } from '../../src/lib/domain/exercises/of-step.ts';
import type { Homework } from '../../src/lib/domain/homework.ts';
import { newId, type ArtifactId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { worksheetJson } from '../../src/lib/domain/worksheet-record.ts';
import { isEmpty } from '../../src/lib/domain/worksheet.ts';
import type { Ground } from '../app.ts';
import { sealDraft } from '../artifacts/sealed-artifact.ts';
import { artifactById, insertArtifact } from '../store/artifacts.ts';
import type { Statement } from '../store/writer.ts';
import type { Documents } from '../sync/documents.ts';

interface Done {
	homework: Homework;
	/** The author's sheet, with the readers it named when it was opened. */
	head: DocumentHead;
	/** What was kept when it was done before. */
	before: ArtifactId | null;
}

/** The sheet as it is now, to look back at: a new version when it was done before and not taken back since. */
export async function keepDone(
	{ store, vault, now }: Ground,
	documents: Pick<Documents, 'read'>,
	{ homework, head, before }: Done
): Promise<{ artifact: ArtifactId; statements: Statement[] }> {
	const exercise = exerciseOf(homework);
	if (!exercise) throw new Refusal('not-found', 'This exercise is not in the library any more.');
	const sheet = await documents.read(head.id, (doc) =>
		isEmpty(doc, exercise) ? null : worksheetJson(doc, exercise)
	);
	if (!sheet) throw new Refusal('invalid', 'Nothing is written on it yet. Write a word, or pass.');
	const kept = before ? await artifactById(store.db, before) : undefined;
	const goesOn = kept && kept.kind !== 'withdrawn' ? kept : null;
	const row = sealDraft(vault, {
		id: goesOn?.series ?? newId<'artifact'>(),
		version: (goesOn?.version ?? 0) + 1,
		...{ session: homework.session, group: homework.group, step: homework.id, owner: head.owner },
		...{ audience: head.readers.length > 0 ? 'named' : 'owner', readers: head.readers },
		...{ title: `Between sessions: ${exercise.title}`, capturedAt: now(), authors: new Map() },
		body: { kind: 'worksheet', sheet, openings: [] }
	});
	return { artifact: row.series, statements: [insertArtifact(store.db, row)] };
}
