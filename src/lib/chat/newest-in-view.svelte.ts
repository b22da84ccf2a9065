import type { Attachment } from 'svelte/attachments';

const NEAR_THE_END_PX = 80;

/** Keeps the newest line in view, unless the person has scrolled back to read. */
export function newestInView(count: () => number): Attachment<HTMLElement> {
	return (element) => {
		let wasNearTheEnd = true;
		const look = () => {
			wasNearTheEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_THE_END_PX;
		};
		element.addEventListener('scroll', look, { passive: true });
		$effect(() => {
			if (count() > 0 && wasNearTheEnd) element.scrollTop = element.scrollHeight;
		});
		return () => element.removeEventListener('scroll', look);
	};
}
