import type { Measured } from './measure.ts';

export function line({ rooms, keptUp, p50, p99, ackP50, ackP99, cpuPer1000, ...run }: Measured): string {
	const acknowledged = ackP50 === null ? '' : `, acknowledged ${ackP50} / ${ackP99} ms`;
	return (
		`${run.server}: ${rooms} rooms x ${run.perRoom} ${keptUp ? 'kept' : 'lost'}: p50 ${p50} p99 ${p99} ms${acknowledged}, ` +
		`${cpuPer1000} CPU ms per 1,000 deliveries (server ${percent(run.serverCore)}, load ${percent(run.loadCore)} of a core)`
	);
}

/** The results side by side, with what each is of the relay. */
export function table(results: readonly Measured[]): string {
	const relay = results.find(({ server }) => server === 'relay');
	const rows = results.map((one) => [
		one.server,
		`${one.rooms}`,
		relay && relay.rooms > 0 ? `${(one.rooms / relay.rooms).toFixed(2)} x` : '',
		`${one.p50} / ${one.p99}`,
		`${one.cpuPer1000}`,
		relay ? `${(one.cpuPer1000 / relay.cpuPer1000).toFixed(2)} x` : '',
		one.ackP50 === null ? 'never' : `${one.ackP50} / ${one.ackP99}`
	]);
	const head = [
		...['server', `rooms of ${results[0]?.perRoom}`, 'of the relay', 'p50 / p99 ms'],
		...['CPU ms per 1,000', 'of the relay', 'acknowledged p50 / p99 ms']
	];
	const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]!.length)));
	return [head, ...rows].map((row) => row.map((cell, n) => cell.padEnd(widths[n]!)).join('  ')).join('\n');
}

function percent(part: number): string {
	return `${Math.round(part * 100)} %`;
}
