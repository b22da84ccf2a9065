import { rowsNamed } from '../../src/lib/domain/exercise.ts';
import { thoughtRecord } from '../../src/lib/domain/exercises/thought-record.ts';
import { addRow } from '../../src/lib/domain/worksheet-rows.ts';
import { cellKey, plainAnswers, textAt } from '../../src/lib/domain/answer-places.ts';
import { boardDocument } from '../../src/lib/domain/board.ts';
import type { Ink, InkPoint } from '../../src/lib/domain/board-ink.ts';
import { addNote } from '../../src/lib/domain/board-notes.ts';
import { TINT_NAMES } from '../../src/lib/domain/board-pens.ts';
import { FIRST_SHEET } from '../../src/lib/domain/board-sheets.ts';
import { addStroke } from '../../src/lib/domain/board-strokes.ts';
import { newId, type DocumentId, type SessionId } from '../../src/lib/domain/ids.ts';
import type { Step, StepKind } from '../../src/lib/domain/plan.ts';
import type { Session } from '../../src/lib/domain/session.ts';
import type { CommandInputs, CommandName } from '../../src/lib/protocol/commands.ts';
import type { App } from '../app.ts';
import { comeToTheDoor, type DemoPerson } from './people.ts';
import type { PastSession } from './story.ts';

/** Plays a session that has been, through the same commands as a real one, and signs it off. */
export async function playPastSession(
	app: App,
	session: Session,
	who: { dana: DemoPerson; members: DemoPerson[]; story: PastSession }
): Promise<void> {
	const { dana, members, story } = who;
	const does = <Name extends CommandName>(person: DemoPerson, name: Name, body: CommandInputs[Name]) =>
		app.rooms.command(session.id, { name, key: newId(), body, by: person.id }) as Promise<{
			document?: DocumentId;
		}>;
	const stepOfKind = (kind: StepKind): Step => session.plan.steps.find((step) => step.kind === kind)!;

	await comeToTheDoor(app, session.id, dana);
	for (const member of members) await comeToTheDoor(app, session.id, member);
	await does(dana, 'admit-all', {});

	const checkIn = stepOfKind('check-in');
	await does(dana, 'go-to-step', { step: checkIn.id });
	for (const [index, member] of members.entries()) {
		const [mood, energy, word] = story.checkIns[index]!;
		await does(member, 'give-check-in', { step: checkIn.id, audience: 'group', mood, energy, word });
	}
	await does(dana, 'show-numbers', { step: checkIn.id });

	const worksheet = stepOfKind('worksheet');
	await does(dana, 'go-to-step', { step: worksheet.id });
	for (const [index, member] of members.entries()) {
		const { document } = await does(member, 'open-sheet', { step: worksheet.id });
		await writeSheet(app, document!, story.sheets[index]!);
		await does(member, 'report-progress', { step: worksheet.id, progress: 'done' });
	}
	await does(dana, 'ask-reveal', { step: worksheet.id, fields: ['balanced'], of: null });
	for (const member of members.slice(0, 2)) {
		await does(member, 'reveal', { step: worksheet.id, field: 'balanced', as: 'named', keep: true });
	}
	await does(dana, 'go-to-step', { step: stepOfKind('board').id });
	await fillBoard(app, session.id, { members, story });
	await does(dana, 'go-to-step', { step: stepOfKind('round').id });
	await does(dana, 'chat', { text: story.chat });
	await does(dana, 'end-session', {});
	await app.signOff.signOff({ person: dana.id, staff: true }, session.id);
}

/** Puts a note of each member on the board, and a line drawn by hand. */
async function fillBoard(
	app: App,
	session: SessionId,
	{ members, story }: { members: DemoPerson[]; story: PastSession }
): Promise<void> {
	const board = (await app.documents.ofSession(session)).find((head) => head.kind === 'board');
	if (!board) return;
	await app.documents.change([
		{
			id: board.id,
			change: (doc) => {
				const shared = boardDocument(doc);
				for (const [index, [words, x, y]] of story.notes.entries()) {
					const tint = TINT_NAMES[index % TINT_NAMES.length]!;
					const of = { by: members[index]!.id, kind: 'note' as const, sheet: FIRST_SHEET };
					addNote(shared, { ...of, spot: { x, y }, tint, words });
				}
				const of = {
					by: members[0]!.id,
					sheet: FIRST_SHEET,
					pen: 'clay' as const,
					width: 6,
					marker: false,
					turn: 1
				};
				addStroke(shared, { ...of, ink: ringRound(story.ring) });
			}
		}
	]);
}

/** A ring as a hand draws it: not quite round, and over its own beginning. */
function ringRound(centre: { x: number; y: number }): Ink {
	const POINTS = 56;
	const points = Array.from({ length: POINTS + 5 }, (_, index): InkPoint => {
		const turn = (index / POINTS) * 2 * Math.PI - 2;
		const wobble = 1 + 0.04 * Math.sin(3 * turn) + index / (POINTS * 25);
		return [centre.x + 150 * wobble * Math.cos(turn), centre.y + 105 * wobble * Math.sin(turn), 0.5];
	});
	return { points, pressed: false };
}

/** Writes a thought record as its author would have. */
function writeSheet(app: App, id: DocumentId, sheet: PastSession['sheets'][number]): Promise<void> {
	return app.documents.change([
		{
			id,
			change: (doc) => {
				textAt(doc, 'situation').insert(0, sheet.situation);
				const feeling = addRow(doc, rowsNamed(thoughtRecord, 'moods')!, null);
				textAt(doc, cellKey('moods', feeling, 'name')).insert(0, sheet.feeling);
				plainAnswers(doc).set(cellKey('moods', feeling, 'strength'), sheet.strength);
				const thought = addRow(doc, rowsNamed(thoughtRecord, 'thoughts')!, null);
				textAt(doc, cellKey('thoughts', thought, 'thought')).insert(0, sheet.thought);
				plainAnswers(doc).set(cellKey('thoughts', thought, 'belief'), sheet.belief);
				textAt(doc, 'balanced').insert(0, sheet.balanced);
				plainAnswers(doc).set('balanced-belief', sheet.balancedBelief);
			}
		}
	]);
}
