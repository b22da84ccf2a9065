import type { RiskRule, Scale } from '../exercise.ts';

/** Scales that several exercises ask on. */

const hundred = { least: 0, most: 100, step: 5 };
const ten = { least: 0, most: 10, step: 1 };

/** SUDS: 0 none, 50 moderate, 100 the worst. */
export const DISTRESS: Scale = { ...hundred, leastWord: 'calm', mostWord: 'the most upset you can be' };
export const STRENGTH: Scale = { ...hundred, leastWord: 'not there', mostWord: 'as strong as can be' };
export const BELIEF: Scale = { ...hundred, leastWord: 'not at all', mostWord: 'completely' };
export const LIKELY: Scale = { ...hundred, leastWord: 'it will not happen', mostWord: 'it is certain' };

export const MOOD: Scale = { ...ten, leastWord: 'very low', mostWord: 'very good' };
export const TENSION: Scale = { ...ten, leastWord: 'loose', mostWord: 'as tense as can be' };
export const PLEASURE: Scale = { ...ten, leastWord: 'none', mostWord: 'a lot' };
export const INTENSITY: Scale = { ...ten, leastWord: 'not there', mostWord: 'as strong as can be' };
export const CONFIDENCE: Scale = { ...ten, leastWord: 'not sure at all', mostWord: 'quite sure' };

/** From 0 to 5, for diaries. */
export const FIVE: Scale = { least: 0, most: 5, step: 1, leastWord: 'not at all', mostWord: 'very strong' };
/** From 1 to 5, for what weighs more. */
export const WEIGHT: Scale = { least: 1, most: 5, step: 1, leastWord: 'a little', mostWord: 'a great deal' };

/** S03: very high distress after an exercise, or now, is a quiet notice. Before it, and at its peak, it is none. */
export const AFTER_DISTRESS: RiskRule = { cause: 'distress', when: 'at-least', value: 90, quiet: true };
