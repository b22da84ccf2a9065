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
	paintDrawing(paper, drawing, { scale: SCALE, pictures: await picturesOf(drawing) });
	const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (!file) return;
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), HANDED_OVER_MS);
}

/** The pictures on a sheet, by their address. One that is not to be had is left out. */
async function picturesOf({ shapes }: SheetDrawing): Promise<Map<string, ImageBitmap>> {
	const addresses = new Set(shapes.flatMap((shape) => (shape.kind === 'image' ? [shape.address] : [])));
	const loaded = [...addresses].map(async (address) => {
		const reply = await fetch(address);
		return reply.ok ? ([address, await createImageBitmap(await reply.blob())] as const) : null;
	});
	return new Map((await Promise.all(loaded)).filter((one) => one !== null));
}
