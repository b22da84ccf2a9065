/** Where the build puts what it made. */
const BUILT = '/_app/';

/** The address, when it is one of our own build's; throws for any other. */
export function ownScript(address: string, origin: string): string {
	const url = new URL(address, origin);
	if (url.origin !== origin || !url.pathname.startsWith(BUILT)) {
		throw new TypeError('Only scripts of this Hearth’s own run here.');
	}
	return url.href;
}
