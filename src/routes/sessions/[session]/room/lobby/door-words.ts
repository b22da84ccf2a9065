import type { AskedFirst } from '#lib/domain/asked-first.ts';

/** Why the one who waits is not let in at once (S16). `leaders` are the facilitators, by name. */
export function whyYouWait(as: AskedFirst | null, leaders: string): string {
	if (as === null) return '';
	const you = as === 'observer' ? 'You would look on' : 'This is your first time here';
	return `${you}, so ${leaders} will ask the group before you come in, as is done for everyone. It can take a moment.`;
}

/** What whoever comes later is told before they come in, as those who were in were asked (S16). */
export function whoIsInside(inside: readonly AskedFirst[], leaders: string): string {
	if (inside.length === 0) return '';
	const kinds = [
		...(inside.includes('newcomer') ? ['someone who is new to the group'] : []),
		...(inside.includes('observer') ? ['someone who looks on and takes part in nothing'] : [])
	].join(', and ');
	return `In the room today is ${kinds}. If that is not all right for you, write to ${leaders} below before you come in, or choose ‘Not today’.`;
}

/** Whether one of the facilitators is in, for who waits. */
export function whoAwaitsYou(leaders: readonly string[], leaderIn: boolean): string {
	const [one, several] = [leaders.join(' or ') || 'Your facilitator', leaders.join(' and ')];
	if (leaderIn) return `${one} is in the room and knows that you are here.`;
	const notYet = leaders.length > 1 ? `${several} are` : `${one} is`;
	return `${notYet} not here yet. You are in the right place.`;
}
