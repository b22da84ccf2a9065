import type { StepId } from '#lib/domain/ids.ts';
import type { PendingAnonymous } from '#lib/domain/room.ts';

/** S11: answers without a name are shown together, when at least so many people have consented. */
const ANONYMOUS_LEAST = 3;

/** How many people have consented to show each field of a step without a name. */
export function consentsByField(pending: readonly PendingAnonymous[], step: StepId) {
	const ofStep = pending.filter((one) => one.step === step);
	return [...new Set(ofStep.map(({ field }) => field))].map((field) => {
		const ones = ofStep.filter((one) => one.field === field);
		const people = ones.length;
		return { field, label: ones[0]?.label ?? field, people, enough: people >= ANONYMOUS_LEAST };
	});
}
