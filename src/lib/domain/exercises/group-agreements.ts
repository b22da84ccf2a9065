import type { Exercise } from '../exercise.ts';

export const groupAgreements: Exercise = {
	id: 'group-agreements',
	title: 'Group agreements',
	summary: 'Write together what this group agrees on, and sign it line by line.',
	intro:
		'What do you need from each other to feel safe here? Write proposals in your own words. Then each of you ticks what you agree with. What not everybody agrees with is worth talking about.',
	minutes: 20,
	sharing: 'together',
	fields: [
		{
			id: 'proposals',
			kind: 'rows',
			label: 'We agree that…',
			help: 'Say what you would like, rather than what you forbid.',
			example: 'What is said here stays here.',
			item: 'agreement',
			mostRows: 15,
			columns: [
				{ id: 'proposal', kind: 'text', label: 'We agree that…' },
				{ id: 'agreed', kind: 'agreed', label: 'I agree', to: 'proposal' }
			],
			beginnings: {
				for: 'proposal',
				words: [
					'What is said here stays here.',
					'Everyone may pass, without a reason.',
					'We are alone and use headphones.',
					'We listen without giving advice, unless asked.',
					'We say when we leave early.'
				]
			}
		}
	]
};
