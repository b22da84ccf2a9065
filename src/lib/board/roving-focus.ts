const FORWARD = ['ArrowRight', 'ArrowDown'];
const BACK = ['ArrowLeft', 'ArrowUp'];

/** `{@attach rovingFocus}` on a toolbar: one stop for Tab, arrows and Home and End between its buttons. */
export function rovingFocus(toolbar: HTMLElement): () => void {
	const buttons = () => [
		...toolbar.querySelectorAll<HTMLButtonElement>(':scope > button, :scope > div > button')
	];

	function stopAt(current: HTMLElement | undefined) {
		for (const button of buttons()) button.tabIndex = button === current ? 0 : -1;
	}

	function hear(event: KeyboardEvent) {
		const all = buttons();
		const at = all.indexOf(event.target as HTMLButtonElement);
		if (at < 0) return;
		const to = next(event.key, at, all.length);
		if (to === null) return;
		event.preventDefault();
		event.stopPropagation();
		stopAt(all[to]);
		all[to]?.focus();
	}

	function follow(event: FocusEvent) {
		const button = event.target as HTMLButtonElement;
		if (buttons().includes(button)) stopAt(button);
	}

	stopAt(buttons().find((button) => button.getAttribute('aria-pressed') === 'true') ?? buttons()[0]);
	toolbar.addEventListener('keydown', hear);
	toolbar.addEventListener('focusin', follow);
	return () => {
		toolbar.removeEventListener('keydown', hear);
		toolbar.removeEventListener('focusin', follow);
	};
}

function next(key: string, at: number, count: number): number | null {
	if (FORWARD.includes(key)) return (at + 1) % count;
	if (BACK.includes(key)) return (at + count - 1) % count;
	if (key === 'Home') return 0;
	if (key === 'End') return count - 1;
	return null;
}
