import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const TASKSET = '/usr/bin/taskset';
const canPin = existsSync(TASKSET) && availableParallelism() > 1;

export interface Message {
	name: string;
	value?: unknown;
}

export interface RunningProcess {
	tell(name: string, value?: unknown): void;
	/** Waits for a message of this name. */
	hear<Value>(name: string): Promise<Value>;
	/** Tells, and waits for the message of the same name that answers. */
	ask<Value>(name: string): Promise<Value>;
	end(): Promise<void>;
}

/** Starts a part of the benchmark on a core of its own, where the machine has one to give. */
export function startProcess(part: string, words: string[], core: number): RunningProcess {
	const file = join(import.meta.dirname, part);
	const command = canPin
		? [TASKSET, '-c', String(core), process.execPath, file, ...words]
		: [process.execPath, file, ...words];
	const child = spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
	const heard: Message[] = [];
	let wake = () => {};
	child.on('message', (message) => {
		heard.push(message as Message);
		wake();
	});
	child.on('exit', () => wake());

	async function hear<Value>(name: string): Promise<Value> {
		for (;;) {
			const at = heard.findIndex((message) => message.name === name);
			if (at >= 0) return heard.splice(at, 1)[0]!.value as Value;
			if (child.exitCode !== null) throw new Error(`${part} ended before it said '${name}'.`);
			await new Promise<void>((resolve) => (wake = resolve));
		}
	}

	return {
		hear,
		tell: (name, value) => void child.send({ name, value }),
		ask(name) {
			child.send({ name });
			return hear(name);
		},
		end: () => ended(child)
	};
}

function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill('SIGKILL');
	});
}
