/**
 * Where the facilitator asks the group's attention to be. It belongs to the step, and the server holds everyone
 * to it; facilitators themselves are bound by none.
 */
export type Attention =
	/** Members may also look at earlier steps of today. */
	| 'free'
	/** Everyone is at the step on the stage: boards and tables of earlier ones are closed to members. */
	| 'follow'
	/** Inputs are frozen; what was made stays. */
	| 'hold'
	/** Members have the facilitators and their own sheet before them, and nothing of the others. */
	| 'focus'
	/** No chat; everything else goes on. */
	| 'quiet';

interface Words {
	name: string;
	/** What it does, for the facilitator who chooses it. */
	does: string;
	/** What members read while it holds; empty where nothing is closed to them. */
	told: string;
}

export const ATTENTIONS: Record<Attention, Words> = {
	follow: { name: 'Follow', does: 'Everyone is at this step.', told: '' },
	free: { name: 'Free', does: 'Members may also look at earlier steps of today.', told: '' },
	hold: {
		name: 'Hold',
		does: 'Nobody writes. What was written stays.',
		told: 'Writing is paused for a moment. What you made is kept.'
	},
	focus: {
		name: 'Focus',
		does: 'Members see you and their own sheet; boards, chat and the others step back.',
		told: 'Just you, your own sheet and your facilitator for a moment.'
	},
	quiet: { name: 'Quiet', does: 'No chat.', told: 'The chat is closed for a moment, so that it is quiet.' }
};

export const USUAL_ATTENTION: Attention = 'follow';

export function isAttention(text: string): text is Attention {
	return Object.hasOwn(ATTENTIONS, text);
}
