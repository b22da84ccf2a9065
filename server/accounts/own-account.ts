import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { deleteCredentialsOf } from '../store/credentials.ts';
import type { CredentialKind } from '../store/schema.ts';
import { WriteConflict } from '../store/writer.ts';
import type { BrowserSignIns } from './browser-sign-ins.ts';
import type { Cookie } from './cookies.ts';
import type { Credentials } from './credentials.ts';
import type { Devices } from './devices.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import { checkPassword, checkPin } from './password-rules.ts';
import type { Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import type { People } from './people.ts';
import { badLink, type ResetLinks } from './reset-links.ts';
import { secondFactorWays } from './second-factor.ts';
import { ShortLived } from './short-lived.ts';
import type { SignedIn } from './sign-ins.ts';

const PROPOSAL_MS = 15 * 60_000;
/** What a sign-in can begin with in any browser. */
const WAYS_IN: CredentialKind[] = ['password', 'passkey'];

interface Parts {
	signIns: BrowserSignIns;
	people: People;
	passwords: Passwords;
	codes: OneTimeCodes;
	devices: Devices;
	passkeys: Passkeys;
	credentials: Credentials;
	resetLinks: ResetLinks;
}

/** What people change about their own account. */
export class OwnAccount {
	readonly #ground: Ground;
	readonly #parts: Parts;
	readonly #proposals: ShortLived<{ person: PersonId; secret: string; url: string }>;

	constructor(ground: Ground, parts: Parts) {
		this.#ground = ground;
		this.#parts = parts;
		this.#proposals = new ShortLived(PROPOSAL_MS, ground.now);
	}

	/** Sets the mail address and, unless it is empty, the password. Throws a Refusal. */
	async setPassword({ person, name }: SignedIn, mail: string, password: string): Promise<void> {
		const { passwords, people } = this.#parts;
		const hasPassword = await passwords.has(person);
		if (password || !hasPassword) {
			checkPassword(password, { secondFactor: await this.#hasSecondFactor(person), about: [name, mail] });
		}
		if (mail !== (await people.mailOf(person))) await people.changeMail(person, mail);
		if (!password) return;
		const event = { person, action: 'password.change', object: person };
		await this.#ground.store.writer.commit(await passwords.setting(person, password), [event]);
	}

	/**
	 * Sets a new password by a reset link, and ends every sign-in there was, phones of one's own included.
	 * Throws a Refusal. The link signs nobody in, so a second factor is asked for as ever (R18).
	 */
	async resetPassword(token: unknown, password: string): Promise<void> {
		const { people, passwords, resetLinks, signIns } = this.#parts;
		const opened = await resetLinks.open(token);
		const { person } = opened;
		const row = await people.find(person);
		if (!row || row.disabled_at !== null) throw badLink();
		const about = [await people.nameOf(person), (await people.mailOf(person)) ?? ''];
		checkPassword(password, { secondFactor: await this.#hasSecondFactor(person), about });
		const statements = [
			...(await passwords.replacing(opened, password)),
			deleteCredentialsOf(this.#ground.store.db, person, 'device')
		];
		const event = { person, action: 'password.reset', object: person };
		await this.#ground.store.writer.commit(statements, [event]).catch((error: unknown) => {
			throw error instanceof WriteConflict ? badLink() : error;
		});
		await signIns.revokePerson(person);
	}

	/** A secret for an app that makes codes; it waits under a key until one of its codes is typed. */
	proposeCode({ person, name }: SignedIn): { key: string; secret: string; url: string } {
		const proposal = this.#parts.codes.propose(name);
		return { key: this.#proposals.put({ person, ...proposal }), ...proposal };
	}

	/** The recovery codes, to be shown once. Throws a Refusal when the code is not one of the secret's. */
	async confirmCode(person: PersonId, key: string, code: string): Promise<string[]> {
		const proposal = this.#proposals.look(key);
		if (proposal?.person !== person) {
			throw new Refusal(
				'conflict',
				'That took a little too long. Please load the page again and start anew.'
			);
		}
		const { codes } = this.#parts;
		const statement = codes.confirming(person, proposal.secret, code);
		if (!statement) {
			throw new Refusal(
				'invalid',
				'This is not the code of this moment. Please type the newest one.',
				'code'
			);
		}
		this.#proposals.take(key);
		const recovery = codes.renewing(person);
		await this.#ground.store.writer.commit(
			[...codes.removing(person), statement, ...recovery.statements],
			[{ person, action: 'credential.add', object: 'totp' }]
		);
		return recovery.codes;
	}

	/**
	 * Keeps the passkey that the browser made. With `isOwnPhone` it also opens a key of this phone, so that the
	 * phone's own lock is all that is asked for next time (R04); its cookie is returned. Throws a Refusal.
	 */
	async addPasskey(
		person: PersonId,
		key: string | null,
		response: RegistrationResponseJSON,
		{ label, isOwnPhone, cookieHeader }: { label: string; isOwnPhone: boolean; cookieHeader: string | null }
	): Promise<Cookie | null> {
		const { devices, passkeys } = this.#parts;
		const passkey = await passkeys.adding(key, { person, response, label });
		const device = isOwnPhone ? await devices.adding(person, { pin: null, label }) : null;
		if (device) await devices.forget(cookieHeader);
		const event = { person, action: 'credential.add', object: 'passkey' };
		await this.#ground.store.writer.commit([passkey, ...(device ? [device.statement] : [])], [event]);
		return device?.cookie ?? null;
	}

	/** Makes this browser the person's own phone, behind a PIN; a key it had before is forgotten. */
	async rememberPhone(
		{ person }: SignedIn,
		{ pin, label, cookieHeader }: { pin: string; label: string; cookieHeader: string | null }
	): Promise<Cookie> {
		checkPin(pin);
		const { devices } = this.#parts;
		const device = await devices.adding(person, { pin, label });
		await devices.forget(cookieHeader);
		const event = { person, action: 'credential.add', object: 'device' };
		await this.#ground.store.writer.commit([device.statement], [event]);
		return device.cookie;
	}

	/**
	 * Takes away a way to sign in; with the app go its recovery codes. Throws a Refusal, also when it is the last
	 * with which staff come in: nobody could make them a link (R13, R18).
	 */
	async removeWay(person: PersonId, id: string): Promise<void> {
		const { codes, credentials, people } = this.#parts;
		const ways = await credentials.list(person);
		const isLastWayIn = !ways.some((way) => way.id !== id && WAYS_IN.includes(way.kind));
		if (isLastWayIn && (await people.find(person))?.staff === 1) {
			throw new Refusal('conflict', 'You sign in with this and nothing else. Please add another way first.');
		}
		await credentials.remove(person, id);
		if (ways.find((one) => one.id === id)?.kind !== 'totp') return;
		await this.#ground.store.writer.commit(codes.removing(person));
	}

	/** Ends one of the person's own sign-ins; of others' there is none (R08, R21). */
	async endSignIn(person: PersonId, signIn: string): Promise<void> {
		const own = await this.#parts.signIns.list(person);
		if (!own.some((one) => one.signIn === signIn))
			throw new Refusal('not-found', 'This sign-in has ended already.');
		await this.#parts.signIns.revoke(signIn);
	}

	/** Whether a password of eight characters is enough (R11): something else is asked for besides. */
	async #hasSecondFactor(person: PersonId): Promise<boolean> {
		const row = await this.#parts.people.find(person);
		return (await secondFactorWays(this.#parts, person, row?.staff === 1)).length > 0;
	}
}
