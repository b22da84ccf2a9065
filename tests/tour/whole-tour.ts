import { visitAsking } from './asking.ts';
import { visitHomework, visitProgrammes, visitTemplates } from './between-sessions.ts';
import { visitFacilitatorReview, visitFacilitatorScreens } from './facilitator.ts';
import type { Tour } from './look.ts';
import { visitSignOff } from './looking-back.ts';
import { visitJoining, visitMemberScreens } from './member.ts';
import { visitRoom } from './room.ts';
import { visitSetUp, visitVisitorScreens } from './visitor.ts';

export const PARTS = ['visitor', 'facilitator', 'member', 'room'] as const;
export type Part = (typeof PARTS)[number];

/** Every screen of the product, or those of some parts, each as the person who has it. */
export async function takeTour(tour: Tour, parts: readonly Part[] = PARTS): Promise<void> {
	if (parts.includes('visitor')) {
		await visitVisitorScreens(tour);
		await visitSetUp(tour);
	}
	const [dana, ana] = [await tour.as('Dana'), await tour.as('Ana')];
	if (parts.includes('facilitator')) {
		await visitJoining(tour, await visitFacilitatorScreens(tour, dana));
		await visitFacilitatorReview(tour, dana);
		await visitTemplates(tour, dana);
		await visitProgrammes(tour, dana);
		await visitAsking(tour, dana);
	}
	if (parts.includes('member')) {
		await visitMemberScreens(tour, ana);
		await visitHomework(tour, { dana, ana });
	}
	if (parts.includes('room')) {
		const [ben, chris] = [await tour.as('Ben'), await tour.as('Chris')];
		await visitRoom(tour, { dana, ana, ben, chris });
		await visitSignOff(tour, { dana, ana });
	}
}
