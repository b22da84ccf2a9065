/** A colour in both themes. */
export interface Colour {
	light: string;
	dark: string;
}

export type PenName = 'ink' | 'teal' | 'clay' | 'plum' | 'blue' | 'moss' | 'rose' | 'ochre';
export type NoteTint = 'sun' | 'leaf' | 'sky' | 'peach' | 'lilac';
export type PenSize = 'fine' | 'medium' | 'broad';

/** Pens go by name: a colour is never the only way to tell two of them apart. */
export const PENS: Record<PenName, Colour> = {
	ink: { light: '#22302f', dark: '#edf1ee' },
	teal: { light: '#1e5c60', dark: '#7cc8c1' },
	clay: { light: '#a8501f', dark: '#e9a479' },
	plum: { light: '#6a4a7c', dark: '#cbade0' },
	blue: { light: '#2b62a8', dark: '#8fbdf0' },
	moss: { light: '#54701a', dark: '#b4cf6e' },
	rose: { light: '#a93766', dark: '#f09cbd' },
	ochre: { light: '#866500', dark: '#e0be5c' }
};

export const NOTE_TINTS: Record<NoteTint, Colour> = {
	sun: { light: '#fbefc4', dark: '#4a4220' },
	leaf: { light: '#e2efd9', dark: '#2d4228' },
	sky: { light: '#dcebf5', dark: '#243f52' },
	peach: { light: '#f9e3d5', dark: '#503527' },
	lilac: { light: '#ece3f3', dark: '#41334e' }
};

/** What a sheet is made of and what is printed on it. */
export const PAPER: Colour = { light: '#ffffff', dark: '#1d2626' };
export const PRINT: Colour = { light: '#4c5957', dark: '#b3c0bc' };
export const PRINT_LINE: Colour = { light: '#b9b2a3', dark: '#52615f' };
export const NOTE_INK: Colour = PENS.ink;

/** Widths in sheet units. */
export const PEN_WIDTHS: Record<PenSize, number> = { fine: 4, medium: 8, broad: 16 };
export const MARKER_WIDTHS: Record<PenSize, number> = { fine: 20, medium: 32, broad: 48 };
/** The highlighter lets what is under it be read. */
export const MARKER_OPACITY = 0.35;

export const PEN_NAMES = Object.keys(PENS) as PenName[];
export const TINT_NAMES = Object.keys(NOTE_TINTS) as NoteTint[];
export const PEN_SIZES = Object.keys(PEN_WIDTHS) as PenSize[];

/** The name of the colour that is seen of a thing: a sticky note's paper, or ink. A picture has colours of its own. */
export function colourName({
	kind,
	tint,
	pen
}: {
	kind?: string;
	tint?: NoteTint;
	pen: PenName;
}): string | null {
	if (kind === 'picture') return null;
	return kind === 'note' && tint ? tint : pen;
}

export const isPen = (name: unknown): name is PenName =>
	typeof name === 'string' && Object.hasOwn(PENS, name);
export const isTint = (name: unknown): name is NoteTint =>
	typeof name === 'string' && Object.hasOwn(NOTE_TINTS, name);
