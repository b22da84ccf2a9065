/** Questionnaires as other systems write them, with much in them that we have no word for. */

const STRUCTURE = 'http://hl7.org/fhir/StructureDefinition';
const CONTROLS = 'http://hl7.org/fhir/questionnaire-item-control';
const control = (code: string) => ({
	url: `${STRUCTURE}/questionnaire-itemControl`,
	valueCodeableConcept: { coding: [{ system: CONTROLS, code }] }
});
const weighed = (code: string, display: string, weight: number) => ({
	valueCoding: {
		...{ system: 'urn:example:often', code, display },
		extension: [{ url: `${STRUCTURE}/ordinalValue`, valueDecimal: weight }]
	}
});

const OFTEN = [
	weighed('never', 'Never', 0),
	weighed('sometimes', 'Sometimes', 1),
	weighed('often', 'Often', 2)
];

export const INTAKE_R4 = {
	resourceType: 'Questionnaire',
	id: 'keep-me',
	url: 'https://example.org/first',
	version: '7',
	name: 'FirstConversation',
	title: 'First conversation',
	status: 'draft',
	publisher: 'Somebody',
	description: 'Some questions before we meet. Leave out what you like.',
	effectivePeriod: { start: '2026-01-01' },
	extension: [{ url: 'https://example.org/rendering', valueString: 'two columns' }],
	contained: [
		{
			resourceType: 'ValueSet',
			id: 'ways',
			status: 'active',
			compose: {
				include: [
					{
						system: 'urn:example:ways',
						concept: [
							{ code: 'talk', display: 'By talking' },
							{ code: 'do', display: 'By doing things' }
						]
					}
				]
			}
		}
	],
	item: [
		{
			linkId: '1',
			text: 'About your days',
			type: 'group',
			prefix: 'A',
			item: [
				{
					linkId: '1.1',
					text: 'How well do you sleep?',
					type: 'integer',
					required: true,
					code: [{ system: 'urn:example:sleep', code: 'sleep' }],
					extension: [
						control('slider'),
						{ url: `${STRUCTURE}/minValue`, valueInteger: 0 },
						{ url: `${STRUCTURE}/maxValue`, valueInteger: 10 },
						{ url: `${STRUCTURE}/questionnaire-sliderStepValue`, valueInteger: 1 }
					],
					item: [
						{ linkId: '1.1.a', text: 'badly', type: 'display', extension: [control('lower')] },
						{ linkId: '1.1.b', text: 'very well', type: 'display', extension: [control('upper')] }
					]
				},
				{ linkId: '1.2', text: 'How often do you go out?', type: 'open-choice', answerOption: OFTEN },
				{
					linkId: '1.3',
					text: 'What stops you?',
					type: 'text',
					maxLength: 500,
					enableWhen: [
						{ question: '1.2', operator: '!=', answerCoding: { system: 'urn:example:often', code: 'often' } }
					],
					item: [
						{
							linkId: '1.3.h',
							text: 'A few words are enough.',
							type: 'display',
							extension: [control('help')]
						}
					]
				},
				{
					linkId: '1.4',
					text: 'How many hours do you work?',
					type: 'decimal',
					extension: [
						{ url: `${STRUCTURE}/minValue`, valueDecimal: 0 },
						{ url: `${STRUCTURE}/maxValue`, valueDecimal: 80 },
						{ url: `${STRUCTURE}/questionnaire-unit`, valueCoding: { code: 'h', display: 'hours' } }
					]
				}
			]
		},
		{
			linkId: '2',
			text: 'Who helps you?',
			type: 'group',
			repeats: true,
			item: [
				{ linkId: '2.1', text: 'Name', type: 'string' },
				{
					linkId: '2.x',
					text: 'More of them',
					type: 'group',
					item: [
						{ linkId: '2.2', text: 'How', type: 'choice', repeats: true, answerValueSet: '#ways' },
						{ linkId: '2.3', text: 'Since when', type: 'date' }
					]
				}
			]
		},
		{ linkId: '3', text: 'What do you wish for?', type: 'string', repeats: true },
		{ linkId: '4', text: 'Are you seeing a doctor?', type: 'boolean', initial: [{ valueBoolean: false }] },
		{ linkId: '5', text: 'A picture of your garden', type: 'attachment' },
		{
			linkId: '6',
			text: 'SNOMED-words',
			type: 'string',
			extension: [{ url: `${STRUCTURE}/questionnaire-hidden`, valueBoolean: true }]
		}
	]
};

type Item = Record<string, unknown> & { type: string; item?: Item[] };

/** The same, as R5 writes it. */
export const INTAKE_R5 = {
	...INTAKE_R4,
	copyrightLabel: '2026 Somebody',
	versionAlgorithmString: 'semver',
	item: (INTAKE_R4.item as Item[]).map(asR5)
};

function asR5(item: Item): Item {
	const inside = item.item ? { item: item.item.map(asR5) } : {};
	if (item.type === 'open-choice')
		return { ...item, ...inside, type: 'coding', answerConstraint: 'optionsOrString' };
	if (item.type === 'choice') return { ...item, ...inside, type: 'coding', disabledDisplay: 'hidden' };
	return { ...item, ...inside };
}
