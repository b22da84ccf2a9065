/** Names that answers can hang on, made of whatever another system calls its questions. */
export class Names {
	readonly #taken = new Set<string>();

	/** A free name of lower-case words like `wished`. */
	take(wished: string, { start }: { start: 'letter' | 'any' } = { start: 'letter' }): string {
		const plain = slugOf(wished);
		const base = start === 'letter' && !/^[a-z]/.test(plain) ? `q-${plain}` : plain;
		const short = base.slice(0, 50).replace(/-$/, '') || 'q';
		let name = short;
		for (let count = 2; this.#taken.has(name); count += 1) name = `${short}-${count}`;
		this.#taken.add(name);
		return name;
	}
}

function slugOf(text: string): string {
	const plain = text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return plain === '' || plain === 'constructor' || plain === 'prototype' ? `x${plain}` : plain;
}
