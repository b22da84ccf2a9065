import type { HomeworkId } from '#lib/domain/homework.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { linesFor } from '#lib/domain/practice.ts';
import type { OpenedHomework } from '../../../../../server/homework/homeworks.ts';
import type { SignedIn } from '../../../../../server/accounts/sign-ins.ts';
import type { App } from '../../../../../server/app.ts';

/** One's own sheet with what its page needs besides. */
export type OpenedSheet = OpenedHomework & {
	now: number;
	/** The group's clock. */
	zone: string;
	person: PersonId;
	/** 'My own device': unsent words may be kept on it over a reload (R43). */
	ownDevice: boolean;
	/** The crisis lines of where they last said they were. */
	help: ReturnType<typeof linesFor>;
};

/** Opens one's own sheet. Throws Refusal. */
export async function openSheet(
	{ accounts, homeworks, rooms, schedule, now }: App,
	{ asker, cookie, id }: { asker: SignedIn; cookie: string | null; id: HomeworkId }
): Promise<OpenedSheet> {
	const opened = await homeworks.open(asker, id);
	const [device, session, practice, card] = await Promise.all([
		accounts.devices.look(cookie),
		schedule.get(opened.homework.session),
		accounts.practice(),
		rooms.contactCards.last(opened.homework.group, asker.person)
	]);
	return {
		...{ ...opened, now: now(), zone: session?.zone ?? 'UTC', person: asker.person },
		ownDevice: device?.person === asker.person,
		help: practice ? linesFor(card?.country ?? '', practice) : { lines: [], elsewhere: '' }
	};
}
