/** The errors of one step, by the step's own field names. */
export function stepErrors(errors: Record<string, string>, index: number): Record<string, string> {
	const prefix = `steps.${index}.`;
	return Object.fromEntries(
		Object.entries(errors)
			.filter(([name]) => name.startsWith(prefix))
			.map(([name, message]) => [name.slice(prefix.length), message])
	);
}
