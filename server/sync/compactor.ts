import { Worker } from 'node:worker_threads';
import { DOCUMENT_BYTES } from '../../src/lib/protocol/limits.ts';
import type { Writer } from '../store/writer.ts';
import type { Compacted, Compaction } from './compaction-worker.ts';
import type { LiveDocument } from './live-document.ts';

/** A snapshot is made when the log since the last one is longer than this, */
const ROWS = 500;
const BYTES = 256 * 1024;
/** or than this when the document is about to leave memory. */
const ROWS_WHEN_IDLE = 20;

/** Makes snapshots, in a worker: reading a long log again would hold up everyone. */
export class Compactor {
	readonly #writer: Writer;
	readonly #waiting = new Map<number, PromiseWithResolvers<Compacted>>();
	readonly #busy = new Set<LiveDocument>();
	#worker: Worker | null = null;
	#last = 0;

	constructor(writer: Writer) {
		this.#writer = writer;
	}

	isDue(document: LiveDocument, isIdle: boolean): boolean {
		const { rows, bytes, size } = document.log;
		if (size > DOCUMENT_BYTES) return bytes > 0;
		return rows > ROWS || bytes > BYTES || (isIdle && rows > ROWS_WHEN_IDLE);
	}

	/** Makes a snapshot of what is durable, proves that it says the same as the log, and keeps it. */
	async compact(document: LiveDocument): Promise<void> {
		if (this.#busy.has(document)) return;
		this.#busy.add(document);
		try {
			const { updates, seq, epoch } = await document.slot.hold(async () => {
				const { updates } = await document.log.read();
				return { updates, seq: document.log.seq, epoch: document.log.epoch };
			});
			const content = await this.#ask(updates);
			await document.slot.hold(async () => {
				// Replaced by a scrub meanwhile: there is nothing left to make shorter.
				if (document.log.epoch !== epoch) return;
				const made = document.log.snapshot(content, seq);
				await this.#writer.commit(made.statements);
				made.kept();
			});
		} finally {
			this.#busy.delete(document);
		}
	}

	async close(): Promise<void> {
		await this.#worker?.terminate();
	}

	#ask(updates: Uint8Array[]): Promise<Compacted> {
		const answer = Promise.withResolvers<Compacted>();
		const request: Compaction = { number: ++this.#last, updates };
		this.#waiting.set(request.number, answer);
		this.#worker ??= this.#start();
		this.#worker.postMessage(request);
		return answer.promise;
	}

	#start(): Worker {
		const worker = new Worker(new URL('./compaction-worker.ts', import.meta.url));
		worker.unref();
		worker.on('message', (made: Compacted & { number: number; failed?: string }) => {
			const answer = this.#waiting.get(made.number);
			this.#waiting.delete(made.number);
			if (made.failed) answer?.reject(new Error(made.failed));
			else answer?.resolve(made);
		});
		worker.on('error', (error) => this.#stopped(error));
		worker.on('exit', () => this.#stopped(new Error('The compaction worker has stopped.')));
		return worker;
	}

	/** The log is as it was; the next round starts another worker. */
	#stopped(error: Error): void {
		this.#worker = null;
		for (const answer of this.#waiting.values()) answer.reject(error);
		this.#waiting.clear();
	}
}
