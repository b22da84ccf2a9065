/** A colour in both themes. */
interface ThemedColour {
	light: string;
	dark: string;
}

/** A picture as plain shapes, in its own units. */
export interface PlainDrawing {
	width: number;
	height: number;
	paper: ThemedColour;
	shapes: PlainShape[];
}

type PlainShape =
	| { kind: 'ellipse'; x: number; y: number; rx: number; ry: number; line: ThemedColour }
	| { kind: 'line'; x1: number; y1: number; x2: number; y2: number; line: ThemedColour }
	| { kind: 'box'; x: number; y: number; width: number; height: number; fill: ThemedColour; turn?: Turn }
	| { kind: 'path'; d: string; fill: ThemedColour; opacity: number }
	| { kind: 'outline'; d: string; line: ThemedColour; width: number; inside: number }
	| { kind: 'image'; x: number; y: number; width: number; height: number; angle: number; address: string }
	| PlainWords;

interface PlainWords {
	kind: 'words';
	x: number;
	y: number;
	lines: string[];
	size: number;
	lineHeight: number;
	centred: boolean;
	bold: boolean;
	fill: ThemedColour;
	turn?: Turn;
}

/** Turned by `angle` degrees around a spot. */
interface Turn {
	angle: number;
	x: number;
	y: number;
}
