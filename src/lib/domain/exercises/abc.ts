import type { Exercise } from '../exercise.ts';
import { BELIEF, STRENGTH } from './scales.ts';

export const abc: Exercise = {
	id: 'abc',
	title: 'ABC',
	summary: 'What happened, what you told yourself about it, and what came of that. Then a second look.',
	intro:
		'It is often not the event alone that hurts, but what we tell ourselves about it. Take one moment and pull the two apart.',
	minutes: 15,
	sharing: 'reveal',
	fields: [
		{
			id: 'event',
			kind: 'long',
			label: 'A: What happened?',
			help: 'Only what a camera would have seen.',
			example: 'My brother did not ring on my birthday.'
		},
		{
			id: 'beliefs',
			kind: 'rows',
			label: 'B: What did you tell yourself about it?',
			example: '“I do not matter to him”, believed 75.',
			item: 'belief',
			mostRows: 8,
			columns: [
				{ id: 'belief', kind: 'long', label: 'What you told yourself' },
				{ id: 'strength', kind: 'scale', label: 'How much you believed it', ...BELIEF }
			]
		},
		{
			id: 'emotions',
			kind: 'rows',
			label: 'C: What did you feel?',
			item: 'feeling',
			mostRows: 8,
			columns: [
				{ id: 'name', kind: 'text', label: 'Feeling, in one word' },
				{ id: 'strength', kind: 'scale', label: 'How strong it was', ...STRENGTH }
			]
		},
		{
			id: 'body',
			kind: 'choices',
			label: 'C: What did your body do?',
			options: [
				{ id: 'heart', label: 'Heart beat fast' },
				{ id: 'breath', label: 'Short of breath' },
				{ id: 'stomach', label: 'Tight or sick stomach' },
				{ id: 'shoulders', label: 'Tight shoulders or jaw' },
				{ id: 'hot', label: 'Hot or sweating' },
				{ id: 'shaking', label: 'Shaking' },
				{ id: 'heavy', label: 'Heavy or tired' },
				{ id: 'numb', label: 'Numb, far away' }
			]
		},
		{
			id: 'behaviour',
			kind: 'long',
			label: 'C: What did you do?',
			example: 'I did not answer his message the day after.'
		},
		{
			id: 'dispute',
			kind: 'long',
			label: 'What would you say against B?',
			help: 'Is it a fact? Is there another way to see it? Does it help you to think so?',
			example: 'He forgets everyone’s birthday. He came at once when I moved house.'
		},
		{
			id: 'effect',
			kind: 'long',
			label: 'If you believed that instead, what would be different?',
			example: 'I would be a bit sad, not bitter, and I would ring him.'
		}
	]
};
