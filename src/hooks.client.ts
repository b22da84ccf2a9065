import { ownScript } from '#lib/ui/own-scripts.ts';

interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

// What a page may start as a worker (R39). Nothing else is made trusted: no markup, and no script from a string.
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
	createScriptURL: (address) => ownScript(address, location.origin)
});
