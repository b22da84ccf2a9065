import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { addNote, removeNote } from '../../src/lib/domain/board-notes.ts';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';
import { snapshotsOf, documentRow } from '../store/documents.ts';
import { DocumentLog } from '../sync/document-log.ts';

/** Every byte that is stored of a document, opened. */
async function storedBytes({ app }: Meeting, head: DocumentHead): Promise<Buffer> {
	const { updates } = await new DocumentLog(app, head).read();
	const row = await documentRow(app.store.db, head.id);
	expect(await snapshotsOf(app.store.db, head.id, row!.epoch)).toHaveLength(1);
	return Buffer.concat(updates);
}

test('S12 what was rubbed out on a board is in no stored byte and no artifact after sign-off, and the rest is', async () => {
	const meeting = await startMeeting();
	try {
		const { app, session, dana, steps } = meeting;
		await meeting.say(dana.id, 'go-to-step', { step: steps[3]!.id });
		const board = (await meeting.heads('board'))[0]!;
		const change = (write: (doc: Parameters<typeof boardDocument>[0]) => void) =>
			app.documents.change([{ id: board.id, change: write }]);
		const note = { by: dana.id, kind: 'note' as const, sheet: '1', spot: { x: 0, y: 0 } };
		let gone = '';
		await change((doc) => {
			gone = addNote(boardDocument(doc), { ...note, words: 'erased-canary' });
			addNote(boardDocument(doc), { ...note, words: 'kept-canary' });
		});
		await change((doc) => removeNote(boardDocument(doc), gone));
		await meeting.say(dana.id, 'end-session', {});
		await app.signOff.signOff(dana.asker, session);

		const bytes = await storedBytes(meeting, board);
		expect(bytes.includes('kept-canary')).toBe(true);
		expect(bytes.includes('erased-canary')).toBe(false);
		const { open } = await app.artifacts.ofSession(dana.asker, session);
		expect(JSON.stringify(open)).toContain('kept-canary');
		expect(JSON.stringify(open)).not.toContain('erased-canary');
		// R44: neither stands in a file as it is.
		const { dataDirectory } = app.config;
		const names = (await readdir(dataDirectory, { recursive: true, withFileTypes: true })).filter((one) =>
			one.isFile()
		);
		for (const { parentPath, name } of names) {
			const file = await readFile(join(parentPath, name));
			expect([file.includes('erased-canary'), file.includes('kept-canary')], name).toEqual([false, false]);
		}
	} finally {
		await meeting.end();
	}
});
