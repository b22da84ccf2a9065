import type { Colour } from '#lib/domain/board-pens.ts';
import type { SheetDrawing, SheetShape, Turn } from '#lib/domain/board-shapes.ts';

/** The same drawing as pixels: for a picture that every program opens. Light, as on paper. */
export function paintDrawing(
	paper: CanvasRenderingContext2D,
	drawing: SheetDrawing,
	{ scale, pictures }: { scale: number; pictures: ReadonlyMap<string, CanvasImageSource> }
): void {
	paper.save();
	paper.scale(scale, scale);
	paper.fillStyle = drawing.paper.light;
	paper.fillRect(0, 0, drawing.width, drawing.height);
	for (const shape of drawing.shapes) {
		if (shape.kind === 'image') paintPicture(paper, shape, pictures.get(shape.address));
		else if ('turn' in shape && shape.turn) paintTurned(paper, shape, shape.turn);
		else paintShape(paper, shape);
	}
	paper.restore();
}

type Image = Extract<SheetShape, { kind: 'image' }>;
type Drawn = Exclude<SheetShape, Image>;

function paintPicture(
	paper: CanvasRenderingContext2D,
	{ x, y, width, height, angle }: Image,
	picture: CanvasImageSource | undefined
): void {
	if (!picture) return;
	paper.save();
	paper.translate(x + width / 2, y + height / 2);
	paper.rotate((angle * Math.PI) / 180);
	paper.drawImage(picture, -width / 2, -height / 2, width, height);
	paper.restore();
}

function paintTurned(paper: CanvasRenderingContext2D, shape: Drawn, { angle, x, y }: Turn): void {
	paper.save();
	paper.translate(x, y);
	paper.rotate((angle * Math.PI) / 180);
	paper.translate(-x, -y);
	paintShape(paper, shape);
	paper.restore();
}

function paintShape(paper: CanvasRenderingContext2D, shape: Drawn): void {
	const outline = outlineOf(shape);
	if (shape.kind === 'outline' && outline && shape.inside > 0) {
		fill(paper, shape.line, shape.inside);
		paper.fill(outline);
		paper.globalAlpha = 1;
	}
	if ('line' in shape) {
		paper.lineWidth = shape.kind === 'outline' ? shape.width : 3;
		paper.lineCap = 'round';
		paper.lineJoin = 'round';
		paper.strokeStyle = shape.line.light;
		if (outline) paper.stroke(outline);
		return;
	}
	fill(paper, shape.fill, shape.kind === 'path' ? shape.opacity : 1);
	if (outline) paper.fill(outline);
	if (shape.kind === 'words') paintWords(paper, shape);
	paper.globalAlpha = 1;
}

function outlineOf(shape: Drawn): Path2D | null {
	if (shape.kind === 'words') return null;
	if (shape.kind === 'path' || shape.kind === 'outline') return new Path2D(shape.d);
	const path = new Path2D();
	if (shape.kind === 'ellipse') path.ellipse(shape.x, shape.y, shape.rx, shape.ry, 0, 0, 2 * Math.PI);
	else if (shape.kind === 'box') path.roundRect(shape.x, shape.y, shape.width, shape.height, 10);
	else {
		path.moveTo(shape.x1, shape.y1);
		path.lineTo(shape.x2, shape.y2);
	}
	return path;
}

function paintWords(paper: CanvasRenderingContext2D, shape: Extract<SheetShape, { kind: 'words' }>): void {
	const family = getComputedStyle(paper.canvas.ownerDocument.body).fontFamily;
	paper.font = `${shape.bold ? 650 : 400} ${shape.size}px ${family}`;
	paper.textAlign = shape.centred ? 'center' : 'start';
	shape.lines.forEach((line, row) => paper.fillText(line, shape.x, shape.y + row * shape.lineHeight));
}

function fill(paper: CanvasRenderingContext2D, colour: Colour, opacity: number): void {
	paper.fillStyle = colour.light;
	paper.globalAlpha = opacity;
}
