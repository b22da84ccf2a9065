import type { Exercise } from '../exercise.ts';

export const chainAnalysis: Exercise = {
	id: 'chain-analysis',
	title: 'Link by link',
	summary: 'Look at one hard moment link by link, and find where a skill could break the chain.',
	intro:
		'Choose one moment that you want to understand, not to judge. Go through it like a film, slowly, one link after the other. Stop if it becomes too much.',
	minutes: 20,
	sharing: 'private',
	therapyOnly: true,
	restricted: 'own',
	fields: [
		{ id: 'behaviour', kind: 'long', label: 'What did you do that you want to understand?' },
		{
			id: 'vulnerabilities',
			kind: 'rows',
			label: 'What made you easier to knock over that day?',
			example: 'Slept four hours. Nothing to eat since noon.',
			item: 'thing',
			mostRows: 8,
			columns: [{ id: 'thing', kind: 'text', label: 'Something that made it harder' }]
		},
		{ id: 'event', kind: 'long', label: 'What set it off?' },
		{
			id: 'links',
			kind: 'rows',
			label: 'The links from there',
			help: 'What came next, and next, and next? The smaller the steps the better.',
			item: 'link',
			mostRows: 20,
			columns: [
				{
					id: 'kind',
					kind: 'choice',
					label: 'What kind of link?',
					options: [
						{ id: 'thought', label: 'Thought' },
						{ id: 'feeling', label: 'Feeling' },
						{ id: 'body', label: 'Body' },
						{ id: 'action', label: 'Action' }
					]
				},
				{ id: 'text', kind: 'text', label: 'What it was' }
			]
		},
		{ id: 'short', kind: 'long', label: 'What came of it straight away?' },
		{ id: 'long', kind: 'long', label: 'And later?' },
		{ id: 'repair', kind: 'long', label: 'Is there anything to put right, with yourself or others?' },
		{ id: 'skill', kind: 'long', label: 'At which link could a skill have helped, and which one?' }
	]
};
