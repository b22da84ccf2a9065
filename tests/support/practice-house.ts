import { Accounts } from '../../server/accounts/accounts.ts';
import type { Visitor } from '../../server/accounts/ways-in.ts';
import { Groups } from '../../server/groups/groups.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Licence, Practice } from '../../src/lib/domain/practice.ts';
import { openGround, type TestGround } from './ground.ts';

export const DANA = { name: 'Dana', mail: 'dana@example.org', password: 'four plain words in a row' };
export const PRACTICE: Practice = {
	name: 'Riverside Practice',
	country: 'DE',
	crisisLines: [{ name: 'Crisis line', phone: '0800 1110111', note: 'day and night' }]
};
export const LICENCE: Licence = {
	profession: 'Psychotherapist',
	number: 'PT-1',
	jurisdiction: 'Hamburg',
	country: 'DE',
	expires: '2030-01-01'
};

/** A practice that is set up: its first facilitator and one member, Ana, who has no way in of her own yet. */
export interface PracticeHouse {
	ground: TestGround;
	accounts: Accounts;
	groups: Groups;
	dana: PersonId;
	ana: PersonId;
	close(): Promise<void>;
}

export async function openPractice(): Promise<PracticeHouse> {
	const ground = await openGround();
	const groups = new Groups(ground);
	const accounts = new Accounts(ground, groups);
	const link = await accounts.setUp.link();
	const dana = await accounts.setUp.finish(tokenIn(link!), { ...DANA, licence: LICENCE, practice: PRACTICE });
	const ana = accounts.people.prepare({ name: 'Ana', staff: false });
	await ground.store.writer.commit([ana.statement]);
	return {
		...{ ground, accounts, groups, dana, ana: ana.id },
		async close() {
			accounts.close();
			await ground.close();
		}
	};
}

/** What stands after the `#` of a link. */
export function tokenIn(link: string): string {
	return link.split('#')[1] ?? '';
}

/** A browser that keeps the cookies it is given, as a person's own does. */
export class TestBrowser implements Visitor {
	readonly label = 'Firefox on Linux';
	readonly address: string;
	readonly #cookies = new Map<string, string>();

	constructor(address = '192.0.2.1') {
		this.address = address;
	}

	get cookieHeader(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	/** The value of one cookie, or undefined. */
	cookie(name: string): string | undefined {
		return this.#cookies.get(name);
	}

	take({ cookies }: { cookies: { name: string; value: string; options: { maxAge: number } }[] }): void {
		for (const { name, value, options } of cookies) {
			if (options.maxAge === 0) this.#cookies.delete(name);
			else this.#cookies.set(name, value);
		}
	}
}

/** Why something was refused, or 'done'. */
export function outcomeOf(attempt: Promise<unknown>): Promise<string> {
	return attempt.then(
		() => 'done',
		(error: { reason?: string }) => error.reason ?? String(error)
	);
}
