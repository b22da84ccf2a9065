import type { GroupKind } from './group.ts';
import { KEPT_MONTHS } from './retention.ts';

/** Rises with every change of the words below: everybody is asked again on a new one (S16). */
export const CONSENT_VERSION = '2026-11-2';

/** The one sentence that is repeated wherever recording could be on somebody's mind. */
export const NOT_RECORDED = 'Hearth does not record; it cannot stop others recording.';

export interface ConsentPoint {
	id: 'online' | 'secrecy' | 'reporting' | 'kept' | 'freedom' | 'seen' | 'recording';
	title: string;
	words: string;
}

/** What a person agrees to before joining a group, in the words they are shown (S16). */
export function consentPoints(kind: GroupKind): ConsentPoint[] {
	return [
		{
			id: 'online',
			title: 'Meeting online',
			words:
				'Someone near you, or near another member, could see or hear the group. A link can break at a hard moment. Sit somewhere private, use headphones, and know whom you can call.'
		},
		{
			id: 'secrecy',
			title: 'What is said here',
			words:
				'We ask everyone to keep what they hear to themselves. Most members are not bound by law to do so, so share only what you are willing to trust the group with.'
		},
		{ id: 'reporting', title: 'When something must be told', words: reporting(kind) },
		{
			id: 'kept',
			title: 'What is kept, and for how long',
			words: `Boards, worksheets and check-ins can be kept so that you can look back at them. Before you write, each sheet says who can read it. What is kept is deleted ${KEPT_MONTHS / 12} years after the session, and the address you give for emergencies a day after it. You can take back what you showed, and ask for your own things to be deleted, at any time.`
		},
		{
			id: 'freedom',
			title: 'You can pass, and you can leave',
			words:
				'You may skip any question, stay silent, switch your camera off, or leave at any time. You never have to say why.'
		},
		{ id: 'seen', title: 'What facilitators can see', words: seen(kind) },
		{ id: 'recording', title: 'Recording', words: NOT_RECORDED }
	];
}

function reporting(kind: GroupKind): string {
	if (kind === 'peer') {
		return 'If someone is in serious danger, the person who runs this group may call for help, even if nobody wants it.';
	}
	return 'If someone is in serious danger, or a child is being hurt, the law may require your facilitator to tell others, even if nobody wants it. They will try to speak with you first.';
}

function seen(kind: GroupKind): string {
	if (kind === 'peer') {
		return 'The person who runs this group sees what the group sees: nothing private that you write. Whoever runs the server could technically read what is stored on it; voice and video go between the people in the room.';
	}
	return 'Your facilitators see what you give them: check-ins, and the sheets that say so before you write. They also see the address and phone number you give for emergencies, and you can see when they looked. Whoever runs the server could technically read what is stored on it; voice and video go between the people in the room.';
}
