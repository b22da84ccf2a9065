/** Tells the benchmark where the server is, and answers when it asks what it has used. */
export function ready(port: number, documents: readonly string[]): void {
	process.on('message', ({ name }: { name: string }) => {
		if (name !== 'cpu') return;
		const { user, system } = process.cpuUsage();
		process.send!({ name: 'cpu', value: (user + system) / 1000 });
	});
	process.send!({ name: 'ready', value: { port, documents } });
}
