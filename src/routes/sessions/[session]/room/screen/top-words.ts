import type { RoomAbout, Stage } from '#lib/domain/room.ts';

/** 'Check-in · step 2 of 6'. */
export function stepWords(stage: Stage, about: RoomAbout): string {
	return `${stage.step.title} · step ${stage.index + 1} of ${about.steps.length}`;
}

/** The time now and the end of the session, in the person's own time. */
export function clockWords(now: number, endsAt: number): { now: string; ends: string } {
	const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
	return { now: time.format(now), ends: time.format(endsAt) };
}
