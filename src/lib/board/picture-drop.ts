import type { OpenBoard } from './open-board.svelte.ts';

/** `{@attach pictureDrop(open)}`: a picture that is pasted or dropped is offered to be put on the board. */
export function pictureDrop(open: OpenBoard): (board: HTMLElement) => () => void {
	const mayPut = () => open.mayEdit && open.pictures !== null;
	const offer = (event: Event, files: FileList | undefined) => {
		const picture = [...(files ?? [])].find(({ type }) => type.startsWith('image/'));
		if (!picture || !mayPut()) return;
		event.preventDefault();
		open.offer(picture);
	};
	return (board) => {
		const listening = new AbortController();
		const { signal } = listening;
		board.addEventListener('paste', (event) => offer(event, event.clipboardData?.files), { signal });
		board.addEventListener('drop', (event) => offer(event, event.dataTransfer?.files), { signal });
		// Without this the browser would open what is dropped in place of the page.
		const letDrop = (event: DragEvent) => {
			if (mayPut() && event.dataTransfer?.types.includes('Files')) event.preventDefault();
		};
		board.addEventListener('dragover', letDrop, { signal });
		return () => listening.abort();
	};
}
