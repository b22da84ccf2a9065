/** Whether two values are the same JSON, whatever the order of names. */
export function isSame(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const [left, right] = [entriesOf(one), entriesOf(other)];
	const others = new Map(right);
	return left.length === right.length && left.every(([name, value]) => isSame(value, others.get(name)));
}

const entriesOf = (value: object) =>
	Object.entries(value).filter(([, one]) => one !== undefined) as [string, unknown][];
