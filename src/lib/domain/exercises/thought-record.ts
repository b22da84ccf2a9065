import { shortened, type Exercise } from '../exercise.ts';
import { BELIEF, STRENGTH } from './scales.ts';

const sevenColumns: Exercise = {
	id: 'thought-record',
	title: 'Thought record',
	summary: 'Slow a hard moment down, and look at the thought behind it from more than one side.',
	intro:
		'Pick one moment from this week that was hard, but not the hardest. Go through it slowly. There are no right answers, and you can leave any part empty.',
	minutes: 15,
	sharing: 'reveal',
	fields: [
		{
			id: 'situation',
			kind: 'long',
			label: 'What happened?',
			help: 'Where were you, and who was there? Write only what a camera would have seen and heard.',
			example: 'Monday, in the lunch room. I said hello to Sam. Sam walked past and said nothing.'
		},
		{
			id: 'moods',
			kind: 'rows',
			label: 'What did you feel?',
			help: 'Give each feeling one word, and say how strong it was at that moment.',
			example: 'Hurt, 70. Worried, 55.',
			item: 'feeling',
			mostRows: 8,
			columns: [
				{ id: 'name', kind: 'text', label: 'Feeling, in one word' },
				{ id: 'strength', kind: 'scale', label: 'How strong it was', ...STRENGTH }
			]
		},
		{
			id: 'thoughts',
			kind: 'rows',
			label: 'What went through your mind?',
			help: 'A thought can be a sentence, a picture or a memory. Then mark the one that stung the most.',
			example: '“Sam is angry with me”, believed 80. “I always get it wrong”, believed 60.',
			item: 'thought',
			mostRows: 8,
			columns: [
				{ id: 'thought', kind: 'long', label: 'The thought' },
				{ id: 'belief', kind: 'scale', label: 'How much you believed it', ...BELIEF },
				{ id: 'hot', kind: 'yes-no', label: 'This one stung the most' }
			]
		},
		{
			id: 'evidence-for',
			kind: 'rows',
			label: 'What speaks for the thought that stung the most?',
			help: 'Facts only: things another person could check.',
			example: 'Sam usually says hello back.',
			item: 'fact',
			mostRows: 10,
			columns: [{ id: 'fact', kind: 'long', label: 'A fact that speaks for it' }]
		},
		{
			id: 'evidence-against',
			kind: 'rows',
			label: 'What speaks against it, or does not fit?',
			help: 'What would you say to a friend who had this thought? Has it ever turned out differently?',
			example: 'Sam had headphones on. We laughed together on Friday.',
			item: 'fact',
			mostRows: 10,
			columns: [{ id: 'fact', kind: 'long', label: 'A fact that does not fit' }]
		},
		{
			id: 'balanced',
			kind: 'long',
			label: 'A fairer way to see it, with both sides in mind',
			help: 'It does not have to be cheerful. It has to be fair.',
			example: 'I do not know why Sam said nothing. It may have had nothing to do with me. I can ask.'
		},
		{
			id: 'balanced-belief',
			kind: 'scale',
			label: 'How much do you believe the fairer thought?',
			...BELIEF
		},
		{
			id: 'moods-after',
			kind: 'again',
			label: 'How strong are those feelings now?',
			help: 'They may be the same. That is fine too.',
			rows: 'moods',
			name: 'name',
			column: 'strength'
		}
	]
};

const threeColumns = shortened(sevenColumns, {
	id: 'thought-record-3',
	title: 'Thought record, short',
	summary: 'Notice what happened, what you felt and what you thought. A first step.',
	minutes: 8,
	fields: ['situation', 'moods', 'thoughts']
});

const fiveColumns = shortened(sevenColumns, {
	id: 'thought-record-5',
	title: 'Thought record, medium',
	summary: 'What happened, what you felt and thought, a fairer thought, and how you feel after.',
	minutes: 12,
	fields: ['situation', 'moods', 'thoughts', 'balanced', 'balanced-belief', 'moods-after']
});

export const thoughtRecord: Exercise = { ...sevenColumns, variants: [fiveColumns, threeColumns] };
