import type { Exercise } from '../exercise.ts';
import { CONFIDENCE } from './scales.ts';

/** S of the catalogue: below this a smaller task is suggested. */
const SURE_ENOUGH = 7;

export const betweenSessions: Exercise = {
	id: 'between-sessions',
	title: 'Practice until next time',
	summary: 'One small task until the next session, with a plan for what could get in the way.',
	intro: 'Choose one thing to try before we meet again. Small and certain beats big and maybe.',
	minutes: 7,
	sharing: 'reveal',
	fields: [
		{
			id: 'task',
			kind: 'long',
			label: 'What will you try?',
			help: 'So small that it would fit on a bad day.',
			example: 'Note one worry a day and put it off.'
		},
		{ id: 'when', kind: 'text', label: 'When?', example: 'After breakfast.' },
		{ id: 'where', kind: 'text', label: 'Where?', example: 'At the kitchen table.' },
		{ id: 'how-long', kind: 'text', label: 'How long will it take?', example: 'Five minutes.' },
		{
			id: 'obstacle',
			kind: 'long',
			label: 'What could get in the way?',
			example: 'Visitors. Or I tell myself that it is silly.'
		},
		{
			id: 'plan',
			kind: 'long',
			label: 'And if it does, what then?',
			help: 'If that happens, then I…',
			example: 'If there are visitors, then I do it before I go to bed.'
		},
		{ id: 'confidence', kind: 'scale', label: 'How sure are you that you will do it?', ...CONFIDENCE },
		{
			id: 'smaller',
			kind: 'note',
			label:
				'That sounds like a big step. What would be half of it? A smaller task that you do is worth more.',
			when: [{ field: 'confidence', below: SURE_ENOUGH }]
		},
		{
			id: 'smaller-task',
			kind: 'text',
			label: 'A smaller version of it',
			when: [{ field: 'confidence', below: SURE_ENOUGH }]
		}
	]
};
