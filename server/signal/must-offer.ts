/**
 * Whether a browser has to make every offer on its links. A Firefox that answers when Chromium offers to find a way
 * anew never takes to that way, and nothing more arrives; when it offers itself, both go on.
 */
export function mustOffer(userAgent: string | null | undefined): boolean {
	return /\bFirefox\//.test(userAgent ?? '');
}
