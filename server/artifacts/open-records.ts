import type { Accounts } from '../accounts/accounts.ts';
import type { Ground } from '../app.ts';
import type { Groups } from '../groups/groups.ts';
import { Attendance } from '../sessions/attendance.ts';
import type { Schedule } from '../sessions/schedule.ts';
import { Artifacts } from './artifacts.ts';
import type { Papers } from './papers.ts';
import { Retention } from './retention.ts';
import { Reviews } from './reviews.ts';
import { SignOff } from './sign-off.ts';

interface Needs {
	groups: Groups;
	schedule: Schedule;
	accounts: Pick<Accounts, 'nameOf'>;
	papers: Papers;
}

/** What is kept of sessions, and how people look back at it. */
export interface Records {
	attendance: Attendance;
	artifacts: Artifacts;
	signOff: SignOff;
	reviews: Reviews;
	retention: Retention;
}

export function openRecords(ground: Ground, { groups, schedule, accounts, papers }: Needs): Records {
	const attendance = new Attendance(ground);
	const artifacts = new Artifacts(ground, { groups, attendance, papers });
	const nameOf = (person: Parameters<typeof accounts.nameOf>[0]) => accounts.nameOf(person);
	return {
		attendance,
		artifacts,
		signOff: new SignOff(ground, { groups, schedule, papers }),
		reviews: new Reviews(ground, { groups, schedule, attendance, artifacts, nameOf }),
		retention: new Retention(ground)
	};
}
