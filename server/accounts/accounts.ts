import type { Licence, Practice } from '../../src/lib/domain/practice.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Ground } from '../app.ts';
import { logFault } from '../http/fault-log.ts';
import { BrowserSignIns } from './browser-sign-ins.ts';
import { Consents } from './consents.ts';
import { Credentials } from './credentials.ts';
import { Devices } from './devices.ts';
import { type IssuedInvitation, Invitations } from './invitations.ts';
import { type Circles, Joining } from './joining.ts';
import { SECOND_FACTOR_GRACE_MS } from './lifetimes.ts';
import { LuciaSignIns } from './lucia-sign-ins.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { OwnAccount } from './own-account.ts';
import { Passkeys } from './passkeys.ts';
import { Passwords } from './passwords.ts';
import { People } from './people.ts';
import { PracticeSettings } from './practice-settings.ts';
import { ResetLinks } from './reset-links.ts';
import { SetUp } from './set-up.ts';
import { StepUp } from './step-up.ts';
import { WaysIn } from './ways-in.ts';

/** How often sign-ins that ran out are looked for, so that their sockets end with them. */
const SWEEP_MS = 20_000;

/** Everything about who people are and how they come in. */
export class Accounts {
	readonly signIns: BrowserSignIns;
	readonly people: People;
	readonly practiceSettings: PracticeSettings;
	readonly invitations: Invitations;
	readonly consent: Consents;
	readonly credentials: Credentials;
	readonly passwords: Passwords;
	readonly codes: OneTimeCodes;
	readonly passkeys: Passkeys;
	readonly devices: Devices;
	readonly setUp: SetUp;
	readonly resetLinks: ResetLinks;
	readonly waysIn: WaysIn;
	readonly joining: Joining;
	readonly stepUp: StepUp;
	readonly own: OwnAccount;
	readonly #sweeping: NodeJS.Timeout;

	constructor(ground: Ground, circles: Circles) {
		const { store, vault, now, config } = ground;
		this.people = new People(store, vault, now);
		this.practiceSettings = new PracticeSettings(store, vault);
		this.invitations = new Invitations(ground);
		this.signIns = new BrowserSignIns(config, new LuciaSignIns(ground), now);
		this.consent = new Consents(store, now);
		this.credentials = new Credentials(store, vault, now);
		this.passwords = new Passwords(this.credentials);
		this.codes = new OneTimeCodes(this.credentials, vault);
		this.passkeys = new Passkeys(config, this.credentials);
		this.devices = new Devices(config, this.credentials);
		this.setUp = new SetUp(ground, this);
		this.resetLinks = new ResetLinks(vault, this.passwords, now);
		this.waysIn = new WaysIn(ground, this);
		this.joining = new Joining(this, circles);
		this.stepUp = new StepUp(this);
		this.own = new OwnAccount(ground, this);
		this.#sweeping = setInterval(() => void this.#sweep(), SWEEP_MS).unref();
	}

	practice(): Promise<Practice | null> {
		return this.practiceSettings.get();
	}

	nameOf(person: PersonId): Promise<string> {
		return this.people.nameOf(person);
	}

	licenceOf(person: PersonId): Promise<Licence | null> {
		return this.people.licenceOf(person);
	}

	/** A one-use sign-in link, such as the demo prints. */
	personalLink(person: PersonId): Promise<IssuedInvitation> {
		return this.invitations.personalLink(person);
	}

	/** A new set-up link, good once, while there is no account; else null (R17). */
	setUpLink(): Promise<string | null> {
		return this.setUp.link();
	}

	/** Until when staff may do without a second factor (R13); null for members, and when there is one. */
	async secondFactorDue(person: PersonId): Promise<number | null> {
		const row = await this.people.find(person);
		if (row?.staff !== 1 || (await this.codes.has(person)) || (await this.passkeys.has(person))) return null;
		return row.created_at + SECOND_FACTOR_GRACE_MS;
	}

	close(): void {
		clearInterval(this.#sweeping);
	}

	async #sweep(): Promise<void> {
		try {
			await this.signIns.sweep();
		} catch (error) {
			// The disk may be full (R61): what ran out signs nobody in, and the next sweep tries again.
			logFault('ending sign-ins that ran out', error);
		}
	}
}
