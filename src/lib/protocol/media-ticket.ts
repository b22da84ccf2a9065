import type { PersonId } from '../domain/ids.ts';
import type { Carrier } from './sfu-protocol.ts';

/** So many people speak with each other in one room; whoever comes after them takes part in writing. */
export const CALL_MOST = 12;

/** What a browser needs to take part in the call of one session. The server issues it; it binds id to person. */
export interface MediaTicket {
	/** The signalling id: new with each ticket, bound to the person and the session. */
	id: string;
	/** Proves that the server issued `id`. It outlives a restart of the server. */
	token: string;
	/** Where signalling is reached: `/signal/<session>/`, to which a PeerJS client adds `peerjs`. */
	path: string;
	/** Ours alone, never a third party's; empty when no TURN server is configured. */
	iceServers: IceServer[];
	/** Media go through the TURN server alone, so nobody learns another's address (R38). */
	relayOnly: boolean;
	/** By which way media travel now; that, and who can be reached, is pushed as PEERS when it changes. */
	carrier: Carrier;
	epoch: number;
	/** Whether voice and pictures of one's own may go out; who looks on only receives. */
	sends: boolean;
	/** Who can be reached now. */
	peers: Reachable[];
}

export interface IceServer {
	urls: string[];
	username: string;
	credential: string;
}

/** A person in the call and the signalling id they are reached under. */
export interface Reachable {
	person: PersonId;
	id: string;
}
