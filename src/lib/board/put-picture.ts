import { SHEET_HEIGHT, SHEET_WIDTH } from '#lib/domain/board.ts';
import type { PictureId } from '#lib/domain/ids.ts';
import type { OpenBoard } from './open-board.svelte.ts';
import { placeShape, usualSpan } from './place-shape.ts';

/** Puts a picture into the middle of what is in view, as large as is usual, and answers its id on the board. */
export function putPicture(
	open: OpenBoard,
	{ picture, alt, width, height }: { picture: PictureId; alt: string; width: number; height: number }
): string {
	const { view, tools } = open;
	const usual = usualSpan('picture');
	const scale = Math.min(usual.x / width, usual.y / height, 1);
	const span = { x: width * scale, y: height * scale };
	const middle = view.toSheet({ x: view.size.width / 2, y: view.size.height / 2 });
	const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
	const spot = {
		x: within(middle.x, SHEET_WIDTH) - span.x / 2,
		y: within(middle.y, SHEET_HEIGHT) - span.y / 2
	};
	const look = { kind: 'picture' as const, stamp: null, pen: tools.pen, angle: 0, from: null, to: null };
	return placeShape(open, { ...look, picture, alt, span, spot });
}
