import { expect, test } from 'vitest';
import type { PersonId } from '#lib/domain/ids.ts';
import { agreedTask, taskOn } from './agreed-task.ts';

const [ana, ben] = ['ana' as PersonId, 'ben' as PersonId];
const shown = (person: PersonId | null, field: string, line: string) => ({
	...{ exercise: 'between-sessions', field, person },
	lines: [line]
});

test('what somebody showed the group that they will try is offered as their homework, the smaller version first', () => {
	const reveals = [shown(ana, 'task', 'Walk daily'), shown(ben, 'task', 'Call my sister')];
	expect(agreedTask(reveals, ana)).toBe('Walk daily');
	expect(agreedTask([...reveals, shown(ana, 'smaller-task', 'Walk once')], ana)).toBe('Walk once');
	expect(agreedTask(reveals, null)).toBe('');
});

test('S11 a task that was shown without a name is nobody’s', () => {
	expect(agreedTask([shown(null, 'task', 'Walk daily')], ana)).toBe('');
	expect(agreedTask([{ ...shown(ana, 'task', 'x'), exercise: 'worry-tree' }], ana)).toBe('');
});

test('a sheet that is open gives its task, and nothing while none is written', () => {
	expect(taskOn([{ id: 'task', lines: ['Walk', 'daily'] }])).toBe('Walk\ndaily');
	expect(taskOn([{ id: 'when', lines: ['Now'] }])).toBe('');
});
