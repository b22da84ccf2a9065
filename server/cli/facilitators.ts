import type { PersonId } from '../../src/lib/domain/ids.ts';
import { Credentials } from '../accounts/credentials.ts';
import { OneTimeCodes } from '../accounts/one-time-codes.ts';
import { Passkeys } from '../accounts/passkeys.ts';
import { Passwords } from '../accounts/passwords.ts';
import { People } from '../accounts/people.ts';
import { staffPeople } from '../store/people.ts';
import type { Command, CommandGround } from './command.ts';

/** A line for each person who can lead groups here, with how they sign in. */
export const listFacilitators: Command = async (ground) => {
	const staff = await staffPeople(ground.store.db);
	if (staff.length === 0) return ['Nobody yet: open the set-up link that was printed at the start.'];
	return Promise.all(staff.map(({ id, disabled_at }) => lineOf(ground, id, disabled_at !== null)));
};

async function lineOf(
	{ config, store, vault }: CommandGround,
	person: PersonId,
	isClosed: boolean
): Promise<string> {
	const people = new People(store, vault, Date.now);
	const credentials = new Credentials(store, vault, Date.now);
	const ways = [
		['password', await new Passwords(credentials).has(person)],
		['passkey', await new Passkeys(config, credentials).has(person)],
		['code from an app', await new OneTimeCodes(credentials, vault).has(person)]
	] as const;
	const given = ways.filter(([, has]) => has).map(([way]) => way);
	const name = await people.nameOf(person);
	const mail = (await people.mailOf(person)) ?? 'no mail address';
	return [name, mail, given.join(' + ') || 'links only', ...(isClosed ? ['closed'] : [])].join(' · ');
}
