import type { Review } from '../../../src/lib/domain/review.ts';
import { whoReads } from '../../../src/lib/domain/review.ts';
import { MOOD_HEIGHT } from './draw-mood.ts';
import { Letters } from './letters.ts';
import { attendanceRows, keptLine, LINK_COLUMNS, linkRows } from './review-words.ts';
import { firstHeight, writeArtifact } from './write-artifact.ts';
import { writeMood } from './write-mood.ts';
import { heading, paragraph, section, table } from './writing.ts';
import { TaggedPdf } from './tagged-pdf.ts';

let letters: Letters | null = null;

/** The page of one session as a file, in the same order, with what its reader may see and nothing else. */
export function reviewPdf(review: Review, options: { compress?: boolean } = {}): Promise<Buffer> {
	letters ??= new Letters();
	const { session } = review;
	const days = new Intl.DateTimeFormat('en-GB', {
		dateStyle: 'full',
		timeStyle: 'short',
		timeZone: session.zone
	});
	const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: session.zone });
	// S08: neither the title nor the name of the file says what it is about.
	const pdf = new TaggedPdf(letters, { title: `Hearth, ${day.format(session.startsAt)}`, ...options });

	heading(pdf, 1, session.title);
	paragraph(
		pdf,
		`${session.groupName}. ${days.format(session.startsAt)}, ${session.zone.replaceAll('_', ' ')} time.`
	);
	if (review.signedOff) paragraph(pdf, keptLine(review.signedOff, day), { quiet: true });

	if (review.mood.length > 0) section(pdf, 'Mood', () => writeMood(pdf, review.mood), MOOD_HEIGHT);
	for (const artifact of review.ofGroup) {
		const write = () => writeArtifact(pdf, artifact, { ...review, level: 3 });
		section(pdf, artifact.title, write, firstHeight(pdf, artifact));
	}
	if (review.mine.length > 0) {
		section(pdf, 'Yours', () => {
			for (const artifact of review.mine) {
				heading(pdf, 3, artifact.title);
				writeArtifact(pdf, artifact, { ...review, level: 4 });
				if (artifact.kind !== 'withdrawn') paragraph(pdf, whoReads(artifact.readerNames), { quiet: true });
			}
		});
	}
	for (const artifact of review.forLeaders) {
		section(pdf, artifact.title, () => writeArtifact(pdf, artifact, { ...review, level: 3 }));
	}
	if (review.attendance?.length) {
		const { attendance } = review;
		section(pdf, 'Who was there', () =>
			table(
				pdf,
				['Name', 'Arrived', 'How it ended', 'Connection lost'],
				attendanceRows(attendance, session.zone)
			)
		);
	}
	if (review.links?.length) {
		const { links } = review;
		section(pdf, 'How the connection held', () => table(pdf, LINK_COLUMNS, linkRows(links)));
	}
	if (pdf.hasMissing) {
		paragraph(
			pdf,
			'Some letters or small pictures cannot be drawn in this file and stand as \ufffd. On the page, and printed from there, all of them can be seen.',
			{ quiet: true }
		);
	}
	return pdf.finish(`Hearth, ${day.format(session.startsAt)}`);
}
