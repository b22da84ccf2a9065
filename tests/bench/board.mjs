import { bench, prepareBrowser } from './launch.mjs';

/*
 * node tests/bench/board.mjs [--json] [--strokes 500,2000,5000] [--approaches hearth,svg,canvas]
 *
 * Measures our board in Chromium beside a plain SVG and a canvas that draws everything anew, in one run on one
 * machine.
 */
prepareBrowser();
bench('board/bench.ts');
