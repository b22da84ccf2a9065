import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const panicAndAnxiety: Programme = {
	id: 'panic-and-anxiety',
	title: 'Through fear, not around it',
	summary: 'Panic and anxiety: how the alarm works, worry that can wait, and brave steps on a ladder.',
	minutes: 90,
	parts: [
		first(90, {
			title: 'How the alarm works',
			aim: 'What fear does in body, thoughts and doing, and why it is not dangerous.',
			measure: 'gad-7',
			skill: {
				prompt: 'Where in your body do you notice fear first?',
				notes:
					'An alarm that is set too fine, in a house that is not on fire. Draw the curve: up, peak, down.'
			},
			exercise: 'five-areas',
			prompt: 'One moment of fear: what was in each of the five areas?',
			homework: 'Notice the alarm three times, and write down what set it off.'
		}),
		meeting(90, {
			title: 'Coming back to now',
			aim: 'Two ways to stay with a racing body.',
			skill: {
				prompt: 'What have you tried when the alarm goes off? What did it do, an hour later?',
				notes: 'Grounding is for staying, not for making fear go away. It must not become a safety behaviour.'
			},
			exercise: 'grounding',
			prompt: 'Five things you see, four you hear, three you touch. Take your time.',
			homework: 'Practise once a day when you are calm.'
		}),
		meeting(90, {
			title: 'Sorting worries',
			aim: 'Worries to act on, and worries to let go by.',
			skill: {
				prompt: 'Put some worries on the board: which of them can be acted on this week?',
				notes: 'Practical or hypothetical. Whoever is unsure asks: is there something I could do, and when?',
				template: 'circle-of-control'
			},
			exercise: 'worry-tree',
			prompt: 'Take one worry down the tree, and see where it comes out.',
			homework: 'Take one worry a day down the tree.'
		}),
		meeting(90, {
			title: 'Worry can wait',
			aim: 'A time and a place for worrying.',
			measure: 'gad-7',
			skill: {
				prompt: 'What would be a good time and place to worry, for fifteen minutes?',
				notes: 'Putting off is not pushing away. Most of what is put off has lost its pull by then.'
			},
			exercise: 'worry-time',
			prompt: 'Write down the worries of today. Which of them can wait?',
			homework: 'Keep your worry time on four days.'
		}),
		meeting(90, {
			title: 'The ladder',
			aim: 'What one avoids, in order, from easy to hard.',
			skill: {
				prompt: 'What would you do again if fear were no matter?',
				notes: 'Avoiding helps now and costs later. Rungs are concrete: where, with whom, how long.'
			},
			exercise: 'exposure-ladder',
			prompt: 'Build your ladder. A good first rung is hard, and you are fairly sure to do it.',
			homework: 'The lowest rung, twice.'
		}),
		meeting(90, {
			title: 'A brave step',
			aim: 'Staying until something is learned.',
			skill: {
				prompt: 'What do you do to feel safer in the middle of it? What would happen without it?',
				notes:
					'Prediction first, then the step, then what was learned. High distress is the work, not a failure.'
			},
			exercise: 'exposure-record',
			prompt: 'Plan your next step: what do you expect, and how sure are you?',
			homework: 'The step you planned, and what you learned.'
		}),
		meeting(90, {
			title: 'Try it and see',
			aim: 'Testing what fear predicts.',
			skill: {
				prompt: 'Which prediction of yours would you like to see tested?',
				notes: 'A good test can come out either way. Ask what would count as it having come true.'
			},
			exercise: 'behavioural-experiment',
			prompt: 'One belief, one prediction, one test.',
			homework: 'Do the test and write down the result.'
		}),
		last(90, {
			title: 'When the alarm rings again',
			aim: 'What helped, early signs of avoiding, and a plan.',
			measure: 'gad-7',
			prompt: 'What draws you back to avoiding, how do you notice early, and what do you do then?'
		})
	]
};
