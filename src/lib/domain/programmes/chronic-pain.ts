import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const chronicPain: Programme = {
	id: 'chronic-pain',
	title: 'A life around pain',
	summary: 'Chronic pain: pacing, a calmer body, thoughts about pain, and room for what matters.',
	minutes: 90,
	parts: [
		first(90, {
			title: 'Pain and everything around it',
			aim: 'How pain, mood, sleep and doing act on each other.',
			measure: 'phq-4',
			skill: {
				prompt: 'What turns your pain up, and what turns it down a little?',
				notes: 'Pain is real, always. A dial with many hands on it. Invite people to stand or lie down.'
			},
			exercise: 'five-areas',
			prompt: 'One hour with strong pain: what was in each of the five areas?',
			homework: 'Notice twice a day what you did before pain rose.'
		}),
		meeting(90, {
			title: 'Too much, too little',
			aim: 'The rhythm of overdoing and paying for it, and pacing instead.',
			skill: {
				prompt: 'Draw a week of yours as a line: where did you do too much?',
				notes: 'Boom and bust. Pacing goes by time and plan, not by how it feels today.',
				template: 'timeline'
			},
			exercise: 'pain-diary',
			prompt: 'Today so far: pain, activity and rest.',
			homework: 'The diary on three days.'
		}),
		meeting(90, {
			title: 'Letting the body down gently',
			aim: 'Tension that comes on top of pain, and letting some of it go.',
			skill: {
				prompt: 'Where do you hold on when it hurts?',
				notes: 'Nothing has to relax. Leave out parts of the body where attention makes it worse.'
			},
			exercise: 'body-scan-from-head',
			prompt: 'From head to foot: notice how tense each part is, and leave it as it is.',
			homework: 'Once a day, for five minutes.'
		}),
		meeting(90, {
			title: 'Small and steady',
			aim: 'Doing a little, often, also on good days.',
			measure: 'phq-4',
			skill: {
				prompt: 'What would you like to be able to do again, for ten minutes?',
				notes: 'Find the amount that is possible on a bad day and begin below it.'
			},
			exercise: 'activity-plan',
			prompt: 'Three small things for this week, each with a rest planned.',
			homework: 'Stop one of them while it still feels good.'
		}),
		meeting(90, {
			title: 'What pain makes you think',
			aim: 'Thoughts that make pain louder.',
			skill: {
				prompt: 'What goes through your mind when pain rises?',
				notes: 'Thoughts about pain, not thoughts that cause it. Take care: nobody imagines their pain.'
			},
			exercise: 'thought-record-5',
			prompt: 'Take a moment when pain rose. What did you think, and what would be fairer?',
			homework: 'Catch one such thought and answer it.'
		}),
		meeting(90, {
			title: 'Room for what matters',
			aim: 'Moving towards values with pain along.',
			skill: {
				prompt: 'What have you put off until the pain is gone?',
				notes: 'Both are true: it hurts, and this matters. Grief is welcome.'
			},
			exercise: 'values-compass',
			prompt: 'How important is each part of life to you, and how much of it was in this week?',
			homework: 'One small step in one part of life.'
		}),
		meeting(90, {
			title: 'Saying what you need',
			aim: 'Asking, refusing and explaining pain to others.',
			skill: {
				prompt: 'What do you wish people understood about your pain?',
				notes: 'Practise aloud in the exercise. Short and friendly beats complete.'
			},
			exercise: 'assertive-message',
			prompt: 'One thing that you want to ask of someone, in four sentences.',
			homework: 'Say it, or write it.'
		}),
		last(90, {
			title: 'A plan for bad days',
			aim: 'Flare-ups will come: early signs and a plan for the first hour.',
			measure: 'phq-4',
			prompt: 'What brings on a flare-up, how do you notice early, and what do you do then?'
		})
	]
};
