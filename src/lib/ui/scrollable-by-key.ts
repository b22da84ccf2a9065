const REACHABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** A part of the screen that scrolls and holds nothing that the keyboard stops at becomes a stop itself, while it is so. */
export function scrollableByKey(label: string) {
	return (box: HTMLElement): (() => void) => {
		const look = () => {
			const overflows = box.scrollHeight > box.clientHeight + 1;
			const isStop = overflows && box.querySelector(REACHABLE) === null;
			for (const [name, value] of [
				['tabindex', '0'],
				['role', 'group'],
				['aria-label', label]
			] as const) {
				if (isStop) box.setAttribute(name, value);
				else box.removeAttribute(name);
			}
		};
		const observer = new ResizeObserver(look);
		observer.observe(box);
		for (const child of box.children) observer.observe(child);
		return () => observer.disconnect();
	};
}
