import type { Exercise } from '../exercise.ts';
import { INTENSITY } from './scales.ts';

export const urgeSurfing: Exercise = {
	id: 'urge-surfing',
	title: 'Riding out an urge',
	summary: 'Watch an urge rise and fall like a wave, without acting on it.',
	intro:
		'An urge rises, stays a while, and falls, mostly within half an hour. You do not have to fight it or to follow it. Watch it, and note what you see.',
	minutes: 10,
	sharing: 'private',
	fields: [
		{
			id: 'trigger',
			kind: 'text',
			label: 'What set it off?',
			example: 'The argument on the phone, and then the empty flat.'
		},
		{
			id: 'needs',
			kind: 'choices',
			label: 'Are you one of these as well?',
			options: [
				{ id: 'hungry', label: 'Hungry' },
				{ id: 'angry', label: 'Angry' },
				{ id: 'lonely', label: 'Lonely' },
				{ id: 'tired', label: 'Tired' }
			]
		},
		{
			id: 'body',
			kind: 'text',
			label: 'Where in the body is it?',
			help: 'Tight, hot, hollow, restless: look at it as you would look at the weather.',
			example: 'A pull in my chest, and my hands will not keep still.'
		},
		{ id: 'start', kind: 'scale', label: 'How strong was it at the start?', ...INTENSITY },
		{ id: 'peak', kind: 'scale', label: 'At its highest', ...INTENSITY },
		{ id: 'end', kind: 'scale', label: 'At the end', ratesAgain: 'start', ...INTENSITY },
		{ id: 'minutes', kind: 'number', label: 'How long did it last?', least: 0, most: 600, unit: 'minutes' },
		{
			id: 'did',
			kind: 'long',
			label: 'What did you do meanwhile?',
			help: 'Breathing, holding something cold, walking, ringing somebody: whatever carried you.',
			example: 'Walked up and down the stairs and counted. Rang my brother.'
		},
		{
			id: 'outcome',
			kind: 'long',
			label: 'How did it end, and what do you take from it?',
			example: 'It was at 8 for ten minutes and then it went down by itself. I need not do what it says.'
		}
	]
};
