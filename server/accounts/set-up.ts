import { timingSafeEqual } from 'node:crypto';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Licence, Practice } from '../../src/lib/domain/practice.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { address } from '../config.ts';
import { hasPeople } from '../store/people.ts';
import { WriteConflict } from '../store/writer.ts';
import { checkPassword } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import type { People } from './people.ts';
import type { PracticeSettings } from './practice-settings.ts';
import { hashToken, newToken, parseToken } from './token.ts';

export interface FirstFacilitator {
	name: string;
	mail: string;
	password: string;
	licence: Licence | null;
	practice: Practice;
}

interface Parts {
	people: People;
	passwords: Passwords;
	practiceSettings: PracticeSettings;
}

/** The first account. There is none by default: a link printed at the start makes it, once (R17). */
export class SetUp {
	readonly #ground: Ground;
	readonly #parts: Parts;
	#tokenHash: string | null = null;

	constructor(ground: Ground, parts: Parts) {
		this.#ground = ground;
		this.#parts = parts;
	}

	async isNeeded(): Promise<boolean> {
		return !(await hasPeople(this.#ground.store.db));
	}

	/** A new link in place of the last one, to print once; null when there is an account already. */
	async link(): Promise<string | null> {
		if (!(await this.isNeeded())) return null;
		const token = newToken();
		this.#tokenHash = hashToken(token);
		return `${address(this.#ground.config)}/set-up#${token}`;
	}

	/** Makes the first facilitator's account and the practice. Throws a Refusal. */
	async finish(token: unknown, first: FirstFacilitator): Promise<PersonId> {
		if (!(await this.isNeeded())) throw new Refusal('conflict', 'Hearth is set up already. Please sign in.');
		if (!this.#opens(token)) {
			throw new Refusal(
				'not-allowed',
				'This set-up link is not the newest one. Look for it where Hearth was started.'
			);
		}
		checkPassword(first.password, {
			secondFactor: false,
			about: [first.name, first.mail, first.practice.name]
		});
		const { people, passwords, practiceSettings } = this.#parts;
		const person = people.prepare({ ...first, staff: true });
		const password = await passwords.setting(person.id, first.password);
		try {
			await this.#ground.store.writer.commit(
				[practiceSettings.prepareFirst(first.practice), person.statement, ...password],
				[{ person: person.id, action: 'set-up', object: person.id }]
			);
		} catch (error) {
			if (!(error instanceof WriteConflict)) throw error;
			throw new Refusal('conflict', 'Hearth is set up already. Please sign in.');
		}
		this.#tokenHash = null;
		return person.id;
	}

	#opens(token: unknown): boolean {
		const good = parseToken(token);
		if (!good || !this.#tokenHash) return false;
		return timingSafeEqual(Buffer.from(hashToken(good)), Buffer.from(this.#tokenHash));
	}
}
