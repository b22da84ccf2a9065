import { expect, test } from 'vitest';
import { shortcutFor } from './shortcuts.ts';

const element = (tagName: string, role: string | null = null) => ({ tagName, getAttribute: () => role });
const press = (key: string, target: unknown = element('BODY'), rest = {}) =>
	shortcutFor({ key, target, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...rest });

test('M turns the microphone on or off, from a button too', () => {
	expect(press('m')).toBe('microphone');
	expect(press('M', element('BUTTON'))).toBe('microphone');
});

test('a letter typed into an answer does nothing else', () => {
	for (const tag of ['INPUT', 'TEXTAREA', 'SELECT']) expect(press('m', element(tag))).toBeNull();
	expect(press('v', element('DIV', 'textbox'))).toBeNull();
});

test('Space talks only while no control has the focus', () => {
	expect(press(' ')).toBe('talk');
	expect(press(' ', element('BUTTON'))).toBeNull();
	expect(press(' ', element('A'))).toBeNull();
});

test('keys of the browser are left alone', () => {
	expect(press('r', element('BODY'), { ctrlKey: true })).toBeNull();
	expect(press('c', element('BODY'), { metaKey: true })).toBeNull();
});
