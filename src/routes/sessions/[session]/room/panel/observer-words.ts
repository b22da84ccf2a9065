/** How the group's answers about an observer stand: counted, and never by name. */
export function observerWords(answers: readonly (boolean | undefined)[]): {
	words: string;
	allAgree: boolean;
} {
	if (answers.includes(false)) return { words: 'Someone would rather not.', allAgree: false };
	const agree = answers.filter((one) => one === true).length;
	const allAgree = agree === answers.length;
	if (allAgree) return { words: 'Everyone agrees.', allAgree };
	return { words: `${agree} of ${answers.length} agree so far.`, allAgree };
}
