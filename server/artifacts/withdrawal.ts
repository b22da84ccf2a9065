import type { ArtifactBody, ArtifactHead } from '../../src/lib/domain/artifact.ts';
import { boardWithout, isInk } from '../../src/lib/domain/board-json.ts';
import { newId, type ArtifactId, type SessionId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import { insertArtifact, resealArtifact, versionsOf } from '../store/artifacts.ts';
import { deletePicturesBy } from '../store/pictures.ts';
import type { ArtifactTable } from '../store/schema.ts';
import { WriteConflict, type Statement } from '../store/writer.ts';
import { removeFromPapers } from './live-traces.ts';
import type { Papers } from './papers.ts';
import { headOf, markOf, openKept, openTitle, sealDraft, sealKept, type Kept } from './sealed-artifact.ts';

export interface Withdrawal {
	artifact: ArtifactId;
	/** The one item to take back, in what belongs to the group; absent, the whole artifact. */
	item?: string | undefined;
}

/**
 * Takes back what the asker wrote (S12): a new version without it, the old versions emptied, the room's own
 * papers scrubbed. What only facilitators shared stays with its author; the author's own copy goes altogether.
 */
export async function withdraw(
	ground: Ground,
	papers: Papers,
	asker: Asker,
	{ artifact, item }: Withdrawal
): Promise<SessionId> {
	const { store, vault, now } = ground;
	const versions = await versionsOf(store.db, artifact);
	const latest = versions.at(-1);
	if (!latest || latest.kind === 'withdrawn') throw unknown();
	const kept = openKept(vault, latest);
	const mine =
		item === undefined
			? latest.owner === asker.person
			: kept.marks[item] === markOf(vault, item, asker.person);
	if (!mine) throw unknown();

	const left = item === undefined ? emptied(kept) : without(kept, item);
	const title = openTitle(vault, latest);
	const next = { ...headOf(latest), version: latest.version + 1, capturedAt: now(), title };
	const statements: Statement[] = [
		...versions.map((row) =>
			resealArtifact(store.db, row.id, sealKept(vault, row, emptied(openKept(vault, row))))
		),
		insertArtifact(
			store.db,
			withMarks(sealDraft(vault, { ...next, body: left.body, authors: new Map() }), left)
		)
	];
	if (item === undefined && latest.audience === 'named') {
		const copy = { ...next, id: newId<'artifact'>(), version: 1, audience: 'owner' as const, readers: [] };
		statements.push(
			insertArtifact(store.db, sealDraft(vault, { ...copy, body: kept.body, authors: new Map() }))
		);
	}
	// What was drawn goes with every picture its author put there, from the room's own store as well.
	if (item !== undefined && isInk(item))
		statements.push(deletePicturesBy(store.db, latest.session, asker.person));
	await commitOnce(ground, statements, { asker, head: headOf(latest), item });
	await removeFromPapers(papers, { row: headOf(latest), body: kept.body, item, by: asker.person });
	await store.writer.truncateLog();
	return latest.session;

	function withMarks(row: ArtifactTable, content: Kept): ArtifactTable {
		return { ...row, body_sealed: sealKept(vault, row, content) };
	}
}

async function commitOnce(
	{ store }: Ground,
	statements: Statement[],
	of: { asker: Asker; head: ArtifactHead; item: string | undefined }
): Promise<void> {
	const event = {
		person: of.asker.person,
		action: 'artifact.withdraw',
		object: `artifact:${of.head.id}`,
		detail: of.item === undefined ? 'whole' : 'item'
	};
	try {
		await store.writer.commit(statements, [event]);
	} catch (error) {
		if (!(error instanceof WriteConflict)) throw error;
		throw new Refusal('conflict', 'Someone took something back at the same moment. Please try again.');
	}
}

function emptied({ body }: Kept): Kept {
	const was = body.kind === 'withdrawn' ? body.was : body.kind;
	return { body: { kind: 'withdrawn', was }, marks: {} };
}

function without({ body, marks }: Kept, item: string): Kept {
	const { [item]: _gone, ...others } = marks;
	return { body: bodyWithout(body, item), marks: others };
}

function bodyWithout(body: ArtifactBody, item: string): ArtifactBody {
	if (body.kind === 'reveals') {
		return { ...body, items: body.items.filter(({ id }) => id !== item), withdrawn: body.withdrawn + 1 };
	}
	if (body.kind === 'chat') {
		return { ...body, lines: body.lines.filter(({ id }) => id !== item), withdrawn: body.withdrawn + 1 };
	}
	if (body.kind === 'board') return { ...body, board: boardWithout(body.board, item) };
	throw unknown();
}

function unknown(): Refusal {
	return new Refusal('not-found', 'This is not here, or not yours to take back.');
}
