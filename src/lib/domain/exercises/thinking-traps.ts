import type { Exercise } from '../exercise.ts';

export const thinkingTraps: Exercise = {
	id: 'thinking-traps',
	title: 'Thinking traps',
	summary: 'Spot the twists a busy mind makes, and put the thought in fairer words.',
	intro:
		'Everyone’s mind takes short cuts. Some of them make things look worse than they are. Take one thought and see which short cuts may be in it.',
	minutes: 10,
	sharing: 'reveal',
	fields: [
		{
			id: 'thought',
			kind: 'long',
			label: 'A thought that has been bothering you',
			help: 'Write it as it sounds in your head.',
			example: 'I forgot one word in my talk. The whole thing was a mess and they all noticed.'
		},
		{
			id: 'traps',
			kind: 'choices',
			label: 'Which of these might be in it?',
			help: 'Choose as many as you like. Often it is two or three. None is an answer too.',
			options: [
				{
					id: 'all-or-nothing',
					label: 'All or nothing',
					help: 'It is perfect or it is useless. Nothing in between.'
				},
				{
					id: 'overgeneralising',
					label: 'Overgeneralising',
					help: 'It happened once, so it will be like this always.'
				},
				{ id: 'mental-filter', label: 'Mental filter', help: 'You see the one bad part and not the rest.' },
				{ id: 'discounting', label: 'Discounting the positive', help: 'Good things “do not count”.' },
				{
					id: 'mind-reading',
					label: 'Mind reading',
					help: 'You are sure what others think, but nobody said it.'
				},
				{
					id: 'fortune-telling',
					label: 'Fortune telling',
					help: 'You are sure how it will end, and it ends badly.'
				},
				{
					id: 'magnifying',
					label: 'Magnifying or shrinking',
					help: 'Slips look huge. What you did well looks tiny.'
				},
				{
					id: 'catastrophising',
					label: 'Catastrophising',
					help: 'You jump to the worst thing that could happen.'
				},
				{ id: 'emotional-reasoning', label: 'Feelings as proof', help: 'You feel it, so it must be true.' },
				{
					id: 'should',
					label: 'Should and must',
					help: 'A strict rule, and you are not allowed to miss it.'
				},
				{ id: 'labelling', label: 'Labelling', help: 'One word for a whole person: “loser”, “selfish”.' },
				{
					id: 'personalising',
					label: 'Taking it personally',
					help: 'It went wrong, so it must be because of you.'
				}
			]
		},
		{
			id: 'fairer',
			kind: 'long',
			label: 'How could you put it more fairly?',
			help: 'Think of how you would say it to someone you care about.',
			example: 'I lost one word and found it again. Most of the talk went all right.'
		}
	]
};
