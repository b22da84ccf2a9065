/** Notes and shapes lie over the print of their sheet, even those that were laid under all others. */
const OVER_PRINT = 1_000_001;

/** The z-index of a layer. */
export const zAt = (layer: number): number => OVER_PRINT + layer;
