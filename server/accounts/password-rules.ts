import { Refusal } from '../../src/lib/domain/refusal.ts';
import { isBlocked } from './blocklist.ts';

/** R11: length and a list of bad ones; no rules about capitals and signs. */
export const PASSWORD_LENGTH = { least: 15, leastWithSecondFactor: 8, most: 128 };
const PIN_PATTERN = /^\d{6,12}$/;

/** `about` is what a stranger would try first: the person's name and mail address. */
export function checkPassword(
	password: string,
	{ secondFactor, about }: { secondFactor: boolean; about: string[] }
): void {
	const length = [...password.normalize('NFKC')].length;
	const least = secondFactor ? PASSWORD_LENGTH.leastWithSecondFactor : PASSWORD_LENGTH.least;
	if (length < least)
		refuse(`Please use at least ${least} characters. Four or five words in a row work well.`);
	if (length > PASSWORD_LENGTH.most) refuse(`Please use at most ${PASSWORD_LENGTH.most} characters.`);
	if (isBlocked(password) || isAbout(password, about)) {
		refuse('This is one of the passwords that are guessed first. Please choose another one.');
	}
}

/** A PIN opens one phone only, and few tries are let through: six digits are enough (R04). */
export function checkPin(pin: string): void {
	if (!PIN_PATTERN.test(pin)) refuse('A PIN has 6 to 12 digits.', 'pin');
	const steps = new Set(
		[...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10)
	);
	const oneStep = steps.size === 1 && [0, 1, 9].includes([...steps][0]!);
	if (oneStep) refuse('This PIN is easy to guess. Please choose another one.', 'pin');
}

/** Whether little is left of it without the person's own name and address. */
function isAbout(password: string, about: string[]): boolean {
	const plain = password.toLowerCase();
	const parts = about
		.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
		.filter((part) => part.length >= 4);
	const left = parts.reduce((rest, part) => rest.replaceAll(part, ''), plain);
	return left !== plain && left.replace(/[^\p{L}\p{N}]/gu, '').length < 6;
}

function refuse(message: string, field = 'password'): never {
	throw new Refusal('invalid', message, field);
}
