import type { FlagId } from '#lib/domain/ids.ts';
import type { LinesForSomeone } from '#lib/domain/practice.ts';
import type { ContactCard } from '#lib/protocol/commands.ts';

/** Whom to call about an answer about safety, from the card that its author gave last at the door. */
export interface OpenedCard {
	flag: FlagId;
	phone: string;
	contact: ContactCard['emergencyContact'];
	/** Crisis lines of where they were. */
	help: LinesForSomeone;
}
