import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const peerSupport: Programme = {
	id: 'peer-support',
	title: 'Beside each other',
	summary: 'A support group led by its own members: no measures, nobody reads anybody’s sheet.',
	minutes: 60,
	parts: [
		first(60, {
			title: 'Why we are here',
			aim: 'Getting to know each other, and what each can expect of the group.',
			skill: {
				prompt: 'What does a good group do, and what does it not do?',
				notes: 'We share what helped us. We give no treatment. Say where there is help in a crisis.'
			},
			exercise: 'three-good-things',
			prompt: 'Three things that were good this week, however small.',
			homework: 'Notice one good thing a day.'
		}),
		meeting(60, {
			title: 'In our hands',
			aim: 'Where effort is worth it.',
			skill: {
				prompt: 'What do you spend strength on that changes nothing?',
				notes: 'No advice unless someone asks for it. Experience is more use.'
			},
			exercise: 'circle-of-control',
			prompt: 'Put cards where they belong. They may lie on a line.',
			homework: 'One thing from the inner ring.'
		}),
		meeting(60, {
			title: 'A pause',
			aim: 'A few seconds before acting.',
			skill: {
				prompt: 'When do you act faster than you would like?',
				notes: 'Stop, breathe, look, go on. Whoever leads goes first.'
			},
			exercise: 'pause-skill',
			prompt: 'One moment that could have used a pause. Let us go through it together.',
			homework: 'One pause a day.'
		}),
		meeting(60, {
			title: 'What matters to you',
			aim: 'What is worth time and strength.',
			skill: {
				prompt: 'When did you last lose track of time, in a good way?',
				notes: 'Everyone’s compass is different. Nothing to compare.'
			},
			exercise: 'values-compass',
			prompt: 'How important is each part of life to you, and how much of it was in this week?',
			homework: 'One small step in one part of life.'
		}),
		meeting(60, {
			title: 'One problem, many heads',
			aim: 'Working on one member’s problem, at their wish.',
			skill: {
				prompt: 'Which problem is small enough for today?',
				notes: 'Its owner chooses, and says when it is enough.'
			},
			exercise: 'problem-solving',
			prompt: 'One problem, from what it is to who does what.',
			homework: 'The first step.'
		}),
		meeting(60, {
			title: 'Asking and saying no',
			aim: 'Clear and friendly words.',
			skill: {
				prompt: 'What is harder for you: asking, or saying no?',
				notes: 'Try it aloud with each other. Laughing is allowed.'
			},
			exercise: 'assertive-message',
			prompt: 'One thing that you want to say to someone, in four sentences.',
			homework: 'Say it at a calm hour.'
		}),
		meeting(60, {
			title: 'A kinder voice',
			aim: 'Speaking to oneself as to a friend.',
			skill: {
				prompt: 'What would you say to a friend that you never say to yourself?',
				notes: 'For some it feels false at first. That is all right.'
			},
			exercise: 'kind-letter',
			prompt: 'Write to yourself as you would to a friend.',
			homework: 'Read your letter once on a hard day.'
		}),
		last(60, {
			title: 'What we take along',
			aim: 'A plan for hard days, and whether and how to go on meeting.',
			prompt: 'What pulls you back, how do you notice early, and what do you do then?'
		})
	]
};
