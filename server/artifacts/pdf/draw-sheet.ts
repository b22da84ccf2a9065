import type { SheetDrawing, SheetShape } from '../../../src/lib/domain/board-shapes.ts';
import { LINE, type TaggedPdf } from './tagged-pdf.ts';

/** Draws a board's sheet as it is on the page: lines and areas, no pixels. */
export function drawSheet(
	pdf: TaggedPdf,
	sheet: SheetDrawing,
	at: { x: number; y: number; width: number }
): void {
	const { doc } = pdf;
	const scale = at.width / sheet.width;
	doc.save();
	doc.rect(at.x, at.y, at.width, sheet.height * scale).clip();
	doc
		.rect(at.x, at.y, at.width, sheet.height * scale)
		.fillColor(sheet.paper.light)
		.fill();
	doc.translate(at.x, at.y).scale(scale);
	for (const shape of sheet.shapes) {
		const turn = 'turn' in shape ? shape.turn : undefined;
		if (turn) doc.save().rotate(turn.angle, { origin: [turn.x, turn.y] });
		drawShape(pdf, shape);
		if (turn) doc.restore();
	}
	doc.restore();
	doc.lineWidth(0.75).strokeColor(LINE);
	doc.rect(at.x, at.y, at.width, sheet.height * scale).stroke();
}

function drawShape(pdf: TaggedPdf, shape: SheetShape): void {
	const { doc } = pdf;
	switch (shape.kind) {
		case 'ellipse':
			doc.lineWidth(3).strokeColor(shape.line.light);
			doc.ellipse(shape.x, shape.y, shape.rx, shape.ry).stroke();
			return;
		case 'line':
			doc.lineWidth(3).strokeColor(shape.line.light);
			doc.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2).stroke();
			return;
		case 'box':
			doc.fillColor(shape.fill.light);
			doc.roundedRect(shape.x, shape.y, shape.width, shape.height, 10).fill();
			return;
		case 'path':
			doc.fillColor(shape.fill.light).fillOpacity(shape.opacity);
			doc.path(shape.d).fill();
			doc.fillOpacity(1);
			return;
		case 'outline':
			doc.lineWidth(shape.width).lineCap('round').lineJoin('round');
			if (shape.inside > 0) {
				doc.path(shape.d).fillColor(shape.line.light).fillOpacity(shape.inside).fill();
				doc.fillOpacity(1);
			}
			doc.path(shape.d).strokeColor(shape.line.light).stroke();
			return;
		case 'image': {
			const { x, y, width, height, angle } = shape;
			doc.save().rotate(angle, { origin: [x + width / 2, y + height / 2] });
			doc.image(shape.address, x, y, { width, height });
			doc.restore();
			return;
		}
		case 'words':
			shape.lines.forEach((line, index) => {
				const at = { x: shape.x, y: shape.y + index * shape.lineHeight };
				const look = { size: shape.size, bold: shape.bold, colour: shape.fill.light };
				pdf.label(line, at, { ...look, ...(shape.centred ? { align: 'center' as const } : {}) });
			});
	}
}
