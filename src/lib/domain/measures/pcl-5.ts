import { counted, itemField, measure } from './measure.ts';

const options = counted(['Not at all', 'A little bit', 'Moderately', 'Quite a bit', 'Extremely']);

const items = [
	'Repeated, disturbing, and unwanted memories of the stressful experience?',
	'Repeated, disturbing dreams of the stressful experience?',
	'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
	'Feeling very upset when something reminded you of the stressful experience?',
	'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
	'Avoiding memories, thoughts, or feelings related to the stressful experience?',
	'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
	'Trouble remembering important parts of the stressful experience?',
	'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
	'Blaming yourself or someone else for the stressful experience or what happened after it?',
	'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
	'Loss of interest in activities that you used to enjoy?',
	'Feeling distant or cut off from other people?',
	'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
	'Irritable behavior, angry outbursts, or acting aggressively?',
	'Taking too many risks or doing things that could cause you harm?',
	'Being “superalert” or watchful or on guard?',
	'Feeling jumpy or easily startled?',
	'Having difficulty concentrating?',
	'Trouble falling or staying asleep?'
].map((label, index) => itemField({ id: `item-${index + 1}`, label, options }));

export const pcl5 = measure({
	id: 'pcl-5',
	title: 'PCL-5',
	summary: 'What a very stressful experience left behind, over the past month: twenty questions.',
	intro:
		'Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem carefully and then select one of the answers to indicate how much you have been bothered by that problem in the past month. In the past month, how much were you bothered by:',
	minutes: 8,
	fields: items,
	scoring: {
		credit:
			'PCL-5: Weathers, F.W., Litz, B.T., Keane, T.M., Palmieri, P.A., Marx, B.P., & Schnurr, P.P. (2013). The PTSD Checklist for DSM-5. National Center for PTSD, www.ptsd.va.gov. Public domain.',
		items: items.map((item) => item.id),
		...{ times: 1, most: 80, higherIsBetter: false },
		bands: [
			{ from: 0, label: 'below the provisional cut-off of 31 to 33' },
			{ from: 31, label: 'within the provisional cut-off of 31 to 33' },
			{ from: 34, label: 'above the provisional cut-off of 31 to 33' }
		],
		caution: 'A screening result, no diagnosis. The cut-off is provisional.'
	}
});
