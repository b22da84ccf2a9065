import type { BrowserContext } from '@playwright/test';
import { openApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Asker } from '../../server/groups/actor.ts';
import type { GroupKind } from '../../src/lib/domain/group.ts';
import type { Licence } from '../../src/lib/domain/practice.ts';

const LICENCE: Licence = {
	...{ profession: 'Clinical psychologist', number: 'PSY 1234', jurisdiction: 'Madrid', country: 'ES' },
	expires: '2099-05-01'
};

/** What a test puts into a data folder before the product is started on it. */
export class PracticeSeed {
	readonly app: App;

	private constructor(app: App) {
		this.app = app;
	}

	static async open(dataDirectory: string): Promise<PracticeSeed> {
		const seed = new PracticeSeed(await openApp(readConfig({ HEARTH_DATA_DIR: dataDirectory })));
		const crisisLines = [{ name: 'Emergency', phone: '112', note: 'day and night' }];
		const practice = { name: 'River Practice', country: 'ES', crisisLines };
		const statement = seed.app.accounts.practiceSettings.prepareFirst(practice);
		await seed.app.store.writer.commit([statement]);
		return seed;
	}

	async person(name: string, { staff = false, licensed = false } = {}): Promise<Asker> {
		const licence = licensed ? LICENCE : null;
		const { id, statement } = this.app.accounts.people.prepare({ name, staff, licence });
		await this.app.store.writer.commit([statement]);
		return { person: id, staff };
	}

	group(facilitator: Asker, name: string, kind: GroupKind) {
		const words = { focus: 'What helps', agreements: ['What is said here stays here.'] };
		return this.app.groups.create(facilitator, { name, kind, capacity: 8, alias: 'Dana', ...words });
	}

	/** Signs a person in; the answer puts the sign-in into a browser. */
	async signIn(who: Asker): Promise<(context: BrowserContext) => Promise<void>> {
		const sign = { ...who, label: 'a test', secondFactor: true };
		const { name, value } = await this.app.accounts.signIns.begin(sign, null);
		return (context) => context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
	}

	close(): Promise<void> {
		return this.app.close();
	}
}
