import type { Colour } from './board-pens.ts';
import type { SheetDrawing, SheetShape, Turn } from './board-shapes.ts';

/** A drawn sheet as an SVG file, in one theme. Words are escaped; nothing in it runs. */
export function boardSvg(drawing: SheetDrawing, theme: 'light' | 'dark'): string {
	const { width, height, paper, shapes } = drawing;
	const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`;
	const sheet = `<rect width="${width}" height="${height}" fill="${paper[theme]}"/>`;
	return `${open}${sheet}${shapes.map((shape) => element(shape, (colour) => colour[theme])).join('')}</svg>`;
}

function element(shape: SheetShape, of: (colour: Colour) => string): string {
	switch (shape.kind) {
		case 'ellipse':
			return `<ellipse cx="${shape.x}" cy="${shape.y}" rx="${shape.rx}" ry="${shape.ry}" fill="none" stroke="${of(shape.line)}" stroke-width="3"/>`;
		case 'line':
			return `<path d="M${shape.x1},${shape.y1}L${shape.x2},${shape.y2}" stroke="${of(shape.line)}" stroke-width="3"/>`;
		case 'box':
			return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="10" fill="${of(shape.fill)}"${turned(shape.turn)}/>`;
		case 'path':
			return `<path d="${shape.d}" fill="${of(shape.fill)}" fill-opacity="${shape.opacity}"/>`;
		case 'outline':
			return `<path d="${shape.d}" fill="${of(shape.line)}" fill-opacity="${shape.inside}" stroke="${of(shape.line)}" stroke-width="${shape.width}" stroke-linecap="round" stroke-linejoin="round"/>`;
		case 'image': {
			const { x, y, width, height, angle } = shape;
			const turn = angle === 0 ? '' : ` transform="rotate(${angle} ${x + width / 2} ${y + height / 2})"`;
			return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" href="${escaped(shape.address)}"${turn}/>`;
		}
		case 'words':
			return words(shape, of(shape.fill));
	}
}

function words(shape: Extract<SheetShape, { kind: 'words' }>, fill: string): string {
	const spans = shape.lines.map(
		(line, index) =>
			`<tspan x="${shape.x}" y="${shape.y + index * shape.lineHeight}">${escaped(line)}</tspan>`
	);
	const anchor = shape.centred ? ' text-anchor="middle"' : '';
	const weight = shape.bold ? ' font-weight="600"' : '';
	return `<text font-family="sans-serif" font-size="${shape.size}" fill="${fill}"${anchor}${weight}${turned(shape.turn)}>${spans.join('')}</text>`;
}

const turned = (turn: Turn | undefined): string =>
	turn ? ` transform="rotate(${turn.angle} ${turn.x} ${turn.y})"` : '';

const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};
// Control characters other than tab and line ends may not stand in XML.
const escaped = (text: string) =>
	text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '').replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!);
