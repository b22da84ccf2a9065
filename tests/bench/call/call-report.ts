import type { MeasuredCall } from './measure-call.ts';

const FIGURES = ['firstMs', 'allMs', 'cpu', 'sentKbps'] as const;
const SLOWER_MOST = 1.2;

/** One row for each carrier and size of call: the middle of its rounds. */
export function medians(rounds: readonly MeasuredCall[]): MeasuredCall[] {
	const groups = Map.groupBy(rounds, ({ carrier, people }) => `${carrier} ${people}`);
	return [...groups.values()].map((of) => {
		const middle = (figure: (typeof FIGURES)[number]) => {
			const sorted = of.map((one) => one[figure]).sort((a, b) => a - b);
			return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
		};
		const [firstMs, allMs, cpu, sentKbps] = [...FIGURES.map(middle)] as [number, number, number, number];
		return { ...of[0]!, firstMs, allMs, cpu, sentKbps };
	});
}

/** The results side by side, with what each is of the bare page in the same rounds. */
export function callTable(results: readonly MeasuredCall[]): string {
	const rows = results.map((one) => {
		const bare = besideBare(results, one);
		const cell = (figure: (typeof FIGURES)[number]) => {
			const ratio = bare && bare !== one ? `  ${(one[figure] / bare[figure]).toFixed(2)} x` : '';
			return `${Math.round(one[figure])}${ratio}`;
		};
		return [`${one.people}`, one.carrier, ...FIGURES.map(cell)];
	});
	const head = ['people', 'carrier', 'first face ms', 'all faces ms', 'CPU ms a second', 'sent kbit/s each'];
	const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]!.length)));
	return [head, ...rows].map((row) => row.map((cell, n) => cell.padEnd(widths[n]!)).join('  ')).join('\n');
}

/** What we hold ourselves to, and whether this run kept it. */
export function callGoals(results: readonly MeasuredCall[]): string {
	const lines: string[] = [];
	for (const one of results) {
		const bare = besideBare(results, one);
		if (!bare || bare === one) continue;
		for (const figure of ['firstMs', 'allMs'] as const) {
			const ratio = one[figure] / bare[figure];
			const kept = ratio <= SLOWER_MOST ? 'kept  ' : 'missed';
			const what = figure === 'firstMs' ? 'first face' : 'all faces';
			lines.push(
				`${kept} ${one.carrier}, ${one.people} people: ${what} ${ratio.toFixed(2)} x of the bare page`
			);
		}
	}
	return lines.join('\n');
}

function besideBare(results: readonly MeasuredCall[], one: MeasuredCall): MeasuredCall | undefined {
	return results.find(({ carrier, people }) => carrier === 'bare' && people === one.people);
}
