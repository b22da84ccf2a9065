import type { Place } from '../../src/lib/domain/group.ts';
import type { GroupId, PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import { CONSENT_VERSION } from '../../src/lib/domain/consent.ts';
import type { ContactCard } from '../../src/lib/protocol/commands.ts';
import type { App } from '../app.ts';
import type { Asker } from '../groups/actor.ts';

/** Invented people; no one here is anyone. */
export interface DemoPerson {
	id: PersonId;
	name: string;
	place: Place;
}

export const FACILITATOR = 'Dana';
export const MEMBERS = ['Ana', 'Ben', 'Chris', 'Elif', 'Jo'];

export async function makeFacilitator(app: App): Promise<DemoPerson & { asker: Asker }> {
	const { people, practiceSettings } = app.accounts;
	const nextYear = new Date(app.now()).getUTCFullYear() + 2;
	const dana = people.prepare({
		name: 'Dana Whitfield',
		staff: true,
		licence: {
			profession: 'Clinical psychologist',
			number: 'DEMO-0000',
			jurisdiction: 'Demonstration board',
			country: 'GB',
			expires: `${nextYear}-12-31`
		}
	});
	const practice = practiceSettings.prepareFirst({
		name: 'Harbour Practice (demonstration)',
		country: 'GB',
		crisisLines: [
			{ name: 'Demonstration crisis line', phone: '000 000 000', note: 'Day and night. An invented number.' },
			{ name: 'Practice on call', phone: '000 111 222', note: 'Weekdays 8–20. An invented number.' }
		]
	});
	await app.store.writer.commit([dana.statement, practice]);
	return { id: dana.id, name: FACILITATOR, place: 'facilitator', asker: { person: dana.id, staff: true } };
}

export async function makeMember(app: App, group: GroupId, name: string): Promise<DemoPerson> {
	const made = app.accounts.people.prepare({ name, staff: false });
	await app.store.writer.commit([
		made.statement,
		app.accounts.consent.confirming({ person: made.id, group, session: null, version: CONSENT_VERSION })
	]);
	await app.groups.join(group, made.id, 'member', name);
	return { id: made.id, name, place: 'member' };
}

/** Comes to the door as a person would. */
export async function comeToTheDoor(app: App, session: SessionId, person: DemoPerson): Promise<void> {
	const card = person.place === 'member' ? cardOf(person) : null;
	await app.rooms.arrive(person.id, session, { card, means: 'video', consent: CONSENT_VERSION });
}

function cardOf({ name }: DemoPerson): ContactCard {
	return {
		alias: name,
		emergencyName: `${name} Example`,
		address: '1 Example Street, Exampleton',
		country: 'GB',
		phone: '+44 000 000 000',
		emergencyContact: { name: 'A friend', phone: '+44 000 111 111' },
		alone: true
	};
}
