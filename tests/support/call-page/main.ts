import { mount } from 'svelte';
import { CallSession } from '#lib/call/call-session.svelte.ts';
import { fetchTicket } from '#lib/call/fetch-ticket.ts';
import type { PersonId, SessionId } from '#lib/domain/ids.ts';
import type { Seat } from '#lib/domain/room.ts';
import '#lib/ui/tokens.css';
import '#lib/ui/base.css';
import CallPage from './CallPage.svelte';
import { Seats } from './seats.svelte.ts';

const query = new URLSearchParams(location.search);
const seats = new Seats();
seats.all = JSON.parse(query.get('seats') ?? '[]') as Seat[];
const session = query.get('session') as SessionId;
const call = new CallSession({
	me: query.get('me') as PersonId,
	session,
	ticket: () => fetchTicket(session),
	seats: () => seats.all,
	others: () => new Map(),
	screen: { show: async () => undefined, putAway: () => undefined }
});
const page = document.getElementById('page');
if (page) mount(CallPage, { target: page, props: { call, seats, view: query.get('view') ?? 'call' } });
Object.assign(window, { call, seats });
