import type { Practice } from '../../src/lib/domain/practice.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { insertSetting, settingNamed, updateSetting } from '../store/settings.ts';
import type { SettingTable } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Statement } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';

const NAME = 'practice';
const PLACE = 'setting|practice';

/** The practice's own words: its name, its country, its crisis lines (S01). */
export class PracticeSettings {
	readonly #store: Store;
	readonly #vault: Vault;

	constructor(store: Store, vault: Vault) {
		this.#store = store;
		this.#vault = vault;
	}

	/** Null until set-up. */
	async get(): Promise<Practice | null> {
		const row = await settingNamed(this.#store.db, NAME);
		return row ? this.#vault.openJson<Practice>('practice', PLACE, row.value_sealed) : null;
	}

	/** The statement that keeps the first settings; its unit fails when there are some. */
	prepareFirst(practice: Practice): Statement {
		return insertSetting(this.#store.db, this.#row(practice));
	}

	async change(practice: Practice, by: PersonId): Promise<void> {
		const event = { person: by, action: 'practice.change', object: NAME };
		await this.#store.writer.commit([updateSetting(this.#store.db, this.#row(practice))], [event]);
	}

	#row(practice: Practice): SettingTable {
		return { name: NAME, value_sealed: this.#vault.sealJson('practice', PLACE, practice) };
	}
}
