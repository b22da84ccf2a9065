/** What to do, step by step, when this browser does not let the page use a microphone or camera. */
export function permissionHelp(userAgent: string): string[] {
	const last = 'Come back to this page and try again.';
	const isApple = /iPhone|iPad|iPod/.test(userAgent);
	const other = /(CriOS|FxiOS|EdgiOS)\//.exec(userAgent)?.[1];
	if (isApple && other) {
		const name = { CriOS: 'Chrome', FxiOS: 'Firefox', EdgiOS: 'Edge' }[other];
		return [
			`Open the phone’s Settings, scroll down to ${name}, and switch Camera and Microphone on.`,
			'Come back to this page and load it anew.',
			'Try again, and choose “Allow” when you are asked.'
		];
	}
	if (isApple) {
		return [
			'Tap “aA” or the page symbol in the address bar, then “Website Settings”.',
			'Set Camera and Microphone to “Allow”.',
			'If they are not there: open the phone’s Settings, find your browser, and allow both.',
			last
		];
	}
	if (/Android/.test(userAgent) && /Firefox\//.test(userAgent)) {
		return [
			'Tap the lock left of the address.',
			'Tap Camera and Microphone, so that they say “Allowed”.',
			'If they stay off: in the phone’s Settings under Apps, open Firefox and allow both.',
			last
		];
	}
	if (/Android/.test(userAgent)) {
		return [
			'Tap the symbol left of the address, then “Permissions”.',
			'Switch Camera and Microphone on.',
			'If they stay off: in the phone’s Settings under Apps, open your browser and allow both.',
			last
		];
	}
	if (/Firefox\//.test(userAgent)) {
		return [
			'Click the crossed-out camera or microphone left of the address.',
			'Remove “Blocked” with the small ×.',
			'Try again, and choose “Allow” when Firefox asks.'
		];
	}
	if (/Safari\//.test(userAgent) && !/Chrome\//.test(userAgent)) {
		return [
			'In the menu bar, choose Safari, then “Settings for this website”.',
			'Set Camera and Microphone to “Allow”.',
			last
		];
	}
	return [
		'Click the symbol left of the address.',
		'Switch Camera and Microphone on.',
		'If your browser asks, choose “Allow while visiting the site”.',
		last
	];
}
