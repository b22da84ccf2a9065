import type { SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';

/** A form that is sent and shown again: what was pressed keeps the focus, or what came in its place. */
export const keepingFocus: SubmitFunction = ({ submitter }) => {
	return async ({ update }) => {
		await update({ reset: false });
		await tick();
		const next = submitter?.isConnected
			? submitter
			: (document.querySelector<HTMLElement>('[data-put-back]') ??
				document.querySelector<HTMLElement>('#plan-to-add'));
		next?.focus();
	};
};
