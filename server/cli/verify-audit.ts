import { Audit } from '../audit/audit.ts';
import type { Command } from './command.ts';
import { Complaint } from './complaint.ts';

/** Looks at every row of the audit log, and at the head that is kept outside the database (R53). */
export const verifyAudit: Command = async ({ config, store }) => {
	const audit = new Audit(store, config.dataDirectory);
	const broken = await audit.firstBrokenRow();
	if (broken === null) return ['The audit log is whole.'];
	throw new Complaint(`The audit log is not whole: row ${broken} was changed, or is missing.`);
};
