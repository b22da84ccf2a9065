import { expect, test } from 'vitest';
import { tabTitle } from './tab-title.ts';

test('S08 a tab says only Hearth, and names the group by choice alone', () => {
	expect(tabTitle({ saysGroup: false, group: 'Tuesday group' })).toBe('Hearth');
	expect(tabTitle({ saysGroup: true, group: 'Tuesday group' })).toBe('Hearth: Tuesday group');
	expect(tabTitle({ saysGroup: true, group: undefined })).toBe('Hearth');
});
