import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const eating: Programme = {
	id: 'eating',
	title: 'Peace with eating',
	summary:
		'Eating difficulties: feelings around meals, urges, old rules. No weights, no numbers of the body.',
	minutes: 90,
	parts: [
		first(90, {
			title: 'What eating has to carry',
			aim: 'What food and body have come to stand for, and what keeps it going.',
			measure: 'phq-4',
			skill: {
				prompt: 'What does struggling with food do for you, and what does it cost?',
				notes: 'No numbers, no diets, no details of methods: say so now, and name it kindly when it comes up.'
			},
			exercise: 'five-areas',
			prompt: 'The hour around one hard meal: what was in each of the five areas?',
			homework: 'Notice once a day what you felt before eating.'
		}),
		meeting(90, {
			title: 'Feelings at the table',
			aim: 'Telling hunger from feeling.',
			skill: {
				prompt: 'How do you notice hunger? And what else feels like it?',
				notes: 'Regular meals come first. The log has no amounts, and nobody shows it to the group.'
			},
			exercise: 'meal-log',
			prompt: 'Today’s meals so far: what was around them?',
			homework: 'The log on three days that are ordinary.'
		}),
		meeting(90, {
			title: 'Link by link',
			aim: 'What leads up to a hard moment, and where it could go another way.',
			skill: {
				prompt: 'What comes long before the moment itself?',
				notes: 'Use an invented example. Look for the earliest link that can be changed.'
			},
			exercise: 'chain-analysis',
			prompt: 'One hard moment, link by link, as if you were only describing it.',
			homework: 'Do one thing differently at an early link.'
		}),
		meeting(90, {
			title: 'Riding out an urge',
			aim: 'An urge rises, peaks and falls.',
			measure: 'phq-4',
			skill: {
				prompt: 'What does an urge feel like in the body, and how long does it last?',
				notes: 'Draw the wave. Nobody needs to win against it: staying beside it is enough.'
			},
			exercise: 'urge-surfing',
			prompt: 'Remember a middling urge, and follow it from start to end.',
			homework: 'Ride out one urge for ten minutes.'
		}),
		meeting(90, {
			title: 'All or nothing',
			aim: 'Patterns of thinking about food, body and worth.',
			skill: {
				prompt: 'Which rules do you live by at the table?',
				notes: 'One slip is one slip. Look for the words always, never and must.'
			},
			exercise: 'thinking-traps',
			prompt: 'Take one thought about eating or your body. Which traps are in it?',
			homework: 'Soften one rule for one meal.'
		}),
		meeting(90, {
			title: 'An old rule and a new one',
			aim: 'What one believes about one’s worth.',
			skill: {
				prompt: 'What did you learn early about what makes a person good enough?',
				notes: 'Slow down here. Whoever does not want to go deep stays with a small rule.'
			},
			exercise: 'core-belief',
			prompt: 'One old rule, what does not fit it, and a rule that is fairer.',
			homework: 'Collect three things that do not fit the old rule.'
		}),
		meeting(90, {
			title: 'A kinder voice',
			aim: 'Speaking to oneself and one’s body as to a friend.',
			skill: {
				prompt: 'What has your body carried you through?',
				notes: 'What a body does, not how it looks. Allow anger and grief.'
			},
			exercise: 'kind-letter',
			prompt: 'Write to yourself, or to your body, as to a friend.',
			homework: 'Read your letter once before a hard meal.'
		}),
		last(90, {
			title: 'Keeping the peace',
			aim: 'Early signs, hard seasons, and who helps.',
			measure: 'phq-4',
			prompt: 'What pulls you back, how do you notice early, and what do you do in the first hour?'
		})
	]
};
