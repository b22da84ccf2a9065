/** What the invented group made in its past sessions. */

export interface PastSession {
	title: string;
	daysAgo: number;
	/** Mood 0-10, energy 0-10, one word; a member each. */
	checkIns: [number, number, string][];
	sheets: {
		situation: string;
		feeling: string;
		strength: number;
		thought: string;
		belief: number;
		balanced: string;
		balancedBelief: number;
	}[];
	/** What the members put on the board, a note each, and where. */
	notes: [words: string, x: number, y: number][];
	/** Drawn round one of the notes by hand. */
	ring: { x: number; y: number };
	chat: string;
}

export const PAST_SESSIONS: PastSession[] = [
	{
		title: 'Noticing thoughts',
		daysAgo: 14,
		checkIns: [
			[2.5, 3, 'tired'],
			[5, 4, 'wary'],
			[5, 6, 'all right'],
			[2.5, 2, 'heavy'],
			[7.5, 6, 'curious']
		],
		sheets: [
			{
				situation: 'My manager asked to talk “for a minute”.',
				feeling: 'Dread',
				strength: 80,
				thought: 'I have done something wrong and will be told off.',
				belief: 85,
				balanced: 'Most of her short talks have been about the rota.',
				balancedBelief: 60
			},
			{
				situation: 'A friend did not answer my message all day.',
				feeling: 'Hurt',
				strength: 60,
				thought: 'I am too much for people.',
				belief: 70,
				balanced: 'She works long days. She has always answered in the end.',
				balancedBelief: 65
			},
			{
				situation: 'The bus was crowded and I had to stand.',
				feeling: 'Panic',
				strength: 75,
				thought: 'I will faint and everyone will stare.',
				belief: 60,
				balanced: 'I have felt this many times and have not fainted once.',
				balancedBelief: 70
			},
			{
				situation: 'I woke at four and could not sleep again.',
				feeling: 'Worry',
				strength: 65,
				thought: 'Tomorrow is ruined.',
				belief: 75,
				balanced: 'I have had slow days after bad nights, and they passed.',
				balancedBelief: 55
			},
			{
				situation: 'I had to speak first in the meeting.',
				feeling: 'Shaky',
				strength: 50,
				thought: 'They can hear my voice tremble.',
				belief: 60,
				balanced: 'Nobody said a word about it, and two people thanked me.',
				balancedBelief: 75
			}
		],
		notes: [
			['What others think', 330, 110],
			['My sleep, a little', 258, 425],
			['Asking for help', 530, 420],
			['The weather', 1030, 110],
			['How I speak to myself', 830, 420]
		],
		ring: { x: 650, y: 495 },
		chat: 'Thank you all. Same time next Tuesday.'
	},
	{
		title: 'Testing thoughts',
		daysAgo: 7,
		checkIns: [
			[5, 5, 'steadier'],
			[5, 5, 'here'],
			[7.5, 6, 'lighter'],
			[5, 3, 'slow'],
			[7.5, 7, 'good']
		],
		sheets: [
			{
				situation: 'I handed in the report a day late.',
				feeling: 'Shame',
				strength: 60,
				thought: 'They will think that I do not care.',
				belief: 60,
				balanced: 'I said beforehand that it would be late, and that was fine.',
				balancedBelief: 75
			},
			{
				situation: 'My sister talked over me at dinner.',
				feeling: 'Anger',
				strength: 55,
				thought: 'What I say does not count.',
				belief: 50,
				balanced: 'She talks over everyone. My cousin asked me about it later.',
				balancedBelief: 70
			},
			{
				situation: 'I took the train alone.',
				feeling: 'Fear',
				strength: 50,
				thought: 'I will have to get off.',
				belief: 45,
				balanced: 'I stayed on for three stops more than last time.',
				balancedBelief: 85
			},
			{
				situation: 'I cancelled a walk with a neighbour.',
				feeling: 'Guilt',
				strength: 55,
				thought: 'She will not ask me again.',
				belief: 60,
				balanced: 'She wrote “another day then”, with a smile.',
				balancedBelief: 65
			},
			{
				situation: 'A stranger looked at me in the shop.',
				feeling: 'Unease',
				strength: 40,
				thought: 'He sees that something is wrong with me.',
				belief: 40,
				balanced: 'People look around in shops. I do it too.',
				balancedBelief: 85
			}
		],
		notes: [
			['Going step by step', 530, 420],
			['Other people’s moods', 330, 110],
			['What I read at night', 1105, 425],
			['The past', 1030, 745],
			['Saying no', 830, 420]
		],
		ring: { x: 950, y: 495 },
		chat: 'Well done, everybody. Be kind to yourselves this week.'
	}
];
