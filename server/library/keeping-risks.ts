import type { Column, Exercise, Field } from '../../src/lib/domain/exercise.ts';

/**
 * What an answer tells the facilitators is no matter of taste: a question that tells goes on telling however it is
 * reworded, and nobody makes a question tell that did not (S03).
 */
export function keepingRisks(before: Exercise, after: Exercise): Exercise {
	const known = new Map(before.fields.map((field) => [field.id, field]));
	return {
		...after,
		fields: after.fields.map((field) => {
			const was = known.get(field.id);
			if (field.kind !== 'rows') return withRiskOf(was, field);
			const columns = was?.kind === 'rows' ? was.columns : [];
			return {
				...field,
				columns: field.columns.map((column) =>
					withRiskOf(
						columns.find(({ id }) => id === column.id),
						column
					)
				)
			};
		})
	};
}

function withRiskOf<Asked extends Field | Column>(was: Field | Column | undefined, asked: Asked): Asked {
	const { risk: _risk, ...rest } = asked as Asked & { risk?: unknown };
	const risk = was && 'risk' in was && was.kind === asked.kind ? was.risk : undefined;
	return { ...rest, ...(risk ? { risk } : {}) } as Asked;
}
