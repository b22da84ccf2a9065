import { expect, test } from 'vitest';
import {
	ARTIFACT_AUDIENCES,
	isPrivateToAnother,
	mayReadArtifact,
	type ArtifactAudience
} from './artifact.ts';
import type { GroupKind, Place } from './group.ts';
import { GROUP_KINDS } from './group.ts';
import type { PersonId } from './ids.ts';
import type { Actor } from './policy.ts';

const ana = 'ana' as PersonId;
const dana = 'dana' as PersonId;
/** In the breakout with two who were not there, or look on: being named does not make them readers. */
const breakout = ['ben', 'chris', 'elif', 'olga', 'dana'] as PersonId[];

const someone = (person: string, place: Place | null, attended: boolean): Actor => ({
	person: person as PersonId,
	staff: place === 'facilitator' || place === 'co-facilitator',
	place,
	standing: null,
	attended
});

const READERS: Record<string, Actor> = {
	'the author': someone('ana', 'member', true),
	'the author, who has left the group': someone('ana', null, true),
	'a member who was there': someone('ben', 'member', true),
	'a member who was not there': someone('chris', 'member', false),
	'a member who was there and has left the group': someone('elif', null, true),
	'an observer who was there': someone('olga', 'observer', true),
	'the facilitator named as reader': someone('dana', 'facilitator', true),
	'the facilitator named as reader, who was away': someone('dana', 'co-facilitator', false),
	'the named facilitator, who no longer leads': someone('dana', 'member', false),
	'a co-facilitator who came to the group later': someone('kim', 'co-facilitator', false),
	'a facilitator of another group': someone('max', null, false)
};

/** Who may read, by audience: everyone else may not. */
const MAY: Record<GroupKind, Record<ArtifactAudience, string[]>> = {
	therapy: {
		group: [
			'the author',
			'a member who was there',
			'an observer who was there',
			'the facilitator named as reader',
			'the facilitator named as reader, who was away'
		],
		breakout: [
			'a member who was there',
			'the facilitator named as reader',
			'the facilitator named as reader, who was away'
		],
		named: [
			'the author',
			'the author, who has left the group',
			'the facilitator named as reader',
			'the facilitator named as reader, who was away'
		],
		owner: ['the author', 'the author, who has left the group'],
		leaders: [
			'the facilitator named as reader',
			'the facilitator named as reader, who was away',
			'a co-facilitator who came to the group later'
		]
	},
	// S14: the host of a peer group reads nobody's sheet, whatever it names.
	peer: {
		group: [
			'the author',
			'a member who was there',
			'an observer who was there',
			'the facilitator named as reader'
		],
		breakout: ['a member who was there', 'the facilitator named as reader'],
		named: ['the author', 'the author, who has left the group'],
		owner: ['the author', 'the author, who has left the group'],
		leaders: [
			'the facilitator named as reader',
			'the facilitator named as reader, who was away',
			'a co-facilitator who came to the group later'
		]
	}
};

/** What belongs to one person has an owner; what belongs to the group has none. */
const artifactFor = (audience: ArtifactAudience) => ({
	audience,
	owner: audience === 'named' || audience === 'owner' ? ana : null,
	readers: audience === 'owner' ? [] : audience === 'breakout' ? breakout : [dana]
});

for (const groupKind of GROUP_KINDS) {
	for (const audience of ARTIFACT_AUDIENCES) {
		for (const [who, actor] of Object.entries(READERS)) {
			const may = MAY[groupKind][audience].includes(who);
			const what = `what is kept for ${audience} in a ${groupKind} group`;
			test(`S12 R22 ${who} ${may ? 'may' : 'may not'} read ${what}`, () => {
				expect(mayReadArtifact(actor, artifactFor(audience), groupKind)).toBe(may);
			});
		}
	}
}

test('S15 reading one’s own sheet or the group’s board is nothing to tell anyone of; reading another’s is', () => {
	expect(isPrivateToAnother(ana, { owner: ana })).toBe(false);
	expect(isPrivateToAnother(ana, { owner: null })).toBe(false);
	expect(isPrivateToAnother(dana, { owner: ana })).toBe(true);
});
