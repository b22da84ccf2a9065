import { mount, unmount } from 'svelte';
import * as Y from 'yjs';
import '@fontsource-variable/atkinson-hyperlegible-next/index.css';
import '../../../src/lib/ui/tokens.css';
import '../../../src/lib/ui/base.css';
import { exerciseNamed } from '../../../src/lib/domain/exercises/library.ts';
import type { Exercise } from '../../../src/lib/domain/exercise.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { sheetKind, readersLine } from '../../../src/lib/domain/readers.ts';
import { worksheetJson, type WorksheetJson } from '../../../src/lib/domain/worksheet-record.ts';
import { shownFields } from '../../../src/lib/domain/worksheet.ts';
import Worksheet from '../../../src/lib/worksheet/Worksheet.svelte';

/** A page with one real worksheet on it, and what a test asks of it. */
export interface WorksheetPage {
	show(exercise: Exercise | string): void;
	/** The sheet as it would be kept. */
	kept(): WorksheetJson;
	/** The fields that are asked now, without those that are only words. */
	asked(): string[];
	progress(): string | null;
}

let doc = new Y.Doc();
let exercise: Exercise | null = null;
let said: string | null = null;
let shown: ReturnType<typeof mount> | null = null;

const page: WorksheetPage = {
	show(wanted) {
		if (shown) void unmount(shown);
		exercise = typeof wanted === 'string' ? exerciseNamed(wanted) : wanted;
		if (!exercise) throw new Error('There is no such exercise.');
		[doc, said] = [new Y.Doc(), null];
		const facilitators = ['Dana'];
		const of = { facilitatorReads: 'after-done', groupKind: 'therapy' } as const;
		const kind = sheetKind({ ...of, sharing: exercise.sharing });
		const target = document.getElementById('sheet')!;
		shown = mount(Worksheet, {
			target,
			props: {
				doc,
				exercise,
				mayEdit: true,
				kind,
				readersLine: readersLine({ ...of, kind, owner: null, facilitators }),
				facilitators,
				saved: { state: 'saved', count: 0 },
				nameOf: () => 'Ana',
				me: 'ana' as PersonId,
				onprogress: (progress: string) => (said = progress),
				onsupport: () => undefined
			}
		});
		window.scrollTo(0, 0);
		(document.activeElement as HTMLElement | null)?.blur();
	},
	kept: () => worksheetJson(doc, exercise!, () => 'Ana'),
	asked: () =>
		shownFields(doc, exercise!)
			.filter((field) => field.kind !== 'note')
			.map((field) => field.id),
	progress: () => said
};

Object.assign(window, { worksheetPage: page });
