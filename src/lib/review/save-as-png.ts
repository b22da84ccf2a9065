import type { SheetDrawing } from '#lib/domain/board-shapes.ts';
import { paintDrawing } from './paint-drawing.ts';

/** Pixels for a unit of the sheet: sharp on paper too. */
const SCALE = 2;
/** By then the browser has taken the file over. */
const HANDED_OVER_MS = 60_000;

/** Offers a drawn sheet as a PNG file, made here in the page from what it shows. */
export async function saveAsPng(drawing: SheetDrawing, name: string): Promise<void> {
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [drawing.width * SCALE, drawing.height * SCALE];
	const paper = canvas.getContext('2d');
	if (!paper) return;
	paintDrawing(paper, drawing, SCALE);
	const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (!file) return;
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), HANDED_OVER_MS);
}
