import { expect, type Browser, type LaunchOptions, type Page } from '@playwright/test';
import { CallPeople } from './call-people.ts';
import { launchOptions } from './chromium.ts';
import { count } from './counted-media.ts';
import type { SignalHarness } from './signal-harness.ts';
import { quietSound } from './spoken-sound.ts';

/** The most that a person's upload may cost in a voice mesh in which nobody speaks, in kbit/s. */
export const IDLE_MOST_KBPS = 50;
/** Four words are found, and ways are tried out, before a call is at rest. */
const SETTLING_MS = 8_000;
const LOOKING_MS = 10_000;

interface IdleMesh {
	/** What each sends, in kbit/s. */
	kbps: number[];
	/** How many packets of voices arrived at each. */
	packets: number[];
}

/** What the one who sends most would send among so many people, each linked with all the others, in kbit/s. */
export function idleAmong(people: number, measured: readonly number[]): number {
	return (Math.max(...measured) / (measured.length - 1)) * (people - 1);
}

/** How to start a browser whose microphones are in quiet rooms. */
export function quietBrowser(): LaunchOptions {
	const { args = [], ...others } = launchOptions();
	return { ...others, args: [...args, `--use-file-for-fake-audio-capture=${quietSound()}`] };
}

/** Measures a voice mesh in which everyone's microphone is on and nobody speaks; the browser is a quiet one. */
export async function measureIdleMesh(
	browser: Browser,
	server: SignalHarness,
	names: string[]
): Promise<IdleMesh> {
	const people = new CallPeople(server, names);
	try {
		for (const index of names.keys()) await people.open(browser, index);
		for (const page of people.pages) {
			await page.evaluate(() => window.call.join({ means: 'voice', microphone: true, camera: false }));
		}
		const all = names.map(() => names.length - 1);
		await expect.poll(() => Promise.all(people.pages.map(linked)), { timeout: 180_000 }).toEqual(all);
		await wait(SETTLING_MS);
		// A machine that was asleep for long has turned them off meanwhile, as it should.
		for (const page of people.pages) await page.evaluate(() => window.call.setMicrophone(true));
		const before = await Promise.all(people.pages.map(count));
		await wait(LOOKING_MS);
		const after = await Promise.all(people.pages.map(count));
		const kbps = after.map(({ bytesSent, at }, index) => {
			const then = before[index]!;
			return ((bytesSent - then.bytesSent) * 8) / (at - then.at);
		});
		return {
			kbps,
			packets: after.map(({ voice }, index) => voice - before[index]!.voice)
		};
	} finally {
		await people.close();
	}
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const linked = (page: Page) =>
	page.evaluate(
		() => [...window.call.links.peers.values()].filter(({ link }) => link === 'connected').length
	);
