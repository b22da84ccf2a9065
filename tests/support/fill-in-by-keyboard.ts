import type { Page } from '@playwright/test';

/** Controls on a sheet are far fewer; more means that the focus goes round in circles. */
const STOPS_MOST = 700;

interface Stop {
	kind: string;
	/** Its words, for buttons. */
	name: string;
	/** Whether there is an answer in it already. */
	filled: boolean;
	/** The same control as before: a day and a time have parts that Tab goes through. */
	same: boolean;
	visible: boolean;
}

/**
 * Goes through a sheet with Tab alone and answers whatever has the focus, as a person would who has no pointer. Adds one
 * row to each repeating group. Stops at the end of the sheet, or after 'Done'.
 */
export async function fillInByKeyboard(page: Page): Promise<void> {
	let hasMoved = false;
	for (let stops = 0; stops < STOPS_MOST; stops++) {
		if (!hasMoved) await page.keyboard.press('Tab');
		const stop = await page.evaluate(whereIsTheFocus);
		if (stop.kind === 'nothing') return;
		if (!stop.visible) throw new Error(`The focus on “${stop.name || stop.kind}” cannot be seen.`);
		// A new row takes the focus to its first control by itself.
		hasMoved = stop.kind === 'button' && /^Add an? /.test(stop.name);
		if (stop.same) continue;
		if (await answer(page, stop)) return;
	}
	throw new Error('The focus never reached the end of the sheet.');
}

/** Answers; true at the end. */
async function answer(page: Page, stop: Stop): Promise<boolean> {
	const { keyboard } = page;
	switch (stop.kind) {
		case 'textarea':
			if (!stop.filled) await keyboard.insertText('Some words');
			return false;
		case 'range':
			await keyboard.press('ArrowRight');
			return false;
		case 'radio':
		case 'checkbox':
			if (!stop.filled) await keyboard.press('Space');
			return false;
		case 'date':
			await keyboard.type('11242026');
			return false;
		case 'time':
			await keyboard.type('0730AM');
			return false;
		case 'text':
			if (!stop.filled) await keyboard.type('5');
			return false;
		case 'summary':
			await keyboard.press('Enter');
			return false;
		case 'button':
			if (/^Add an? /.test(stop.name)) await keyboard.press('Enter');
			if (stop.name === 'Done') await keyboard.press('Enter');
			return stop.name === 'Done';
		default:
			return false;
	}
}

function whereIsTheFocus(): Stop {
	const at = document.activeElement;
	const seen = window as unknown as { last?: Element | null };
	const same = at === seen.last;
	seen.last = at;
	if (!(at instanceof HTMLElement) || at === document.body) {
		return { kind: 'nothing', name: '', filled: false, same, visible: false };
	}
	const input = at instanceof HTMLInputElement ? at : null;
	const box = at.getBoundingClientRect();
	const words = at instanceof HTMLTextAreaElement || input ? (at as HTMLInputElement).value : '';
	return {
		kind: input ? input.type : at.tagName.toLowerCase(),
		name: (at.getAttribute('aria-label') ?? at.textContent ?? '').trim().replaceAll(/\s+/g, ' '),
		filled: input?.type === 'radio' || input?.type === 'checkbox' ? input.checked : words !== '',
		same,
		visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight
	};
}
