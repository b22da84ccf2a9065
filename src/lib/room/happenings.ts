import { ATTENTIONS } from '#lib/domain/attention.ts';
import type { Breakout, OpenBreakouts } from '#lib/domain/breakouts.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { listed } from '#lib/domain/readers.ts';
import type { RoomAbout, Seat, Stage } from '#lib/domain/room.ts';

/** What is compared to tell what has just happened. */
export interface Glimpse {
	about: RoomAbout | null;
	stage: Stage | null;
	seats: Seat[];
	open: OpenBreakouts | null;
	/** Who has the lead. */
	lead: Seat | null;
	/** The breakout I am in. */
	room: Breakout | null;
	/** Whether the last minute of the rooms has begun. */
	isClosing: boolean;
	/** Who opened what is mine since this page began (S15). */
	openings: { by: string; what: string }[];
}

export interface Happening {
	text: string;
	urgent: boolean;
}

/** What there is to tell `me` about the change from one glimpse of the room to the next. */
export function happenings(before: Glimpse, after: Glimpse, me: PersonId): Happening[] {
	return [
		...aboutPeople(before.seats, after.seats, me),
		...aboutStage(before.stage, after.stage, me),
		...aboutRoom(before.about, after.about),
		...aboutBreakouts(before, after, me),
		...aboutLead(before.lead, after.lead, me),
		...after.openings
			.slice(before.openings.length)
			.map(({ by, what }) => urgent(`${by} has opened your ${what}.`))
	];
}

function aboutPeople(before: Seat[], after: Seat[], me: PersonId): Happening[] {
	const old = new Map(before.map((seat) => [seat.person, seat]));
	return after.flatMap((seat) => {
		const was = old.get(seat.person);
		const told: Happening[] = [];
		if (seat.person === me) {
			if (was?.hand && !seat.hand) told.push(polite('Your hand is down.'));
			if (was && was.mutes < seat.mutes) told.push(polite('The facilitator has turned your microphone off.'));
			if (was?.screen !== seat.screen && seat.screen === 'allowed' && was?.screen !== 'shown') {
				told.push(polite('You may show your screen to the group.'));
			}
			return told;
		}
		if (seat.screen === 'shown' && was?.screen !== 'shown')
			told.push(polite(`${seat.name} is showing a screen.`));
		if (was?.screen === 'shown' && seat.screen !== 'shown') told.push(polite('The screen is put away.'));
		if (seat.here && !was?.here) told.push(polite(`${seat.name} is here.`));
		if (was?.here && !seat.here) told.push(polite(`${seat.name} is away.`));
		if (seat.hand && !was?.hand) told.push(polite(`${seat.name} has raised a hand.`));
		return told;
	});
}

function aboutStage(before: Stage | null, after: Stage | null, me: PersonId): Happening[] {
	if (!before || !after) return [];
	const told: Happening[] = [];
	if (before.step.id !== after.step.id) told.push(polite(`Now: ${after.step.title}.`));
	if (before.attention !== after.attention) {
		told.push(polite(ATTENTIONS[after.attention].told || 'Everything is open again.'));
	}
	if (after.presented && !before.presented) told.push(polite('Answers have been put on the stage.'));
	if (after.round?.turn === me && before.round?.turn !== me) told.push(polite('It is your turn.'));
	const asksMe = after.ask && (after.ask.of === null || after.ask.of === me);
	if (asksMe && after.ask?.at !== before.ask?.at) {
		told.push(
			urgent('You are asked whether you want to show an answer. Nothing is shown unless you choose it.')
		);
	}
	return told;
}

function aboutRoom(before: RoomAbout | null, after: RoomAbout | null): Happening[] {
	if (!before || !after) return [];
	const told: Happening[] = [];
	if (before.leaderAwaySince === null && after.leaderAwaySince !== null) {
		told.push(urgent('The facilitator has lost the connection. The step and the timer are paused.'));
	}
	if (before.leaderAwaySince !== null && after.leaderAwaySince === null) {
		told.push(polite('The facilitator is back.'));
	}
	if (!before.closedSoftly && after.closedSoftly) told.push(urgent('The call is closed for now.'));
	if (before.state === 'open' && after.state === 'ended') told.push(urgent('The session has ended.'));
	return told;
}

function aboutLead(before: Seat | null, after: Seat | null, me: PersonId): Happening[] {
	if (!before || !after || before.person === after.person) return [];
	return [polite(after.person === me ? 'You have the lead now.' : `${after.name} has the lead now.`)];
}

function aboutBreakouts(before: Glimpse, after: Glimpse, me: PersonId): Happening[] {
	const told: Happening[] = [];
	if (after.room && after.room.id !== before.room?.id) {
		const others = after.seats.filter(({ person }) => person !== me && after.room?.people.includes(person));
		const names = listed(others.map(({ name }) => name));
		told.push(polite(`You are in room ${after.room.number}${names ? ` with ${names}` : ''}.`));
	}
	if (before.room && !after.room) told.push(polite('You are back with the group.'));
	if (!before.isClosing && after.isClosing) told.push(polite('One minute left before everyone comes back.'));
	const { message } = after.open ?? { message: null };
	if (message && message.id !== before.open?.message?.id)
		told.push(polite(`${message.by} to everyone: ${message.text}`));
	return told;
}

function polite(text: string): Happening {
	return { text, urgent: false };
}

function urgent(text: string): Happening {
	return { text, urgent: true };
}
