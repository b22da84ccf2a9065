import { first, last, meeting } from './meeting.ts';
import type { Programme } from './programme.ts';

export const selfHarmCoping: Programme = {
	id: 'self-harm-coping',
	title: 'Other ways through',
	summary: 'Self-harm, coping skills: a plan for hard hours first, then skills for urges and feelings.',
	minutes: 90,
	parts: [
		first(90, {
			title: 'A plan for hard hours',
			aim: 'Everyone leaves the first session with a plan and with numbers to call.',
			measure: 'phq-9',
			skill: {
				prompt: 'What helps to get through ten minutes?',
				notes: 'No methods, no details, no showing. Speak with each person before the group about their risk.'
			},
			exercise: 'coping-plan',
			prompt: 'Your own plan. Begin with what you notice first, and with one person.',
			homework: 'Put your plan where you find it at night.'
		}),
		meeting(90, {
			title: 'Coming back to now',
			aim: 'Grounding when feelings flood.',
			skill: {
				prompt: 'What do your senses hold on to when all is too much?',
				notes: 'Try it together with open eyes. Cold water, weight, sound: collect what people have at hand.'
			},
			exercise: 'grounding',
			prompt: 'Five things you see, four you hear, three you touch. Take your time.',
			homework: 'Practise once a day when it is easy.'
		}),
		meeting(90, {
			title: 'The pause',
			aim: 'A few seconds between feeling and acting.',
			measure: 'phq-9',
			skill: {
				prompt: 'What happens in the seconds before you act?',
				notes: 'Stop, breathe, look, go on. Practise with small annoyances first.'
			},
			exercise: 'pause-skill',
			prompt: 'One moment that could have used a pause. Let us go through it together.',
			homework: 'One pause a day, for something small.'
		}),
		meeting(90, {
			title: 'Riding out an urge',
			aim: 'An urge rises, peaks and falls.',
			skill: {
				prompt: 'How does an urge tell you that it is coming?',
				notes: 'Draw the wave. Remind everyone of their plan for hard hours and of Support.'
			},
			exercise: 'urge-surfing',
			prompt: 'Remember a middling urge, and follow it from start to end.',
			homework: 'Ride out one urge, with your plan beside you.'
		}),
		meeting(90, {
			title: 'Link by link',
			aim: 'Where the chain could break.',
			measure: 'phq-9',
			skill: {
				prompt: 'What makes a day one on which you are easily hurt?',
				notes: 'Use an invented example on the board. Own chains stay on own sheets.'
			},
			exercise: 'chain-analysis',
			prompt: 'One hard moment, link by link. Where could a skill come in?',
			homework: 'Try the skill that you chose, at that link.'
		}),
		meeting(90, {
			title: 'A week of skills',
			aim: 'Seeing which skills help with which feelings.',
			skill: {
				prompt: 'Which skills have you used, and what were they good for?',
				notes: 'Every skill counts that did no harm, also one that did not help.'
			},
			exercise: 'skills-diary',
			prompt: 'Fill in today, and begin the card for the week.',
			homework: 'The card, every evening.'
		}),
		meeting(90, {
			title: 'Asking for help',
			aim: 'Words for needing someone.',
			measure: 'phq-9',
			skill: {
				prompt: 'What makes it hard to ask? What would you want someone to answer?',
				notes: 'Practise short messages. A message can be written now and sent later.'
			},
			exercise: 'assertive-message',
			prompt: 'A message that you could send on a hard day, to a person you choose.',
			homework: 'Tell that person what such a message would mean.'
		}),
		last(90, {
			title: 'Staying safe',
			aim: 'Early signs, the first hour, and who is there after the group.',
			measure: 'phq-9',
			prompt: 'What pulls you back, how do you notice early, and what do you do in the first hour?'
		})
	]
};
