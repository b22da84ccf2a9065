import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { TextBinding, type TextControl } from './text-binding.ts';

/** A text area as the binding sees it: setting the value throws the caret to the end, as browsers do. */
class Control extends EventTarget implements TextControl {
	#value = '';
	selectionStart = 0;
	selectionEnd = 0;
	selectionDirection = 'none' as const;
	scrollTop = 0;
	readOnly = false;

	get value(): string {
		return this.#value;
	}
	set value(value: string) {
		if (value === this.#value) return;
		this.#value = value;
		this.selectionStart = this.selectionEnd = value.length;
	}
	setSelectionRange(start: number | null, end: number | null): void {
		this.selectionStart = Math.min(start ?? 0, this.#value.length);
		this.selectionEnd = Math.min(end ?? 0, this.#value.length);
	}
	matches(): boolean {
		return true;
	}
	/** What a keyboard does: the selection is replaced, the caret stands after it, the page is told. */
	type(words: string): void {
		const at = this.selectionStart;
		this.#value = this.#value.slice(0, at) + words + this.#value.slice(this.selectionEnd);
		this.selectionStart = this.selectionEnd = at + words.length;
		this.dispatchEvent(new Event('input'));
	}
	compose(steps: string[]): void {
		this.dispatchEvent(new Event('compositionstart'));
		for (const step of steps) this.composing(step);
	}
	composing(words: string): void {
		this.setSelectionRange(this.selectionStart - this.#composed, this.selectionEnd);
		this.#composed = words.length;
		this.type(words);
	}
	endComposition(): void {
		this.#composed = 0;
		this.dispatchEvent(new Event('compositionend'));
	}
	press(key: string, shiftKey = false): boolean {
		const event = Object.assign(new Event('keydown', { cancelable: true }), { key, shiftKey, ctrlKey: true });
		return this.dispatchEvent(event);
	}
	#composed = 0;
}

function field(words = '') {
	const doc = new Y.Doc();
	const text = doc.getText('text:thought');
	text.insert(0, words);
	const control = new Control();
	const binding = new TextBinding(text, control);
	const peer = new Y.Doc();
	const peerText = peer.getText('text:thought');
	const meet = () => {
		Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc), 'network');
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer), 'network');
	};
	meet();
	return { text, control, binding, peer: peerText, meet };
}

test('what I type is in the shared text, and what a peer types is in my field', () => {
	const { text, control, peer, meet } = field('I think');
	control.setSelectionRange(7, 7);
	control.type(' so');
	expect(text.toString()).toBe('I think so');
	meet();
	peer.insert(0, 'Yes. ');
	meet();
	expect(control.value).toBe('Yes. I think so');
});

test('my caret and my selection stay at their words while a peer writes before and after them', () => {
	const { control, peer, meet } = field('one two three');
	control.setSelectionRange(4, 7);
	peer.insert(13, ' four');
	peer.insert(0, 'zero ');
	meet();
	expect(control.value.slice(control.selectionStart, control.selectionEnd)).toBe('two');
	control.setSelectionRange(8, 8);
	peer.insert(8, '!!');
	meet();
	expect(control.selectionStart).toBe(8);
});

test('both keep every word when they type in the same place at the same time', () => {
	const { text, control, peer, meet } = field('');
	control.type('mine ');
	peer.insert(0, 'yours ');
	meet();
	expect(text.toString()).toContain('mine ');
	expect(text.toString()).toContain('yours ');
	expect(control.value).toBe(text.toString());
});

test('an input method is left alone until it ends, and then both words stand', () => {
	const { text, control, peer, meet } = field('AB');
	control.setSelectionRange(1, 1);
	control.compose(['n', 'ni', 'nih']);
	peer.insert(0, 'peer ');
	peer.insert(7, ' too');
	meet();
	expect(control.value).toBe('AnihB');
	expect(text.toString()).toBe('peer AB too');
	control.composing('日本');
	control.endComposition();
	expect(text.toString()).toBe('peer A日本B too');
	expect(control.value).toBe('peer A日本B too');
	expect(control.selectionStart).toBe('peer A日本'.length);
});

test('a composition over words that a peer removed meanwhile loses neither side', () => {
	const { text, control, peer, meet } = field('keep gone keep');
	control.setSelectionRange(9, 9);
	control.compose(['ha']);
	peer.delete(5, 5);
	peer.insert(5, 'NEW ');
	meet();
	control.endComposition();
	expect(text.toString()).toContain('ha');
	expect(text.toString()).toContain('NEW');
	expect(text.toString()).not.toContain('gone');
	expect(control.value).toBe(text.toString());
});

test('browsers that tell of the last input after the composition add nothing twice', () => {
	const { text, control } = field('');
	control.compose(['か']);
	control.endComposition();
	control.dispatchEvent(new Event('input'));
	expect(text.toString()).toBe('か');
});

test('a field that closes in mid-composition keeps what was composed', () => {
	const { text, control, binding } = field('');
	control.compose(['half']);
	binding.close();
	expect(text.toString()).toBe('half');
});

test('undo takes back my own words and none of a peer’s, and redo brings them back', () => {
	const { text, control, peer, meet } = field('');
	control.type('mine');
	meet();
	peer.insert(4, ' yours');
	meet();
	const reachesTheBrowser = control.press('z');
	expect(reachesTheBrowser).toBe(false);
	expect(text.toString()).toBe(' yours');
	expect(control.value).toBe(' yours');
	control.press('z', true);
	expect(control.value).toBe('mine yours');
	expect(control.selectionStart).toBe(4);
});

test('undo with nothing of mine to take back leaves the peer’s words', () => {
	const { control, peer, meet } = field('');
	peer.insert(0, 'theirs');
	meet();
	control.press('z');
	expect(control.value).toBe('theirs');
});

test('a locked field still shows what others write, and undo does nothing in it', () => {
	const { control, peer, meet } = field('');
	control.type('mine');
	control.readOnly = true;
	control.press('z');
	meet();
	peer.insert(4, '!');
	meet();
	expect(control.value).toBe('mine!');
});

test('however typing, composing and peers interleave, the field and the text agree and no word is lost', () => {
	let state = 7;
	const roll = (sides: number) => (state = (state * 48271) % 2147483647) % sides;
	for (let round = 0; round < 200; round++) {
		const { text, control, peer, meet } = field('start');
		const typed: string[] = [];
		for (let turn = 0; turn < 25; turn++) {
			const word = `<${round}.${turn}>`;
			const place = roll(3) ? control.value.length : 0;
			const act = roll(5);
			if (act === 0) {
				control.setSelectionRange(place, place);
				control.type(word);
				typed.push(word);
			} else if (act === 1) {
				control.setSelectionRange(place, place);
				control.compose([word.slice(0, 2), word]);
				peer.insert(roll(2) ? peer.length : 0, `[${turn}]`);
				typed.push(`[${turn}]`);
				meet();
				control.endComposition();
				typed.push(word);
			} else if (act === 2) {
				peer.insert(roll(2) ? peer.length : 0, word);
				typed.push(word);
			} else meet();
		}
		meet();
		expect(control.value).toBe(text.toString());
		expect(peer.toString()).toBe(text.toString());
		for (const word of typed) expect(text.toString()).toContain(word);
	}
});
