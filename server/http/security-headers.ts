import type { ServerResponse } from 'node:http';
import type { Config } from '../config.ts';

/** The headers of every reply (R40, R42); the content security policy is the pages' own (svelte.config.js). */
export function setSecurityHeaders(response: ServerResponse, config: Pick<Config, 'secure'>): void {
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.setHeader('Referrer-Policy', 'no-referrer');
	response.setHeader('X-Frame-Options', 'DENY');
	response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
	response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
	response.setHeader(
		'Permissions-Policy',
		'camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=(), browsing-topics=()'
	);
	response.setHeader('Cache-Control', 'no-store');
	if (config.secure) {
		response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
	}
}
