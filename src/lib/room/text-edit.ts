/** One change to a text: at `index`, so many characters go and these words come. Lengths are UTF-16 units, as in Yjs. */
export interface TextEdit {
	index: number;
	remove: number;
	insert: string;
}

/**
 * The smallest single edit that turns `before` into `after`, or null when they are the same. Never cuts a character
 * outside the basic plane (an emoji) in two: Yjs would replace both halves.
 * `caret` is where the caret stands after the edit; it tells which of two equal letters was typed.
 */
export function textEdit(before: string, after: string, caret = after.length): TextEdit | null {
	if (before === after) return null;
	const shorter = Math.min(before.length, after.length);
	// What stands after the caret was not typed just now.
	let tail = 0;
	const mostTail = Math.min(shorter, after.length - caret);
	while (tail < mostTail && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	let head = 0;
	while (head < shorter - tail && before[head] === after[head]) head++;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	if (splitsPair(before, head) || splitsPair(after, head)) head--;
	if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail--;
	return {
		index: head,
		remove: before.length - tail - head,
		insert: after.slice(head, after.length - tail)
	};
}

function splitsPair(text: string, at: number): boolean {
	return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
