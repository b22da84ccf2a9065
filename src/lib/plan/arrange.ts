import type { GroupKind } from '#lib/domain/group.ts';
import { STEP_KINDS, type Plan } from '#lib/domain/plan.ts';
import { newStep } from '#lib/domain/plan-making.ts';
import { fieldsOf, planFrom, type Fields } from './plan-fields.ts';

/** The steps with the one at `from` put at `to`. */
export function moved<Step>(steps: readonly Step[], from: number, to: number): Step[] {
	const rest = steps.filter((_, index) => index !== from);
	const step = steps[from];
	if (step === undefined || to < 0 || to > rest.length) return [...steps];
	return [...rest.slice(0, to), step, ...rest.slice(to)];
}

/**
 * The fields after one of the builder's buttons was pressed in a browser without scripts:
 * `up:<id>`, `down:<id>`, `remove:<id>`, or `add` for a step of the kind in the field `add`.
 */
export function arranged(fields: Fields, groupKind: GroupKind): Fields {
	const { arrange = '', add, ...rest } = fields;
	const plan = planFrom(rest);
	const others = Object.entries(rest).filter(([name]) => !name.includes('.') && name !== 'keepChat');
	return {
		...Object.fromEntries(others),
		...fieldsOf({ ...plan, steps: stepsAfter(plan, arrange, { add, groupKind }) })
	};
}

function stepsAfter(
	{ steps }: Plan,
	press: string,
	{ add, groupKind }: { add: string | undefined; groupKind: GroupKind }
): Plan['steps'] {
	const [what, id] = press.split(':');
	const index = steps.findIndex((step) => step.id === id);
	if (what === 'up') return moved(steps, index, index - 1);
	if (what === 'down') return moved(steps, index, index + 1);
	if (what === 'remove') return steps.filter((step) => step.id !== id);
	const kind = STEP_KINDS.find((one) => one === add);
	return kind ? [...steps, newStep(kind, groupKind)] : steps;
}
