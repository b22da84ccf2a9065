import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryDirectory } from '../tests/support/directory.ts';
import {
	DANA,
	openPractice,
	type PracticeHouse,
	TestBrowser,
	tokenIn
} from '../tests/support/practice-house.ts';
import { openWriting } from './store/dialect.ts';
import { DATABASE_FILE } from './store/store.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));

// Open for writing while the commands run, as the server has it.
let house: PracticeHouse;
beforeEach(async () => {
	house = await openPractice();
});
afterEach(() => house.close());

interface Said {
	code: number;
	out: string[];
	complaints: string[];
}

async function hearth(parameters: string[], directory = house.ground.config.dataDirectory): Promise<Said> {
	const env = { ...process.env, HEARTH_DATA_DIR: directory };
	const lines = (text: string) => text.split('\n').filter(Boolean);
	return promisify(execFile)(process.execPath, [CLI, ...parameters], { env }).then(
		({ stdout, stderr }) => ({ code: 0, out: lines(stdout), complaints: lines(stderr) }),
		({ code, stdout, stderr }) => ({ code, out: lines(stdout), complaints: lines(stderr) })
	);
}

test('R18 the link that the command line prints sets a new password while Hearth runs', async () => {
	const { code, out } = await hearth(['reset-link', ' DANA@example.org']);
	expect({ code, link: out[0] }).toEqual({
		code: 0,
		link: expect.stringMatching(/^http.+\/sign-in\/reset#/)
	});
	house.ground.clock.now = Date.now();
	await house.accounts.own.resetPassword(tokenIn(out[0]!), 'a river, a stone and a lamp');
	const way = await house.accounts.waysIn.withPassword(
		new TestBrowser(),
		DANA.mail,
		'a river, a stone and a lamp'
	);
	expect(way.state).toBe('signed-in');
});

test('it lists who can lead groups, and how they sign in', async () => {
	expect(await hearth(['facilitators'])).toEqual({
		code: 0,
		out: ['Dana · dana@example.org · password'],
		complaints: []
	});
});

test('R53 it says whether the audit log is whole, and which row is not', async () => {
	expect((await hearth(['verify-audit'])).out).toEqual(['The audit log is whole.']);
	await house.ground.audit.record({ person: null, action: 'sign-in', object: 'x' });
	const { dataDirectory } = house.ground.config;
	const database = openWriting(`${dataDirectory}/${DATABASE_FILE}`);
	database.exec("UPDATE audit SET object = 'y' WHERE seq = (SELECT max(seq) FROM audit)");
	database.close();
	expect(await hearth(['verify-audit'])).toMatchObject({
		code: 1,
		complaints: [expect.stringMatching(/^The audit log is not whole: row \d+ /)]
	});
});

test.each([
	[['reset-link', 'nobody@example.org'], /^No account here has this mail address/],
	[['reset-link'], /^Please give one mail address/],
	[['make-coffee'], /^There is no command "make-coffee"/],
	[['constructor'], /^There is no command "constructor"/]
])('%j is answered with one clear line and no stack', async (parameters, words) => {
	const { code, out, complaints } = await hearth(parameters);
	expect({ code, out }).toEqual({ code: 1, out: [] });
	expect(complaints[0]).toMatch(words);
	expect(complaints.join('\n')).not.toMatch(/^\s+at /m);
});

test('where there is no Hearth it says so, and makes nothing', async () => {
	using directory = temporaryDirectory();
	const { complaints } = await hearth(['facilitators'], directory.path);
	expect(complaints).toEqual([
		`There is no Hearth in ${directory.path}. Set HEARTH_DATA_DIR to its data folder.`
	]);
	const { readdirSync } = await import('node:fs');
	expect(readdirSync(directory.path)).toEqual([]);
});
