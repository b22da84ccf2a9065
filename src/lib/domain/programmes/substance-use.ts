import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const substanceUse: Programme = {
	id: 'substance-use',
	title: 'Using less, living more',
	summary: 'Substance use: both sides of a change, urges, saying no, and a map for slippery places.',
	minutes: 90,
	parts: [
		first(90, {
			title: 'Both sides of a change',
			aim: 'What using gives, what it takes, and what one wants.',
			measure: 'phq-4',
			skill: {
				prompt: 'What would be a good evening, a year from now?',
				notes: 'Nobody is persuaded. Say how you deal with people who come having used.'
			},
			exercise: 'decisional-balance',
			prompt: 'What is good and not so good, about changing and about staying as it is?',
			homework: 'Read your sheet once more, and add what is missing.'
		}),
		meeting(90, {
			title: 'Where you want to get to',
			aim: 'Goals that one can tell whether one has reached.',
			skill: {
				prompt: 'How would somebody else notice that you are nearer to it?',
				notes: 'Less and none are both goals. Withdrawal can be dangerous: ask about medical advice.'
			},
			exercise: 'goals',
			prompt: 'One or two goals: where you are now, and where you want to be when the group ends.',
			homework: 'One step so small that it is hard not to do it.'
		}),
		meeting(90, {
			title: 'Riding out an urge',
			aim: 'An urge rises, peaks and falls.',
			skill: {
				prompt: 'Hungry, angry, lonely, tired: which one is it for you?',
				notes: 'Draw the wave. Ask what people did in the last urge that they did not follow.'
			},
			exercise: 'urge-surfing',
			prompt: 'Remember a middling urge, and follow it from start to end.',
			homework: 'Ride out one urge and write it down.'
		}),
		meeting(90, {
			title: 'How it comes to it',
			aim: 'The links before using, and where to turn off.',
			measure: 'phq-4',
			skill: {
				prompt: 'Which small decisions came long before it?',
				notes: 'Decisions that seem to have nothing to do with it: the way home, the money in the pocket.'
			},
			exercise: 'chain-analysis',
			prompt: 'One time that you used, link by link. Where could you have turned off?',
			homework: 'Change one early link.'
		}),
		meeting(90, {
			title: 'Saying no',
			aim: 'Refusing, with few words and without a fight.',
			skill: {
				prompt: 'Who offers it to you, and how?',
				notes: 'Practise in pairs: clear, friendly, no reasons. Leaving is an answer too.'
			},
			exercise: 'assertive-message',
			prompt: 'Your own no, in words that you would really use.',
			homework: 'Say it aloud three times, then once for real.'
		}),
		meeting(90, {
			title: 'Trouble that does not go away',
			aim: 'Solving a problem without using.',
			skill: {
				prompt: 'Which problems is it meant to solve?',
				notes: 'Take one that many have. Ideas first, judging later.'
			},
			exercise: 'problem-solving',
			prompt: 'One problem of the group, from what it is to who does what.',
			homework: 'The first step of a problem of your own.'
		}),
		meeting(90, {
			title: 'Filling the time',
			aim: 'What comes into the place of using.',
			measure: 'phq-4',
			skill: {
				prompt: 'Which hours are empty now?',
				notes: 'Mastery, pleasure, connection, values. With people who do not use, if there are some.'
			},
			exercise: 'activity-plan',
			prompt: 'Three things for the hours that are hardest.',
			homework: 'Do one of them with somebody.'
		}),
		last(90, {
			title: 'A map for slippery places',
			aim: 'A slip is not a fall: triggers, early signs, the first hour.',
			measure: 'phq-4',
			prompt:
				'What pulls you back, how do you notice early, and what do you do in the first hour after a slip?'
		})
	]
};
