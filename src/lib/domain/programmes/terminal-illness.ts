import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const terminalIllness: Programme = {
	id: 'terminal-illness',
	title: 'The time there is',
	summary:
		'Living with terminal illness: short sessions on what matters, what is hard to say, and being held.',
	minutes: 60,
	parts: [
		first(60, {
			title: 'Being here together',
			aim: 'Who we are, and what we do not have to explain here.',
			skill: {
				prompt: 'What do you not have to explain here?',
				notes: 'Agree on what happens when someone is too ill to come, and when someone dies.'
			},
			exercise: 'circle-of-control',
			prompt: 'What is in our hands, what within our reach, what out of our hands?',
			homework: 'One thing from the inner ring that does you good.'
		}),
		meeting(60, {
			title: 'What matters now',
			aim: 'What one wants the time to hold.',
			skill: {
				prompt: 'What has become more important, and what less?',
				notes: 'Small and concrete: a smell, a voice, a place. No lists to be ticked off.'
			},
			exercise: 'values-compass',
			prompt: 'How important is each part of life to you now? Leave out what no longer counts.',
			homework: 'One small thing from the part that matters most.'
		}),
		meeting(60, {
			title: 'Fear at night',
			aim: 'Worries that can be acted on, and company for the others.',
			measure: 'phq-4',
			skill: {
				prompt: 'What do you think of when you lie awake?',
				notes: 'Fear of pain, of being alone, of those who stay. Questions for doctors go on a list.'
			},
			exercise: 'worry-tree',
			prompt: 'Take one worry down the tree. Some end with another person.',
			homework: 'Put one question to your doctor or nurse.'
		}),
		meeting(60, {
			title: 'What is hard to say',
			aim: 'Words for those one loves, and limits for others.',
			skill: {
				prompt: 'What do you want said while there is time? And what would you rather not talk about?',
				notes: 'Thank you, forgive me, I love you, goodbye. Not everything has to be mended.'
			},
			exercise: 'assertive-message',
			prompt: 'One thing that you want to say to someone, in your own words.',
			homework: 'Say it, write it, or keep it for later.'
		}),
		meeting(60, {
			title: 'What remains',
			aim: 'What one has given, and gentleness with oneself.',
			skill: {
				prompt: 'What of you is in other people?',
				notes: 'Dignity is in being seen. Let silence be.'
			},
			exercise: 'kind-letter',
			prompt: 'Write a letter: to yourself, or to someone who will read it one day.',
			homework: 'Do with the letter what you like.'
		}),
		last(60, {
			title: 'Hard days, and goodbye',
			aim: 'A plan for hard days, and taking leave of each other.',
			measure: 'phq-4',
			prompt: 'Here it is a map for hard days: what makes them hard, what helps, and who comes.'
		})
	]
};
