import { type Group, leads, type Place, type Placement } from '../../src/lib/domain/group.ts';
import type { GroupId, PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { type AuditEvent, type Statement, WriteConflict } from '../store/writer.ts';
import type { BrowserSignIns } from './browser-sign-ins.ts';
import type { Consents } from './consents.ts';
import type { Cookie } from './cookies.ts';
import type { Devices } from './devices.ts';
import type { Invitation, Invitations } from './invitations.ts';
import { checkPin } from './password-rules.ts';
import type { People } from './people.ts';
import type { Visitor, WaysIn } from './ways-in.ts';

/** What joining asks of the groups. */
export interface Circles {
	get(group: GroupId): Promise<Group | null>;
	placeOf(group: GroupId, person: PersonId): Promise<Placement | null>;
	joinWith(
		newcomer: { group: GroupId; person: PersonId; place: Exclude<Place, 'facilitator'>; alias: string },
		alongside: { statements: Statement[]; events: AuditEvent[] }
	): Promise<Placement>;
}

interface Parts {
	people: People;
	invitations: Invitations;
	consent: Consents;
	devices: Devices;
	waysIn: WaysIn;
	signIns: BrowserSignIns;
}

export interface Acceptance {
	alias: string;
	/** The version of the consent that was shown (S16). */
	consent: string;
	/** For 'my own phone': the PIN that opens its key; null on a shared one. */
	pin: string | null;
	/** Whoever is signed in already joins as themselves; null makes a new account. */
	person: PersonId | null;
}

/** Accepting an invitation: an account, a place, a consent and a phone's key, all or none (R24, R28). */
export class Joining {
	readonly #parts: Parts;
	readonly #circles: Circles;

	constructor(parts: Parts, circles: Circles) {
		this.#parts = parts;
		this.#circles = circles;
	}

	/** The group a token opens, spending nothing. Throws a Refusal when it opens none. */
	async look(token: unknown): Promise<{ invitation: Invitation; group: Group }> {
		const invitation = await this.#parts.invitations.look(token);
		const isOpen = invitation?.state === 'open' && invitation.purpose === 'join';
		const group = isOpen && invitation.group ? await this.#circles.get(invitation.group) : null;
		if (!invitation || !group) throw spentInvitation();
		return { invitation, group };
	}

	/** Ends with the browser signed in and the person in the group. Throws a Refusal; then nothing is spent. */
	async accept(
		visitor: Visitor,
		token: unknown,
		acceptance: Acceptance
	): Promise<{ group: GroupId; cookies: Cookie[]; staff: boolean }> {
		const { invitation, group } = await this.look(token);
		const { alias, pin } = acceptance;
		const { people, devices, consent, invitations, waysIn, signIns } = this.#parts;
		if (pin !== null) checkPin(pin);
		const place = placeFrom(invitation);
		// Who reads what members entrust to a therapy group is staff, with a second factor and shorter sign-ins (R13).
		const staff = leads(place) && group.kind === 'therapy';
		const newcomer = acceptance.person ? null : people.prepare({ name: alias, staff });
		const person = acceptance.person ?? newcomer!.id;
		const promoted = staff && acceptance.person ? await people.promoting(acceptance.person) : null;
		const device = pin === null ? null : await devices.adding(person, { pin, label: visitor.label });
		const given = { person, group: group.id, session: null, version: acceptance.consent };
		const statements = [
			...(newcomer ? [newcomer.statement] : []),
			...(promoted ? [promoted] : []),
			invitations.spending(invitation),
			consent.confirming(given),
			...(device ? [device.statement] : [])
		];
		const events: AuditEvent[] = [
			{ person, action: 'invitation.use', object: invitation.id },
			{ person, action: 'consent', object: `group:${group.id}`, detail: acceptance.consent }
		];
		if (promoted) events.push({ person, action: 'role.staff', object: person });
		await this.#circles
			.joinWith({ group: group.id, person, place, alias }, { statements, events })
			.catch((error: unknown) => {
				if (error instanceof WriteConflict) throw spentInvitation();
				throw error;
			});
		const cookies = device ? [device.cookie] : [];
		// R05: what the old token was good for is not what the new place is.
		if (promoted) await signIns.revokePerson(person);
		if (!newcomer && !promoted) return { group: group.id, cookies, staff };
		const signedIn = await waysIn.signIn(visitor, person, { secondFactor: false });
		return { group: group.id, cookies: [...signedIn.cookies, ...cookies], staff };
	}
}

/** An invitation never makes somebody the group's facilitator (R28). */
function placeFrom({ place }: Invitation): Exclude<Place, 'facilitator'> {
	return place === 'facilitator' ? 'member' : place;
}

function spentInvitation(): Refusal {
	return new Refusal(
		'not-found',
		'This invitation has been used, or it is too old. Please ask your facilitator for a new one.'
	);
}
