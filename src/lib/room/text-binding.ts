import * as Y from 'yjs';
import { ShownText } from './shown-text.ts';
import { textEdit } from './text-edit.ts';

/** The part of a text control that the binding uses. */
export type TextControl = Pick<
	HTMLTextAreaElement,
	| 'value'
	| 'selectionStart'
	| 'selectionEnd'
	| 'selectionDirection'
	| 'scrollTop'
	| 'readOnly'
	| 'setSelectionRange'
	| 'addEventListener'
	| 'removeEventListener'
> & { matches(selector: string): boolean };

/** `{@attach boundTo(text)}`: what is typed goes into the shared text, and what others type is shown. */
export function boundTo(text: Y.Text): (control: HTMLTextAreaElement) => () => void {
	return (control) => {
		const binding = new TextBinding(text, control);
		return () => binding.close();
	};
}

/**
 * A text control and a Y.Text that say the same. The caret stays at its words while others write, a composition of an
 * input method is left alone until it ends, and undo takes back one's own words alone.
 */
export class TextBinding {
	readonly #text: Y.Text;
	readonly #control: TextControl;
	readonly #undo: Y.UndoManager;
	readonly #listening = new AbortController();
	#shown: ShownText;
	#composing = false;
	#caret: { start: Y.RelativePosition; end: Y.RelativePosition } | null = null;

	constructor(text: Y.Text, control: TextControl) {
		this.#text = text;
		this.#control = control;
		this.#undo = new Y.UndoManager(text, { trackedOrigins: new Set([this]) });
		control.value = text.toString();
		this.#shown = new ShownText(control.value);
		this.#listen();
		text.doc?.on('beforeTransaction', this.#keepCaret);
		text.observe(this.#show);
	}

	close(): void {
		this.#commit();
		this.#listening.abort();
		this.#text.doc?.off('beforeTransaction', this.#keepCaret);
		this.#text.unobserve(this.#show);
		this.#undo.destroy();
	}

	#listen(): void {
		const { signal } = this.#listening;
		const on = <Name extends keyof HTMLElementEventMap>(
			name: Name,
			hear: (event: HTMLElementEventMap[Name]) => void
		) => this.#control.addEventListener(name, hear as EventListener, { signal });
		on('input', () => {
			if (!this.#composing) this.#commit();
		});
		on('compositionstart', () => {
			this.#undo.stopCapturing();
			this.#composing = true;
		});
		on('compositionend', () => {
			this.#composing = false;
			this.#commit();
			if (!this.#shown.isBehind) return;
			const { selectionStart, selectionEnd } = this.#control;
			this.#showAll(this.#shown.placeOf(selectionStart), this.#shown.placeOf(selectionEnd));
		});
		on('keydown', (event) => {
			const asked = undoAsked(event);
			if (!asked || event.isComposing || this.#control.readOnly) return;
			event.preventDefault();
			this.#take(asked);
		});
		// The browser's own undo, from a menu or a shaken phone, knows nothing of what others wrote.
		on('beforeinput', (event) => {
			if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
			event.preventDefault();
			this.#take(event.inputType === 'historyUndo' ? 'undo' : 'redo');
		});
		// A page that is put away may not come back: what is half composed is kept.
		globalThis.document?.addEventListener('visibilitychange', () => this.#commit(), { signal });
	}

	#take(asked: 'undo' | 'redo'): void {
		this.#commit();
		if (asked === 'undo') this.#undo.undo();
		else this.#undo.redo();
		this.#undo.stopCapturing();
	}

	/** Takes what the control says into the shared text, with the smallest change that does. */
	#commit(): void {
		const edit = textEdit(this.#shown.value, this.#control.value, this.#control.selectionEnd);
		if (!edit) return;
		const { deletions, at } = this.#shown.edit(edit);
		this.#text.doc?.transact(() => {
			for (const { index, length } of deletions) this.#text.delete(index, length);
			if (edit.insert) this.#text.insert(at, edit.insert);
		}, this);
	}

	/** Where the selection is, before someone else's change moves it. */
	readonly #keepCaret = (): void => {
		if (this.#composing) return;
		const { selectionStart, selectionEnd } = this.#control;
		const isCaret = selectionStart === selectionEnd;
		// A caret holds on to the character before it: what others insert there stays after it.
		this.#caret = {
			start: Y.createRelativePositionFromTypeIndex(this.#text, selectionStart, isCaret ? -1 : 0),
			end: Y.createRelativePositionFromTypeIndex(this.#text, selectionEnd, -1)
		};
	};

	readonly #show = (event: Y.YTextEvent): void => {
		const { origin } = event.transaction;
		if (origin === this) return;
		if (this.#composing) return this.#shown.holdBack(event.delta);
		if (origin === this.#undo) {
			const end = endOfChange(event.delta);
			return this.#showAll(end, end);
		}
		// What one wrote before and after someone else's words is taken back in two steps.
		this.#undo.stopCapturing();
		this.#showAll(this.#placeOf(this.#caret?.start), this.#placeOf(this.#caret?.end));
	};

	/** Shows the shared text as it is now, with the selection at these places of it. */
	#showAll(start: number, end: number): void {
		const control = this.#control;
		const { scrollTop, selectionDirection } = control;
		control.value = this.#text.toString();
		// Some browsers move the focus to a control whose selection is set.
		if (control.matches(':focus')) control.setSelectionRange(start, end, selectionDirection);
		control.scrollTop = scrollTop;
		this.#shown = new ShownText(control.value);
	}

	#placeOf(position: Y.RelativePosition | undefined): number {
		if (!position || !this.#text.doc) return 0;
		return Y.createAbsolutePositionFromRelativePosition(position, this.#text.doc)?.index ?? 0;
	}
}

function undoAsked(event: KeyboardEvent): 'undo' | 'redo' | null {
	if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
	const key = event.key.toLowerCase();
	if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
	return key === 'y' && event.ctrlKey ? 'redo' : null;
}

/** Where the last inserted or removed words of a change end. */
function endOfChange(delta: Y.YTextEvent['delta']): number {
	let at = 0;
	let end = 0;
	for (const part of delta) {
		if (part.retain !== undefined) at += part.retain;
		else if (typeof part.insert === 'string') end = at += part.insert.length;
		else end = at;
	}
	return end;
}
