import type { Exercise } from '../exercise.ts';
import { BELIEF } from './scales.ts';

export const behaviouralExperiment: Exercise = {
	id: 'behavioural-experiment',
	title: 'Try it and see',
	summary: 'Put a belief to the test in real life, and look at what happened.',
	intro:
		'Some thoughts cannot be argued away, but they can be tested. Plan a small test, as a scientist would. Whatever comes out, you learn something.',
	minutes: 15,
	sharing: 'reveal',
	fields: [
		{
			id: 'belief',
			kind: 'long',
			label: 'The belief that you want to test',
			example: 'If I say no, people will drop me.'
		},
		{ id: 'belief-before', kind: 'scale', label: 'How much do you believe it?', ...BELIEF },
		{
			id: 'prediction',
			kind: 'long',
			label: 'If it is true, what will happen?',
			help: 'Something that you and others could see.',
			example: 'Kim will be angry and not write for a week.'
		},
		{
			id: 'test',
			kind: 'long',
			label: 'What will you do to find out, and when?',
			example: 'On Friday I will say that I cannot help with the move.'
		},
		{ id: 'result', kind: 'long', label: 'What happened?' },
		{
			id: 'belief-after',
			kind: 'scale',
			label: 'How much do you believe it now?',
			ratesAgain: 'belief-before',
			...BELIEF
		},
		{ id: 'conclusion', kind: 'long', label: 'What do you take from it?' }
	]
};
