import { bench, prepareBrowser } from './launch.mjs';

/*
 * node tests/bench/call.mjs [--json] [--people 2,3,4,6] [--rounds 5] [--carriers bare,mesh]
 *
 * Measures our call in Chromium beside a bare page with PeerJS, in interleaved rounds of one run on one machine.
 */
prepareBrowser();
bench('call/bench.ts');
