/** A value as JSON has it. Objects have no prototype to reach. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
	[key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Why a text is no JSON that we take, and where. Lines and columns count from 1. */
export class JsonFault extends Error {
	override readonly name = 'JsonFault';
	readonly line: number;

	constructor(message: string, line: number) {
		super(message);
		this.line = line;
	}
}

export interface ReadJson {
	value: Json;
	/** The line on which the value at a path such as `item.2.type` begins. */
	lines: ReadonlyMap<string, number>;
}

const DEPTH_MOST = 40;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const TOKEN =
	/[{}[\]:,]|"[^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Reads JSON and remembers on which line everything stands. Throws JsonFault. */
export function readJson(text: string): ReadJson {
	const reader = new Reader(text);
	const value = reader.value('', 0);
	reader.end();
	return { value, lines: reader.lines };
}

class Reader {
	readonly lines = new Map<string, number>();
	readonly #text: string;
	#at = 0;
	#line = 1;

	constructor(text: string) {
		this.#text = text;
	}

	value(path: string, depth: number): Json {
		const token = this.#next();
		this.lines.set(path, this.#line);
		if (depth > DEPTH_MOST) throw this.#fault('There are too many brackets inside each other');
		if (token === '{') return this.#object(path, depth);
		if (token === '[') return this.#list(path, depth);
		if (/^[\]}:,]$/.test(token)) throw this.#fault(`A value is missing before “${token}”`);
		return this.#plain(token);
	}

	end(): void {
		this.#skipSpace();
		if (this.#at < this.#text.length) throw this.#fault('There is something after the end');
	}

	#object(path: string, depth: number): JsonObject {
		const made = Object.create(null) as JsonObject;
		let token = this.#next();
		while (token !== '}') {
			if (!token.startsWith('"')) throw this.#fault(`A name in quotation marks is missing before “${token}”`);
			const key = String(this.#plain(token));
			if (FORBIDDEN_KEYS.has(key)) throw this.#fault(`The name “${key}” is not allowed`);
			if (key in made) throw this.#fault(`The name “${key}” stands here twice`);
			if (this.#next() !== ':') throw this.#fault(`A colon is missing after “${key}”`);
			made[key] = this.value(path === '' ? key : `${path}.${key}`, depth + 1);
			token = this.#separator('}');
		}
		return made;
	}

	#list(path: string, depth: number): Json[] {
		const made: Json[] = [];
		const before = this.#at;
		const line = this.#line;
		if (this.#next() === ']') return made;
		[this.#at, this.#line] = [before, line];
		do made.push(this.value(path === '' ? `${made.length}` : `${path}.${made.length}`, depth + 1));
		while (this.#separator(']') === ',');
		return made;
	}

	/** A comma, after which something must follow, or the closing bracket. For objects, the next name. */
	#separator(closing: '}' | ']'): string {
		const token = this.#next();
		if (token === closing) return token;
		if (token !== ',') throw this.#fault(`A comma is missing before “${token.slice(0, 30)}”`);
		return closing === '}' ? this.#nameAfterComma() : token;
	}

	#nameAfterComma(): string {
		const token = this.#next();
		if (token === '}') throw this.#fault('There is a comma too many before “}”');
		return token;
	}

	#next(): string {
		this.#skipSpace();
		if (this.#at >= this.#text.length) throw this.#fault('The file ends too early');
		TOKEN.lastIndex = this.#at;
		const found = TOKEN.exec(this.#text);
		if (!found)
			throw this.#fault(`“${this.#text.slice(this.#at, this.#at + 12).split('\n')[0]}” is not JSON`);
		this.#at = TOKEN.lastIndex;
		return found[0];
	}

	#plain(token: string): Json {
		try {
			return JSON.parse(token) as Json;
		} catch {
			// Only a text can be a token and no value: it holds a line break or another control character.
			throw this.#fault('A text must end on the line on which it begins');
		}
	}

	#skipSpace(): void {
		for (; this.#at < this.#text.length; this.#at += 1) {
			const letter = this.#text[this.#at];
			if (letter === '\n') this.#line += 1;
			else if (letter !== ' ' && letter !== '\t' && letter !== '\r' && letter !== '\ufeff') return;
		}
	}

	#fault(message: string): JsonFault {
		return new JsonFault(`${message}.`, this.#line);
	}
}
