import type { Exercise } from '../exercise.ts';
import { core10 } from './core-10.ts';
import { gad7 } from './gad-7.ts';
import { pcl5 } from './pcl-5.ts';
import { phq4 } from './phq-4.ts';
import { phq9 } from './phq-9.ts';
import { sessionPulse } from './session-pulse.ts';
import { who5 } from './who-5.ts';

/** Questionnaires that are free to reproduce, and our own pulse. Not shipped: those whose licence is closed or unclear. */
export const MEASURES: readonly Exercise[] = [phq9, gad7, phq4, who5, pcl5, core10, sessionPulse];
