import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTENTIONS, type Attention } from '../../src/lib/domain/attention.ts';
import { DOCUMENT_KINDS, type DocumentHead, type DocumentKind } from '../../src/lib/domain/documents.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import {
	canOpen,
	DOCUMENT_POLICY,
	isWithheld,
	type Actor,
	type PolicyState,
	type Who
} from '../../src/lib/domain/policy.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { SyncHarness } from '../support/sync-harness.ts';

/** Who someone can be to a document, and what the policy table calls that. */
interface Role {
	name: string;
	is: Who[];
	actor: Partial<Actor>;
	owns?: boolean;
	named?: boolean;
	/** Whether they are of the breakout that the document belongs to, where it belongs to one. */
	inBreakout?: boolean;
}

const KINDS_OF_ATTENTION = Object.keys(ATTENTIONS) as Attention[];

/** A kind of document, of the whole group's or of a breakout's. */
interface Variant {
	kind: DocumentKind;
	isOfBreakout: boolean;
}

const VARIANTS: Variant[] = [
	...DOCUMENT_KINDS.map((kind) => ({ kind, isOfBreakout: false })),
	...(['board', 'table', 'talk'] as const).map((kind) => ({ kind, isOfBreakout: true }))
];

const ADMITTED = { place: 'member', standing: 'admitted', attended: true } as const;
const LEADING = { place: 'facilitator', staff: true, standing: 'admitted', attended: true } as const;

const ROLES: Role[] = [
	{ name: 'a stranger', is: ['anyone'], actor: {} },
	{ name: 'staff of the practice without a place', is: ['anyone', 'staff'], actor: { staff: true } },
	{ name: 'a member who is not there', is: ['group'], actor: { place: 'member' } },
	{ name: 'a member who waits', is: ['group', 'waiting'], actor: { place: 'member', standing: 'waiting' } },
	{
		name: 'the owner, waiting',
		is: ['group', 'waiting', 'owner'],
		actor: { place: 'member', standing: 'waiting' },
		owns: true
	},
	{
		name: 'a member who was there last time',
		is: ['group', 'attended'],
		actor: { place: 'member', attended: true }
	},
	{ name: 'a member in the room', is: ['group', 'attended', 'admitted'], actor: ADMITTED },
	{
		name: 'the owner, in the room',
		is: ['group', 'attended', 'admitted', 'owner'],
		actor: ADMITTED,
		owns: true
	},
	{ name: 'an owner who has lost their place', is: ['owner'], actor: { attended: true }, owns: true },
	{
		name: 'an observer in the room',
		is: ['group', 'attended', 'observer'],
		actor: { ...ADMITTED, place: 'observer' }
	},
	{
		name: 'a facilitator outside the room',
		is: ['group', 'leader'],
		actor: { place: 'facilitator', staff: true }
	},
	{
		name: 'a facilitator in the room',
		is: ['group', 'leader', 'attended', 'admitted', 'leading'],
		actor: LEADING
	},
	{
		name: 'a co-facilitator in the room',
		is: ['group', 'leader', 'attended', 'admitted', 'leading'],
		actor: { ...LEADING, place: 'co-facilitator' }
	},
	{
		name: 'a facilitator named as reader',
		is: ['group', 'leader', 'attended', 'admitted', 'leading', 'named-reader'],
		actor: LEADING,
		named: true
	},
	{
		name: 'a member in the room, of the same breakout',
		is: ['group', 'attended', 'admitted', 'of-breakout'],
		actor: ADMITTED,
		inBreakout: true
	},
	{
		name: 'a member of the same breakout, who was sent back to the lobby',
		is: ['group', 'attended', 'waiting', 'of-breakout'],
		actor: { ...ADMITTED, standing: 'waiting' },
		inBreakout: true
	},
	{
		name: 'an observer who stands in the list of the breakout',
		is: ['group', 'attended', 'observer'],
		actor: { ...ADMITTED, place: 'observer' },
		inBreakout: true
	},
	{ name: 'a member named as reader', is: ['group', 'attended', 'admitted'], actor: ADMITTED, named: true }
];

let harness: SyncHarness;
const actors = new Map<PersonId, Actor>();
let state: PolicyState;

beforeAll(async () => {
	harness = await SyncHarness.start();
	harness.server.access.decide = (person, how, head) => canOpen(actors.get(person)!, how, head, state);
	harness.server.access.withhold = (person, head) => isWithheld(actors.get(person)!, head, state);
});
afterAll(() => harness.close());

