import { isPrivateToAnother, type Artifact, type ArtifactHead } from '../../src/lib/domain/artifact.ts';
import type { ArtifactId, GroupId, SessionId } from '../../src/lib/domain/ids.ts';
import type { Ground } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Attendance } from '../sessions/attendance.ts';
import { artifactById, artifactsOf, artifactsOfKind, artifactsOwnedBy } from '../store/artifacts.ts';
import { auditOf } from '../store/audit-log.ts';
import type { ArtifactTable } from '../store/schema.ts';
import type { AuditEvent } from '../store/writer.ts';
import { onlookerAt, type Onlooker } from './looking-back.ts';
import type { Papers } from './papers.ts';
import { headOf, openArtifact, openTitle } from './sealed-artifact.ts';
import { withdraw, type Withdrawal } from './withdrawal.ts';

export interface Needs {
	groups: Pick<Groups, 'get' | 'placeOf'>;
	attendance: Pick<Attendance, 'wasAdmitted'>;
	papers: Papers;
}

/** What another wrote for themselves and their facilitators: named, and not opened. */
export type ClosedArtifact = ArtifactHead & { title: string };

/** What a person finds when they look back at one session. */
export interface SessionArtifacts {
	/** The group's work and their own. */
	open: Artifact[];
	/** Private work of others that they may open: each opening is noted, and its author sees it (S15). */
	closed: ClosedArtifact[];
}

/** Captured work, read by those it was kept for. */
export class Artifacts {
	readonly #ground: Ground;
	readonly #needs: Needs;

	constructor(ground: Ground, needs: Needs) {
		this.#ground = ground;
		this.#needs = needs;
	}

	async ofSession(asker: Asker, session: SessionId): Promise<SessionArtifacts> {
		const { store, vault } = this.#ground;
		const rows = await this.#readable(asker, await artifactsOf(store.db, session));
		const others = rows.filter((row) => isPrivateToAnother(asker.person, row));
		const open = rows.filter((row) => !others.includes(row));
		return {
			open: open.map((row) => openArtifact(vault, row, asker.person)),
			closed: others.map((row) => ({ ...headOf(row), title: openTitle(vault, row) }))
		};
	}

	/** One artifact, or null when it is unknown or not the asker's to read: the two look the same (R21). */
	async get(asker: Asker, id: ArtifactId): Promise<Artifact | null> {
		const row = await artifactById(this.#ground.store.db, id);
		const [readable] = row ? await this.#readable(asker, [row]) : [];
		if (!readable) return null;
		await this.#noteOpening(asker, [readable]);
		return openArtifact(this.#ground.vault, readable, asker.person);
	}

	/** The check-ins that were given to the asker in a session, opened together: each is noted. */
	async checkInsOf(asker: Asker, session: SessionId): Promise<Artifact[]> {
		const { store, vault } = this.#ground;
		const rows = await this.#readable(asker, await artifactsOf(store.db, session));
		const given = rows.filter((row) => row.kind === 'check-in');
		await this.#noteOpening(asker, given);
		return given.map((row) => openArtifact(vault, row, asker.person));
	}

	/** What the asker owns in a group, in the order it was captured. */
	async mine(asker: Asker, group?: GroupId): Promise<Artifact[]> {
		const { store, vault } = this.#ground;
		const rows = await artifactsOwnedBy(store.db, asker.person);
		const wanted = rows.filter((row) => group === undefined || row.group_id === group);
		return wanted.map((row) => openArtifact(vault, row, asker.person));
	}

	/** The group's numbers of all its sessions that the asker may read. */
	async numbersOf(asker: Asker, group: GroupId): Promise<Artifact[]> {
		const { store, vault } = this.#ground;
		const rows = await this.#readable(asker, await artifactsOfKind(store.db, group, 'numbers'));
		return rows.map((row) => openArtifact(vault, row, asker.person));
	}

	/** Who has opened the asker's own artifact since it was captured, newest first (S15). */
	async openingsOf(asker: Asker, id: ArtifactId): Promise<{ by: string; at: number }[]> {
		const row = await artifactById(this.#ground.store.db, id);
		if (row?.owner !== asker.person) return [];
		const events = await auditOf(this.#ground.store.db, objectOf(row));
		const openings = events.filter((event) => event.action === 'artifact.open' && event.person !== null);
		return Promise.all(
			openings.map(async ({ person, at }) => {
				const placement = person ? await this.#needs.groups.placeOf(row.group_id, person) : null;
				return { by: placement?.alias ?? 'A former facilitator', at };
			})
		);
	}

	/** Takes back a whole artifact of the asker's, or one item of theirs in the group's (S12); answers its session. */
	withdraw(asker: Asker, withdrawal: Withdrawal): Promise<SessionId> {
		return withdraw(this.#ground, this.#needs.papers, asker, withdrawal);
	}

	async #readable(asker: Asker, rows: ArtifactTable[]): Promise<ArtifactTable[]> {
		const onlookers = new Map<SessionId, Promise<Onlooker | null>>();
		const readable: ArtifactTable[] = [];
		for (const row of rows) {
			const known = onlookers.get(row.session) ?? this.#onlooker(asker, row);
			onlookers.set(row.session, known);
			if ((await known)?.mayRead(headOf(row))) readable.push(row);
		}
		return readable;
	}

	async #onlooker(asker: Asker, row: ArtifactTable): Promise<Onlooker | null> {
		const group = await this.#needs.groups.get(row.group_id);
		return group ? onlookerAt(this.#needs, asker, { group, session: row.session }) : null;
	}

	async #noteOpening(asker: Asker, rows: ArtifactTable[]): Promise<void> {
		const events: AuditEvent[] = rows
			.filter((row) => isPrivateToAnother(asker.person, row) && row.kind !== 'withdrawn')
			.map((row) => ({ person: asker.person, action: 'artifact.open', object: objectOf(row) }));
		if (events.length > 0) await this.#ground.store.writer.commit([], events);
	}
}

function objectOf(row: Pick<ArtifactTable, 'series'>): string {
	return `artifact:${row.series}`;
}
