import type * as Y from 'yjs';
import type { DocumentKind } from './documents.ts';
import type { Exercise, RiskRule } from './exercise.ts';
import { answerOf, shownFields } from './worksheet.ts';

/**
 * S03: the answers on a sheet that this session's facilitators are told of. S05: what stands in `own` flags nothing,
 * and on a sheet of everyone's nobody can say whose rating it is.
 */
export function risksIn(doc: Y.Doc, exercise: Exercise, kind: DocumentKind): RiskRule[] {
	if (kind !== 'folder') return [];
	return shownFields(doc, exercise).flatMap((field) => {
		if (field.kind !== 'scale' || !field.risk) return [];
		const answer = answerOf(doc, exercise, field);
		return answer.is === 'rating' && applies(field.risk, answer.value) ? [field.risk] : [];
	});
}

function applies(risk: RiskRule, value: number): boolean {
	return risk.when === 'at-most' ? value <= risk.value : value >= risk.value;
}
