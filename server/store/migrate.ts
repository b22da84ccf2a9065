import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migratingDialect } from './dialect.ts';
import * as first from './migrations/0001-first.ts';
import * as plans from './migrations/0002-plans.ts';
import * as breakouts from './migrations/0003-breakouts.ts';
import * as joinRequests from './migrations/0009-join-requests.ts';
import * as homework from './migrations/0010-homework.ts';
import * as exercises from './migrations/0011-exercises.ts';
import * as repliesWithoutCards from './migrations/0012-replies-without-cards.ts';
import * as callTimes from './migrations/0013-call-times.ts';
import * as pictures from './migrations/0014-pictures.ts';
import * as homeworkFlags from './migrations/0021-homework-flags.ts';
import * as aftercare from './migrations/0030-aftercare.ts';
import * as ownProgrammes from './migrations/0031-own-programmes.ts';

/** In order; a released one is never edited. */
const MIGRATIONS: Record<string, Migration> = {
	'0001-first': first,
	'0002-plans': plans,
	'0003-breakouts': breakouts,
	'0009-join-requests': joinRequests,
	'0010-homework': homework,
	'0011-exercises': exercises,
	'0012-replies-without-cards': repliesWithoutCards,
	'0013-call-times': callTimes,
	'0014-pictures': pictures,
	'0021-homework-flags': homeworkFlags,
	'0030-aftercare': aftercare,
	'0031-own-programmes': ownProgrammes
};

export async function migrate(file: string): Promise<void> {
	const db = new Kysely<unknown>({ dialect: migratingDialect(file) });
	try {
		const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
		const { error } = await migrator.migrateToLatest();
		if (error)
			throw error instanceof Error ? error : new Error('The database could not be brought up to date.');
	} finally {
		await db.destroy();
	}
}
