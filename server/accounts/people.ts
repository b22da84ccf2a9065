import { Refusal } from '../../src/lib/domain/refusal.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import type { Licence } from '../../src/lib/domain/practice.ts';
import type { PersonTable } from '../store/schema.ts';
import { insertPerson, personById, personByMailHash, updatePerson } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { type Statement, WriteConflict } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';

export interface NewPerson {
	name: string;
	staff: boolean;
	mail?: string | null;
	licence?: Licence | null;
}

/** The humans of this installation. Names, mail addresses and licences are sealed under their own key (R44). */
export class People {
	readonly #store: Store;
	readonly #vault: Vault;
	readonly #now: () => number;

	constructor(store: Store, vault: Vault, now: () => number) {
		this.#store = store;
		this.#vault = vault;
		this.#now = now;
	}

	/** A new person and the statement that keeps them, for a unit of the caller's. */
	prepare({ name, staff, mail = null, licence = null }: NewPerson): { id: PersonId; statement: Statement } {
		const id = newId<'person'>();
		const row: PersonTable = {
			id,
			name_sealed: this.#vault.sealText(`person:${id}`, `person|${id}|name`, name),
			...this.#mailColumns(id, mail),
			staff: staff ? 1 : 0,
			licence_sealed: licence && this.#sealLicence(id, licence),
			created_at: this.#now(),
			disabled_at: null
		};
		return { id, statement: insertPerson(this.#store.db, row) };
	}

	find(person: PersonId): Promise<PersonTable | undefined> {
		return personById(this.#store.db, person);
	}

	findByMail(mail: string): Promise<PersonTable | undefined> {
		return personByMailHash(this.#store.db, mailHash(this.#vault, mail));
	}

	/** The name a person has on this installation; a group may know them by an alias. */
	async nameOf(person: PersonId): Promise<string> {
		const row = await this.find(person);
		return row ? nameOfRow(this.#vault, row) : 'Former member';
	}

	async mailOf(person: PersonId): Promise<string | null> {
		const row = await this.find(person);
		if (!row?.mail_sealed) return null;
		return this.#vault.openText(`person:${person}`, `person|${person}|mail`, row.mail_sealed);
	}

	async licenceOf(person: PersonId): Promise<Licence | null> {
		const row = await this.find(person);
		if (!row?.licence_sealed) return null;
		return this.#vault.openJson(`person:${person}`, `person|${person}|licence`, row.licence_sealed);
	}

	/** The statement that makes a member staff; null for who is. */
	async promoting(person: PersonId): Promise<Statement | null> {
		const row = await this.find(person);
		return row?.staff === 0 ? updatePerson(this.#store.db, person, { staff: 1 }) : null;
	}

	async rename(person: PersonId, name: string): Promise<void> {
		const name_sealed = this.#vault.sealText(`person:${person}`, `person|${person}|name`, name);
		await this.#store.writer.commit([updatePerson(this.#store.db, person, { name_sealed })]);
	}

	/** Throws a Refusal when another account has the address. */
	async changeMail(person: PersonId, mail: string | null): Promise<void> {
		const change = updatePerson(this.#store.db, person, this.#mailColumns(person, mail));
		const event = { person, action: 'mail.change', object: person };
		await this.#store.writer.commit([change], [event]).catch(refuseTakenMail);
	}

	async changeLicence(person: PersonId, licence: Licence): Promise<void> {
		const licence_sealed = this.#sealLicence(person, licence);
		const event = { person, action: 'licence.change', object: person };
		await this.#store.writer.commit([updatePerson(this.#store.db, person, { licence_sealed })], [event]);
	}

	#sealLicence(person: PersonId, licence: Licence): Uint8Array {
		return this.#vault.sealJson(`person:${person}`, `person|${person}|licence`, licence);
	}

	#mailColumns(person: PersonId, mail: string | null): Pick<PersonTable, 'mail_sealed' | 'mail_hash'> {
		if (!mail) return { mail_sealed: null, mail_hash: null };
		return {
			mail_sealed: this.#vault.sealText(`person:${person}`, `person|${person}|mail`, mail),
			mail_hash: mailHash(this.#vault, mail)
		};
	}
}

export function nameOfRow(vault: Vault, row: Pick<PersonTable, 'id' | 'name_sealed'>): string {
	return vault.openText(`person:${row.id}`, `person|${row.id}|name`, row.name_sealed);
}

export function mailHash(vault: Vault, mail: string): string {
	return vault.fingerprint('mail', mail.trim().toLowerCase());
}

/** The only unique column of a person is the mail address. */
export function refuseTakenMail(error: unknown): never {
	if (!(error instanceof WriteConflict)) throw error;
	throw new Refusal('conflict', 'This mail address belongs to another account here.', 'mail');
}
