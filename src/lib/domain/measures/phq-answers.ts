import type { Option } from '../exercise.ts';
import { counted } from './measure.ts';

/** What the PHQ and GAD questionnaires share. */

const CODES = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'];

export const PHQ_ANSWERS: readonly Option[] = counted([
	'Not at all',
	'Several days',
	'More than half the days',
	'Nearly every day'
]).map((option, index) => ({ ...option, code: CODES[index] ?? '' }));

export const PHQ_STEM =
	'Over the last 2 weeks, how often have you been bothered by any of the following problems?';

export const PHQ_CREDIT =
	'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.';
