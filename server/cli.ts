import { listFacilitators } from './cli/facilitators.ts';
import { makeResetLink } from './cli/reset-link.ts';
import { Complaint } from './cli/complaint.ts';
import { verifyAudit } from './cli/verify-audit.ts';
import { ConfigError, readConfig } from './config.ts';
import { NoStore, openReadingStore } from './store/reading-store.ts';
import { KeyMissing, openVault } from './vault/open-vault.ts';

const USAGE = `What the person who runs this Hearth can do beside it, while it runs or not:
  npm run hearth -- facilitators                 who can lead groups here, and how they sign in
  npm run hearth -- reset-link <mail address>    a link to set a new password: good once, for 15 minutes
  npm run hearth -- verify-audit                 whether the log of who did what is whole
HEARTH_DATA_DIR, PUBLIC_ORIGIN, PORT and HEARTH_KEY are read as at the start.`;

const COMMANDS = {
	facilitators: listFacilitators,
	'reset-link': makeResetLink,
	'verify-audit': verifyAudit
};

/** What the person at the keyboard can mend is told in a line; anything else is our fault, and told whole. */
const THEIRS = [Complaint, ConfigError, NoStore, KeyMissing];

try {
	await run(process.argv.slice(2));
} catch (error) {
	console.error(THEIRS.some((kind) => error instanceof kind) ? (error as Error).message : error);
	process.exitCode = 1;
}

async function run([name = 'help', ...parameters]: string[]): Promise<void> {
	if (['help', '--help', '-h'].includes(name)) return console.log(USAGE);
	if (!isCommand(name)) throw new Complaint(`There is no command "${name}".\n${USAGE}`);
	const config = readConfig(process.env);
	const store = openReadingStore(config.dataDirectory);
	try {
		const vault = openVault(config.dataDirectory, config.keyEncryptionKey);
		try {
			for (const line of await COMMANDS[name]({ config, store, vault }, parameters)) console.log(line);
		} finally {
			vault.close();
		}
	} finally {
		await store.close();
	}
}

function isCommand(name: string): name is keyof typeof COMMANDS {
	return Object.hasOwn(COMMANDS, name);
}
