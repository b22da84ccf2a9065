import type * as Y from 'yjs';
import type { ChatLine } from './room.ts';

/** A room's call for a facilitator, and who has heard it. */
export interface Help {
	by: string;
	at: number;
	heardBy: string | null;
}

/** What a breakout has of its own besides its work: its chat, and its call for help. The server alone writes it. */
export const talkDocument = (doc: Y.Doc) => ({
	chat: doc.getArray<ChatLine>('chat'),
	/** The last call, under `THE`. */
	help: doc.getMap<Help>('help')
});
