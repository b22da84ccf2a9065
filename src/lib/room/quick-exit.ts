const TWICE_WITHIN_MS = 600;
/** Our own page that says nothing about anyone: going elsewhere would tell a third party. */
const NEUTRAL_PAGE = '/today';

/** Whether Esc was pressed twice in a row (S08). */
export class EscTwice {
	#lastAt = -Infinity;

	press(key: string, at: number): boolean {
		if (key !== 'Escape') {
			this.#lastAt = -Infinity;
			return false;
		}
		const isSecond = at - this.#lastAt <= TWICE_WITHIN_MS;
		this.#lastAt = isSecond ? -Infinity : at;
		return isSecond;
	}
}

/** Leaves the page at once, without a trace in the history; the seat is kept (S08). */
export function exitQuickly(replace: (url: string) => void = (url) => location.replace(url)): void {
	replace(NEUTRAL_PAGE);
}
