const APPS: [RegExp, string][] = [
	[/\bInstagram\b/, 'Instagram'],
	[/\bMessenger|FBAN\/Messenger|MessengerForiOS/, 'Messenger'],
	[/\bFBAN|\bFBAV|\bFB_IAB/, 'Facebook'],
	[/\bWhatsApp\b/, 'WhatsApp'],
	[/\bTelegram/, 'Telegram'],
	[/\bLine\//, 'Line'],
	[/MicroMessenger/, 'WeChat'],
	[/\bViber\b/, 'Viber'],
	[/\bSnapchat\b/, 'Snapchat'],
	[/\bTikTok|BytedanceWebview|musical_ly/, 'TikTok'],
	[/\bLinkedInApp\b/, 'LinkedIn'],
	[/\bGSA\//, 'the Google app'],
	[/; wv\)/, 'another app']
];

/** The app whose built-in browser this is, or null. Such browsers forget who was signed in, and may block cameras. */
export function inAppBrowser(userAgent: string): string | null {
	return APPS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
}
