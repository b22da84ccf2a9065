import type { Kysely } from 'kysely';

/** What was answered when a contact card was opened held the card: it is not kept any more (S13). */
export async function up(db: Kysely<{ command: { name: string } }>): Promise<void> {
	await db.deleteFrom('command').where('name', '=', 'open-contact-card').execute();
}
