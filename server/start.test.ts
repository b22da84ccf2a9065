import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../tests/support/directory.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** How a start ended, and the lines it said. */
async function start(env: Record<string, string>): Promise<{ code: number; lines: string[] }> {
	const clean = { PATH: process.env.PATH ?? '', ...env };
	const said = (stdout: string, stderr: string) => (stdout + stderr).split('\n').filter(Boolean);
	return promisify(execFile)(process.execPath, [MAIN], { env: clean }).then(
		({ stdout, stderr }) => ({ code: 0, lines: said(stdout, stderr) }),
		({ code, stdout, stderr }) => ({ code, lines: said(stdout, stderr) })
	);
}

/** Each is a whole start of Node: on a busy machine that takes its time. */
const FOUR_STARTS_MS = 240_000;

test(
	'a wrong value stops the start with one clear line that names it',
	{ timeout: FOUR_STARTS_MS },
	async () => {
		using directory = temporaryDirectory();
		const file = join(directory.path, 'a-file');
		writeFileSync(file, '');
		const wrong = [
			['PORT', '0'],
			['PUBLIC_ORIGIN', 'hearth.example.org'],
			['HEARTH_DATA_DIR', file],
			['HEARTH_DATA_DIR', join(file, 'below')]
		] as const;
		const starts = wrong.map(([name, value]) =>
			start({ HEARTH_DATA_DIR: join(directory.path, 'data'), [name]: value })
		);
		for (const [index, { code, lines }] of (await Promise.all(starts)).entries()) {
			const [name, value] = wrong[index]!;
			expect({ code, lines }).toEqual({
				code: 1,
				lines: [expect.stringMatching(new RegExp(`^Hearth did not start: ${name} .*${value}`))]
			});
		}
	}
);
