import { afterEach, beforeEach, expect, test } from 'vitest';
import { CONSENT_VERSION } from '../../src/lib/domain/consent.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import { WIPED_AFTER_MS } from '../../src/lib/domain/retention.ts';
import { deskDocument, lineDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';
import { commandRow } from '../store/commands.ts';
import { entryOf } from '../store/entries.ts';
import { auditRows } from '../store/audit-log.ts';

/** Where a member is and whom to call (S13): who reads it, who is told of that, and how long it is kept. */

let meeting: Meeting;
let dana: PersonId;
let ana: PersonId;
let ben: PersonId;
beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
});
afterEach(() => meeting.end());

const ADDRESS = '1 Example Street, Exampleton';
const open = (by: PersonId, key: string = newId()) =>
	meeting.app.rooms.command(meeting.session, {
		...{ name: 'open-contact-card', body: { person: ana }, by, key }
	});
const cardOf = (person: PersonId) => meeting.app.rooms.contactCards.read(meeting.session, person);

test('S13 a facilitator alone opens a contact card; the log says so, and its member sees who did and when', async () => {
	await expect(open(ben)).rejects.toMatchObject({ reason: 'not-allowed' });
	await expect(open(ana)).rejects.toMatchObject({ reason: 'not-allowed' });
	expect(await open(dana)).toMatchObject({ card: { address: ADDRESS, phone: '+44 000 000 000' } });
	const openings = await meeting.read('line', (doc) => lineDocument(doc).openings.toArray(), ana);
	expect(openings).toMatchObject([{ what: 'contact card', by: 'Dana', at: expect.any(Number) }]);
	const logged = (await auditRows(meeting.app.store.db)).filter(
		({ action }) => action === 'command.open-contact-card'
	);
	expect(logged).toMatchObject([{ person: dana, object: meeting.session, detail: ana }]);
});

test('S13 a card lies under the session’s own key alone: no answer to a command keeps it', async () => {
	const { store, vault } = meeting.app;
	const key = newId();
	const [first, again] = [await open(dana, key), await open(dana, key)];
	expect(again).toMatchObject({ card: { address: ADDRESS } });
	expect(first).toMatchObject({ card: { address: ADDRESS } });
	// Asked twice under one key, it was opened once.
	expect(await meeting.read('line', (doc) => lineDocument(doc).openings.length, ana)).toBe(1);
	const group = (await meeting.app.schedule.get(meeting.session))!.group;
	const row = (await commandRow(store.db, { session: meeting.session, person: dana, key }))!;
	expect(vault.openJson(`group:${group}`, `command|reply|${dana}|${key}`, row.reply_sealed)).toEqual({});
	const entry = (await entryOf(store.db, meeting.session, ana))!;
	vault.destroy(`entry:${meeting.session}`);
	expect(entry.card_sealed).not.toBeNull();
	await expect(cardOf(ana)).rejects.toThrow();
});

test('S13 the address is wiped a day after sign-off, and has to be given anew', async () => {
	const { rooms, signOff, now } = meeting.app;
	await meeting.say(dana, 'end-session', {});
	await signOff.signOff(meeting.dana.asker, meeting.session);
	const signedOffAt = now();
	meeting.passTime(WIPED_AFTER_MS - 60_000);
	await rooms.contactCards.wipeAddresses();
	expect((await cardOf(ana))?.address).toBe(ADDRESS);
	meeting.passTime(120_000);
	await rooms.contactCards.wipeAddresses();
	expect(now()).toBeGreaterThan(signedOffAt + WIPED_AFTER_MS);
	expect(await cardOf(ana)).toMatchObject({ address: '', phone: '+44 000 000 000' });
	expect((await rooms.standing(ana, meeting.session)).lastCard?.address).toBe('');
});

test('S13 whoever is in a country outside the facilitator’s licence is marked before they are let in', async () => {
	await meeting.say(ana, 'leave', {});
	const card = { ...(await cardOf(ana))!, country: 'IE' };
	const arriving = { card, means: 'text', consent: CONSENT_VERSION };
	await meeting.app.rooms.arrive(ana, meeting.session, arriving);
	const outside = () =>
		meeting.read('desk', (doc) => deskDocument(doc).waiting.get(ana)?.outsideLicence ?? null);
	expect(await outside()).toBe(true);
	await meeting.app.rooms.arrive(ana, meeting.session, { ...arriving, card: { ...card, country: 'GB' } });
	expect(await outside()).toBe(false);
});
