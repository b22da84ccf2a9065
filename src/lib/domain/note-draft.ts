import { exerciseOf } from './exercises/of-step.ts';
import type { SetHomework } from './homework.ts';
import { hasWorksheet, type Step } from './plan.ts';
import { listed } from './readers.ts';
import { endInWords, flagInWords, keptCounts, keptInWords, numbersInWords, type Review } from './review.ts';

/** What a note is made from: times, counts, and what staff recorded; no word that a member wrote. */
export interface NoteFacts {
	review: Pick<Review, 'session' | 'leaders' | 'attendance' | 'ofGroup' | 'given' | 'forLeaders'>;
	steps: readonly Step[];
	/** What was set at that session. */
	homework: readonly Pick<SetHomework, 'exercise' | 'definition' | 'dueAt' | 'parts'>[];
}

/** The draft of a facilitator's note on one session, in plain lines to be gone over by hand. */
export function noteDraft(facts: NoteFacts): string {
	const { session } = facts.review;
	const times = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: session.zone });
	const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: session.zone });
	const time = (at: number) => times.format(at);
	const head = [
		`${session.groupName}: ${session.title}`,
		`${days.format(session.startsAt)}, ${time(session.startsAt)}, planned for ${session.minutes} minutes (${session.zone})`,
		`Led by ${listed(facts.review.leaders) || 'nobody who is still in the group'}`
	];
	const parts = [
		part('Who was there', attendanceLines(facts, time)),
		part('Planned', facts.steps.map(stepLine)),
		part('What was made', madeLines(facts)),
		part('Group numbers, as they were shown', numberLines(facts)),
		part('Flags', flagLines(facts, time)),
		part(
			'Homework',
			facts.homework.map((one) => homeworkLine(one, session.zone))
		),
		part('Observations', ['']),
		part('Next time', [''])
	];
	return [head.join('\n'), ...parts.filter((one) => one !== null)].join('\n\n');
}

function part(title: string, lines: readonly string[]): string | null {
	return lines.length === 0 ? null : [title, ...lines.map((line) => `- ${line}`)].join('\n');
}

function attendanceLines({ review }: NoteFacts, time: (at: number) => string): string[] {
	return (review.attendance ?? []).map((person) => {
		const came = person.arrived === null ? '' : `came at ${time(person.arrived)}, `;
		const end = endInWords(person, time);
		const lost = person.drops === 0 ? '' : `, connection lost ${person.drops} ×`;
		return `${person.name}: ${came}${came ? end[0]?.toLowerCase() + end.slice(1) : end}${lost}`;
	});
}

function stepLine(step: Step): string {
	const exercise = hasWorksheet(step) ? exerciseOf(step)?.title : null;
	const does = exercise && exercise !== step.title ? ` (${exercise})` : '';
	return `${step.title}${does}, ${step.minutes} min`;
}

function madeLines({ review }: NoteFacts): string[] {
	const shared = keptCounts(review.ofGroup).map(keptInWords);
	const given = review.given.map(({ ownerName, title, withdrawnAt }) =>
		withdrawnAt === null ? `${ownerName}: ${title}, given to read` : `${ownerName}: taken back`
	);
	return [...(shared.length > 0 ? [`For the group: ${shared.join(', ')}`] : []), ...given];
}

function numberLines({ review }: NoteFacts): string[] {
	return review.ofGroup.flatMap(({ body }) =>
		body.kind === 'numbers' ? body.questions.map((question) => numbersInWords(question)) : []
	);
}

function flagLines({ review }: NoteFacts, time: (at: number) => string): string[] {
	const flags = review.forLeaders.flatMap(({ body }) => (body.kind === 'flags' ? body.flags : []));
	return flags.map((flag) => {
		const done = flag.state.is === 'cleared' ? ` What was done: ${flag.state.outcome}` : '';
		return `${flag.name} ${flagInWords(flag)}, ${time(flag.at)}.${done}`;
	});
}

function homeworkLine(homework: NoteFacts['homework'][number], zone: string): string {
	const { dueAt, parts } = homework;
	const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone });
	const title = exerciseOf(homework)?.title ?? 'An exercise that is no longer in the library';
	const people = parts.length === 1 ? 'one person' : `${parts.length} people`;
	return `${title}, for ${people}, until ${days.format(dueAt)}`;
}
