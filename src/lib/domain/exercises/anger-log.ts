import type { Exercise } from '../exercise.ts';
import { INTENSITY } from './scales.ts';

export const angerLog: Exercise = {
	id: 'anger-log',
	title: 'Anger log',
	summary:
		'Take one angry moment apart: what set it off, the body, the thought, what you did, what else you could do.',
	intro:
		'Anger tells you that something matters. Take one moment and look at its parts, without blaming yourself or others.',
	minutes: 10,
	sharing: 'reveal',
	fields: [
		{
			id: 'trigger',
			kind: 'long',
			label: 'What set it off?',
			example: 'He changed the plan without asking me.'
		},
		{ id: 'body', kind: 'text', label: 'Where did you feel it first?', example: 'Hot neck, tight fists.' },
		{
			id: 'thought',
			kind: 'long',
			label: 'What went through your mind?',
			help: 'The quick sentence or picture just before it rose.',
			example: 'He thinks I do not count.'
		},
		{ id: 'intensity', kind: 'scale', label: 'How strong was it?', ...INTENSITY },
		{ id: 'action', kind: 'long', label: 'What did you do?', example: 'I shouted and slammed the door.' },
		{
			id: 'outcome',
			kind: 'long',
			label: 'What came of it?',
			help: 'At once, and an hour later: for you and for others.',
			example: 'It was quiet for a day. I was ashamed, and the plan stayed as it was.'
		},
		{
			id: 'alternative',
			kind: 'long',
			label: 'What could you try next time?',
			example: 'Say “I need ten minutes”, walk round the block, then talk.'
		}
	]
};
