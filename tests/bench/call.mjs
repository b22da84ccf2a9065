import { bench, prepareBrowser } from './launch.mjs';

/*
 * node tests/bench/call.mjs [--json] [--people 2,3,4,6] [--rounds 5] [--carriers bare,mesh]
 * node tests/bench/call.mjs [--json] --idle 8
 *
 * Measures our call in Chromium beside a bare page with PeerJS, in interleaved rounds of one run on one machine;
 * or what a voice mesh of so many people costs each of them while nobody speaks.
 */
prepareBrowser();
bench('call/bench.ts');
