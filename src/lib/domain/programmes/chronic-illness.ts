import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const chronicIllness: Programme = {
	id: 'chronic-illness',
	title: 'Living with it',
	summary: 'Living with chronic illness: energy, worry, people around one, and what stays one’s own.',
	minutes: 90,
	parts: [
		first(90, {
			title: 'What the illness changed',
			aim: 'What is harder now, what is the same, and what acts on what.',
			measure: 'phq-4',
			skill: {
				prompt: 'Put on the line: before, now, and what you hope for.',
				notes: 'People are at different points. Being tired, eating and lying down are all right here.',
				template: 'timeline'
			},
			exercise: 'five-areas',
			prompt: 'One ordinary day with the illness: what is in each of the five areas?',
			homework: 'Notice once a day what gave you energy, and what took it.'
		}),
		meeting(90, {
			title: 'In our hands',
			aim: 'What one can change, what one can influence, what one cannot.',
			skill: {
				prompt: 'What about the illness do people believe is in your hands, and is not?',
				notes: 'Letting go of the outer ring is grief. Do not cheer people up.'
			},
			exercise: 'circle-of-control',
			prompt: 'Put cards where they belong. They may lie on a line.',
			homework: 'One thing from the inner ring.'
		}),
		meeting(90, {
			title: 'Energy is a budget',
			aim: 'Planning a week by energy.',
			skill: {
				prompt: 'What costs you more than others would think?',
				notes: 'Plan rest like an appointment. Something pleasant belongs into it, not only duties.'
			},
			exercise: 'activity-plan',
			prompt: 'Three things for this week, with the rest that each of them needs.',
			homework: 'Rest once before you have to.'
		}),
		meeting(90, {
			title: 'Worry about what comes',
			aim: 'Worries that can be acted on, and the others.',
			measure: 'phq-4',
			skill: {
				prompt: 'Which worry comes back most, and when?',
				notes: 'Some worries about an illness are realistic. Then ask what would help to carry them.'
			},
			exercise: 'worry-tree',
			prompt: 'Take one worry down the tree, and see where it comes out.',
			homework: 'Take one worry a day down the tree.'
		}),
		meeting(90, {
			title: 'People around you',
			aim: 'Telling, asking and refusing.',
			skill: {
				prompt: 'Which kind of help helps?',
				notes: 'Doctors, family, work: three different ways of saying it. Practise aloud.'
			},
			exercise: 'assertive-message',
			prompt: 'One thing that you want to ask of someone, in four sentences.',
			homework: 'Ask it.'
		}),
		meeting(90, {
			title: 'More than a patient',
			aim: 'What stays one’s own.',
			skill: {
				prompt: 'Who are you apart from the illness?',
				notes: 'Values can be lived on a small scale. Ask for the smallest form of each.'
			},
			exercise: 'values-compass',
			prompt: 'How important is each part of life to you, and how much of it was in this week?',
			homework: 'One small step in the part with the widest gap.'
		}),
		meeting(90, {
			title: 'A kinder voice',
			aim: 'Guilt, blame and speaking kindly to oneself.',
			measure: 'phq-4',
			skill: {
				prompt: 'What do you reproach yourself with?',
				notes: 'Being a burden comes up here. Let the group answer before you do.'
			},
			exercise: 'kind-letter',
			prompt: 'Write to yourself as you would to a friend with the same illness.',
			homework: 'Read your letter once on a bad day.'
		}),
		last(90, {
			title: 'Ups and downs to come',
			aim: 'A plan for worse days, and for better ones.',
			measure: 'phq-4',
			prompt: 'What brings you down, how do you notice early, and what do you do then?'
		})
	]
};
