import type { Page } from '@playwright/test';
import { askToComeIn, visitEntry, visitLobby } from './lobby.ts';
import { visitCaptions } from './captions.ts';
import type { Guests } from './guests.ts';
import { WIDE, type Tour } from './look.ts';
import { visitDialogs, visitFacilitatorsDialogs, visitNarrowDialogs } from './room-dialogs.ts';
import { visitRisk, visitRooms } from './rooms-and-risk.ts';
import { visitSteps } from './room-steps.ts';

/** A session from the lobby to its end. */
export async function visitRoom(tour: Tour, { dana, ana, ben, chris }: Guests): Promise<void> {
	const { look, as } = tour;
	await visitLobby(tour, ana);
	await visitLobbyOfLeader(tour, dana);
	await visitEntry(tour, ana);
	await askToComeIn(tour, ben, 'Without camera');
	const elif = await as('Elif');
	await askToComeIn(tour, elif, 'Text only');
	await dana.getByRole('button', { name: /Let all 3 in/ }).waitFor();
	await look(dana, { name: 'room-waiting-list', title: 'People who wait at the door', isRoom: true });
	for (const name of ['Ana', 'Ben'])
		await dana.getByRole('button', { name: new RegExp(`^Let in\\s*${name}`) }).click();
	await askToComeIn(tour, chris, 'Text only');
	await dana.getByRole('button', { name: /^Let in\s*Chris/ }).click();
	for (const page of [ana, ben, chris])
		await page.getByRole('toolbar', { name: 'You and the room' }).waitFor();
	await turnCameraOn(ana);

	const guests = { dana, ana, ben, chris };
	await visitSteps(tour, guests);
	await visitCaptions(tour, guests);
	await visitRooms(tour, guests);
	await visitRisk(tour, guests);
	await visitDialogs(tour, guests);
	await visitFacilitatorsDialogs(tour, guests);
	await visitNarrowDialogs(tour, guests);
	await elif.context().close();

	await ana.setViewportSize(WIDE);
	await dana.setViewportSize(WIDE);
	await dana.getByRole('button', { name: 'End the session' }).first().click();
	const dialog = dana.getByRole('dialog');
	await dialog.waitFor();
	await look(dana, { name: 'room-end-dialog', title: 'Ending the session', isRoom: true });
	await dialog.getByRole('button', { name: 'End the session' }).click();
	await ana.getByRole('heading', { name: 'The session has ended' }).waitFor();
	await look(ana, { name: 'room-ended', title: 'After the session' });
}

async function visitLobbyOfLeader({ demo, look }: Tour, dana: Page): Promise<void> {
	await dana.goto(`${demo.url}/sessions/${demo.session}/room`);
	await dana.getByRole('button', { name: 'Check my camera' }).click();
	await dana.getByRole('button', { name: 'With camera' }).click();
	await dana.getByText('You are leading').waitFor();
	await look(dana, { name: 'room-nobody-yet', title: 'The room before anyone is let in', isRoom: true });
}

async function turnCameraOn(page: Page): Promise<void> {
	await page.setViewportSize(WIDE);
	const camera = page
		.getByRole('toolbar', { name: 'You and the room' })
		.getByRole('button', { name: /^Camera/ });
	if ((await camera.getAttribute('aria-pressed')) === 'false') await camera.click();
	await page.locator('video').first().waitFor();
}
