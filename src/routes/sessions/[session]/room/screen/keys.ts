import { shortcutFor, type ShortcutAction } from '#lib/room/shortcuts.ts';

type Does = Record<Exclude<ShortcutAction, 'talk'>, () => void> & { talk: (held: boolean) => void };

/** Single keys in the room; `areOn` says whether they are switched on. Returns how to stop. */
export function listenToKeys(areOn: () => boolean, does: Does): () => void {
	let isTalking = false;
	const down = (event: KeyboardEvent) => {
		if (!areOn() || event.defaultPrevented || document.querySelector('dialog[open]')) return;
		const action = shortcutFor(event);
		if (action === null) return;
		event.preventDefault();
		if (action !== 'talk') return does[action]();
		isTalking = true;
		does.talk(true);
	};
	const endTalk = () => {
		if (isTalking) does.talk(false);
		isTalking = false;
	};
	const up = (event: KeyboardEvent) => {
		if (event.key === ' ') endTalk();
	};
	addEventListener('keydown', down);
	addEventListener('keyup', up);
	// A held key whose release is never heard must not leave the microphone on.
	addEventListener('blur', endTalk);
	return () => {
		removeEventListener('keydown', down);
		removeEventListener('keyup', up);
		removeEventListener('blur', endTalk);
		endTalk();
	};
}
