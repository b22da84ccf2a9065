import type { Browser } from '@playwright/test';

interface ProcessInfo {
	type: string;
	cpuTime: number;
}

/** CPU time of the whole browser since it started, all its processes together, in ms. */
export async function browserCpu(browser: Browser): Promise<() => Promise<number>> {
	const session = await browser.newBrowserCDPSession();
	return async () => {
		const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as unknown as {
			processInfo: ProcessInfo[];
		};
		return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
	};
}
