/** Null where the browser keeps nothing, as with all cookies blocked: then a choice lasts as long as the page. */
export function tabStorage(): Storage | null {
	try {
		return sessionStorage;
	} catch {
		return null;
	}
}
