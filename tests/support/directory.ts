import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory that is gone when the test is over: `using directory = temporaryDirectory()`. */
export function temporaryDirectory(): { path: string } & Disposable {
	const path = mkdtempSync(join(tmpdir(), 'hearth-'));
	return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
