import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onNetworkChange } from './network-change.ts';

let page: EventTarget;
let connection: EventTarget & { type: string | undefined };
let listening: AbortController;
const changed = vi.fn();

beforeEach(() => {
	page = new EventTarget();
	connection = Object.assign(new EventTarget(), { type: 'wifi' });
	listening = new AbortController();
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	vi.stubGlobal('navigator', { connection });
	changed.mockReset();
});
afterEach(() => vi.unstubAllGlobals());

const says = (type: string | undefined) => {
	connection.type = type;
	connection.dispatchEvent(new Event('change'));
};

test('being online again is a change', () => {
	onNetworkChange(changed, listening);
	page.dispatchEvent(new Event('online'));
	expect(changed).toHaveBeenCalledOnce();
});

test('another kind of connection is one, a new guess at its speed and its loss are none', () => {
	onNetworkChange(changed, listening);
	says('wifi');
	says('none');
	expect(changed).not.toHaveBeenCalled();
	says('cellular');
	expect(changed).toHaveBeenCalledOnce();
	says('cellular');
	expect(changed).toHaveBeenCalledOnce();
});

test('a browser that says nothing of its connection still says that it is online', () => {
	vi.stubGlobal('navigator', {});
	onNetworkChange(changed, listening);
	page.dispatchEvent(new Event('online'));
	expect(changed).toHaveBeenCalledOnce();
});

test('nothing is heard once it is over', () => {
	onNetworkChange(changed, listening);
	listening.abort();
	page.dispatchEvent(new Event('online'));
	says('cellular');
	expect(changed).not.toHaveBeenCalled();
});
