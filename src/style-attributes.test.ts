import { expect, test } from 'vitest';
import { withoutStyleAttributes } from './style-attributes.ts';

test('R39 style attributes are left out of a page, so that they are set in the way the CSP allows', () => {
	const page = '<p class="a" hidden style="width: 50%;" id="b">So</p><svg><g style="--light:#fff"></g></svg>';
	expect(withoutStyleAttributes(page)).toBe('<p class="a" hidden id="b">So</p><svg><g></g></svg>');
});

test('what people wrote is left as it is, even when it looks like one', () => {
	const page = '<input value="my style=" name="x"><p>&lt;b style="x"> and style="y"</p>';
	expect(withoutStyleAttributes(page)).toBe(page);
});
