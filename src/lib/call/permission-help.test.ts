import { expect, test } from 'vitest';
import { permissionHelp } from './permission-help.ts';

const agents = {
	iPhone:
		'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
	'Chrome on an iPhone':
		'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/126.0 Mobile/15E148 Safari/604.1',
	'Firefox on Android': 'Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0',
	Android: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36',
	Firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
	Safari: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15',
	Edge: 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0'
};

test('each browser has its own help with permissions', () => {
	const helpFor = (agent: keyof typeof agents) => permissionHelp(agents[agent]).join(' ');
	const help = (Object.keys(agents) as (keyof typeof agents)[]).map(helpFor);
	expect(new Set(help).size).toBe(7);
	expect(helpFor('iPhone')).toContain('Website Settings');
	expect(helpFor('Chrome on an iPhone')).toContain('Chrome');
	expect(helpFor('Firefox on Android')).toContain('open Firefox');
	expect(helpFor('Firefox')).toContain('Firefox');
	expect(helpFor('Safari')).toContain('Safari');
});
