/** One way to hold a call, as the bench drives it. */
export interface Carrier {
	/** What happens before a person is let in: nothing of it counts. */
	prepare(): Promise<void>;
	/** The person is let in. */
	enter(): Promise<void>;
	/** Microphone and camera go on, where they are not yet. */
	turnOn(): Promise<void>;
	/** The pictures of the others, as they stand on the page. */
	faces(): HTMLVideoElement[];
}

/** What a person's page is told in its address. */
export interface Place {
	me: string;
	session: string;
	/** Everyone who will be in the call. */
	people: string[];
}
