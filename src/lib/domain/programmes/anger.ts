import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const anger: Programme = {
	id: 'anger',
	title: 'Anger with a steering wheel',
	summary: 'Anger: noticing it early, pausing, thinking again, and saying clearly what one needs.',
	minutes: 90,
	parts: [
		first(90, {
			title: 'What anger is for',
			aim: 'Anger as a signal, and the difference from what one does with it.',
			measure: 'phq-4',
			skill: {
				prompt: 'What was your anger right about, the last time?',
				notes: 'Anger is allowed, harm is not. Ask about safety at home, each person alone.'
			},
			exercise: 'anger-log',
			prompt: 'One time this week: what set it off, what did you notice, what did you do?',
			homework: 'Write down three times, also small ones.'
		}),
		meeting(90, {
			title: 'Early signs',
			aim: 'How the body says it before the words do.',
			skill: {
				prompt: 'What number is your anger now, from nothing to the most? How do you know?',
				notes: 'Draw a thermometer together: what is there at two, at five, at eight?'
			},
			exercise: 'body-scan-from-head',
			prompt: 'From head to foot: where do you hold anger, and where is there none?',
			homework: 'Note your number three times a day.'
		}),
		meeting(90, {
			title: 'The pause',
			aim: 'A few seconds before acting, and leaving in time.',
			skill: {
				prompt: 'What have you done that kept it from going further?',
				notes: 'Stop, breathe, look, go on. Time out: said beforehand, with a time to come back.'
			},
			exercise: 'pause-skill',
			prompt: 'One moment that could have used a pause. Let us go through it together.',
			homework: 'One pause a day, and tell somebody at home what time out means.'
		}),
		meeting(90, {
			title: 'Fuel for the fire',
			aim: 'Thoughts that make anger grow.',
			measure: 'phq-4',
			skill: {
				prompt: 'What do you say to yourself while it rises?',
				notes: 'Look for must, always, on purpose. The event, what one makes of it, what follows.'
			},
			exercise: 'abc',
			prompt: 'Take one time from your log: what happened, what did you make of it, what followed?',
			homework: 'Question one thought before you act on it.'
		}),
		meeting(90, {
			title: 'What lies underneath',
			aim: 'Hurt, fear and shame behind anger.',
			skill: {
				prompt: 'What might one feel just before anger?',
				notes: 'Go slowly, and let people pass. Mind reading is the usual trap.'
			},
			exercise: 'thinking-traps',
			prompt: 'One thought that made you angry. Which traps are in it, and how would it sound fairer?',
			homework: 'Tell one person what was underneath.'
		}),
		meeting(90, {
			title: 'Saying it clearly',
			aim: 'Asking for what one needs, firm and fair.',
			skill: {
				prompt: 'How do you hear criticism best?',
				notes: 'Practise in pairs, first badly, then well. Tone counts for more than words.'
			},
			exercise: 'assertive-message',
			prompt: 'One thing that you want to say to someone, in four sentences.',
			homework: 'Say it at a calm hour.'
		}),
		meeting(90, {
			title: 'Quarrels that come back',
			aim: 'Solving what keeps setting it off.',
			measure: 'phq-4',
			skill: {
				prompt: 'Which quarrel do you know by heart?',
				notes: 'Take one that many have. The problem against us, not you against me.'
			},
			exercise: 'problem-solving',
			prompt: 'One such quarrel, from what it is about to who does what.',
			homework: 'The first step of your own.'
		}),
		last(90, {
			title: 'Holding the wheel',
			aim: 'Hard places, early signs, and making amends.',
			measure: 'phq-4',
			prompt: 'Where does your anger still take over, how do you notice early, and what do you do then?'
		})
	]
};
