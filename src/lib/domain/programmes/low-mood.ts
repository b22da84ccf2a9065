import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const lowMood: Programme = {
	id: 'low-mood',
	title: 'Out of low mood, step by step',
	summary: 'Depression: doing things again before one feels like it, then looking at thoughts.',
	minutes: 90,
	parts: [
		first(90, {
			title: 'What low mood does',
			aim: 'How thoughts, feelings, body and doing pull each other down, and where to begin.',
			measure: 'phq-9',
			skill: {
				prompt: 'What does low mood take away from you first?',
				notes: 'Draw the circle: less doing, less good in the day, lower mood. It turns the other way too.'
			},
			exercise: 'five-areas',
			prompt: 'One ordinary hour of a low day: what is in each of the five areas?',
			homework: 'Write down for three days what you did and how your mood was. Change nothing yet.'
		}),
		meeting(90, {
			title: 'Doing comes first',
			aim: 'Small planned activities that do not wait for the mood.',
			skill: {
				prompt: 'Which things made your mood a little lighter this week, and which heavier?',
				notes: 'Doing before feeling like it. Sort what people name: mastery, pleasure, connection, values.'
			},
			exercise: 'activity-plan',
			prompt: 'Choose three small things for this week. Guess the mood that each will bring.',
			homework: 'Do one of the three, and note how it really was.'
		}),
		meeting(90, {
			title: 'What matters to you',
			aim: 'From what must be done to what is worth doing.',
			skill: {
				prompt: 'When did you last lose track of time, in a good way?',
				notes: 'Values are directions, not goals. A small gap is no better a person than a large one.'
			},
			exercise: 'values-compass',
			prompt: 'How important is each part of life to you, and how much of it was in this week?',
			homework: 'One small step in the part of life with the widest gap.'
		}),
		meeting(90, {
			title: 'Catching a thought',
			aim: 'Noticing what goes through one’s mind when the mood drops.',
			measure: 'phq-9',
			skill: {
				prompt: 'What does your low mood say to you, word by word?',
				notes: 'A thought is something that happens, not a fact. Ask what went through the mind just then.'
			},
			exercise: 'thought-record-3',
			prompt:
				'Take a moment of this week when your mood dropped. What happened, what did you feel and think?',
			homework: 'Catch two thoughts and write them down as they were.'
		}),
		meeting(90, {
			title: 'Tricks of the mind',
			aim: 'Patterns of thinking that make low mood lower.',
			skill: {
				prompt: 'Which of these patterns do you know from yourself?',
				notes: 'Let people find their favourite trap with some humour. Nobody is made of their traps.'
			},
			exercise: 'thinking-traps',
			prompt: 'Take one thought of yours. Which traps are in it, and how would it sound fairer?',
			homework: 'Name a trap when you are in it, once a day.'
		}),
		meeting(90, {
			title: 'A fairer way to see it',
			aim: 'Weighing a thought, for and against.',
			skill: {
				prompt: 'What would you ask a friend who had this thought?',
				notes: 'Look for facts on both sides. Fair is the aim, cheerful is not.'
			},
			exercise: 'thought-record',
			prompt: 'Take a thought that stung. What speaks for it, what against, and what is fair?',
			homework: 'One whole thought record, on a day that is neither the best nor the worst.'
		}),
		meeting(90, {
			title: 'On your own side',
			aim: 'The tone in which one speaks to oneself.',
			skill: {
				prompt: 'How do you speak to yourself after a mistake? In whose voice?',
				notes: 'Kindness is no excuse and no praise. For some it feels false at first: say so beforehand.'
			},
			exercise: 'kind-letter',
			prompt: 'Write to yourself as you would to a friend who feels as you do.',
			homework: 'Read your letter once more, on a hard day.'
		}),
		last(90, {
			title: 'Keeping it going',
			aim: 'What helped, early signs, and a plan for low days to come.',
			measure: 'phq-9',
			prompt: 'What pulls your mood down, how do you notice early, and what do you do then?'
		})
	]
};
