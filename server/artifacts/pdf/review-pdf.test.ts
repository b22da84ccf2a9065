import { afterEach, beforeEach, expect, test } from 'vitest';
import { addNote } from '../../../src/lib/domain/board-notes.ts';
import { FIRST_SHEET } from '../../../src/lib/domain/board-sheets.ts';
import { boardDocument } from '../../../src/lib/domain/board.ts';
import { TestEvening, type Name } from '../../../tests/support/evening.ts';
import { readPdf } from '../../../tests/support/pdf-text.ts';
import { Letters } from './letters.ts';
import { reviewPdf } from './review-pdf.ts';
import { TaggedPdf } from './tagged-pdf.ts';
import { paragraph, table } from './writing.ts';

let evening: TestEvening;
beforeEach(async () => {
	evening = await TestEvening.open();
});
afterEach(() => evening.close());

const pdfFor = async (name: Name) => {
	const review = await evening.reviews.ofSession(evening.as(name), evening.session.id);
	return readPdf(await reviewPdf(review, { compress: false }));
};

async function wholeEvening() {
	evening.sheet('Ana', 'Thought record', 'Sam walked past me', { named: true, done: true });
	evening.sheet('Ben', 'Thought record', 'I lost my keys', { named: true, done: true });
	evening.checkIn('Ana', 2.5, 'facilitators', 'tearful');
	evening.reveal('Chris', 'we all agreed', { keep: true });
	evening.write('board', { step: evening.step('What helps us') }, (doc) => {
		const spot = { x: 10, y: 10 };
		const by = evening.people.Chris;
		addNote(boardDocument(doc), { by, kind: 'note', sheet: FIRST_SHEET, spot, words: 'A short walk' });
	});
	await evening.keep();
}

test('R47 a member’s PDF holds the group’s work and their own words, and not another’s', async () => {
	await wholeEvening();
	const { words } = await pdfFor('Ana');
	for (const mine of ['Sam walked past me', 'tearful', 'we all agreed', 'A short walk']) {
		expect(words).toContain(mine);
	}
	expect(words).not.toContain('I lost my keys');
	expect(words).not.toContain('Who was there');
});

test('R22 a facilitator’s PDF holds nobody’s private sheet: each is opened by itself, and noted', async () => {
	await wholeEvening();
	const { words } = await pdfFor('Dana');
	expect(words).toContain('we all agreed');
	expect(words).toContain('Who was there');
	for (const theirs of ['Sam walked past me', 'I lost my keys', 'tearful'])
		expect(words).not.toContain(theirs);
});

test('R22 another member’s PDF holds their words alone, and whoever was not there gets nothing of the evening', async () => {
	await wholeEvening();
	const ben = await pdfFor('Ben');
	expect(ben.words).toContain('I lost my keys');
	for (const hers of ['Sam walked past me', 'tearful']) expect(ben.words).not.toContain(hers);
	const elif = await pdfFor('Elif');
	for (const kept of ['I lost my keys', 'Sam walked past me', 'we all agreed', 'A short walk']) {
		expect(elif.words).not.toContain(kept);
	}
});

test('S12 what its author took back is in nobody’s PDF, and it says that something was taken back', async () => {
	const shown = evening.reveal('Ana', 'Sam walked past me', { keep: true });
	evening.reveal('Ben', 'I lost my keys', { keep: true });
	await evening.keep();
	const { open } = await evening.artifacts.ofSession(evening.as('Ana'), evening.session.id);
	const reveals = open.find(({ kind }) => kind === 'reveals')!;
	await evening.artifacts.withdraw(evening.as('Ana'), { artifact: reveals.id, item: shown.id });
	for (const name of ['Ana', 'Ben', 'Dana'] as const) {
		const { words } = await pdfFor(name);
		expect(words).not.toContain('Sam walked past me');
		expect(words).toContain('I lost my keys');
		expect(words).toContain('One answer was taken back by who wrote it.');
	}
});

test('the PDF is tagged: language, title, headings, tables with heads, and words for every picture', async () => {
	await wholeEvening();
	const { source } = await pdfFor('Ana');
	for (const mark of [
		'/Lang (en)',
		'/Marked true',
		'/DisplayDocTitle true',
		'/StructTreeRoot',
		'pdfuaid:part'
	]) {
		expect(source).toContain(mark);
	}
	for (const tag of ['H1', 'H2', 'H3', 'Sect', 'LBody', 'TH', 'Figure'])
		expect(source).toContain(`/S /${tag}\n`);
	expect(source.match(/\/S \/Figure\n/g)?.length).toBe(source.match(/\/Alt \(/g)?.length);
	expect(source).toContain('What helps us, sheet 1 of 1: 1 note and 0 drawn lines');
});

test('S08 neither the title nor the name of the PDF says what it is about', async () => {
	await wholeEvening();
	const { source } = await pdfFor('Ana');
	expect(source).toMatch(/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>Hearth, 24 November 2026</);
	const outsideThePages = source.replaceAll(/stream\n.*?endstream/gs, '');
	expect(outsideThePages).not.toContain('Naming feelings');
	const { name } = await evening.reviews.pdf(evening.as('Ana'), evening.session.id);
	expect(name).toBe('hearth-2026-11-24.pdf');
});

test('names and words in many languages come out whole, and what has no shape is not lost', async () => {
	evening.chat('Ana', 'Dziękuję, Łukasz – şimdi görüşürüz. Спасибо, Tōmas 🌻 你好');
	await evening.keep();
	const { source, words } = await pdfFor('Ana');
	expect(words.replaceAll('\n', '')).toContain(
		'Dziękuję, Łukasz – şimdi görüşürüz. Спасибо, Tōmas \ufffd \ufffd\ufffd'
	);
	// A reader that speaks or copies still has the letters.
	const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
	expect(source.replaceAll(/\\([()\\])/g, '$1')).toContain(utf16('🌻'));
	expect(words.replaceAll('\n', ' ')).toContain('cannot be drawn in this file');
});

test('a long evening goes on over pages, and each says which it is', async () => {
	for (let line = 0; line < 120; line++) evening.chat('Ana', `line number ${line}`);
	await evening.keep();
	const { words } = await pdfFor('Ana');
	expect(words).toContain('line number 0\n');
	expect(words).toContain('line number 119');
	const pages = Number(/1 of (\d+)/.exec(words)?.[1]);
	expect(pages).toBeGreaterThan(2);
	expect(words).toContain(`${pages} of ${pages}`);
});

test('nothing can be downloaded before sign-off', async () => {
	await expect(evening.reviews.pdf(evening.as('Ana'), evening.session.id)).rejects.toMatchObject({
		reason: 'not-found'
	});
});

test('a table stays on one page if it can, and a longer one shows its head again without reading it again', async () => {
	const pdf = new TaggedPdf(new Letters(), { title: 'Hearth', compress: false });
	const rows = (count: number) => Array.from({ length: count }, (_, index) => [`row ${index}`, 'x']);
	paragraph(pdf, 'line\n'.repeat(40));
	table(pdf, ['Short', 'x'], rows(12));
	table(pdf, ['Long', 'x'], rows(60));
	const { source, words } = readPdf(await pdf.finish('Hearth'));
	expect(words.match(/^Short$/gm)).toHaveLength(1);
	expect(words.match(/^Long$/gm)?.length).toBeGreaterThan(1);
	expect(source.match(/\/S \/TH\n/g)).toHaveLength(4);
});
