import { bench, preparePeers } from './launch.mjs';

/*
 * node tests/bench/sync.mjs [--json] [--per-room 30] [--servers hearth,relay]
 *
 * Measures our document server against a raw relay and Hocuspocus, in one run on one machine.
 */
preparePeers();
bench('bench.ts');
