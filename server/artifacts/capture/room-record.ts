import type { PersonId } from '../../../src/lib/domain/ids.ts';
import type { Step } from '../../../src/lib/domain/plan.ts';
import type { Draft } from '../sealed-artifact.ts';
import { draftOf } from './draft.ts';
import { leadersOf, type Evening } from './evening.ts';

/** The group's numbers that were shown (S10). */
export function numbersDrafts(evening: Evening, step: Step): Draft[] {
	const questions = evening.room?.numbers.filter((one) => one.step === step.id) ?? [];
	if (questions.length === 0) return [];
	const { title } = step;
	return [groupDraft(evening, { step: step.id, title, body: { kind: 'numbers', questions } })];
}

/** Answers whose authors chose 'also keep for the group' (S12). Who stands behind a nameless one is not kept (S11). */
export function revealDrafts(evening: Evening, step: Step): Draft[] {
	const kept = evening.room?.reveals.filter((one) => one.step === step.id && one.keep) ?? [];
	if (kept.length === 0) return [];
	const authors = new Map<string, PersonId>();
	const items = kept.map(({ id, exercise, field, label, lines, person, name }) => {
		const author = person ?? evening.desk?.authors.get(id);
		if (author) authors.set(id, author);
		return { id, exercise, field, label, lines, name: person ? name : null };
	});
	const body = { kind: 'reveals' as const, items, withdrawn: 0 };
	return [groupDraft(evening, { step: step.id, title: step.title, body, authors })];
}

/** What was said in the chat, without the lines a facilitator hid (S07). */
export function chatDrafts(evening: Evening): Draft[] {
	const shown = evening.room?.chat.filter((line) => !line.hidden) ?? [];
	if (shown.length === 0) return [];
	const authors = new Map<string, PersonId>(shown.map(({ id, person }) => [id, person]));
	const lines = shown.map(({ id, name, text, at }) => ({ id, name, text, at }));
	return [groupDraft(evening, { title: 'Chat', body: { kind: 'chat', lines, withdrawn: 0 }, authors })];
}

function groupDraft(
	evening: Evening,
	asked: Omit<Parameters<typeof draftOf>[1], 'audience' | 'readers'>
): Draft {
	return draftOf(evening, { ...asked, audience: 'group', readers: leadersOf(evening) });
}
