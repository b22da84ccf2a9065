import type { Condition, Field } from '../../src/lib/domain/exercise.ts';
import { isObject, type JsonObject } from './json-lines.ts';
import { saidBy, textOf, type ReadOption } from './read-options.ts';

/** A question that stands earlier on the sheet. */
export interface Earlier {
	id: string;
	kind: Field['kind'];
	/** Whether its numbers are whole. */
	isWhole: boolean;
	options: readonly ReadOption[];
}

export interface Conditions {
	when: Condition[];
	whenAll: boolean;
}

/** What an item waits for; null when it is something that we cannot ask, so that the item is always shown. */
export function conditionsOf(
	{ enableWhen, enableBehavior }: JsonObject,
	earlier: ReadonlyMap<string, Earlier>
): Conditions | null {
	if (!Array.isArray(enableWhen)) return { when: [], whenAll: false };
	const read = enableWhen.map((one) =>
		isObject(one) ? conditionsFrom(one, earlier.get(textOf(one.question))) : null
	);
	if (read.some((one) => one === null)) return null;
	const groups = read.filter((one) => one !== null);
	// One 'is not this' is 'is any of the others', which fits only where one of them is enough.
	const whenAll = groups.length > 1 && enableBehavior === 'all';
	if (whenAll && groups.some((group) => group.length > 1)) return null;
	return { when: groups.flat(), whenAll };
}

/** Both what a group waits for and what a question in it waits for; null when that cannot be said at once. */
export function both(outer: Conditions, inner: Conditions): Conditions | null {
	if (outer.when.length === 0) return inner;
	if (inner.when.length === 0) return outer;
	const isPlain = ({ when, whenAll }: Conditions) => when.length < 2 || whenAll;
	return isPlain(outer) && isPlain(inner) ? { when: [...outer.when, ...inner.when], whenAll: true } : null;
}

function conditionsFrom(condition: JsonObject, asked: Earlier | undefined): Condition[] | null {
	if (!asked) return null;
	const { operator } = condition;
	const field = asked.id;
	if (asked.kind === 'yes-no' && typeof condition.answerBoolean === 'boolean') {
		const is = condition.answerBoolean;
		if (operator === '=') return [{ field, is }];
		return operator === '!=' ? [{ field, is: !is }] : null;
	}
	const number = condition.answerInteger ?? condition.answerDecimal;
	if (typeof number === 'number' && (asked.kind === 'scale' || asked.kind === 'number')) {
		return numberCondition(asked, textOf(operator), number);
	}
	const { code } = saidBy(optionIn(condition));
	const chosen = asked.options.find(({ value }) => saidBy(value).code === code);
	if (!chosen) return null;
	if (operator === '=') return [{ field, is: chosen.option.id }];
	if (operator !== '!=') return null;
	const others = asked.options.filter((one) => one !== chosen);
	return others.map(({ option }) => ({ field, is: option.id }));
}

function numberCondition(
	{ id: field, isWhole }: Earlier,
	operator: string,
	number: number
): Condition[] | null {
	if (operator === '<') return [{ field, below: number }];
	if (operator === '>=') return [{ field, from: number }];
	if (!isWhole) return null;
	if (operator === '<=') return [{ field, below: number + 1 }];
	return operator === '>' ? [{ field, from: number + 1 }] : null;
}

/** `answerCoding` as `valueCoding`, and so on. */
function optionIn(condition: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(condition)
			.filter(([name]) => name.startsWith('answer'))
			.map(([name, value]) => [name.replace('answer', 'value'), value])
	);
}
