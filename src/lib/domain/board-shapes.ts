import type { Colour } from './board-pens.ts';

/** Turned by `angle` degrees around a spot. */
export interface Turn {
	angle: number;
	x: number;
	y: number;
}

/** What a sheet is drawn from: plain shapes in sheet units, for a page, an SVG file or a PDF alike. */
export type SheetShape =
	| { kind: 'ellipse'; x: number; y: number; rx: number; ry: number; line: Colour }
	| { kind: 'line'; x1: number; y1: number; x2: number; y2: number; line: Colour }
	| { kind: 'box'; x: number; y: number; width: number; height: number; fill: Colour; turn?: Turn }
	| { kind: 'path'; d: string; fill: Colour; opacity: number }
	/** A line, and a breath of its colour inside it when `inside` is more than 0. */
	| { kind: 'outline'; d: string; line: Colour; width: number; inside: number }
	/** Pixels; `address` is where they are to be had, turned by `angle` degrees around the middle. */
	| {
			kind: 'image';
			x: number;
			y: number;
			width: number;
			height: number;
			angle: number;
			address: string;
	  }
	| {
			kind: 'words';
			x: number;
			/** The base line of the first line. */
			y: number;
			lines: string[];
			size: number;
			lineHeight: number;
			centred: boolean;
			bold: boolean;
			fill: Colour;
			turn?: Turn;
	  };

export interface SheetDrawing {
	width: number;
	height: number;
	paper: Colour;
	shapes: SheetShape[];
}
