import type { Exercise } from '../exercise.ts';

export const kindLetter: Exercise = {
	id: 'kind-letter',
	title: 'A kind letter to yourself',
	summary: 'Write to yourself as you would to a good friend.',
	intro:
		'Write to yourself as a kind, wise friend would, who knows what you have been through. You can begin anywhere. Nobody has to read it.',
	minutes: 15,
	sharing: 'private',
	fields: [
		{
			id: 'letter',
			kind: 'long',
			label: 'Dear me…',
			help: 'What is hard right now? Why is it no wonder? What does your friend want you to know, and wish for you?',
			example: 'Dear me, no wonder you are tired: you have carried this for a long time…'
		}
	]
};
