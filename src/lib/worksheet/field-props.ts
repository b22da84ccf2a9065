import type { Field } from '#lib/domain/exercise.ts';
import type { WorksheetState } from './worksheet-state.svelte.ts';

/** What every field component is given. */
export interface FieldProps<Kind extends Field = Field> {
	sheet: WorksheetState;
	field: Kind;
	/** Unique on the page. */
	id: string;
	mayEdit: boolean;
}
