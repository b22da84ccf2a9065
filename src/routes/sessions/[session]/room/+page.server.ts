import { leads } from '#lib/domain/group.ts';
import { CONSENT_VERSION } from '#lib/domain/consent.ts';
import type { StepId } from '#lib/domain/ids.ts';
import { askerOf, idIn, page } from '../../../asking.ts';
import { reachOf } from '../../../(signed-in)/media-reach.ts';
import type { PageServerLoad } from './$types';
import type { RoomFacts } from './room-facts.ts';

const MINUTE_MS = 60_000;
const THIS_NETWORK_ONLY =
	'Video and voice work on this network only. Worksheets, chat and everything written work from everywhere.';

/** Everything the page shows before a document is open. Plans' notes go to facilitators alone. */
export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { accounts, groups, library, rooms, schedule, signal } = event.locals.app;
		const session = await schedule.allow(asker, 'session.arrive', idIn('session', event.params.session));
		const [group, placements, practice, device, standing] = await Promise.all([
			groups.get(session.group),
			groups.placements(session.group),
			accounts.practice(),
			accounts.devices.look(event.request.headers.get('cookie')),
			rooms.standing(asker.person, session.id)
		]);
		const mine = placements.find((one) => one.person === asker.person);
		const iLead = leads(mine?.place ?? null);
		const facts: RoomFacts = {
			session: {
				id: session.id,
				startsAt: session.startsAt,
				endsAt: session.startsAt + session.minutes * MINUTE_MS,
				zone: session.zone,
				state: session.state
			},
			group: { name: group?.name ?? '', kind: group?.kind ?? 'peer' },
			me: { person: asker.person, name: mine?.alias ?? '', place: mine?.place ?? 'observer' },
			iLead,
			leaders: placements.filter((one) => leads(one.place)).map((one) => one.alias),
			crisisLines: practice?.crisisLines ?? [],
			country: practice?.country ?? '',
			notes: Object.fromEntries(
				iLead ? session.plan.steps.map(({ id, notes }): [StepId, string] => [id, notes]) : []
			),
			ownExercises: iLead ? await library.inUse() : [],
			consentVersion: CONSENT_VERSION,
			callNote: reachOf(event.locals.app) === 'everywhere' ? null : THIS_NETWORK_ONLY,
			addressesVisible: !signal.relayOnly,
			ownDevice: device?.person === asker.person,
			people: placements.length,
			standing
		};
		return { facts };
	});
