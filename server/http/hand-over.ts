import type { App } from '../app.ts';

/**
 * The pages' bundle is a module graph of its own, so nothing can be imported across: the services are
 * handed over, under a name that `hooks.server.ts` knows too.
 */
export function handOver(app: App): void {
	(globalThis as Record<symbol, unknown>)[Symbol.for('hearth.app')] = app;
}
