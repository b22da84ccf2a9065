/**
 * Passwords that are guessed first (R11). The list is made here from what people make them of: common
 * words, names, keyboard walks, years and the usual endings, some 60,000 in all; it needs no file.
 */
const WORDS =
	`password passwort contrasena motdepasse parola senha welcome letmein admin administrator login master
	dragon monkey sunshine princess football baseball basketball soccer hockey iloveyou loveyou shadow superman
	batman spiderman starwars pokemon trustno1 whatever freedom secret computer internet google facebook michael
	jennifer jessica ashley daniel matthew jordan charlie thomas robert andrew hunter killer ginger pepper cookie
	cheese banana orange purple yellow silver golden summer winter spring autumn january february march april june
	july august september october november december monday tuesday friday sunday flower butterfly rainbow diamond
	mustang ferrari mercedes yamaha corvette harley liverpool arsenal chelsea barcelona madrid london paris berlin
	america canada australia england germany france hello hello123 test testing guest default changeme temp
	qwerty azerty qwertz asdfgh zxcvbn abcdef family friends forever angel angels heaven jesus christ blessed
	therapy therapist counselling counselor wellness hearth clinic practice doctor nurse patient group session
	samsung apple iphone android windows linux ubuntu cisco oracle maggie buster bailey tigger snoopy garfield
	mickey minnie donald hannah olivia sophie emma amanda nicole natasha victoria alexander william richard joseph
	anthony nicholas benjamin samuel patrick george steven victor carlos maria sofia lucia antonio jose francisco`.split(
		/\s+/
	);
const YEARS = Array.from({ length: 85 }, (_, index) => String(1950 + index));
const ENDINGS = [
	...[
		'',
		'1',
		'2',
		'7',
		'12',
		'69',
		'99',
		'00',
		'01',
		'007',
		'11',
		'123',
		'1234',
		'12345',
		'123456',
		'321',
		'111'
	],
	...YEARS
];
const ROWS = [
	...[
		'1234567890',
		'qwertyuiop',
		'asdfghjkl',
		'zxcvbnm',
		'qwertzuiop',
		'azertyuiop',
		'abcdefghijklmnopqrstuvwxyz'
	],
	...['1qaz2wsx3edc4rfv5tgb', 'qazwsxedcrfvtgb', '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0']
];
const SHORTEST = 6;

let known: Set<string> | null = null;

export function blocklist(): Set<string> {
	return (known ??= new Set([...wordsWithEndings(), ...walks(), ...repetitions()]));
}

/** Whether a password is one that is guessed first; capitals, signs and 3-for-e do not hide it. */
export function isBlocked(password: string): boolean {
	const bare = bareForm(password);
	const list = blocklist();
	return (
		list.has(bare) ||
		list.has(bareForm(unleet(password))) ||
		list.has(bare.replace(/\d+$/, '')) ||
		repeats(bare)
	);
}

function* wordsWithEndings(): Iterable<string> {
	for (const word of WORDS) {
		for (const ending of ENDINGS) {
			yield word + ending;
			yield ending + word;
		}
		for (const other of WORDS) yield word + other;
	}
}

function* walks(): Iterable<string> {
	for (const row of ROWS) {
		for (const line of [row, [...row].reverse().join(''), row + row]) {
			for (let from = 0; from < line.length; from++) {
				for (let to = from + SHORTEST; to <= line.length; to++) yield line.slice(from, to);
			}
		}
	}
}

function* repetitions(): Iterable<string> {
	for (const sign of 'abcdefghijklmnopqrstuvwxyz0123456789') {
		for (let length = SHORTEST; length <= 24; length++) yield sign.repeat(length);
	}
}

/** One piece of up to five signs, again and again. */
function repeats(bare: string): boolean {
	return /^(.{1,5})\1{2,}.{0,4}$/.test(bare);
}

function bareForm(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

function unleet(text: string): string {
	const signs: Record<string, string> = {
		'0': 'o',
		'1': 'l',
		'3': 'e',
		'4': 'a',
		'5': 's',
		'7': 't',
		'@': 'a',
		$: 's'
	};
	return text.replace(/[013457@$]/g, (sign) => signs[sign]!);
}
