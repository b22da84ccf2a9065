import { isField, pasteWords } from './board-keys.ts';
import type { OpenBoard } from './open-board.svelte.ts';

/**
 * `{@attach bringIn(open)}`: a picture that is pasted or dropped is offered to be put on the board, pasted words become
 * a note. What is copied elsewhere on the page is pasted before what was copied on the board.
 */
export function bringIn(open: OpenBoard): (board: HTMLElement) => () => void {
	const mayPut = () => open.mayEdit && open.pictures !== null;
	const offer = (event: Event, files: FileList | undefined) => {
		const picture = [...(files ?? [])].find(({ type }) => type.startsWith('image/'));
		if (!picture || !mayPut()) return;
		event.preventDefault();
		open.offer(picture);
	};
	const pasted = (event: ClipboardEvent) => {
		offer(event, event.clipboardData?.files);
		const words = event.clipboardData?.getData('text/plain') ?? '';
		if (event.defaultPrevented || isField(event.target) || words.trim() === '' || !open.mayEdit) return;
		event.preventDefault();
		pasteWords(open, words);
	};
	return (board) => {
		const listening = new AbortController();
		const { signal } = listening;
		board.addEventListener('paste', (event) => pasted(event), { signal });
		for (const taken of ['copy', 'cut'])
			document.addEventListener(taken, () => (open.tools.copied = []), { signal });
		board.addEventListener('drop', (event) => offer(event, event.dataTransfer?.files), { signal });
		// Without this the browser would open what is dropped in place of the page.
		const letDrop = (event: DragEvent) => {
			if (mayPut() && event.dataTransfer?.types.includes('Files')) event.preventDefault();
		};
		board.addEventListener('dragover', letDrop, { signal });
		return () => listening.abort();
	};
}
