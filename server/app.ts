import { Accounts } from './accounts/accounts.ts';
import { Artifacts } from './artifacts/artifacts.ts';
import { BoardFiles } from './artifacts/board-files.ts';
import { Housekeeping } from './artifacts/housekeeping.ts';
import { NoteDrafts } from './artifacts/note-drafts.ts';
import { Retention } from './artifacts/retention.ts';
import { Reviews } from './artifacts/reviews.ts';
import { SignOff } from './artifacts/sign-off.ts';
import { Audit } from './audit/audit.ts';
import type { Config } from './config.ts';
import { makeDataDirectory } from './data-directory.ts';
import { FhirExport } from './fhir/fhir-export.ts';
import { Library } from './library/library.ts';
import { Pictures } from './pictures/pictures.ts';
import { Groups } from './groups/groups.ts';
import { JoinRequests } from './groups/join-requests.ts';
import { Openings } from './groups/openings.ts';
import { HomeworkFlags } from './homework/homework-flags.ts';
import { RiskReaders } from './homework/risk-readers.ts';
import { HomeworkAccess } from './homework/homework-access.ts';
import { Homeworks } from './homework/homeworks.ts';
import { logFault } from './http/fault-log.ts';
import { Aftercare } from './sessions/aftercare.ts';
import { Attendance } from './sessions/attendance.ts';
import { Beginnings } from './plans/beginnings.ts';
import { GroupProgrammes } from './plans/group-programmes.ts';
import { OwnProgrammes } from './plans/own-programmes.ts';
import { Templates } from './plans/templates.ts';
import { LinkTests } from './sessions/link-tests.ts';
import { Rooms } from './sessions/rooms.ts';
import { Schedule } from './sessions/schedule.ts';
import { createSignal, type Signal } from './signal/signal.ts';
import { openSfu } from './sfu/open-sfu.ts';
import { Documents } from './sync/documents.ts';
import { openStore, type Store } from './store/store.ts';
import { openVault } from './vault/open-vault.ts';
import type { Vault } from './vault/vault.ts';

/** What every service is built on. */
export interface Ground {
	config: Config;
	store: Store;
	vault: Vault;
	audit: Audit;
	now: () => number;
}

/** The services, built once and handed to the delivery layer as `locals.app`. */
export interface App extends Ground {
	accounts: Accounts;
	groups: Groups;
	openings: Openings;
	joinRequests: JoinRequests;
	schedule: Schedule;
	templates: Templates;
	programmes: GroupProgrammes;
	ownProgrammes: OwnProgrammes;
	beginnings: Beginnings;
	homeworks: Homeworks;
	riskReaders: RiskReaders;
	homeworkFlags: HomeworkFlags;
	aftercare: Aftercare;
	attendance: Attendance;
	rooms: Rooms;
	documents: Documents;
	signal: Signal;
	artifacts: Artifacts;
	signOff: SignOff;
	reviews: Reviews;
	noteDrafts: NoteDrafts;
	boardFiles: BoardFiles;
	pictures: Pictures;
	fhir: FhirExport;
	library: Library;
	linkTests: LinkTests;
	/** Logs a fault of the pages and returns the id that the person is shown (R54). */
	logFault(where: string, error: unknown): string;
	health(): Promise<Health>;
	close(): Promise<void>;
}

export interface Health {
	ok: boolean;
	version: string;
	checks: Record<string, boolean>;
}

export const VERSION = '0.1.0';

/** Opens everything in order; `close` closes it in reverse. `now` is the clock, in ms since 1970. */
export async function openApp(config: Config, now: () => number = Date.now): Promise<App> {
	const ground = await openGround(config, now);
	const { store, vault } = ground;
	const groups = new Groups(ground);
	const accounts = new Accounts(ground, groups);
	const openings = new Openings(ground, groups);
	const { invitations } = accounts;
	const joinRequests = new JoinRequests(ground, { groups, openings, invitations });
	const attendance = new Attendance(ground);
	const library = new Library(ground);
	// Rooms ask the schedule and the documents, and both ask the rooms: the three know each other by name.
	const rooms: Rooms = new Rooms(ground, {
		groups,
		accounts,
		library,
		schedule: () => schedule,
		documents: () => documents,
		homeworks: () => homeworks
	});
	const isNonCommercial = async () => (await accounts.practice())?.nonCommercial ?? false;
	const schedule: Schedule = new Schedule(ground, {
		...{ groups, library, isNonCommercial },
		stepOnStage: (session) => rooms.stepOnStage(session)
	});
	const templates = new Templates(ground, groups);
	const ownProgrammes = new OwnProgrammes(ground, { groups, schedule, templates });
	const programmes = new GroupProgrammes(ground, { groups, schedule, own: ownProgrammes });
	const beginnings = new Beginnings({ groups, schedule, programmes, templates });
	const documents: Documents = new Documents(ground, new HomeworkAccess(rooms, groups), accounts.signIns);
	const riskReaders = new RiskReaders(ground, groups);
	const homeworkFlags = new HomeworkFlags(ground, { groups, cards: rooms.contactCards });
	const homeworks: Homeworks = new Homeworks(ground, {
		...{ groups, schedule, documents, library, isNonCommercial, riskReaders },
		flags: homeworkFlags
	});
	rooms.listen();
	const linkTests = new LinkTests(ground, rooms);
	const sfu = openSfu(config);
	const signal = createSignal({ ground, access: rooms, signIns: accounts.signIns, sfu });
	const artifacts = new Artifacts(ground, { groups, attendance, papers: documents });
	const aftercare = new Aftercare({ groups, schedule, homeworks, artifacts, rooms, now });
	const signOff = new SignOff(ground, { groups, schedule, papers: documents });
	const fhir = new FhirExport(ground, { artifacts, groups, library });
	const reviews = new Reviews(ground, { groups, schedule, attendance, artifacts, accounts });
	const noteDrafts = new NoteDrafts(ground, { reviews, schedule, homeworks });
	const boardFiles = new BoardFiles(ground, reviews);
	const pictures = new Pictures(ground, { access: rooms, documents });
	const retention = new Retention(ground);
	const housekeeping = new Housekeeping(
		[
			() => rooms.contactCards.wipeAddresses(),
			() => retention.clearRooms(),
			() => retention.purge(),
			() => joinRequests.purge()
		],
		(error) => logFault('housekeeping', error)
	);
	housekeeping.start();

	return {
		...ground,
		...{ accounts, groups, openings, joinRequests, schedule, attendance, rooms, documents, signal },
		...{ riskReaders, homeworkFlags },
		...{
			templates,
			programmes,
			ownProgrammes,
			beginnings,
			homeworks,
			artifacts,
			signOff,
			reviews,
			noteDrafts
		},
		...{ boardFiles, pictures, fhir, library, linkTests, aftercare },
		logFault,
		async health() {
			const checks = { database: store.writer.healthy, keys: vault.opensItsKeys() };
			return { ok: Object.values(checks).every(Boolean), version: VERSION, checks };
		},
		async close() {
			await housekeeping.stop();
			signal.close();
			await sfu?.close();
			rooms.close();
			await documents.close();
			accounts.close();
			await store.close();
			vault.close();
		}
	};
}

async function openGround(config: Config, now: () => number): Promise<Ground> {
	makeDataDirectory(config.dataDirectory);
	const vault = openVault(config.dataDirectory, config.keyEncryptionKey);
	const store = await openStore(config.dataDirectory).catch((error: unknown) => {
		vault.close();
		throw error;
	});
	return { config, store, vault, audit: new Audit(store, config.dataDirectory), now };
}
