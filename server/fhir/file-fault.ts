/** Why a file cannot be used, and at which place in it, such as `item.2.type`. */
export class FileFault extends Error {
	override readonly name = 'FileFault';
	readonly path: string;

	constructor(path: string, message: string) {
		super(message);
		this.path = path;
	}
}

/** 'item 3 › item 1 › type': a place in a file as a person counts. */
export function placeInWords(path: string): string {
	return path
		.replace(
			/(^|\.)(\w+)\.(\d+)/g,
			(_, dot: string, name: string, index: string) => `${dot}${name} ${Number(index) + 1}`
		)
		.split('.')
		.join(' › ');
}
