import type { ContactCard } from '#lib/protocol/commands.ts';

type Part = 'you' | 'place' | 'contact';

const EMPTY: ContactCard = {
	alias: '',
	emergencyName: '',
	address: '',
	country: '',
	phone: '',
	emergencyContact: { name: '', phone: '' },
	alone: false
};

/** What is given at the door (S13), while it is being filled in. */
export class EntryDraft {
	card = $state<ContactCard>(structuredClone(EMPTY));
	/** Whether 'alone, with headphones?' has been answered. */
	aloneAnswered = $state(false);
	/** What is still missing, by field. */
	errors = $state<Record<string, string>>({});

	constructor(last: ContactCard | null, alias: string, practiceCountry: string) {
		if (last) {
			this.card = structuredClone(last);
			this.aloneAnswered = true;
		} else this.card.country = practiceCountry;
		this.card.alias = alias;
	}

	/** Whether this part is filled in; says what is missing when it is not. */
	check(part: Part): boolean {
		this.errors = missingIn(this.card, part);
		if (part === 'place' && !this.aloneAnswered) this.errors.alone = 'Please say yes or no; both are fine.';
		return Object.keys(this.errors).length === 0;
	}

	/** Takes a refusal of the server about one field; returns the part that the field is on. */
	refuse(field: string, message: string): Part {
		const name = field.replace(/^card\./, '');
		this.errors = { [name]: message };
		if (name.startsWith('emergencyContact')) return 'contact';
		return name === 'address' || name === 'country' || name === 'alone' ? 'place' : 'you';
	}
}

const PHONE = /^[+\d][\d\s().\-/]{4,}$/;
const BAD_PHONE = 'Please give a telephone number with at least five digits.';

function missingIn(card: ContactCard, part: Part): Record<string, string> {
	const missing: Record<string, string> = {};
	const need = (field: string, value: string, message: string) => {
		if (value.trim() === '') missing[field] = message;
	};
	if (part === 'you') {
		need('emergencyName', card.emergencyName, 'Please give the name to use in an emergency.');
		if (!PHONE.test(card.phone.trim())) missing.phone = BAD_PHONE;
	}
	if (part === 'place') {
		need('address', card.address, 'Please give the street and the town where you are now.');
		need('country', card.country, 'Please choose the country where you are now.');
	}
	if (part === 'contact') {
		need('emergencyContact.name', card.emergencyContact.name, 'Please name someone.');
		if (!PHONE.test(card.emergencyContact.phone.trim())) missing['emergencyContact.phone'] = BAD_PHONE;
	}
	return missing;
}
