/** What a browser says of the way it is connected by; not every browser does. */
interface ConnectionSays extends EventTarget {
	type?: string;
}

/**
 * Hears that this device is on another network, or on one again: what it had open is dead then, whatever the browser
 * says. A browser also tells each new guess at its own speed: that is no change.
 */
export function onNetworkChange(changed: () => void, { signal }: { signal: AbortSignal }): void {
	addEventListener('online', changed, { signal });
	const { connection } = navigator as Navigator & { connection?: ConnectionSays };
	let before = connection?.type;
	const hear = () => {
		const now = connection?.type;
		if (now === before) return;
		before = now;
		if (now !== 'none') changed();
	};
	connection?.addEventListener('change', hear, { signal });
}
