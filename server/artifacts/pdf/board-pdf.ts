import type { SingleReview } from '../../../src/lib/domain/review.ts';
import { Letters } from './letters.ts';
import { TaggedPdf } from './tagged-pdf.ts';
import { writeArtifact } from './write-artifact.ts';
import { heading, paragraph } from './writing.ts';

let letters: Letters | null = null;

/** One kept board as a file: its sheets, and its words as text. Neither title nor foot says what it is about (S08). */
export function boardPdf(
	{ artifact, session, names }: Pick<SingleReview, 'artifact' | 'session' | 'names'>,
	options: { compress?: boolean } = {}
): Promise<Buffer> {
	letters ??= new Letters();
	const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: session.zone });
	const title = `Hearth, ${day.format(session.startsAt)}`;
	const pdf = new TaggedPdf(letters, { title, ...options });
	heading(pdf, 1, artifact.title);
	paragraph(pdf, `${session.groupName}. ${day.format(session.startsAt)}.`);
	heading(pdf, 2, 'The board');
	writeArtifact(pdf, artifact, { names, session, mine: [], level: 3 });
	return pdf.finish(title);
}
