import { beforeEach, expect, test } from 'vitest';
import { newId, type PersonId, type SessionId } from '#lib/domain/ids.ts';
import { CODE_WORDS } from './code-words.ts';
import { GroupCode, type Proof } from './group-code.ts';

const session: SessionId = newId();
const people = ['dana', 'ana', 'ben'] as unknown as PersonId[];
let codes: Map<PersonId, GroupCode>;
/** What a person sees of everyone's certificates: as they are, unless somebody stands between. */
let seen: Map<PersonId, Map<PersonId, string>>;
/** What a person's browser is told by the others. */
let told: (by: PersonId, proof: Proof | null) => Proof | null;
let now: number;

beforeEach(() => {
	codes = new Map(people.map((person) => [person, new GroupCode(person, session)]));
	seen = new Map(people.map((person) => [person, new Map(people.map((one) => [one, `AB:${one}`]))]));
	told = (_by, proof) => proof;
	now = 0;
});

/** So many of the notes that everyone sends every two seconds. */
async function talk(notes: number): Promise<void> {
	for (let note = 0; note < notes; note++) {
		now += 2_000;
		const said = new Map([...codes].map(([person, { proof }]) => [person, told(person, proof)]));
		for (const [person, code] of codes) {
			const certificates = seen.get(person) ?? new Map<PersonId, string>();
			const proofs = new Map([...said].filter(([one]) => one !== person));
			await code.look({ certificates, proofs, now });
		}
	}
}

const states = () => people.map((person) => codes.get(person)?.state);

test('everyone of a group has the same four words within ten seconds, and other ones in another call', async () => {
	await talk(5);
	const [first] = states();
	expect(first).toMatchObject({ is: 'found' });
	expect(states()).toEqual([first, first, first]);
	codes = new Map(people.map((person) => [person, new GroupCode(person, session)]));
	await talk(5);
	expect(codes.get(people[0]!)?.state).toMatchObject({ is: 'found' });
	expect(codes.get(people[0]!)?.state).not.toEqual(first);
});

test('somebody who stands between two of them is found out aloud: a tampered certificate changes the code', async () => {
	seen.get(people[0]!)?.set(people[1]!, 'AB:somebody between');
	await talk(5);
	expect(states().map((state) => state?.is)).not.toContain('found');
	await talk(20);
	expect(states().map((state) => state?.is)).toEqual(['wrong', 'wrong', 'wrong']);
});

test('who chooses a nonce after seeing the others’ is refused', async () => {
	await talk(2);
	told = (by, proof) => (by === people[1] && proof ? { ...proof, nonce: 'chosen to suit' } : proof);
	await talk(3);
	expect(codes.get(people[0]!)?.state).toEqual({ is: 'wrong' });
});

test('a nonce is shown only once everyone has committed to theirs', async () => {
	told = (by, proof) => (by === people[2] ? null : proof);
	await talk(4);
	expect(codes.get(people[0]!)?.proof?.nonce).toBeNull();
	told = (_by, proof) => proof;
	await talk(4);
	expect(codes.get(people[0]!)?.state).toMatchObject({ is: 'found' });
});

test('who comes or goes brings new words, and nobody is alarmed meanwhile', async () => {
	await talk(5);
	const before = codes.get(people[0]!)?.state;
	// Ben has loaded the page anew; Ana notices it a little later.
	seen.get(people[0]!)?.set(people[2]!, 'AB:ben anew');
	seen.get(people[2]!)?.set(people[2]!, 'AB:ben anew');
	await talk(4);
	expect(states().map((state) => state?.is)).not.toContain('wrong');
	seen.get(people[1]!)?.set(people[2]!, 'AB:ben anew');
	await talk(4);
	const [first] = states();
	expect(first).toMatchObject({ is: 'found' });
	expect(first).not.toEqual(before);
	expect(states()).toEqual([first, first, first]);
});

test('a link that is lost on one side and found again brings the same words back, and alarms nobody', async () => {
	await talk(5);
	const before = states();
	const dana = seen.get(people[0]!);
	const ben = dana?.get(people[2]!);
	dana?.delete(people[2]!);
	await talk(3);
	expect(states().map((state) => state?.is)).not.toContain('wrong');
	dana?.set(people[2]!, ben!);
	await talk(5);
	expect(states()).toEqual(before);
});

test('each byte has a word of its own', () => {
	expect(new Set(CODE_WORDS).size).toBe(256);
});
