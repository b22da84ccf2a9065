import { Credentials } from '../accounts/credentials.ts';
import { Passwords } from '../accounts/passwords.ts';
import { People } from '../accounts/people.ts';
import { ResetLinks } from '../accounts/reset-links.ts';
import type { Command } from './command.ts';
import { Complaint } from './complaint.ts';

/**
 * A link for somebody who cannot sign in. It goes around nothing: who has a second factor gives it at the next
 * sign-in (R18). Its use is in the audit log; the making is not, since only the running Hearth writes there.
 */
export const makeResetLink: Command = async ({ config, store, vault }, [mail, ...more]) => {
	if (!mail || more.length > 0)
		throw new Complaint('Please give one mail address: reset-link <mail address>');
	const person = await new People(store, vault, Date.now).findByMail(mail);
	if (!person)
		throw new Complaint('No account here has this mail address. "facilitators" lists those there are.');
	if (person.disabled_at !== null)
		throw new Complaint('This account is closed, so nobody can sign in to it.');
	const passwords = new Passwords(new Credentials(store, vault, Date.now));
	return [await new ResetLinks(vault, passwords, Date.now).create(config, person.id)];
};
