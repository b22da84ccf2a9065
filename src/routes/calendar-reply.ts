/** A calendar's file, under a name that tells nothing (S08). */
export function calendarReply(calendar: string): Response {
	return new Response(calendar, {
		headers: {
			'Content-Type': 'text/calendar; charset=utf-8',
			'Content-Disposition': 'attachment; filename="hearth.ics"'
		}
	});
}
