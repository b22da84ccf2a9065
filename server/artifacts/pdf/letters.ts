import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The page's own font first; then one with the letters of many more languages. */
const FAMILIES = ['atkinson', 'noto'] as const;
const WEIGHTS = ['regular', 'bold'] as const;

type Family = (typeof FAMILIES)[number];
export type FontName = `${Family}-${(typeof WEIGHTS)[number]}`;

/** Words in one font. `missing` are those that no font has shapes for, and what they were. */
export interface Run {
	family: Family;
	words: string;
	missing: string | null;
}

/** Stands for a letter that there is no shape for; the second font has it. */
const NO_SHAPE = '\ufffd';

const FILES: Record<FontName, string> = {
	'atkinson-regular': import.meta
		.resolve('@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
	'atkinson-bold': import.meta
		.resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
	'noto-regular': import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
	'noto-bold': import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')
};

/** The fonts of the PDF, and which letters each can show. */
export class Letters {
	readonly fonts: [name: FontName, bytes: Buffer][];
	readonly #shapes: Record<Family, Font>;

	constructor() {
		this.fonts = FAMILIES.flatMap((family) => WEIGHTS.map((weight) => `${family}-${weight}` as const)).map(
			(name) => [name, readFileSync(fileURLToPath(FILES[name]))]
		);
		const shapesOf = (wanted: FontName) => create(this.fonts.find(([name]) => name === wanted)![1]) as Font;
		this.#shapes = { atkinson: shapesOf('atkinson-regular'), noto: shapesOf('noto-regular') };
	}

	/** `text` in stretches that one font can show, a word in one font if any has it all. */
	runsOf(text: string): Run[] {
		const runs: Run[] = [];
		const shown = text.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(CONTROL, ' ');
		for (const word of shown.match(/\s+|\S+/g) ?? []) {
			const whole = this.#familyOf(word);
			for (const part of whole ? [word] : word) this.#add(runs, part, whole ?? this.#familyOf(part));
		}
		return runs;
	}

	#add(runs: Run[], part: string, family: Family | null): void {
		const last = runs.at(-1);
		const [words, missing] = family ? [part, null] : [NO_SHAPE, part];
		if (last && last.family === (family ?? 'noto') && (last.missing === null) === (missing === null)) {
			last.words += words;
			if (last.missing !== null) last.missing += part;
		} else runs.push({ family: family ?? 'noto', words, missing });
	}

	#familyOf(part: string): Family | null {
		const has = (family: Family) =>
			[...part].every((letter) => this.#shapes[family].hasGlyphForCodePoint(letter.codePointAt(0)!));
		return FAMILIES.find(has) ?? null;
	}
}

/** Line ends are the caller's. */
const CONTROL = /\p{Cc}/gu;
/** Marks that join or dress other letters, and have no shape of their own. */
const UNSEEN = /[\u200b-\u200f\u2060]|\ufe0e|\ufe0f|\p{Emoji_Modifier}/gu;
