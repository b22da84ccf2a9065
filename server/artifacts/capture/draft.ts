import { newId, type PersonId, type StepId } from '../../../src/lib/domain/ids.ts';
import type { Draft } from '../sealed-artifact.ts';
import type { Evening } from './evening.ts';

type Asked = Pick<Draft, 'audience' | 'title' | 'body' | 'readers'> & {
	step?: StepId;
	owner?: PersonId;
	authors?: ReadonlyMap<string, PersonId>;
};

/** The first version of something kept. */
export function draftOf(evening: Evening, asked: Asked): Draft {
	return {
		step: null,
		owner: null,
		authors: new Map(),
		...asked,
		id: newId(),
		version: 1,
		session: evening.session.id,
		group: evening.group.id,
		capturedAt: evening.now
	};
}
