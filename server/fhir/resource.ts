/** The parts of HL7 FHIR R4 that are written here. */

export interface Extension {
	url: string;
	valueDecimal?: number;
	valueInteger?: number;
	valueCode?: string;
	valueString?: string;
	valueCodeableConcept?: { coding: Coding[] };
	valueCoding?: Coding;
}

export interface Coding {
	system: string;
	code: string;
	display: string;
	extension?: Extension[];
}

export interface EnableWhen {
	question: string;
	operator: '=' | '<' | '>=';
	answerBoolean?: boolean;
	answerCoding?: Omit<Coding, 'extension'>;
	answerInteger?: number;
}

export interface QuestionnaireItem {
	linkId: string;
	text: string;
	type: string;
	repeats?: boolean;
	code?: Omit<Coding, 'extension'>[];
	extension?: Extension[];
	answerOption?: { valueCoding: Coding }[];
	enableWhen?: EnableWhen[];
	enableBehavior?: 'any' | 'all';
	item?: QuestionnaireItem[];
}

export interface Questionnaire {
	resourceType: 'Questionnaire';
	url: string;
	version?: string;
	extension: Extension[];
	title: string;
	status: 'active';
	subjectType: ('Patient' | 'Group')[];
	description: string;
	copyright?: string;
	code?: Omit<Coding, 'extension'>[];
	item: QuestionnaireItem[];
}

export interface ResponseAnswer {
	valueString?: string;
	valueInteger?: number;
	valueDecimal?: number;
	valueBoolean?: boolean;
	valueDate?: string;
	valueTime?: string;
	valueCoding?: Coding;
	valueQuantity?: { value: number };
	valueDateTime?: string;
	valueUri?: string;
}

export interface ResponseItem {
	linkId: string;
	text: string;
	answer?: ResponseAnswer[];
	item?: ResponseItem[];
}

export interface Reference {
	reference?: string;
	type?: 'Group';
	display?: string;
}

export interface QuestionnaireResponse {
	resourceType: 'QuestionnaireResponse';
	id: string;
	questionnaire: string;
	status: 'completed' | 'amended';
	subject: Reference;
	author?: Reference;
	authored: string;
	item: ResponseItem[];
}

export interface Observation {
	resourceType: 'Observation';
	status: 'final';
	category: { coding: Omit<Coding, 'extension'>[] }[];
	code: { coding: Omit<Coding, 'extension'>[]; text: string };
	subject: Reference;
	effectiveDateTime: string;
	valueInteger: number;
	interpretation?: { text: string }[];
	derivedFrom: Reference[];
}
