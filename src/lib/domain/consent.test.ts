import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CONSENT_VERSION, consentPoints, NOT_RECORDED } from './consent.ts';
import type { GroupKind } from './group.ts';
import { KEPT_MONTHS, WIPED_AFTER_MS } from './retention.ts';

const KINDS: GroupKind[] = ['therapy', 'peer'];
const DAY_MS = 24 * 3_600_000;

test.each(KINDS)('S16 before joining a %s group everything that is agreed to is said', (kind) => {
	const words = Object.fromEntries(consentPoints(kind).map((point) => [point.id, point.words]));
	expect(words).toEqual({
		online: expect.stringContaining('could see or hear'),
		secrecy: expect.stringContaining('not bound by law'),
		reporting: expect.stringContaining('serious danger'),
		kept: expect.stringContaining('you can look back'),
		freedom: expect.stringMatching(/leave at any time/),
		seen: expect.stringMatching(/sees what|see what/),
		recording: NOT_RECORDED
	});
});

test('S16 how long things are kept is said as it is', () => {
	const kept = consentPoints('therapy').find(({ id }) => id === 'kept')!.words;
	expect(kept).toContain(`deleted ${KEPT_MONTHS / 12} years after the session`);
	expect(kept).toContain('emergencies a day after it');
	expect(WIPED_AFTER_MS).toBe(DAY_MS);
});

test('S16 whoever changes the words raises the version, so that everyone is asked anew', () => {
	const words = createHash('sha256')
		.update(JSON.stringify(KINDS.map(consentPoints)))
		.digest('base64url');
	expect({ version: CONSENT_VERSION, words }).toEqual({
		version: '2026-11-2',
		words: 'goj4890afBnSLhM1LmHibYMfTzYWTTWOrBNmQADF9l0'
	});
});
