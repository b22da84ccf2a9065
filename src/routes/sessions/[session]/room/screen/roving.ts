import type { Attachment } from 'svelte/attachments';

const MOVES: Record<string, (at: number, count: number) => number> = {
	ArrowRight: (at, count) => (at + 1) % count,
	ArrowDown: (at, count) => (at + 1) % count,
	ArrowLeft: (at, count) => (at - 1 + count) % count,
	ArrowUp: (at, count) => (at - 1 + count) % count,
	Home: () => 0,
	End: (_at, count) => count - 1
};

/** One stop for the Tab key in a toolbar; the arrow keys move inside it. */
export const roving: Attachment<HTMLElement> = (toolbar) => {
	const buttons = () => [...toolbar.querySelectorAll('button')].filter((one) => one.offsetParent !== null);
	let current: HTMLButtonElement | null = null;

	const settle = () => {
		const shown = buttons();
		if (!current || !shown.includes(current)) current = shown[0] ?? null;
		for (const button of toolbar.querySelectorAll('button')) button.tabIndex = button === current ? 0 : -1;
	};
	const move = (event: KeyboardEvent) => {
		const next = MOVES[event.key];
		const shown = buttons();
		const at = shown.indexOf(document.activeElement as HTMLButtonElement);
		if (!next || at === -1) return;
		event.preventDefault();
		shown[next(at, shown.length)]?.focus();
	};
	const follow = (event: FocusEvent) => {
		if (event.target instanceof HTMLButtonElement) current = event.target;
		settle();
	};

	settle();
	const changes = new MutationObserver(settle);
	changes.observe(toolbar, { childList: true, subtree: true });
	addEventListener('resize', settle);
	toolbar.addEventListener('keydown', move);
	toolbar.addEventListener('focusin', follow);
	return () => {
		changes.disconnect();
		removeEventListener('resize', settle);
		toolbar.removeEventListener('keydown', move);
		toolbar.removeEventListener('focusin', follow);
	};
};
