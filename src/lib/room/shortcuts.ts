/** What keys do in the room. All can be switched off. */
export const SHORTCUTS = {
	m: { does: 'microphone', says: 'Microphone on or off' },
	v: { does: 'camera', says: 'Camera on or off' },
	r: { does: 'hand', says: 'Raise or lower your hand' },
	c: { does: 'chat', says: 'Open the chat' },
	p: { does: 'people', says: 'Show the people' },
	w: { does: 'work', says: 'Go to the work on the stage' },
	f: { does: 'faces', says: 'Go to the faces' },
	'?': { does: 'help', says: 'Show these keys' }
} as const;

export type ShortcutAction = (typeof SHORTCUTS)[keyof typeof SHORTCUTS]['does'] | 'talk';

interface KeyPress {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	repeat: boolean;
	target: unknown;
}

/** What a key press asks for, or null. Keys with Ctrl, Alt or ⌘ and keys typed into a field are left alone. */
export function shortcutFor(press: KeyPress): ShortcutAction | null {
	if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return null;
	if (takesText(press.target)) return null;
	// Space presses buttons and scrolls panes: it talks only while no control has the focus.
	if (press.key === ' ') return hasNoControl(press.target) ? 'talk' : null;
	const key = press.key.toLowerCase();
	return Object.hasOwn(SHORTCUTS, key) ? SHORTCUTS[key as keyof typeof SHORTCUTS].does : null;
}

const TEXT_ROLES = new Set(['textbox', 'combobox', 'searchbox', 'spinbutton', 'slider', 'application']);

function takesText(target: unknown): boolean {
	const element = target as Partial<HTMLElement> | null;
	const tag = element?.tagName?.toLowerCase() ?? '';
	if (tag === 'textarea' || tag === 'select' || tag === 'input' || element?.isContentEditable) return true;
	return TEXT_ROLES.has(element?.getAttribute?.('role') ?? '');
}

function hasNoControl(target: unknown): boolean {
	const tag = (target as Partial<HTMLElement> | null)?.tagName?.toLowerCase();
	return tag === undefined || tag === 'body' || tag === 'html';
}
