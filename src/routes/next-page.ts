const HOME = '/home';
/** A base that no real address has: whatever leaves it was an address of somewhere else. */
const HERE = 'http://here.invalid';

/** Where to go after signing in: a page of ours and nothing else (R60). */
export function nextPage(wanted: unknown): string {
	if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, HERE)) return HOME;
	const url = new URL(wanted, HERE);
	return url.origin === HERE && !url.pathname.startsWith('//') ? url.pathname + url.search : HOME;
}
