import type { SessionId } from '../../src/lib/domain/ids.ts';
import { noteDraft } from '../../src/lib/domain/note-draft.ts';
import type { SessionSummary } from '../../src/lib/domain/session.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import type { Homeworks } from '../homework/homeworks.ts';
import type { Schedule } from '../sessions/schedule.ts';
import type { Reviews } from './reviews.ts';

interface Needs {
	reviews: Pick<Reviews, 'ofSession'>;
	schedule: Pick<Schedule, 'allow'>;
	homeworks: Pick<Homeworks, 'ofGroup'>;
}

/** Drafts of facilitators' notes. They are made when asked for and kept nowhere. */
export class NoteDrafts {
	readonly #ground: Pick<Ground, 'store'>;
	readonly #needs: Needs;

	constructor(ground: Pick<Ground, 'store'>, needs: Needs) {
		this.#ground = ground;
		this.#needs = needs;
	}

	/** Throws Refusal to whoever does not lead the group, and before the session is signed off. */
	async of(asker: Asker, id: SessionId): Promise<{ session: SessionSummary; draft: string }> {
		const { schedule, reviews, homeworks } = this.#needs;
		const { plan, group } = await schedule.allow(asker, 'session.note-draft', id);
		const review = await reviews.ofSession(asker, id);
		if (!review.signedOff) throw new Refusal('conflict', 'This session is not signed off yet.');
		const set = await homeworks.ofGroup(asker, group);
		const homework = set.filter(({ session }) => session === id);
		await this.#ground.store.writer.commit(
			[],
			[{ person: asker.person, action: 'session.note-draft', object: `session:${id}` }]
		);
		return { session: review.session, draft: noteDraft({ review, steps: plan.steps, homework }) };
	}
}