/** What the table says, read without asking the policy's own code. */
function tableSays(
	{ kind, isOfBreakout }: Variant,
	{ is }: Role,
	attention: Attention
): { read: boolean; write: boolean; withheld: boolean } {
	const { lockable, ...rule } = DOCUMENT_POLICY[kind];
	if (isOfBreakout) {
		// A breakout's work is its people's and the facilitators', whatever the kind says for the whole group.
		const its: Who[] = ['of-breakout', 'leading'];
		[rule.read, rule.write] = [its, kind === 'talk' ? [] : its];
	}
	const holds = (who: readonly Who[]) => who.some((one) => is.includes(one));
	// S20: before admission there is one's own door alone; homework is done outside the room.
	const isInside =
		kind === 'door' || kind === 'homework' || ['admitted', 'observer'].some((one) => is.includes(one as Who));
	const may = is.includes('group') && isInside && holds(rule.read);
	const isBound = !is.includes('leading');
	const withheld = may && isBound && attention === 'focus' && ['board', 'table', 'talk'].includes(kind);
	const read = may && !withheld;
	const isStopped = attention === 'hold' && lockable && isBound;
	return { read, write: read && !isStopped && holds(rule.write), withheld };
}

/** What a socket with raw frames gets. */
async function socketGets(head: DocumentHead, person: PersonId): Promise<ReturnType<typeof tableSays>> {
	const client = harness.raw(person, head.id);
	const outcome = await Promise.race([
		client.closed,
		client
			.until(() => client.frames.length > 0)
			.then(
				() => 'open' as const,
				() => client.closed
			)
	]);
	if (outcome !== 'open') {
		expect([CLOSE.NOT_FOUND, CLOSE.UNAVAILABLE]).toContain(outcome);
		return { read: false, write: false, withheld: outcome === CLOSE.UNAVAILABLE };
	}
	client.send(new Uint8Array([0, 1, 2, 0, 0]));
	client.edit((doc) => doc.getMap('notes').set(person, 'mine'));
	const written = await Promise.race([
		client.closed,
		client
			.until(() => client.acknowledged === 2)
			.then(
				() => 'written' as const,
				() => client.closed
			)
	]);
	client.end();
	if (written === 'written') return { read: true, write: true, withheld: false };
	const isLockable = DOCUMENT_POLICY[head.kind].lockable;
	expect(written).toBe(isLockable ? CLOSE.LOCKED : CLOSE.READ_ONLY);
	return { read: true, write: false, withheld: false };
}

describe.each(VARIANTS)(
	'R19 R32 the sockets of a $kind keep to the policy table (of a breakout: $isOfBreakout)',
	(variant) => {
		const cases = ROLES.flatMap((role) =>
			KINDS_OF_ATTENTION.map((attention) => ({ role, name: role.name, attention }))
		);
		test.each(cases)('$name (attention: $attention)', async ({ role, attention }) => {
			const person = newId<'person'>();
			const nobody = { staff: false, place: null, standing: null, attended: false } as const;
			actors.set(person, { person, ...nobody, ...role.actor });
			state = { groupKind: 'therapy', locked: attention === 'hold', readable: true, attention };
			const inBreakout = variant.isOfBreakout && role.inBreakout;
			if (variant.isOfBreakout) state.breakout = [newId<'person'>(), ...(inBreakout ? [person] : [])];
			const owner = role.owns ? person : newId<'person'>();
			const head = await harness.make(variant.kind, owner, {
				readers: role.named ? [person] : [],
				breakout: variant.isOfBreakout ? newId<'breakout'>() : null
			});
			const is = role.is.filter((one) => one !== 'of-breakout' || inBreakout);
			expect(await socketGets(head, person)).toEqual(tableSays(variant, { ...role, is }, attention));
		});
	}
);

describe.each(['board', 'table'] as const)(
	'P08 R32 the sockets of a %s of an earlier step, by raw frames',
	(kind) => {
		const whose = ROLES.filter(({ name }) =>
			/^a (member|facilitator) in the room$|^an observer in the room$/.test(name)
		);
		const cases = whose.flatMap((role) =>
			KINDS_OF_ATTENTION.map((attention) => ({ role, name: role.name, attention }))
		);
		test.each(cases)('$name (attention: $attention)', async ({ role, attention }) => {
			const person = newId<'person'>();
			actors.set(person, {
				person,
				staff: false,
				place: null,
				standing: null,
				attended: false,
				...role.actor
			});
			const locked = attention === 'hold';
			state = { groupKind: 'therapy', locked, readable: true, attention, isEarlier: true };
			const head = await harness.make(kind, newId<'person'>(), { readers: [], breakout: null });
			const isLeader = role.is.includes('leading');
			const read = isLeader || attention === 'free';
			const write = isLeader || (read && role.is.includes('admitted'));
			expect(await socketGets(head, person)).toEqual({ read, write, withheld: !read });
		});
	}
);
