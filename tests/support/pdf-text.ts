/** Reads a PDF that our writer left uncompressed: its tags, and the words it shows, in their order. */
export function readPdf(bytes: Buffer): { source: string; words: string } {
	const source = bytes.toString('latin1');
	const objects = new Map(
		[...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body]) => [number!, body!])
	);
	const fonts = new Map<string, Map<string, string>>();
	for (const [, name, number] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
		const letters = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number!) ?? '')?.[1];
		if (letters) fonts.set(name!, lettersOf(objects.get(letters) ?? ''));
	}
	let font = new Map<string, string>();
	let words = '';
	for (const [, name, shown] of source.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
		if (name) font = fonts.get(name) ?? new Map();
		for (const [, hex] of (shown ?? '').matchAll(/<([0-9a-f]+)>/g)) {
			words += (hex!.match(/.{4}/g) ?? []).map((code) => font.get(code) ?? '').join('');
		}
		if (shown) words += '\n';
	}
	return { source, words };
}

/** A font's own numbers for letters, from its ToUnicode map. */
function lettersOf(map: string): Map<string, string> {
	const letters = new Map<string, string>();
	for (const [, first, , list] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
		[...list!.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, hex], index) => {
			const units = (hex!.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16));
			const code = (parseInt(first!, 16) + index).toString(16).padStart(4, '0');
			letters.set(code, String.fromCharCode(...units));
		});
	}
	return letters;
}
