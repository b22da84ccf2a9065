/** What to do, step by step, when this browser does not let the page use a microphone or camera. */
export function permissionHelp(userAgent: string): string[] {
	const isApple = /iPhone|iPad|iPod/.test(userAgent);
	const last = 'Come back to this page and try again.';
	if (isApple) {
		return [
			'Tap “aA” or the page symbol in the address bar, then “Website Settings”.',
			'Set Camera and Microphone to “Allow”.',
			'If they are not there: open the phone’s Settings, find your browser, and allow both.',
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
