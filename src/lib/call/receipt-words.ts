/** How many of those I am linked with, of how many. */
export interface Receipt {
	people: number;
	of: number;
}

/** Whether the group hears and sees me, as the others' browsers say; null when I send nothing. */
export function receiptWords({
	heardBy,
	seenBy
}: {
	heardBy: Receipt | null;
	seenBy: Receipt | null;
}): { text: string; partly: boolean } | null {
	if (!heardBy && !seenBy) return null;
	const all = ({ people, of }: Receipt) => people === of;
	if (heardBy && seenBy && all(heardBy) && all(seenBy)) {
		return { text: 'The group hears and sees you.', partly: false };
	}
	const parts = [heardBy && words(heardBy, 'hear'), seenBy && words(seenBy, 'see')].filter(Boolean);
	return {
		text: parts.join(' '),
		partly: [heardBy, seenBy].some((receipt) => receipt && !all(receipt))
	};
}

function words({ people, of }: Receipt, verb: 'hear' | 'see'): string {
	if (people === of) return `The group ${verb}s you.`;
	if (people === 0) return `Nobody ${verb}s you yet.`;
	return `${people} of ${of} people ${verb} you just now.`;
}
