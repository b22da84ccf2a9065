import { createContext } from 'svelte';
import type { LiveSession } from './live-session.svelte.ts';

/** The live session that the components of its page belong to. */
export const [getLiveSession, setLiveSession] = createContext<LiveSession>();
