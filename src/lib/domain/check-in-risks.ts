import { CHECK_INS, type CheckInAnswers } from './check-ins.ts';
import { type Risk, riskAt } from './worksheet-risks.ts';

/** S03: what of a check-in the facilitators are told of. */
export function risksGiven(answers: CheckInAnswers): Risk[] {
	return CHECK_INS.flatMap(({ id, risk }) => {
		const value = answers[id];
		return risk && typeof value === 'number' ? riskAt(risk, id, value) : [];
	});
}
