import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { WriteConflict } from '../store/writer.ts';
import type { BrowserSignIns } from './browser-sign-ins.ts';
import { type Cookie, cookie, cookieName, readCookie } from './cookies.ts';
import type { Devices } from './devices.ts';
import type { Invitations } from './invitations.ts';
import { KnownBrowsers } from './known-browsers.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import { mailHash, type People } from './people.ts';
import { type SecondFactorWay, secondFactorWays } from './second-factor.ts';
import { ShortLived } from './short-lived.ts';
import { addressSubject, type Subject, Throttle } from './throttle.ts';

const HALF_DONE_MS = 10 * 60_000;

/** A browser that asks to be signed in. */
export interface Visitor {
	cookieHeader: string | null;
	address: string;
	/** The browser in words, such as 'Firefox on Windows'. */
	label: string;
}

export type WayIn =
	| { state: 'signed-in'; person: PersonId; cookies: Cookie[] }
	| { state: 'second-factor'; ways: SecondFactorWay[]; cookies: Cookie[] };

interface Parts {
	signIns: BrowserSignIns;
	people: People;
	passwords: Passwords;
	codes: OneTimeCodes;
	passkeys: Passkeys;
	devices: Devices;
	invitations: Invitations;
}

/** The ways to come in: a password, a passkey, a personal link, a phone of one's own. */
export class WaysIn {
	readonly throttle: Throttle;
	readonly #ground: Ground;
	readonly #parts: Parts;
	readonly #known: KnownBrowsers;
	readonly #halfDone: ShortLived<PersonId>;

	constructor(ground: Ground, parts: Parts) {
		const { store, vault, config, now } = ground;
		this.#ground = ground;
		this.#parts = parts;
		this.throttle = new Throttle(store, vault, now);
		this.#known = new KnownBrowsers(config, vault);
		this.#halfDone = new ShortLived(HALF_DONE_MS, now);
	}

	/** Throws a Refusal, the same for a wrong password and for no account (R15). */
	async withPassword(visitor: Visitor, mail: string, password: string): Promise<WayIn> {
		const row = await this.#parts.people.findByMail(mail);
		const person = row && row.disabled_at === null ? row.id : null;
		const known = person && this.#known.nameOf(visitor.cookieHeader, person);
		const account: Subject = known
			? { kind: 'known', key: known }
			: { kind: 'account', key: mailHash(this.#ground.vault, mail) };
		const proved = await this.throttle.guard([account, addressSubject(visitor.address)], async () =>
			(await this.#parts.passwords.verify(person, password)) ? person : null
		);
		if (proved) return this.#proved(visitor, proved);
		await this.#ground.audit.record({ person, action: 'sign-in.refused', object: 'password' });
		throw new Refusal(
			'not-allowed',
			'This mail address and password do not belong together. Please check both and try again.'
		);
	}

	/** Throws a Refusal for a device that is not known, and for a wrong PIN. */
	async withPin(visitor: Visitor, pin: string): Promise<WayIn> {
		const device = await this.#parts.devices.look(visitor.cookieHeader);
		if (!device)
			throw new Refusal('not-found', 'This phone is not known any more. Please ask for a new link.');
		const opened = await this.throttle.guard([{ kind: 'device', key: device.id }], async () =>
			(await this.#parts.devices.isPin(visitor.cookieHeader, pin)) ? device.person : null
		);
		if (opened) return this.#proved(visitor, opened);
		await this.#ground.audit.record({ person: device.person, action: 'sign-in.refused', object: 'pin' });
		throw new Refusal('not-allowed', 'This is not the PIN of this phone. Please try again.', 'pin');
	}

	/** A passkey is possession and the device's own lock at once: no second factor is asked for. */
	async withPasskey(
		visitor: Visitor,
		key: string | null,
		response: AuthenticationResponseJSON
	): Promise<WayIn> {
		const person = await this.#parts.passkeys.answer(key, response);
		return this.signIn(visitor, person, { secondFactor: true });
	}

	/** Spends a personal link. Throws a Refusal when it is spent, revoked, too old or unknown. */
	async withLink(visitor: Visitor, token: unknown): Promise<WayIn> {
		const link = await this.#parts.invitations.look(token);
		if (!link || link.state !== 'open' || !link.person) throw spentLink();
		const event = { person: link.person, action: 'invitation.use', object: link.id };
		try {
			await this.#ground.store.writer.commit([this.#parts.invitations.spending(link)], [event]);
		} catch (error) {
			if (error instanceof WriteConflict) throw spentLink();
			throw error;
		}
		return this.#proved(visitor, link.person);
	}

	/** The second half of a sign-in: a code from an app, or a recovery code. */
	async withCode(visitor: Visitor, code: string): Promise<WayIn> {
		const person = this.halfDone(visitor.cookieHeader);
		if (!person) throw new Refusal('conflict', 'That took a little too long. Please sign in again.');
		const right = await this.throttle.guard([{ kind: 'code', key: person }], async () =>
			(await this.#parts.codes.spend(person, code)) ? true : null
		);
		if (right) return this.signIn(visitor, person, { secondFactor: true });
		await this.#ground.audit.record({ person, action: 'sign-in.refused', object: 'code' });
		throw new Refusal(
			'not-allowed',
			'This code did not work. Each code works once, for half a minute.',
			'code'
		);
	}

	/** The second factors that the half-done sign-in of this browser can be finished with. */
	async secondWays(cookieHeader: string | null): Promise<SecondFactorWay[]> {
		const person = this.halfDone(cookieHeader);
		const row = person && (await this.#parts.people.find(person));
		return row ? secondFactorWays(this.#parts, row.id, row.staff === 1) : [];
	}

	/** Who has given the first factor in this browser, and not yet the second. */
	halfDone(cookieHeader: string | null): PersonId | null {
		return this.#halfDone.look(readCookie(cookieHeader, cookieName(this.#ground.config, 'step')));
	}

	/** Signs somebody in who has proved who they are; a key of their own phone is rotated (R04). */
	async signIn(
		visitor: Visitor,
		person: PersonId,
		{ secondFactor }: { secondFactor: boolean }
	): Promise<WayIn> {
		const row = await this.#parts.people.find(person);
		if (!row || row.disabled_at !== null) throw new Refusal('not-allowed', 'This account is not open.');
		const sign = { person, staff: row.staff === 1, label: visitor.label, secondFactor };
		const cookies = [
			await this.#parts.signIns.begin(sign, visitor.cookieHeader),
			this.#known.cookieFor(person),
			cookie(this.#ground.config, 'step', '', 0)
		];
		const device = await this.#parts.devices.look(visitor.cookieHeader);
		const rotated = device?.person === person && (await this.#parts.devices.rotate(visitor.cookieHeader));
		return { state: 'signed-in', person, cookies: rotated ? [...cookies, rotated] : cookies };
	}

	/** One factor is proved. Who has a second one gives it too, whichever way they came (R18). */
	async #proved(visitor: Visitor, person: PersonId): Promise<WayIn> {
		const row = await this.#parts.people.find(person);
		const ways = await secondFactorWays(this.#parts, person, row?.staff === 1);
		if (ways.length === 0) return this.signIn(visitor, person, { secondFactor: false });
		const step = cookie(this.#ground.config, 'step', this.#halfDone.put(person), HALF_DONE_MS);
		return { state: 'second-factor', ways, cookies: [step] };
	}
}

function spentLink(): Refusal {
	return new Refusal(
		'not-found',
		'This link has been used, or it is too old. Please ask your facilitator for a new one.'
	);
}
