/** Does one thing after another, in the order asked. */
export class InOrder {
	#last: Promise<unknown> = Promise.resolve();

	do<Result>(act: () => Promise<Result>): Promise<Result> {
		const done = this.#last.then(act);
		this.#last = done.catch(() => undefined);
		return done;
	}
}
