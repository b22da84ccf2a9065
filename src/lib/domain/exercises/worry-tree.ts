import type { Condition, Exercise, Scale } from '../exercise.ts';

const WORRY: Scale = { least: 0, most: 10, step: 1, leastWord: 'no worry', mostWord: 'the most worry' };
const CAN_ACT: readonly Condition[] = [{ field: 'can-act', is: true }];

export const worryTree: Exercise = {
	id: 'worry-tree',
	title: 'Worry tree',
	summary: 'Sort a worry: can something be done about it, or is it time to let it pass?',
	intro:
		'Take one worry and follow it down the tree. At the end you have a small plan, or a way to let the worry pass for now.',
	minutes: 10,
	sharing: 'reveal',
	fields: [
		{
			id: 'worry',
			kind: 'long',
			label: 'What are you worried about?',
			help: 'One worry at a time. You can come back for the next.',
			example: 'The rent goes up in January and I may not be able to pay it.'
		},
		{ id: 'worry-before', kind: 'scale', label: 'How much does it worry you right now?', ...WORRY },
		{
			id: 'kind',
			kind: 'choice',
			label: 'What kind of worry is it?',
			options: [
				{
					id: 'practical',
					label: 'It is about something real, now or soon',
					help: 'There is a problem in front of you.'
				},
				{
					id: 'hypothetical',
					label: 'It is a “what if”',
					help: 'It has not happened, and it may never happen.'
				}
			]
		},
		{
			id: 'can-act',
			kind: 'yes-no',
			label: 'Is there anything you can do about it, even something small?',
			when: [{ field: 'kind', is: 'practical' }]
		},
		{
			id: 'timing',
			kind: 'choice',
			label: 'Can you do it now, or later?',
			when: CAN_ACT,
			options: [
				{ id: 'now', label: 'Now' },
				{ id: 'later', label: 'Later' }
			]
		},
		{
			id: 'what',
			kind: 'long',
			label: 'What will you do?',
			help: 'Make it so small that you can start it.',
			example: 'Phone the landlord and ask whether I may pay in two parts.',
			when: CAN_ACT
		},
		{
			id: 'when',
			kind: 'text',
			label: 'When will you do it?',
			example: 'Thursday after lunch.',
			when: [{ field: 'timing', is: 'later' }]
		},
		{ id: 'how-long', kind: 'text', label: 'How long will it take?', example: '15 minutes.', when: CAN_ACT },
		{
			id: 'refocus',
			kind: 'text',
			label: 'You can let this worry pass for now. What will you turn to instead?',
			help: 'Something that needs your hands, your eyes or another person works well.',
			example: 'Water the plants, then ring my sister.',
			when: [
				{ field: 'kind', is: 'hypothetical' },
				{ field: 'can-act', is: false },
				{ field: 'timing', is: 'later' }
			]
		},
		{
			id: 'worry-after',
			kind: 'scale',
			label: 'How much does it worry you now?',
			ratesAgain: 'worry-before',
			...WORRY
		}
	]
};
