import * as v from 'valibot';
import type * as Y from 'yjs';
import { boardDocument } from '../../../src/lib/domain/board.ts';
import { apartDocument } from '../../../src/lib/domain/board-apart.ts';
import { notesOf } from '../../../src/lib/domain/board-notes.ts';
import { countDots, DOTS_MOST, dotsIn, type Voting } from '../../../src/lib/domain/board-votes.ts';
import { LEAST_PEOPLE } from '../../../src/lib/domain/group-numbers.ts';
import type { DocumentId } from '../../../src/lib/domain/ids.ts';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { deskDocument, handedInOf, roomDocument } from '../../../src/lib/domain/room.ts';
import { boardOf, handedBack, handedInBy } from './board-apart.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';

/** Dots on the notes of a board: each person's lie in their folder, and only the sum is ever shown (S10, S11). */

export const leadVoting: Command<'lead-voting'> = {
	input: v.object({
		step: id<'step'>(),
		to: v.union([
			v.object({ dots: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(DOTS_MOST)) }),
			v.literal('over')
		])
	}),
	async run({ room, now }, { step, to }) {
		const board = boardOf(room, step);
		if (to !== 'over') {
			const notes = await room.content.read(board, (doc) => notesOf(boardDocument(doc)).length);
			if (notes < 2)
				throw new Refusal('conflict', 'There are not two notes on the board to choose between yet.');
		}
		return {
			...handedBack(room, step, 'votes'),
			room: (doc) => {
				const { voting } = roomDocument(doc);
				if (to === 'over') voting.delete(step);
				else voting.set(step, { round: now, dots: to.dots, shown: null });
			}
		};
	}
};

export const showVotes: Command<'show-votes'> = {
	input: v.object({ step: id<'step'>() }),
	run({ room }, { step }) {
		const board = boardOf(room, step);
		const voting = room.state.voting.get(step);
		if (!voting || voting.shown) throw new Refusal('conflict', 'Nobody is voting just now.');
		const givers = handedInBy(room, step, 'votes');
		const ballots: Map<string, number>[] = [];
		let shown: Voting['shown'] = null;
		const take = (doc: Y.Doc) => {
			const ballot = dotsIn(doc, voting);
			if (ballot.size > 0) ballots.push(ballot);
			apartDocument(doc).given.delete('votes');
		};
		const count = (doc: Y.Doc) => {
			if (ballots.length < LEAST_PEOPLE) {
				throw new Refusal(
					'conflict',
					`Dots are shown when at least ${LEAST_PEOPLE} people have handed theirs in; now it is ${ballots.length}.`
				);
			}
			shown = { people: ballots.length, counts: countDots(ballots, notesOf(boardDocument(doc))) };
		};
		return {
			documents: [
				...givers.map(({ folder }): [DocumentId, (doc: Y.Doc) => void] => [folder.id, take]),
				[board, count]
			],
			room: (doc) => void roomDocument(doc).voting.set(step, { ...voting, shown }),
			desk: (doc) => {
				for (const { person } of givers) deskDocument(doc).handedIn.delete(handedInOf(step, person, 'votes'));
			}
		};
	}
};
