import * as v from 'valibot';
import { Refusal } from '../../../src/lib/domain/refusal.ts';
import { lineDocument } from '../../../src/lib/domain/room.ts';
import type { ContactCards } from '../contact-cards.ts';
import type { Command } from './command.ts';
import { id } from './input.ts';

/** Opens the card a member gave at the door: audited, and the member sees it (S13). */
export function openContactCard(cards: ContactCards): Command<'open-contact-card'> {
	return {
		input: v.object({ person: id<'person'>() }),
		// The card lies under the session's own key, and nowhere else.
		async reads({ room }, { person }) {
			const card = await cards.read(room.session.id, person);
			if (!card) throw new Refusal('not-found', 'This person gave no contact card, or it has been wiped.');
			return { card };
		},
		run({ me, now }, { person }) {
			return {
				about: person,
				lines: [
					[
						person,
						(doc) =>
							lineDocument(doc).openings.push([{ step: null, what: 'contact card', by: me.alias, at: now }])
					]
				]
			};
		}
	};
}
